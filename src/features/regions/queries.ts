/** What was meant by a place that somebody typed. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import { schema, type Db } from '#db/client.ts';
import { foldName, nameKey } from './names.ts';
import { findNamedPlace, found, regionPlace, SUGGESTIONS } from './named-places.ts';
import { pointOf, type PlaceAnswer, type PlaceChoice } from './model.ts';
import { parsePostcode, writtenPostcode, type TypedPostcode } from './postcodes.ts';
import type { Register } from './register.ts';

export { parsePlaceNames, suggestPlaces } from './suggest.ts';

type PostcodeRow = typeof schema.postcode.$inferSelect;
/** Longer texts are no place; they are not searched at all. */
const LONGEST = 120;

function postcodePlace(register: Register, row: PostcodeRow): PlaceChoice[] {
  const region = register.region(row.region);
  if (!region) return [];
  const written = writtenPostcode(row.country, row.code);
  const place = regionPlace(region, row.place === null ? written : `${written} ${row.place}`);
  return [{ ...place, point: pointOf(row) ?? pointOf(region), postcode: row.code, likely: row.main }];
}

const isDistrict = (rest: string, rows: readonly PostcodeRow[]) => rows.some((row) => row.place !== null && nameKey(row.place) === nameKey(rest));

/** The country whose postcode this is: by its form, by what was typed beside it, else the country asked for. */
function countryOf(register: Register, typed: TypedPostcode, rows: readonly PostcodeRow[], country: string): string | null {
  const countries = [...new Set(rows.map((row) => row.country))];
  if (typed.country !== null) return countries.includes(typed.country) ? typed.country : null;
  const fitting = countries.filter((each) => {
    const own = rows.filter((row) => row.country === each);
    if (foldName(typed.rest) === '') return false;
    const named = register.places.lookUp(typed.rest, each);
    return isDistrict(typed.rest, own) || named.some((place) => own.some((row) => row.region === place.region));
  });
  if (countries.includes(country) && (fitting.length === 0 || fitting.includes(country))) return country;
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Likely is the municipality in which the town of that name lies, where that is known, else the one with most of the area. */
function choicesIn(register: Register, rows: readonly PostcodeRow[], country: string): PlaceChoice[] {
  const choices = rows.flatMap((row) => postcodePlace(register, row));
  const named = register.places.lookUp(rows[0]?.place ?? '', country);
  const town = choices.find((choice) => named.length === 1 && choice.region === named[0]?.region);
  if (!town) return choices;
  return [{ ...town, likely: true }, ...choices.filter((each) => each !== town).map((each) => ({ ...each, likely: false }))];
}

/** Settles a postcode of several municipalities by the name beside it; a name that contradicts the code is asked about. */
function withinCountry(register: Register, rest: string, rows: readonly PostcodeRow[], country: string): PlaceAnswer {
  const choices = choicesIn(register, rows, country);
  const [main] = choices;
  if (!main) return { state: 'unknown', suggestions: [] };
  const beside = foldName(rest) === '' || isDistrict(rest, rows) ? null : findNamedPlace(register, rest, country);
  if (beside?.state === 'found') {
    const named = choices.find((each) => each.region === beside.region);
    if (named) return found(named);
    if (!register.ancestors(main.region).some((region) => region.code === beside.region)) {
      return { state: 'ambiguous', choices: [main, toChoice(beside)].map((each) => ({ ...each, likely: false })) };
    }
  }
  return choices.length === 1 ? found(main) : { state: 'ambiguous', choices };
}

function toChoice({ state: _, ...place }: PlaceAnswer & { state: 'found' }): PlaceChoice {
  return { ...place, likely: false };
}

function namedBeside(register: Register, rest: string, country: string): PlaceChoice[] {
  const beside = foldName(rest) === '' ? null : findNamedPlace(register, rest, country);
  if (beside?.state === 'found') return [toChoice(beside)];
  return beside?.state === 'ambiguous' ? beside.choices.slice(0, SUGGESTIONS) : [];
}

async function findPostcode(db: Db, register: Register, typed: TypedPostcode, country: string): Promise<PlaceAnswer> {
  const { postcode } = schema;
  const countries = register.countries().map((region) => region.code);
  const rows = await db
    .select()
    .from(postcode)
    .where(and(eq(postcode.code, typed.code), inArray(postcode.country, countries)))
    .orderBy(desc(postcode.main), desc(postcode.areaShare), postcode.country, postcode.region);
  const chosen = countryOf(register, typed, rows, country);
  if (chosen !== null) return withinCountry(register, typed.rest, rows.filter((row) => row.country === chosen), chosen);
  const beside = namedBeside(register, typed.rest, typed.country ?? country);
  if (rows.length === 0 || typed.country !== null) return { state: 'unknown', suggestions: beside };
  const elsewhere = rows.filter((row) => row.main).flatMap((row) => postcodePlace(register, row));
  return { state: 'ambiguous', choices: [...beside, ...elsewhere].map((each) => ({ ...each, likely: false })) };
}

/**
 * @param text a region code, a postcode with or without its district, or a name in any usual spelling
 * @param country lower-case code that settles postcodes and names found in several countries
 */
export async function findPlace(db: Db, register: Register, { text, country }: { text: string; country: string }): Promise<PlaceAnswer> {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (typed === '') return { state: 'none' };
  if (typed.length > LONGEST) return { state: 'unknown', suggestions: [] };
  const region = register.region(typed);
  if (region) return { state: 'found', ...regionPlace(region) };
  const postcode = parsePostcode(typed);
  return postcode ? findPostcode(db, register, postcode, country) : findNamedPlace(register, typed, country);
}
