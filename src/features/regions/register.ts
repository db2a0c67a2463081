/** Places, target groups and sectors, read once and kept in memory: some thousand rows that every page asks for. */
import { asc, isNotNull } from 'drizzle-orm';
import { schema, type Db } from '#db/client.ts';
import { countryName, LOCALES, pickText, type SpokenText } from '#i18n/format.ts';
import type { Locale } from '#platform/input.ts';
import { isMunicipality, pointOf, type District, type Region, type Sector, type TargetGroup } from './model.ts';
import { indexPlaces, type PlaceIndex } from './place-index.ts';

export interface Register {
  region(code: string): Region | null;
  /** In the reader's language, else the first of da, en, sv, nl, fi; the code itself when it is not known. */
  name(code: string, locale: Locale): SpokenText;
  countries(): readonly Region[];
  children(code: string): readonly Region[];
  /** Of a country (`dk`), in order of code. In a country without municipalities of its own: the smallest regions. */
  municipalities(country: string): readonly Region[];
  /** Nearest first: the region, then the country. */
  ancestors(code: string): readonly Region[];
  /**
   * Coverage as given, made comparable. `leaves`: municipalities; `areas`: those and every region above them.
   * A code that is not known stands for itself. Both sorted, without repetition.
   */
  expand(codes: readonly string[]): { leaves: string[]; areas: string[] };
  targetGroup(code: string): TargetGroup | null;
  targetGroups(): readonly TargetGroup[];
  sector(code: string): Sector | null;
  sectors(): readonly Sector[];
  readonly districts: readonly District[];
  readonly places: PlaceIndex;
}

export interface RegisterData {
  regions: readonly Region[];
  targetGroups: readonly TargetGroup[];
  sectors: readonly Sector[];
  districts: readonly District[];
}

interface Tree {
  children: ReadonlyMap<string, Region[]>;
  ancestors(code: string): readonly Region[];
  leaves(code: string): readonly string[];
}

/** A parent that is not known, or a circle of parents that a catalogue brought, ends the walk. */
function treeOf(regions: ReadonlyMap<string, Region>): Tree {
  const children = new Map<string, Region[]>();
  for (const region of regions.values()) {
    if (region.parent !== null) children.set(region.parent, [...(children.get(region.parent) ?? []), region]);
  }
  const above = new Map<string, Region[]>();
  const below = new Map<string, string[]>();
  const climb = (code: string): Region[] => {
    const found: Region[] = [];
    for (let each = regions.get(regions.get(code)?.parent ?? ''); each && each.code !== code && !found.includes(each); ) {
      found.push(each);
      each = regions.get(each.parent ?? '');
    }
    return found;
  };
  const descend = (code: string, seen: Set<string>): string[] => {
    const region = regions.get(code);
    const inside = children.get(code) ?? [];
    if (seen.has(code)) return [];
    seen.add(code);
    if (!region || isMunicipality(region) || inside.length === 0) return [code];
    return inside.flatMap((child) => descend(child.code, seen));
  };
  const once = <T>(kept: Map<string, T>, code: string, make: () => T): T => {
    if (!regions.has(code)) return make();
    const known = kept.get(code) ?? make();
    kept.set(code, known);
    return known;
  };
  return {
    children,
    ancestors: (code) => once(above, code, () => climb(code)),
    leaves: (code) => once(below, code, () => descend(code, new Set())),
  };
}

/** A catalogue may bring regions of a country that the shipped register does not hold: the country stands above them. */
function withCountries(regions: readonly Region[]): Region[] {
  const known = new Set(regions.map((region) => region.code));
  const missing = [...new Set(regions.map((region) => region.country))].filter((country) => !known.has(country)).sort();
  const countries = missing.map((code): Region => ({
    code, scheme: code, country: code, parent: null, aliases: [], lat: null, lon: null, population: null, neighbours: [],
    names: Object.fromEntries(LOCALES.map((locale) => [locale, countryName(locale, code)])),
  }));
  const below = regions.map((region) => (region.parent === null && region.code !== region.country ? { ...region, parent: region.country } : region));
  return [...below, ...countries];
}

