/** Names of places while somebody types, and inside a longer text. Pure. */
import { bareKey, foldName, looseName, nameKey } from './names.ts';
import type { PlaceSuggestion } from './model.ts';
import { RANK, type NamedPlace } from './place-index.ts';
import type { Register } from './register.ts';

/** Whole names that one region alone has; codes, shortened names and `… Kommune` complete nothing. */
function completes(register: Register, place: NamedPlace): boolean {
  if (place.rank === RANK.base || place.text === place.region || nameKey(place.text) !== place.key) return false;
  if (place.rank < RANK.alias) return true;
  const official = bareKey(place.key).key !== place.key;
  return !official && register.places.lookUp(place.text, place.country).every((each) => each.region === place.region);
}

function byPostcode(register: Register, digits: string, country: string, limit: number): PlaceSuggestion[] {
  const codes = register.districts
    .filter((district) => district.country === country)
    .flatMap((district) => district.postcodes.map((code) => ({ text: `${code} ${district.name}`, region: district.regions[0] ?? '' })));
  return codes.filter((each) => each.text.startsWith(digits)).sort((a, b) => (a.text < b.text ? -1 : 1)).slice(0, limit);
}

/** Completions, best first: municipalities, larger regions, towns, postal districts; places abroad fill up what is left. */
export function suggestPlaces(register: Register, prefix: string, country: string, limit: number): PlaceSuggestion[] {
  const folded = foldName(prefix);
  if (folded === '' || folded.length > 60) return [];
  if (/^\d+$/.test(folded)) return byPostcode(register, folded, country, limit);
  const loose = looseName(nameKey(prefix));
  const home = register.places.all.filter((place) => place.country === country);
  const away = register.places.all.filter((place) => place.country !== country && place.rank <= RANK.wider);
  const exact = (place: NamedPlace) => place.key.startsWith(folded);
  const alike = (place: NamedPlace) => place.loose.startsWith(loose);
  const seen = new Set<string>();
  const found: PlaceSuggestion[] = [];
  for (const place of [...home.filter(exact), ...home.filter(alike), ...away.filter(exact)]) {
    if (found.length >= limit) break;
    const own = place.rank <= RANK.wider ? [place.region] : [];
    const known = [...own, `${place.region} ${place.key}`];
    if (known.some((each) => seen.has(each)) || !completes(register, place)) continue;
    for (const each of known) seen.add(each);
    found.push({ text: place.text, region: place.region });
  }
  return found;
}

/** Towns that are everyday words too; only with a capital do they mean the town. */
const EVERYDAY = new Set([
  'give', 'them', 'rude', 'vig', 'ry', 'fur', 'tune', 'ringe', 'hals', 'gram', 'greve', 'balle', 'als', 'skive', 'stege',
  'mark', 'berg', 'kil', 'ale', 'lund', 'best', 'stein', 'laren', 'buren', 'epe', 'ii', 'salo', 'kallio',
]);
/** Finds a place as `Jobcenter Aarhus` does, but in a search it is a word to search for. */
const JOBCENTRE = /^jobcent|\bjobcent(er|ret)$/;
const LONGEST_NAME = 4;

export interface PlaceNames {
  /** What is left of the text, for a search in words. */
  rest: string;
  places: { region: string; text: string }[];
}

/**
 * Places named in a longer text (`jobcoach i Odense`), with every old name, town and foreign name that the register knows.
 * Only exact names of the given country that mean one region; the longest wins.
 */
export function parsePlaceNames(register: Register, text: string, country: string): PlaceNames {
  const words = text.slice(0, 300).split(/\s+/).filter(Boolean);
  const rest: string[] = [];
  const places: PlaceNames['places'] = [];
  for (let i = 0; i < words.length; ) {
    const found = namedAt(register, words, i, country);
    if (found) places.push({ region: found.region, text: found.text });
    else rest.push(words[i] ?? '');
    i += found?.length ?? 1;
  }
  return { rest: rest.join(' '), places };
}

function namedAt(register: Register, words: readonly string[], from: number, country: string) {
  for (let length = Math.min(LONGEST_NAME, words.length - from); length > 0; length--) {
    const text = words.slice(from, from + length).join(' ').replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    const folded = foldName(text);
    if (folded.length < 2 || JOBCENTRE.test(folded) || (EVERYDAY.has(folded) && !/^\p{Lu}/u.test(text))) continue;
    const named = register.places.lookUp(text, country).filter((each) => each.country === country);
    const [first] = named;
    if (first && named.every((each) => each.region === first.region)) return { region: first.region, text, length };
  }
  return null;
}
