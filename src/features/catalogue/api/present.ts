/** Rows as the API sends them. Pure. */
import type { Locale } from '#i18n/index.ts';
import type { AnswerFigures, Opening } from '#features/enquiries/model.ts';
import { organisationKey } from '#features/providers/model.ts';
import type { Programme } from '#features/programmes/input.ts';
import { freeForCitizen, isOpen, programmeUnits } from '#features/programmes/model.ts';
import type { ProviderPage } from '#features/programmes/queries.ts';
import type { Region, TargetGroup } from '#features/regions/model.ts';
import type { PublishedResult } from '#features/results/model.ts';
import type { PublishedRow } from '#features/results/queries.ts';
import { NO_MARKET, type Market } from '#features/search/queries.ts';
import { programmePage, providerLinks } from './links.ts';
import type { ApiAnswers, ApiHeadline, ApiOpening, ApiProgramme, ApiProvider, ApiReference, ApiRegion, ApiResultRow, ApiTargetGroup } from './schemas.ts';

/** @param day YYYY-MM-DD, today */
export interface Reading {
  lang: Locale;
  day: string;
}

function presentProgramme(slug: string, programme: Programme, { lang, day }: Reading): ApiProgramme {
  return {
    ...programme,
    open: isOpen(programme, day),
    freeForCitizen: freeForCitizen(programme.prices),
    units: programmeUnits(programme),
    links: { html: programmePage(slug, programme.code, lang) },
  };
}

/** Field by field, as with results. */
export function presentNextStart({ programme, startsOn, freePlaces, language, region, delivery, confirmedOn }: Omit<Opening, 'id' | 'note'>): Omit<ApiOpening, 'id' | 'note'> {
  return { programme, startsOn, freePlaces, language, region, delivery, confirmedOn };
}

export function presentAnswers({ asked, answered, medianDays }: AnswerFigures): ApiAnswers {
  return { asked, answered, medianDays };
}

/** @param successor the published provider that took over from a closed one */
export function presentProvider(page: ProviderPage, successor: { slug: string; name: string } | null, reading: Reading, { openings, answers }: Market = NO_MARKET): ApiProvider {
  const { id, succeededBy, ...profile } = page.profile;
  return {
    ...profile,
    id: organisationKey(id),
    slug: page.slug,
    demo: page.demo,
    claimed: page.claimed,
    succeededBy: succeededBy ? { id: organisationKey(succeededBy), slug: successor?.slug ?? null, name: successor?.name ?? null } : null,
    programmes: page.programmes.map((programme) => presentProgramme(page.slug, programme, reading)),
    openings: openings.map((each) => ({ ...presentNextStart(each), id: each.id, note: each.note })),
    answers: answers && presentAnswers(answers),
    source: page.source,
    updatedAt: page.activatedAt.toISOString(),
    links: providerLinks(page.slug, reading.lang),
  };
}

export function presentReference(page: ProviderPage, lang: Locale): ApiReference {
  return { id: organisationKey(page.profile.id), slug: page.slug, name: page.profile.name, demo: page.demo, links: providerLinks(page.slug, lang) };
}

/** Field by field: a published document may come to hold more than the API has promised. */
export function presentHeadline(result: PublishedResult): ApiHeadline {
  const { kind, programme, measure, measureName, countedOver, attendance, from, to, grade, count, funnel, note } = result;
  return {
    kind, programme, measure, measureName, countedOver, attendance, from, to, grade, count, funnel, note,
    ...(result.exits === undefined ? {} : { exits: result.exits === null ? null : [...result.exits] }),
    ...(result.previous === undefined ? {} : { previous: result.previous }),
  };
}

export function presentResult(row: PublishedRow): ApiResultRow {
  return { ...presentHeadline(row), source: row.source, release: row.release };
}

export function presentRegion({ code, scheme, country, parent, names, lat, lon, population, neighbours }: Omit<Region, 'aliases'>): ApiRegion {
  return { code, scheme, country, parent, name: names, lat, lon, population, neighbours };
}

export function presentTargetGroup({ code, kind, names, description, sensitive }: TargetGroup): ApiTargetGroup {
  return { code, kind, name: names, description, sensitive };
}

