/** What search knows and answers. Pure. */
import type { Locale, LocalisedText } from '#platform/input.ts';
import type { Accessibility, ProviderKind } from '#features/providers/input.ts';
import type { ProgrammeKind } from '#features/programmes/input.ts';
import type { Point } from '#features/regions/model.ts';
import type { AnswerFigures, Opening } from '#features/enquiries/model.ts';
import type { SaidOfComparison } from '#features/results/compared.ts';
import type { PublishedResult } from '#features/results/model.ts';
import type { SaidOfReviews } from '#features/reviews/showing/view.ts';

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
  /** Those that an open programme itself is for. */
  programmeGroups: string[];
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
  /** Soonest place that is free; null: none is known. */
  nextStart: Omit<Opening, 'id' | 'note'> | null;
  /** How enquiries through the site were answered; null: too few to say. */
  answers: AnswerFigures | null;
  programmes: { code: string; title: LocalisedText; kind: ProgrammeKind; totalHours: number | null; weeks: number | null }[];
  /** The one published figure a card shows, with its grade; null: nothing published. */
  headline: PublishedResult | null;
  /** What the comparison that speaks for it says; null: there is nothing of it to be compared. */
  compared: SaidOfComparison | null;
  /** What participants say, where anything is published; null: nothing. */
  experiences: SaidOfReviews | null;
  /** An authority has approved it; null: nothing is known of approvals. */
  approved: boolean | null;
  /** Results: method.md 9.2. Experiences: whether participants would choose it again, beside all providers. */
  tiers: { results: Tier; experiences: Tier };
  /** Texts to search in, by language; only what is public. */
  texts: { programmes: LocalisedText[]; descriptions: LocalisedText[] };
}

export const TIERS = ['better', 'as-expected', 'worse', 'cannot-tell'] as const;
export type Tier = (typeof TIERS)[number];

export const FACETS = ['region', 'group', 'kind', 'service', 'language', 'accessibility', 'delivery', 'approved', 'price'] as const;
export type Facet = (typeof FACETS)[number];
/** Facets that are filters of their own; `region` is filtered by the visitor's place. */
export type FilterFacet = Exclude<Facet, 'region'>;
export const FILTER_FACETS = FACETS.filter((facet): facet is FilterFacet => facet !== 'region');
export const SORTS = ['fit', 'distance', 'name', 'price', 'waiting', 'results', 'experiences'] as const;
export type Sort = (typeof SORTS)[number];
/** Instead of a country code: no country is asked for. */
export const ANY_COUNTRY = 'all';

export type { Point };

/** Filters: OR inside one, AND between them. */
export interface SearchQuery {
  text: string;
  locale: Locale;
  /** Lower-case code, or `all`. Only providers that serve it are found. */
  country: string;
  /**
   * Region code the visitor lives in, and the point distances are measured from.
   * Found are those who serve the region, and those who help at a distance in its country.
   */
  place: { region: string; point: Point | null } | null;
  filters: Partial<Record<FilterFacet, string[]>>;
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
  /**
   * What the order found: all words in the name or short texts; a location in the visitor's region; an open programme
   * for the group asked for; a known wait of at most four weeks.
   */
  why: { words: boolean; local: boolean; groupSpecific: boolean; openSoon: boolean };
  /** List of its own within the answer: known or unknown price or wait, or tier; null where the sort has no such lists. */
  list: 'known' | 'unknown' | Tier | null;
}

export interface SearchAnswer {
  hits: SearchHit[];
  total: number;
  /** A facet's own counts ignore its own filter. */
  facets: Record<Facet, Record<string, number>>;
  /** How many of all hits are in each tier, where the order has tiers; else null. */
  tiers: Record<Tier, number> | null;
  /** The text that was searched instead, when the one given found nothing. */
  corrected: string | null;
  /** Nobody has all the words: these have most of them. */
  partial: boolean;
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
  /** Several processes write one index. */
  readonly shared: boolean;
  /** Number of the last change (provider_summary.seq) that the index holds; null: it was never filled. */
  position(): Promise<number | null>;
  moveTo(seq: number): Promise<void>;
  upsert(summaries: readonly ProviderSummary[]): Promise<void>;
  remove(ids: readonly number[]): Promise<void>;
  /**
   * Builds a new index and swaps it in; searches keep answering from the old one meanwhile.
   * @param seq position that the summaries are at least at; without one the position stays what it was
   */
  rebuild(summaries: AsyncIterable<readonly ProviderSummary[]>, seq?: number): Promise<void>;
  /** Called once a day: an engine that keeps the day's shuffle with its documents renews it. @param day YYYY-MM-DD */
  newDay(day: string): Promise<void>;
  search(query: SearchQuery): Promise<SearchAnswer>;
  suggest(prefix: string, locale: Locale, limit: number): Promise<Suggestion[]>;
  /** Number of providers in the index. */
  size(): Promise<number>;
  close(): Promise<void>;
}
