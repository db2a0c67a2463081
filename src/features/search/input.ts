/** The search in an address: read with care, written in one way only. Serves the page, the map and the API. */
import { DomainError, type Fault } from '#platform/errors.ts';
import type { Locale } from '#platform/input.ts';
import { DELIVERY, PROGRAMME_KINDS } from '#features/programmes/input.ts';
import { ACCESSIBILITY, PROVIDER_KINDS, languageTag } from '#features/providers/input.ts';
import type { Register } from '#features/regions/register.ts';
import { ANY_COUNTRY, FACETS, FILTER_FACETS, SORTS, type Facet, type FilterFacet, type SearchQuery, type Sort } from './model.ts';

export interface SearchInput {
  /** Words, free of signs that print nothing; empty: none. */
  q: string;
  /** As typed: a region code, a postcode or a name; `findPlace` of regions knows which. */
  place: string;
  /** Lower-case code, or `all`. */
  country: string;
  filters: Partial<Record<FilterFacet, string[]>>;
  sort: Sort;
  page: number;
  pageSize: number;
  /** Facets wanted in an API answer. */
  facets: readonly Facet[];
}

/** Something in the address that could not be used, and was left out. */
export interface InputProblem {
  parameter: string;
  value: string;
  /** In English, for API clients and logs; a page says it in its own words. */
  expected: string;
}

export interface ReadOptions {
  defaultPageSize?: number;
  /** Up to this many with `pageSize`; 0: the parameter is not known here. */
  maxPageSize?: number;
  /** Parameter names beside the search's own; others are a problem. Absent: others are none of our business. */
  alsoKnown?: readonly string[];
}

export type KnownCodes = Pick<Register, 'targetGroup' | 'countries'>;

export const DEFAULT_COUNTRY = 'dk';
export const PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;
const LONGEST_TEXT = 200;
const LONGEST_PLACE = 120;
const MOST_VALUES = 50;
const LAST_PAGE = 100_000;
const SINGLE = ['q', 'place', 'country', 'sort', 'page', 'pageSize'] as const;

type Problems = (parameter: string, value: string, expected: string) => void;

/** Without control, formatting and broken characters, blanks made single. */
function cleanText(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]+/gu, ' ').replace(/\s+/g, ' ').trim();
}

function bounded(parameter: string, given: string, longest: number, problem: Problems): string {
  const text = cleanText(given);
  const letters = [...text];
  if (letters.length <= longest) return text;
  problem(parameter, `${letters.slice(0, 40).join('')}…`, `at most ${longest} characters`);
  return letters.slice(0, longest).join('').trim();
}

interface Rule {
  fits(value: string): boolean;
  expected: string;
}

const oneOf = (values: readonly string[]): Rule => ({ fits: (value) => values.includes(value), expected: `one of ${values.join(', ')}` });

function rules(known: KnownCodes): Record<FilterFacet, Rule> {
  return {
    group: { fits: (value) => known.targetGroup(value) !== null, expected: 'a target group of /api/v1/target-groups' },
    kind: oneOf(PROVIDER_KINDS),
    service: oneOf(PROGRAMME_KINDS),
    language: { fits: (value) => languageTag.safeParse(value).success, expected: 'a language as BCP 47, such as da or zh-Hant' },
    accessibility: oneOf(ACCESSIBILITY),
    delivery: oneOf(DELIVERY),
    approved: oneOf(['yes']),
    price: oneOf(['free']),
  };
}

function readFilters(params: URLSearchParams, known: KnownCodes, problem: Problems): SearchInput['filters'] {
  const all = rules(known);
  const filters: SearchInput['filters'] = {};
  for (const facet of FILTER_FACETS) {
    // An empty value is what a form sends for "no choice".
    const given = [...new Set(params.getAll(facet).map((value) => cleanText(value)).filter(Boolean))];
    const good = given.filter((value) => {
      if (!all[facet].fits(value)) problem(facet, value.slice(0, 100), all[facet].expected);
      return all[facet].fits(value);
    });
    if (good.length > MOST_VALUES) problem(facet, String(good.length), `at most ${MOST_VALUES} values`);
    if (good.length > 0) filters[facet] = good.slice(0, MOST_VALUES).sort();
  }
  return filters;
}

function readNumber(parameter: string, given: string | null, fallback: number, most: number, problem: Problems): number {
  if (given === null || given === '') return fallback;
  const value = /^\d{1,9}$/.test(given) ? Number(given) : NaN;
  if (value >= 1 && value <= most) return value;
  problem(parameter, given.slice(0, 40), `a whole number from 1 to ${most}`);
  return value > most ? most : fallback;
}

