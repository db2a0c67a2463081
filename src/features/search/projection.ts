/** From what a provider says to the summary that lists, cards and engines read. Pure; the same input gives the same bytes. */
import { createHash } from 'node:crypto';
import type { LocalisedText } from '#platform/input.ts';
import { answerFigures, nextStart, type EnquiryCount, type Opening } from '#features/enquiries/model.ts';
import { freeForCitizen, isOpen, programmeUnits } from '#features/programmes/model.ts';
import type { Price, Programme } from '#features/programmes/input.ts';
import type { ProviderProfile } from '#features/providers/input.ts';
import type { Register } from '#features/regions/register.ts';
import { leadingComparison, type SaidOfComparison } from '#features/results/compared.ts';
import type { PublishedComparison, PublishedResult } from '#features/results/model.ts';
import { headlineRow } from '#features/results/view.ts';
import type { ScoreDocument, Standing } from '#features/reviews/showing/score.ts';
import { saidOf } from '#features/reviews/showing/view.ts';
import { countryOf } from './document.ts';
import type { ProviderSummary, Tier } from './model.ts';
import { localCurrency } from './order.ts';

export interface ProviderTruth {
  id: number;
  slug: string;
  profile: ProviderProfile;
  programmes: readonly Programme[];
  /** Not closed by its people. */
  openings: readonly Opening[];
  enquiries: readonly EnquiryCount[];
  /** Published only. */
  results: readonly PublishedResult[];
  /** Published only. */
  comparisons: readonly PublishedComparison[];
  /** Figures about its reviews; null: none may be shown. */
  reviews: ScoreDocument | null;
  /** An approval counts today; null: no authority publishes approvals here. */
  approved: boolean | null;
}

/** Closed for good: keeps its page and leaves the search. @param day YYYY-MM-DD, today */
export const isClosed = (profile: ProviderProfile, day: string): boolean => profile.closedOn !== undefined && profile.closedOn <= day;

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)].sort();

type Place = Pick<ProviderSummary, 'countries' | 'areas' | 'locations'>;

function placesOf({ profile }: ProviderTruth, open: readonly Programme[], register: Register): Place {
  const { areas } = register.expand([...profile.coverage, ...open.flatMap((each) => each.coverage ?? [])]);
  const locations = (profile.locations ?? []).map(({ region, city, postcode, lat, lon }) => ({
    region, city: city ?? null, postcode: postcode ?? null, lat: lat ?? null, lon: lon ?? null,
  }));
  const covered = unique(areas.map(countryOf));
  const stood = unique(locations.map((location) => countryOf(location.region)));
  // Without coverage or address it would be found nowhere; its number tells which country it belongs to.
  const registered = /^[a-z]{2}-/.test(profile.id.scheme) ? [countryOf(profile.id.scheme)] : [];
  return { areas, locations, countries: [covered, stood, registered].find((each) => each.length > 0) ?? [] };
}

function lowestPrice(open: readonly Programme[], countries: readonly string[]): ProviderSummary['lowestPrice'] {
  const own = new Set(countries.map(localCurrency));
  const foreign = (price: Price) => (own.has(price.currency) ? 0 : 1);
  const [lowest] = open
    .flatMap((each) => each.prices ?? [])
    .filter((price) => price.per === 'participant')
    .sort((a, b) => foreign(a) - foreign(b) || (a.currency === b.currency ? a.amount - b.amount : a.currency < b.currency ? -1 : 1));
  return lowest ? { amount: lowest.amount, currency: lowest.currency, paidBy: lowest.paidBy } : null;
}

/** true as soon as one open programme is known to be free; false when prices are known and none is; null: no price is known. */
function freeSomewhere(open: readonly Programme[]): boolean | null {
  const known = open.map((each) => freeForCitizen(each.prices)).filter((free) => free !== null);
  return known.length === 0 ? null : known.includes(true);
}

function accessibilityOf(profile: ProviderProfile): ProviderSummary['accessibility'] {
  const wheelchair = (profile.locations ?? []).some((location) => location.wheelchairAccess === true);
  return unique([...(profile.accessibility ?? []), ...(wheelchair ? (['wheelchair'] as const) : [])]);
}

