/**
 * The order of a list (method.md section 9): one configuration that sorts and that `explain.ts` puts in words.
 * Results never enter the default order, payment enters none. Pure.
 */
import { distanceKm } from '#features/regions/model.ts';
import { TIERS, type Point, type SearchHit, type SearchQuery, type Sort, type Tier } from './model.ts';

/** words: how well they match, in bands. shuffle: the daily one. */
export type OrderKey = 'words' | 'tier' | 'place' | 'group' | 'open' | 'distance' | 'price' | 'waiting' | 'name' | 'shuffle';

/** What sorting needs of a provider. */
export interface Sortable {
  id: number;
  points: readonly Point[];
  price: { amount: number; currency: string } | null;
  waitingWeeks: number | null;
  /** `nameSortKey` of its name. */
  nameKey: string;
  tiers: Record<'results' | 'experiences', Tier>;
}

/** What an engine found out about one hit. */
export interface HitFacts {
  /** 0 best; the same for all when nothing was typed. */
  band: number;
  place: 'local' | 'neighbouring' | 'remote';
  groupSpecific: boolean;
}

/** The lists that have a best band to be proud of: all words in the name, or in the short texts and data. */
export const GOOD_BAND = 1;
export const BANDS = 5;
const OPEN_SOON_WEEKS = 4;
const PLACES: readonly HitFacts['place'][] = ['local', 'neighbouring', 'remote'];
const CURRENCY: Readonly<Record<string, string>> = { dk: 'DKK', se: 'SEK', nl: 'EUR', fi: 'EUR', us: 'USD' };

type Asked = Pick<SearchQuery, 'text' | 'place' | 'filters' | 'sort'>;

function fitKeys({ text, place, filters }: Asked): OrderKey[] {
  const keys: [OrderKey, boolean][] = [
    ['words', text.trim() !== ''],
    ['place', place !== null],
    ['group', (filters.group ?? []).length > 0],
    ['open', true],
    ['distance', place !== null && place.point !== null],
    ['shuffle', true],
  ];
  return keys.flatMap(([key, used]) => (used ? [key] : []));
}

/** What decides, first to last, for this query. */
export function orderKeys(asked: Asked): OrderKey[] {
  const fit = fitKeys(asked);
  const first: Partial<Record<Sort, OrderKey>> = { price: 'price', waiting: 'waiting', results: 'tier', experiences: 'tier' };
  if (asked.sort === 'name') return ['name'];
  if (asked.sort === 'distance') return fit.includes('distance') ? ['distance', ...fit.filter((key) => key !== 'distance')] : fit;
  const key = first[asked.sort];
  return key === undefined ? fit : [key, ...fit];
}

/** Known to start within four weeks. An unknown wait is not a short one. */
export const isOpenSoon = (waitingWeeks: number | null): boolean => waitingWeeks !== null && waitingWeeks <= OPEN_SOON_WEEKS;

/** Nearest location, as the crow flies; null for help at a distance, where distance says nothing. */
export function hitDistance(record: Sortable, facts: HitFacts, point: Point | null): number | null {
  if (point === null || facts.place === 'remote' || record.points.length === 0) return null;
  return record.points.reduce((nearest, each) => Math.min(nearest, distanceKm(point, each)), Infinity);
}

export const localCurrency = (country: string): string | null => CURRENCY[country] ?? null;

/** Other currencies come after the country's own, each by itself: amounts of two currencies are not compared. */
function priceRank(price: Sortable['price'], country: string): number {
  if (price === null) return Infinity;
  if (price.currency === localCurrency(country)) return price.amount;
  const letters = [...price.currency].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 65, 0);
  return (1 + letters) * 1e11 + price.amount;
}

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The day's random place of a provider, the same for everybody. @param day YYYY-MM-DD */
export function shuffleRank(id: number, day: string): number {
  let seed = 0x811c9dc5;
  for (let i = 0; i < day.length; i++) seed = Math.imul(seed ^ day.charCodeAt(i), 0x01000193);
  return mix(mix(seed) ^ Math.imul(id, 0x9e3779b1));
}

export type OrderValue = (record: Sortable, facts: HitFacts) => number | string;

/** One value a key, smaller first; unknown is infinite and so comes last, whatever the direction of the known ones. */
export function orderValues(query: SearchQuery): OrderValue[] {
  const point = query.place?.point ?? null;
  const values: Record<OrderKey, OrderValue> = {
    words: (_, facts) => facts.band,
    tier: (record) => TIERS.indexOf(record.tiers[query.sort === 'experiences' ? 'experiences' : 'results']),
    place: (_, facts) => PLACES.indexOf(facts.place),
    group: (_, facts) => (facts.groupSpecific ? 0 : 1),
    open: (record) => (isOpenSoon(record.waitingWeeks) ? 0 : 1),
    distance: (record, facts) => hitDistance(record, facts, point) ?? Infinity,
    price: (record) => priceRank(record.price, query.country),
    waiting: (record) => record.waitingWeeks ?? Infinity,
    name: (record) => record.nameKey,
    shuffle: (record) => shuffleRank(record.id, query.day),
  };
  return [...orderKeys(query).map((key) => values[key]), (record) => record.id];
}

/** The list within the answer that a hit belongs to. */
export function hitList(record: Sortable, sort: Sort): SearchHit['list'] {
  if (sort === 'price') return record.price === null ? 'unknown' : 'known';
  if (sort === 'waiting') return record.waitingWeeks === null ? 'unknown' : 'known';
  return sort === 'results' || sort === 'experiences' ? record.tiers[sort] : null;
}

/** How many are in each tier. @param tiers of every hit */
export function countTiers(tiers: Iterable<Tier>): Record<Tier, number> {
  const counts: Record<Tier, number> = { better: 0, 'as-expected': 0, worse: 0, 'cannot-tell': 0 };
  for (const tier of tiers) counts[tier] += 1;
  return counts;
}

/** The tiers that this order has; null: it has none. */
export const tiersOf = (sort: Sort): keyof Sortable['tiers'] | null => (sort === 'results' || sort === 'experiences' ? sort : null);

export function hitOf(record: Sortable, facts: HitFacts, query: SearchQuery): SearchHit {
  const distance = hitDistance(record, facts, query.place?.point ?? null);
  return {
    id: record.id,
    distanceKm: distance,
    why: {
      words: query.text.trim() !== '' && facts.band <= GOOD_BAND,
      local: query.place !== null && facts.place === 'local',
      groupSpecific: facts.groupSpecific,
      openSoon: isOpenSoon(record.waitingWeeks),
    },
    list: hitList(record, query.sort),
  };
}
