/** Two to four providers side by side: what is alike, what differs, and why their figures may not be weighed. Pure. */
import { offerOf, type Offer } from '#features/programmes/offer.ts';
import type { ProviderPage } from '#features/programmes/queries.ts';
import { nextStart, type AnswerFigures, type Opening } from '#features/enquiries/model.ts';
import type { ApprovedBy } from '#features/approvals/queries/approved.ts';
import { leadingComparison } from '#features/results/compared.ts';
import type { ComparisonRow, PublishedRow } from '#features/results/queries.ts';
import { headlineRow, unknownShare } from '#features/results/view.ts';
import type { SaidOfReviews } from '#features/reviews/showing/view.ts';

export interface Compared {
  page: ProviderPage;
  offer: Offer;
  results: PublishedRow[];
  /** The one row that the comparison shows; null: nothing of its own is published. */
  headline: PublishedRow | null;
  comparisons: ComparisonRow[];
  /** The comparison that speaks for it; null: nothing of it is in any. */
  leading: ComparisonRow | null;
  /** Soonest place that is free; null: none is known. */
  nextStart: Opening | null;
  /** null: too few have asked. */
  answers: AnswerFigures | null;
  /** What participants say; null: nothing is published. */
  experiences: SaidOfReviews | null;
  /** Authorities whose approval counts. */
  approvedBy: readonly ApprovedBy[];
}

export interface PublishedFigures {
  results: readonly PublishedRow[];
  comparisons: readonly ComparisonRow[];
}

/** By provider id. */
export type Markets = ReadonlyMap<number, { openings: readonly Opening[]; answers: AnswerFigures | null; experiences: SaidOfReviews | null; approvedBy: readonly ApprovedBy[] }>;

/** @param published of these providers @param day YYYY-MM-DD, today @param markets places on offer, answers, reviews and approvals, where they are shown */
export function comparedProviders(pages: readonly ProviderPage[], published: PublishedFigures, day: string, markets: Markets = new Map()): Compared[] {
  return pages.map((page) => {
    const own = <Row extends { providerId: number }>(rows: readonly Row[]) => rows.filter((row) => row.providerId === page.id);
    const [results, comparisons] = [own(published.results), own(published.comparisons)];
    const offer = offerOf(page.profile, page.programmes, day);
    const market = markets.get(page.id);
    return {
      page, offer, results, headline: headlineRow(results), comparisons, leading: leadingComparison(comparisons),
      nextStart: nextStart(market?.openings ?? [], offer.open.map((each) => each.code), day), answers: market?.answers ?? null, experiences: market?.experiences ?? null, approvedBy: market?.approvedBy ?? [],
    };
  });
}

export const ROW_GROUPS = {
  who: ['kind', 'groups', 'access', 'attendance', 'languages', 'accessibility'],
  what: ['services', 'programmes', 'methods'],
  time: ['weeks', 'hours', 'groupSize', 'perCoach', 'aftercare'],
  price: ['price'],
  wait: ['wait', 'nextStart', 'capacity', 'answers'],
  place: ['area', 'address', 'delivery'],
  staff: ['advisers', 'perAdviser', 'turnover'],
  results: ['result', 'sure', 'verdict', 'expected', 'funnel', 'grade'],
  experiences: ['experiences'],
  trust: ['approved', 'claims', 'source'],
} as const;
export type RowGroup = keyof typeof ROW_GROUPS;
export type RowId = (typeof ROW_GROUPS)[RowGroup][number];

/**
 * Why the figures side by side may not be weighed against each other.
 * `unreported`: these providers report nothing · `grades`: different evidence · `self-reported`: not checked by anybody ·
 * `completers`: counted only over those who finished · `quoted`: only quotations · `measures`, `periods`: not the same ·
 * `groups`: no target group in common · `length`: planned lengths more than 91 days apart (method.md 2.7) ·
 * `unknowns`: more than one in five unknown (2.9)
 */
export interface Obstacle {
  reason: 'unreported' | 'quoted' | 'completers' | 'grades' | 'self-reported' | 'measures' | 'periods' | 'groups' | 'length' | 'unknowns';
  /** Slugs of the providers it is about; empty: about all of them together. */
  about: string[];
}

const LENGTHS_APART_DAYS = 91;
const UNKNOWN_MANY = 0.2;

const different = (values: readonly unknown[]) => new Set(values).size > 1;

function figureObstacles(compared: readonly Compared[]): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const add = (reason: Obstacle['reason'], about: readonly Compared[]) => {
    if (about.length > 0) obstacles.push({ reason, about: about.map(({ page }) => page.slug) });
  };
  const quoted = compared.filter(({ headline, results }) => !headline && results.length > 0);
  add('unreported', compared.filter(({ headline, results }) => results.length === 0 || headline?.count.state === 'unreported'));
  add('quoted', quoted);
  add('completers', compared.filter(({ results, headline }) => !headline && results.some((row) => row.countedOver === 'completers')));
  const shown = compared.flatMap(({ headline }) => (headline && headline.count.state !== 'unreported' ? [headline] : []));
  add('self-reported', compared.filter(({ headline }) => headline?.grade === 'C' && headline.count.state !== 'unreported'));
  if (different(shown.map((row) => row.grade))) obstacles.push({ reason: 'grades', about: [] });
  if (different(shown.map((row) => row.measure))) obstacles.push({ reason: 'measures', about: [] });
  if (different(shown.map((row) => `${row.from} ${row.to}`))) obstacles.push({ reason: 'periods', about: [] });
  const lost = (row: PublishedRow | null) =>
    row !== null && (row.count.state === 'too-many-unknown' || (row.count.state === 'shown' && unknownShare(row.count) > UNKNOWN_MANY));
  add('unknowns', compared.filter(({ headline }) => lost(headline)));
  return obstacles;
}

/** Two providers that name groups, and none of them the same. */
function haveNoGroupInCommon(a: Compared, b: Compared): boolean {
  const codes = new Set(a.offer.groups.map((group) => group.code));
  return codes.size > 0 && b.offer.groups.length > 0 && !b.offer.groups.some((group) => codes.has(group.code));
}

/** An E12 or E6 figure gives a longer programme extra time for free; S12 does not. */
function lengthsApart(compared: readonly Compared[]): boolean {
  const measured = compared.filter(({ headline }) => headline !== null && headline.measure !== 'S12');
  const longest = measured.flatMap(({ offer }) => offer.plannedMaxDays?.max ?? []);
  return longest.length > 1 && Math.max(...longest) - Math.min(...longest) > LENGTHS_APART_DAYS;
}

export function obstacles(compared: readonly Compared[]): Obstacle[] {
  const found = figureObstacles(compared);
  if (compared.some((a, i) => compared.slice(i + 1).some((b) => haveNoGroupInCommon(a, b)))) found.push({ reason: 'groups', about: [] });
  if (lengthsApart(compared)) found.push({ reason: 'length', about: [] });
  return found;
}