function searchedTexts(programme: Programme): LocalisedText[] {
  return [
    programme.summary,
    ...programme.stages.flatMap((stage) => [stage.title, stage.description]),
    ...(programme.methods ?? []).flatMap((method) => [method.name, method.description]),
    ...(programme.goals ?? []),
    ...(programme.specialists ?? []),
  ].filter((text) => text !== undefined);
}

const TIER_OF: Readonly<Record<SaidOfComparison['code'], Tier>> = { better: 'better', as_expected: 'as-expected', worse: 'worse', no_verdict: 'cannot-tell' };

const TIER_BY_STANDING: Readonly<Record<Standing, Tier>> = { above: 'better', alike: 'as-expected', below: 'worse' };

function comparedOf(comparisons: readonly PublishedComparison[]): SaidOfComparison | null {
  const found = leadingComparison(comparisons);
  return found && { measure: found.measure, code: found.code, reasons: found.reasons, withheld: found.withheld };
}

function nextStartOf({ openings }: ProviderTruth, open: readonly Programme[], day: string): ProviderSummary['nextStart'] {
  const found = nextStart(openings, open.map((each) => each.code), day);
  if (found === null) return null;
  const { id: _id, note: _note, ...said } = found;
  return said;
}

/** Programmes that have ended count for nothing. @param day YYYY-MM-DD, today */
export function buildSummary(truth: ProviderTruth, register: Register, day: string): ProviderSummary {
  const { profile } = truth;
  const open = truth.programmes.filter((each) => isOpen(each, day));
  const places = placesOf(truth, open, register);
  const programmeGroups = unique(open.flatMap((each) => (each.targetGroups ?? []).map((group) => group.code)));
  const compared = comparedOf(truth.comparisons);
  const waits = open.flatMap((each) => each.waitingWeeks ?? []);
  return {
    id: truth.id,
    slug: truth.slug,
    name: profile.name,
    kind: profile.kind,
    demo: profile.id.scheme === 'demo',
    summary: profile.summary ?? null,
    ...places,
    remote: profile.remote ?? null,
    groups: unique([...(profile.targetGroups ?? []).map((group) => group.code), ...programmeGroups]),
    programmeGroups,
    services: unique(open.map((each) => each.kind)),
    languages: unique([...(profile.languages ?? []), ...open.flatMap((each) => each.languages ?? [])]),
    accessibility: accessibilityOf(profile),
    delivery: unique([...open.flatMap((each) => each.delivery ?? []), ...(profile.remote === true ? (['remote'] as const) : [])]),
    sectors: unique(profile.sectors ?? []),
    freeForCitizen: freeSomewhere(open),
    lowestPrice: lowestPrice(open, places.countries),
    waitingWeeks: waits.length === 0 ? null : Math.min(...waits),
    nextStart: nextStartOf(truth, open, day),
    answers: answerFigures(truth.enquiries, day),
    programmes: open.map((each) => {
      const { hours, weeks } = programmeUnits(each);
      return { code: each.code, title: each.title, kind: each.kind, totalHours: hours, weeks };
    }),
    headline: headlineRow(truth.results),
    compared,
    experiences: truth.reviews && saidOf(truth.reviews),
    approved: truth.approved,
    tiers: { results: TIER_OF[compared?.code ?? 'no_verdict'], experiences: truth.reviews?.standing ? TIER_BY_STANDING[truth.reviews.standing] : 'cannot-tell' },
    texts: { programmes: open.flatMap(searchedTexts), descriptions: profile.description ? [profile.description] : [] },
  };
}

/**
 * Equal hash: nothing to write, and no page to drop.
 * @param beside what a page shows and the summary does not hold: a new telephone number must drop the kept pages too
 */
export function summaryHash(summary: ProviderSummary, beside: unknown): string {
  return createHash('sha256').update(JSON.stringify([summary, beside])).digest('base64url');
}