function readFacets(params: URLSearchParams, problem: Problems): readonly Facet[] {
  const given = params.getAll('facets').flatMap((value) => value.split(',')).map((value) => value.trim()).filter(Boolean);
  if (given.length === 0) return FACETS;
  if (given.length === 1 && given[0] === 'none') return [];
  const rule = oneOf([...FACETS, 'none']);
  for (const value of given) if (!rule.fits(value)) problem('facets', value.slice(0, 40), rule.expected);
  return FACETS.filter((facet) => given.includes(facet));
}

function readChoice<T extends string>(parameter: string, given: string | null, values: readonly T[], fallback: T, problem: Problems): T {
  const value = cleanText(given ?? '');
  if (value === '') return fallback;
  const found = values.find((each) => each === value);
  if (found === undefined) problem(parameter, value.slice(0, 40), `one of ${values.join(', ')}`);
  return found ?? fallback;
}

/** Never throws: what cannot be used is left out and told. A page shows the problems; an API refuses with `refuseProblems`. */
export function readSearch(params: URLSearchParams, known: KnownCodes, options: ReadOptions = {}): { input: SearchInput; problems: InputProblem[] } {
  const { defaultPageSize = PAGE_SIZE, maxPageSize = 0, alsoKnown } = options;
  const problems: InputProblem[] = [];
  const problem: Problems = (parameter, value, expected) => void problems.push({ parameter, value, expected });
  for (const name of SINGLE) {
    if (new Set(params.getAll(name)).size > 1) problem(name, cleanText(params.getAll(name)[1] ?? '').slice(0, 40), 'given once');
  }
  if (alsoKnown) {
    const names: readonly string[] = [...SINGLE, ...FILTER_FACETS, 'facets', ...alsoKnown];
    for (const name of new Set(params.keys())) if (!names.includes(name)) problem(name.slice(0, 40), '', `one of the parameters ${names.join(', ')}`);
  }
  const q = bounded('q', params.get('q') ?? '', LONGEST_TEXT, problem);
  const countries = [...known.countries().map((region) => region.code), ANY_COUNTRY];
  const input: SearchInput = {
    // Signs alone are no words: they would find nobody.
    q: /[\p{L}\p{N}]/u.test(q) ? q : '',
    place: bounded('place', params.get('place') ?? '', LONGEST_PLACE, problem),
    country: readChoice('country', params.get('country')?.toLowerCase() ?? null, countries, DEFAULT_COUNTRY, problem),
    filters: readFilters(params, known, problem),
    sort: readChoice('sort', params.get('sort'), SORTS, 'fit', problem),
    page: readNumber('page', params.get('page'), 1, LAST_PAGE, problem),
    pageSize: maxPageSize > 0 ? readNumber('pageSize', params.get('pageSize'), defaultPageSize, maxPageSize, problem) : defaultPageSize,
    facets: readFacets(params, problem),
  };
  return { input, problems };
}

/** @throws DomainError bad-request that names every problem */
export function refuseProblems(problems: readonly InputProblem[]): void {
  if (problems.length === 0) return;
  const faults = problems.map(({ parameter, value, expected }): Fault => ({ pointer: `/${parameter}`, field: parameter, value, expected }));
  throw new DomainError('bad-request', 'The address holds something that the search does not know.', faults);
}

/**
 * The one way to write a search: fixed order, defaults left out. For links, chips, the canonical address and cache keys.
 * `facets` and the page size of a page are not part of it.
 */
export function toSearchParams(input: Partial<SearchInput>, defaultPageSize = PAGE_SIZE): URLSearchParams {
  const params = new URLSearchParams();
  const add = (name: string, value: string | undefined, standard: string) => {
    if (value !== undefined && value !== standard) params.append(name, value);
  };
  add('q', input.q, '');
  add('place', input.place, '');
  add('country', input.country, DEFAULT_COUNTRY);
  for (const facet of FILTER_FACETS) for (const value of [...(input.filters?.[facet] ?? [])].sort()) params.append(facet, value);
  add('sort', input.sort, 'fit');
  add('page', input.page === undefined ? undefined : String(input.page), '1');
  add('pageSize', input.pageSize === undefined ? undefined : String(input.pageSize), String(defaultPageSize));
  return params;
}

/** @param day YYYY-MM-DD, today @param place what `findPlace` found; null: none, or not settled */
export function searchQuery(input: SearchInput, { locale, place, day }: { locale: Locale; place: SearchQuery['place']; day: string }): SearchQuery {
  const { q, country, filters, sort, page, pageSize } = input;
  return { text: q, locale, country, place, filters, sort, page, pageSize, day };
}
