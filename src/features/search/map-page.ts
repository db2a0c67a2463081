/** The municipalities of a country with the number of providers that can help in each: for the map and its equal, the list. */
import { collator, type Locale, type SpokenText } from '#i18n/format.ts';
import { DRAWINGS, type MapCountry } from '#features/regions/outlines.ts';
import type { Region } from '#features/regions/model.ts';
import type { Register } from '#features/regions/register.ts';
import { DEFAULT_COUNTRY } from './input.ts';
import { ANY_COUNTRY } from './model.ts';
import { placeValue } from './place-value.ts';

export interface MapRow {
  code: string;
  name: SpokenText;
  count: number;
  /** The municipality as the search takes it. */
  place: string;
}

export interface MapList {
  /** Of the region above; null: there is none. */
  code: string | null;
  name: SpokenText | null;
  rows: MapRow[];
}

function mapRow({ code, names, country }: Region, register: Register, counts: Readonly<Record<string, number>>, locale: Locale): MapRow {
  const place = placeValue({ region: code, postcode: null, label: { names, detail: null, country } }, register);
  return { code, name: register.name(code, locale), count: counts[code] ?? 0, place };
}

/** Regions by name, and the municipalities of each by name, both as the reader's language sorts. */
export function mapLists(register: Register, country: string, counts: Readonly<Record<string, number>>, locale: Locale): MapList[] {
  const { compare } = collator(locale);
  const byName = (a: { name: SpokenText | null }, b: { name: SpokenText | null }) => compare(a.name?.text ?? '', b.name?.text ?? '');
  const above = (code: string | null) => (code === null || code === country || !register.region(code) ? null : code);
  const groups = Map.groupBy(register.municipalities(country), (region) => above(region.parent));
  return [...groups]
    .map(([code, members]): MapList => ({
      code,
      name: code === null ? null : register.name(code, locale),
      rows: members.map((region) => mapRow(region, register, counts, locale)).sort(byName),
    }))
    .sort(byName);
}

/** The country whose municipalities are listed: one at a time, Denmark where none is chosen. */
export function listedCountry(country: string): string {
  return country === ANY_COUNTRY ? DEFAULT_COUNTRY : country;
}

/** Null: there are no outlines of it, and the list stands alone. */
export function drawnCountry(country: string): MapCountry | null {
  return Object.hasOwn(DRAWINGS, country) ? (country as MapCountry) : null;
}
