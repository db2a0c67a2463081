/** What search knows and answers. Pure. */
import type { Locale, LocalisedText } from '#platform/input.ts';
import type { Accessibility, ProviderKind } from '#features/providers/input.ts';
import type { ProgrammeKind } from '#features/programmes/input.ts';
import type { PublishedResult } from '#features/results/model.ts';

/** Projection of one provider: everything that lists, cards and engines need, so that they read nothing else. */
export interface ProviderSummary {
  id: number;
  slug: string;
  name: string;
  kind: ProviderKind;
  /** Invented: its organisation number has the scheme `demo`. */
  demo: boolean;
  summary: LocalisedText | null;
  /** Lower-case country codes of its coverage, such as `dk`. */
  countries: string[];
  /** Coverage expanded to municipalities, and every region above them. */
  areas: string[];
  locations: { region: string; city: string | null; postcode: string | null; lat: number | null; lon: number | null }[];
  remote: boolean | null;
  /** Of the provider and of its open programmes. */
  groups: string[];
  services: ProgrammeKind[];
  languages: string[];
  accessibility: Accessibility[];
  delivery: ('onsite' | 'remote')[];
  sectors: string[];
  /** At least one open programme is known to cost the citizen nothing; null: no price is known. */
  freeForCitizen: boolean | null;
  /** Lowest known price of an open programme for one participant, whoever pays; null: not known. */
  lowestPrice: { amount: number; currency: string; paidBy: string } | null;
  /** Shortest known wait of an open programme; null: not known. */
  waitingWeeks: number | null;
  programmes: { code: string; title: LocalisedText; kind: ProgrammeKind; totalHours: number | null; weeks: number | null }[];
  /** The one published figure a card shows, with its grade; null: nothing published. */
  headline: PublishedResult | null;
  /** Texts to search in, by language; only what is public. */
  texts: { programmes: LocalisedText[]; descriptions: LocalisedText[] };
}

export const FACETS = ['region', 'group', 'kind', 'service', 'language', 'accessibility', 'delivery', 'approved', 'price'] as const;
export type Facet = (typeof FACETS)[number];
export const SORTS = ['fit', 'distance', 'name', 'price', 'waiting', 'results', 'experiences'] as const;
export type Sort = (typeof SORTS)[number];

export interface Point {
  lat: number;
  lon: number;
}

/** Filters: OR inside one, AND between them. */
export interface SearchQuery {
  text: string;
  locale: Locale;
  country: string;
  /** Region code the visitor lives in, and the point distances are measured from. */
  place: { region: string; point: Point | null } | null;
  filters: Partial<Record<Exclude<Facet, 'region'>, string[]>>;
  sort: Sort;
  page: number;
  pageSize: number;
  /** YYYY-MM-DD: seed of the neutral shuffle, the same for all visitors on one day. */
  day: string;
}

export interface SearchHit {
  id: number;
  /** From the visitor's place to the nearest location; null: no place given, no location known, or help at a distance only. */
  distanceKm: number | null;
  /** Parts of the order, for the sentence that explains it. */
  why: { words: boolean; local: boolean; groupSpecific: boolean; openSoon: boolean };
}

export interface SearchAnswer {
  hits: SearchHit[];
  total: number;
  /** A facet's own counts ignore its own filter. */
  facets: Record<Facet, Record<string, number>>;
  /** The text that was searched instead, when the one given found nothing. */
  corrected: string | null;
  engine: 'embedded' | 'meilisearch';
}

export interface Suggestion {
  kind: 'provider' | 'service' | 'group' | 'place' | 'programme';
  text: string;
  /** Provider slug, programme kind, target group or region code; for `programme`, the text itself. */
  value: string;
}

/** Both engines answer alike (tests/contract/search). */
export interface SearchEngine {
  readonly name: 'embedded' | 'meilisearch';
  upsert(summaries: readonly ProviderSummary[]): Promise<void>;
  remove(ids: readonly number[]): Promise<void>;
  /** Builds a new index and swaps it in; searches keep answering from the old one meanwhile. */
  rebuild(summaries: AsyncIterable<readonly ProviderSummary[]>): Promise<void>;
  search(query: SearchQuery): Promise<SearchAnswer>;
  suggest(prefix: string, locale: Locale, limit: number): Promise<Suggestion[]>;
  /** Number of providers in the index. */
  size(): Promise<number>;
  close(): Promise<void>;
}
