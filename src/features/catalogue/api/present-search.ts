/** A search answer as the API sends it. Pure. */
import type { Locale, LocalisedText } from '#platform/input.ts';
import type { Price } from '#features/programmes/input.ts';
import type { OrganisationId } from '#features/providers/input.ts';
import type { Facet, ProviderSummary, SearchAnswer, SearchHit } from '#features/search/model.ts';
import { pageLinks, providerLinks } from './links.ts';
import { presentSaid } from './present-reviews.ts';
import { presentAnswers, presentHeadline, presentNextStart } from './present.ts';
import type { ApiFoundProvider, ApiSearchAnswer } from './schemas.ts';

const METRES = 1_000;

export function presentFound(summary: ProviderSummary, hit: SearchHit, id: OrganisationId, lang: Locale): ApiFoundProvider {
  const {
    slug, name, kind, demo, countries, locations, remote, groups, services, languages, accessibility, delivery, sectors,
    freeForCitizen, lowestPrice, waitingWeeks, nextStart, answers, experiences, approved, programmes, headline, compared, tiers,
  } = summary;
  return {
    id, slug, name, kind, demo, summary: summary.summary, countries, locations, remote, groups, services, languages, accessibility, delivery, sectors,
    freeForCitizen, lowestPrice: lowestPrice && { ...lowestPrice, paidBy: lowestPrice.paidBy as Price['paidBy'] }, waitingWeeks, nextStart: nextStart && presentNextStart(nextStart), answers: answers && presentAnswers(answers), experiences: experiences && presentSaid(experiences), approved,
    programmes: programmes.map(({ code, title, kind: service, totalHours, weeks }) => ({ code, title, kind: service, totalHours, weeks })),
    headline: headline && presentHeadline(headline),
    verdict: compared && compared.code,
    compared: compared && { measure: compared.measure, reasons: [...compared.reasons], withheld: compared.withheld },
    tier: tiers.results,
    distanceKm: hit.distanceKm === null ? null : Math.round(hit.distanceKm * METRES) / METRES,
    list: hit.list,
    links: providerLinks(slug, lang),
  };
}

export interface FoundPage {
  answer: SearchAnswer;
  /** Facets asked for. */
  facets: readonly Facet[];
  /** Of the hits; one that has left meanwhile is missing. */
  summaries: readonly ProviderSummary[];
  numbers: ReadonlyMap<number, OrganisationId>;
  order: ApiSearchAnswer['order'];
  place: { region: string; names: LocalisedText; postcode: string | null } | null;
}

/** @param url of the request */
export function presentSearch(found: FoundPage, { page, pageSize, lang }: { page: number; pageSize: number; lang: Locale }, url: URL): ApiSearchAnswer {
  const { answer, order, place } = found;
  const { total, corrected, partial } = answer;
  const summaries = new Map(found.summaries.map((summary) => [summary.id, summary]));
  return {
    total, page, pageSize,
    results: answer.hits.flatMap((hit) => {
      const summary = summaries.get(hit.id);
      const id = found.numbers.get(hit.id);
      return summary && id ? [presentFound(summary, hit, id, lang)] : [];
    }),
    facets: Object.fromEntries(found.facets.map((facet) => [facet, answer.facets[facet]])),
    tiers: answer.tiers,
    order,
    place: place && { code: place.region, name: place.names, postcode: place.postcode },
    corrected, partial,
    links: pageLinks(url, { page, pageSize, total }, { path: '/providers', lang }),
  };
}
