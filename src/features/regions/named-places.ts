/** What a name of a place means, without the database. Pure. */
import { foldName, nameKey } from './names.ts';
import { pointOf, type District, type Place, type PlaceAnswer, type PlaceChoice, type Region } from './model.ts';
import { RANK, type NamedPlace } from './place-index.ts';
import { writtenPostcode } from './postcodes.ts';
import type { Register } from './register.ts';

export const SUGGESTIONS = 5;

export function regionPlace(region: Region, detail: string | null = null): Place {
  return { region: region.code, point: pointOf(region), label: { names: region.names, detail, country: region.country }, postcode: null };
}

function districtPlace(region: Region, district: District): Place {
  const [code] = district.postcodes;
  const postcode = district.postcodes.length === 1 && code !== undefined ? code : null;
  const place = regionPlace(region, postcode === null ? district.name : `${writtenPostcode(district.country, postcode)} ${district.name}`);
  return { ...place, point: district.point ?? place.point, postcode };
}

/** One place for each municipality that the names may mean. */
function choicesOf(register: Register, named: readonly NamedPlace[]): PlaceChoice[] {
  const seen = new Set<string>();
  return named.flatMap((each) =>
    (each.district?.regions ?? [each.region]).flatMap((code, i): PlaceChoice[] => {
      const region = register.region(code);
      if (!region || seen.has(code)) return [];
      seen.add(code);
      const ownName = each.rank < RANK.alias || Object.values(region.names).some((name) => foldName(name ?? '') === foldName(each.text));
      const place = each.district ? districtPlace(region, each.district) : regionPlace(region, ownName ? null : each.text);
      return [{ ...place, likely: named.length === 1 && i === 0 }];
    }),
  );
}

export function found({ likely: _, ...place }: PlaceChoice): { state: 'found' } & Place {
  return { state: 'found', ...place };
}

/** Several regions under one everyday name (`Fyn`): the name tells nothing about any one of them. */
function answerOf(choices: PlaceChoice[], named: readonly NamedPlace[]): PlaceAnswer {
  const [only] = choices;
  if (only && choices.length === 1) return found(only);
  const area = named.every((each) => each.district === null);
  return { state: 'ambiguous', choices: area ? choices.map((each) => ({ ...each, label: { ...each.label, detail: null } })) : choices };
}

/** A misspelling with one likely meaning, else names that begin like this. */
function suggestionsFor(register: Register, text: string, country: string): PlaceChoice[] {
  const nearest = register.places.nearest(text, country);
  const key = nameKey(text);
  const alike =
    nearest.length > 0 || key.length < 3
      ? nearest
      : register.places.all.filter((each) => each.country === country && each.rank !== RANK.base && each.key.startsWith(key));
  const towns = alike.map((each) => ({ ...each, district: each.district && { ...each.district, regions: [each.region] } }));
  return choicesOf(register, towns).slice(0, SUGGESTIONS).map((each) => ({ ...each, likely: false }));
}

/** `Viby, Roskilde`, `Lund (Sverige)`, and an address whose last part alone is known. */
function qualified(register: Register, text: string, country: string): PlaceAnswer | null {
  const parts = /^(.+?)\s*(?:\(([^()]+)\)|,([^,]+))$/u.exec(text);
  const [head = '', tail = ''] = parts ? [parts[1], parts[2] ?? parts[3]] : [];
  if (foldName(head) === '' || foldName(tail) === '') return null;
  const within = register.places.lookUp(tail, country);
  const [area] = within;
  if (!area || within.some((each) => each.region !== area.region)) return null;
  const inside = (code: string) => code === area.region || register.ancestors(code).some((region) => region.code === area.region);
  const named = register.places.lookUp(head, area.country);
  const [only, ...more] = choicesOf(register, named).filter((choice) => inside(choice.region));
  if (only) return more.length === 0 ? found(only) : { state: 'ambiguous', choices: [only, ...more] };
  return named.length > 0 ? null : answerOf(choicesOf(register, within), within);
}

/** @param country lower-case; names there go before the same names elsewhere */
export function findNamedPlace(register: Register, text: string, country: string): PlaceAnswer {
  const named = register.places.lookUp(text, country);
  const choices = choicesOf(register, named);
  if (choices.length > 0) return answerOf(choices, named);
  return qualified(register, text, country) ?? { state: 'unknown', suggestions: suggestionsFor(register, text, country) };
}
