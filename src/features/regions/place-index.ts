/** The names under which places are known, ready to be looked up. Pure. */
import { baseKey, bareKey, forgiven, looseName, nameKey, typingDistance, type PlaceKind } from './names.ts';
import { isMunicipality, OWN_LANGUAGE, type District, type Region } from './model.ts';

/** How good a name is, best first: a municipality's, a larger region's, an alias, a postal district, a district without its last word. */
export const RANK = { municipality: 0, wider: 1, alias: 2, district: 3, base: 4 } as const;
type Rank = (typeof RANK)[keyof typeof RANK];

export interface NamedPlace {
  text: string;
  key: string;
  loose: string;
  rank: Rank;
  kind: PlaceKind;
  country: string;
  region: string;
  population: number;
  district: District | null;
}

export interface PlaceIndex {
  /** Best first: by rank, then population; of one region, the name in its own language first. */
  all: readonly NamedPlace[];
  /** The best places of that name in the given country, else elsewhere; empty when there are none. */
  lookUp(text: string, country: string): NamedPlace[];
  /** The place meant by a misspelt name, if there is only one; and a larger or better one elsewhere. */
  nearest(text: string, country: string): NamedPlace[];
}

function namesOf(region: Region): NamedPlace[] {
  const kind: PlaceKind = isMunicipality(region) ? 'municipality' : 'wider';
  const make = (text: string, key: string, rank: Rank): NamedPlace => ({
    text, key, loose: looseName(key), rank, kind, country: region.country, region: region.code, population: region.population ?? 0, district: null,
  });
  const own = new Set([region.names[OWN_LANGUAGE[region.country] ?? 'en'], ...Object.values(region.names)].filter((name) => name !== undefined));
  return [...own, region.code, ...region.aliases].flatMap((text, i) => {
    const key = nameKey(text);
    const rank = i > own.size ? RANK.alias : kind === 'municipality' ? RANK.municipality : RANK.wider;
    const bare = bareKey(key).key;
    const base = baseKey(bare);
    return [
      make(text, key, rank),
      ...(bare === key ? [] : [make(text, bare, kind === 'wider' ? RANK.alias : rank)]),
      ...(base === null ? [] : [make(text, base, RANK.base)]),
    ];
  });
}

function districtNames(district: District, regions: ReadonlyMap<string, Region>): NamedPlace[] {
  const region = regions.get(district.regions[0] ?? '');
  if (!region) return [];
  const key = nameKey(district.name);
  const base = baseKey(key);
  const make = (each: string, rank: Rank): NamedPlace => ({
    text: district.name, key: each, loose: looseName(each), rank, kind: 'municipality', country: district.country,
    region: region.code, population: region.population ?? 0, district,
  });
  return base === null ? [make(key, RANK.district)] : [make(key, RANK.district), make(base, RANK.base)];
}

function group(places: readonly NamedPlace[], by: 'key' | 'loose'): Map<string, NamedPlace[]> {
  const groups = new Map<string, NamedPlace[]>();
  for (const place of places) {
    const known = groups.get(place[by]);
    if (known) known.push(place);
    else groups.set(place[by], [place]);
  }
  return groups;
}

/**
 * The names of the best rank. A curated name says where a town lies, better than the area of its postal district does;
 * it only takes over the district's point and postcode.
 */
function best(places: readonly NamedPlace[]): NamedPlace[] {
  const rank = Math.min(...places.map((place) => place.rank));
  const top = places.filter((place) => place.rank === rank);
  const curated = top.filter((place) => place.district === null);
  const districts = places.filter((place) => place.district !== null && (place.rank === rank || rank === RANK.alias));
  const placed = curated.map((place): NamedPlace => {
    const district = rank < RANK.alias ? undefined : districts.find((each) => each.district?.regions.includes(place.region))?.district;
    return district ? { ...place, text: district.name, district: { ...district, regions: [place.region] } } : place;
  });
  return [...placed, ...top.filter((place) => place.district !== null && !curated.some((each) => each.region === place.region))];
}

/** The exact spelling at home, a loose one at home, then the same elsewhere; at last without a telling-apart word. */
function lookUpIn(exact: Map<string, NamedPlace[]>, loose: Map<string, NamedPlace[]>) {
  return (text: string, country: string): NamedPlace[] => {
    const key = nameKey(text);
    const bare = bareKey(key);
    const find = (home: boolean, form: Map<string, NamedPlace[]>, fold: (key: string) => string) => {
      const named = (form.get(fold(key)) ?? []).filter((place) => (place.country === country) === home);
      const kinds = bare.kind === null ? [] : (form.get(fold(bare.key)) ?? []).concat(form.get(fold(bare.key.replace(/s$/, ''))) ?? []);
      return [...named, ...kinds.filter((place) => place.kind === bare.kind && (place.country === country) === home)];
    };
    for (const home of [true, false]) {
      for (const found of [find(home, exact, (each) => each), find(home, loose, looseName)]) if (found.length > 0) return best(found);
    }
    const base = baseKey(key);
    const found = (base === null ? [] : (exact.get(base) ?? [])).filter((place) => place.country === country);
    return found.length > 0 ? best(found) : [];
  };
}

/** The one region with a name closest to what was typed (the best names count); null when there is none or there are several. */
function closest(places: readonly NamedPlace[], typed: string): { place: NamedPlace; distance: number } | null {
  let limit = forgiven(typed.length);
  let nearest: NamedPlace[] = [];
  if (limit === 0) return null;
  for (const place of places) {
    const distance = typingDistance(typed, place.loose, limit);
    if (distance > limit) continue;
    if (distance < limit) nearest = [];
    limit = distance;
    nearest.push(place);
  }
  const [place] = nearest;
  return place && nearest.every((each) => each.rank > place.rank || each.region === place.region) ? { place, distance: limit } : null;
}

/** Every name of every place. */
export function indexPlaces(regions: ReadonlyMap<string, Region>, districts: readonly District[]): PlaceIndex {
  const all = [...[...regions.values()].flatMap(namesOf), ...districts.flatMap((each) => districtNames(each, regions))].sort(
    (a, b) => a.rank - b.rank || b.population - a.population || (a.region < b.region ? -1 : a.region > b.region ? 1 : 0),
  );
  return {
    all,
    lookUp: lookUpIn(group(all, 'key'), group(all, 'loose')),
    nearest(text, country) {
      const typed = looseName(bareKey(nameKey(text)).key);
      const home = closest(all.filter((place) => place.country === country), typed);
      const away = closest(all.filter((place) => place.country !== country), typed);
      const better = away && (!home || away.distance < home.distance || (away.distance === home.distance && away.place.population > home.place.population));
      return [...(home ? [home.place] : []), ...(better ? [away.place] : [])];
    },
  };
}