/** Pure; `loadRegister` reads the data. */
export function createRegister(given: RegisterData): Register {
  const data = { ...given, regions: withCountries(given.regions) };
  const regions = new Map(data.regions.map((region) => [region.code, region]));
  const groups = new Map(data.targetGroups.map((each) => [each.code, each]));
  const sectors = new Map(data.sectors.map((each) => [each.code, each]));
  const tree = treeOf(regions);
  const byCountry = Map.groupBy(data.regions, (region) => region.country);
  return {
    region: (code) => regions.get(code) ?? null,
    name: (code, locale) => pickText(regions.get(code)?.names, locale) ?? { text: code, lang: locale },
    countries: () => data.regions.filter((region) => region.code === region.country),
    children: (code) => tree.children.get(code) ?? [],
    municipalities(country) {
      const all = byCountry.get(country) ?? [];
      const own = all.filter(isMunicipality);
      return own.length > 0 ? own : all.filter((region) => region.code !== country && !tree.children.has(region.code));
    },
    ancestors: tree.ancestors,
    expand(codes) {
      const leaves = new Set(codes.flatMap((code) => tree.leaves(code)));
      const areas = new Set([...leaves, ...[...leaves].flatMap((leaf) => tree.ancestors(leaf).map((region) => region.code))]);
      return { leaves: [...leaves].sort(), areas: [...areas].sort() };
    },
    targetGroup: (code) => groups.get(code) ?? null,
    targetGroups: () => data.targetGroups,
    sector: (code) => sectors.get(code) ?? null,
    sectors: () => data.sectors,
    districts: data.districts,
    places: indexPlaces(regions, data.districts),
  };
}

/** Postal districts out of the postcode rows that carry a name: one for each country and name. */
async function readDistricts(db: Db): Promise<District[]> {
  const { postcode } = schema;
  const named = await db.select().from(postcode).where(isNotNull(postcode.place)).orderBy(asc(postcode.country), asc(postcode.code));
  const groups = Map.groupBy(named, (row) => `${row.country} ${row.place ?? ''}`);
  return [...groups.values()].flatMap((rows): District[] => {
    const first = rows[0];
    if (!first || first.place === null) return [];
    const main = rows.filter((row) => row.main);
    const points = main.flatMap((row) => pointOf(row) ?? []);
    const mean = (of: (typeof points)[number][], axis: 'lat' | 'lon') => of.reduce((sum, each) => sum + each[axis], 0) / of.length;
    return [{
      country: first.country,
      name: first.place,
      postcodes: main.map((row) => row.code),
      point: points.length === 0 ? null : { lat: mean(points, 'lat'), lon: mean(points, 'lon') },
      regions: [...new Set([...main, ...rows.filter((row) => !row.main)].map((row) => row.region))],
    }];
  });
}

/** Regions and target groups that a catalogue brought are in it too. Reads four tables; some tens of milliseconds. */
export async function loadRegister(db: Db): Promise<Register> {
  const { region, targetGroup, sector } = schema;
  const regions: Region[] = await db
    .select({
      code: region.code, scheme: region.scheme, country: region.country, parent: region.parent, names: region.names,
      aliases: region.aliases, lat: region.lat, lon: region.lon, population: region.population, neighbours: region.neighbours,
    })
    .from(region)
    .orderBy(asc(region.code));
  const targetGroups = await db.select().from(targetGroup).orderBy(asc(targetGroup.position), asc(targetGroup.code));
  const sectors = await db.select().from(sector).orderBy(asc(sector.position), asc(sector.code));
  return createRegister({
    regions,
    targetGroups: targetGroups as TargetGroup[],
    sectors: sectors as Sector[],
    districts: await readDistricts(db),
  });
}
