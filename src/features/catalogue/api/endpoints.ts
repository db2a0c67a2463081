/**
 * The reading API as a table. openapi.json is made of it, and the routes read their parameters by it, so that the
 * document describes what runs.
 */
import { z } from 'zod';
import { LOCALES, regionCode } from '#platform/input.ts';
import { ACCESSIBILITY, languageTag, PROVIDER_KINDS } from '#features/providers/input.ts';
import { DELIVERY, PROGRAMME_KINDS } from '#features/programmes/input.ts';
import { OUTCOMES } from '#features/approvals/model/outcome.ts';
import { DEFAULT_COUNTRY, MAX_PAGE_SIZE, PAGE_SIZE } from '#features/search/input.ts';
import { ANY_COUNTRY, FACETS, SORTS } from '#features/search/model.ts';
import { COMPARE_MAX, COMPARE_MIN } from '#features/search/tray.ts';
import { note } from './documented.ts';
import * as answers from './schemas.ts';

export interface Endpoint<Query extends z.ZodObject = z.ZodObject, Answer extends z.ZodType = z.ZodType> {
  /** Under /api/v1. */
  path: string;
  /** Name of the operation for programs that are made from the document. */
  operation: string;
  summary: string;
  description?: string;
  /** Each parameter by name: a list may be repeated, anything else is given once. */
  query: Query;
  answer: Answer;
  /** Beside 200 and 304. */
  statuses: readonly (301 | 400 | 404 | 422)[];
}

const endpoint = <Query extends z.ZodObject, Answer extends z.ZodType>(each: Endpoint<Query, Answer>) => each;

const LONGEST_TEXT = 200;
const LONGEST_PLACE = 120;
const MOST_VALUES = 50;
const LAST_PAGE = 100_000;

const lang = note(z.enum(LOCALES).default('da'), 'Language of explanations, labels and links to pages. Texts come in every language there is.', { examples: ['en'] });
const wholeNumber = z.int({ error: (issue) => (issue.code === 'invalid_type' ? 'a whole number' : undefined) });
const page = note(wholeNumber.min(1).max(LAST_PAGE).default(1), 'From 1. Beyond the last page the results are empty.', { examples: [2] });
const pageSize = (usual: number) => note(wholeNumber.min(1).max(MAX_PAGE_SIZE).default(usual), 'Results on a page.', { examples: [50] });
const code = z.string().max(100);
const countryCode = z.string().regex(/^[a-z]{2}$/, { error: 'a country code such as dk' });
const countryOrAll = z.string().regex(/^([a-z]{2}|all)$/, { error: `a country code such as dk, or ${ANY_COUNTRY}` });
const country = note(
  countryOrAll.optional(),
  `Country whose providers are wanted, which also settles postcodes and names that exist in several; ${ANY_COUNTRY}: every country. Absent: that of the place, else ${DEFAULT_COUNTRY}.`,
  { examples: ['dk'] },
);
const facetNames = [...FACETS].join('|');
const facets = note(
  z.array(z.string().regex(new RegExp(`^(none|(${facetNames})(,(${facetNames}))*)$`), { error: `none, or some of ${FACETS.join(', ')}` })).max(FACETS.length).default([]),
  'Facets to count, repeated or with commas between; none: no counts. Absent: all.', { examples: [['region,group']] },
);
/** Alternatives: one of them is enough. */
const anyOf = <T extends z.ZodType<string>>(schema: T, description: string, example: string) =>
  note(z.array(schema).max(MOST_VALUES).default([]), `${description} Repeated: any of them.`, { examples: [[example]] });
const slug = z.string().min(1).max(200);

export const searchProviders = endpoint({
  path: '/providers',
  operation: 'searchProviders',
  summary: 'Search for providers',
  description: 'The same search as the page /providers. Filters are alternatives within one parameter and all hold between parameters. Nobody can pay for a place in the order.',
  query: z.object({
    q: note(z.string().trim().max(LONGEST_TEXT).default(''), 'Words; typing mistakes, word forms and other words for the same are forgiven.', { examples: ['mentor'] }),
    place: note(z.string().trim().max(LONGEST_PLACE).optional(), 'Where the person lives: a region code, a postcode or a name. Finds those who help there. 422 with choices where it is not clear.', { examples: ['2400 København'] }),
    country,
    group: anyOf(code, 'Target group, a code of /target-groups.', 'dk-sygedagpenge'),
    kind: anyOf(z.enum(PROVIDER_KINDS), 'Kind of provider.', 'private'),
    service: anyOf(z.enum(PROGRAMME_KINDS), 'Kind of programme.', 'mentoring'),
    language: anyOf(languageTag, 'Language in which help is given, BCP 47.', 'en'),
    accessibility: anyOf(z.enum(ACCESSIBILITY), 'What must be in place.', 'hearing-loop'),
    approved: note(z.enum(['yes']).optional(), 'Only those that an authority has approved.', { examples: ['yes'] }),
    delivery: anyOf(z.enum(DELIVERY), 'How help is given.', 'remote'),
    price: note(z.enum(['free']).optional(), 'Only those with a programme known to cost the citizen nothing.', { examples: ['free'] }),
    sort: note(z.enum(SORTS).default('fit'), 'Order; the answer explains it.', { examples: ['distance'] }),
    facets,
    page,
    pageSize: pageSize(PAGE_SIZE),
    lang,
  }),
  answer: answers.searchAnswer,
  statuses: [400, 422],
});

const ofProvider = z.object({ lang });

export const readProvider = endpoint({
  path: '/providers/{slug}', operation: 'readProvider', summary: 'One provider with its programmes',
  query: ofProvider, answer: answers.provider, statuses: [301, 400, 404],
});
export const readResults = endpoint({
  path: '/providers/{slug}/results', operation: 'readProviderResults', summary: 'What is published of its results',
  description: 'Only figures that a release has published, after disclosure control. Quote the count, the period and the grade with it.',
  query: ofProvider, answer: answers.providerResults, statuses: [301, 400, 404],
});
export const readReviews = endpoint({
  path: '/providers/{slug}/reviews', operation: 'readProviderReviews', summary: 'What earlier participants say',
  description: 'All that are published, good or bad. Show beside a score how many it rests on, how many were asked, and what each label proves.',
  query: ofProvider.extend({ page, pageSize: pageSize(PAGE_SIZE) }), answer: answers.providerReviews, statuses: [301, 400, 404],
});
export const readApprovals = endpoint({
  path: '/providers/{slug}/approvals', operation: 'readProviderApprovals', summary: 'Decisions of authorities about it',
  query: ofProvider, answer: answers.providerApprovals, statuses: [301, 400, 404],
});

const SEVERAL = { error: `${COMPARE_MIN} to ${COMPARE_MAX} different slugs` };
export const compareProviders = endpoint({
  path: '/compare', operation: 'compareProviders', summary: 'Two to four providers side by side',
  query: z.object({
    p: note(
      z.array(slug, SEVERAL).min(COMPARE_MIN, SEVERAL).max(COMPARE_MAX, SEVERAL),
      'Slug of a provider; two to four of them.', { examples: [['first-slug', 'second-slug']] },
    ),
    lang,
  }),
  answer: answers.comparison, statuses: [301, 400, 404],
});
export const listStandards = endpoint({
  path: '/standards', operation: 'listStandards', summary: 'Standards that authorities approve by',
  query: z.object({ slug: note(slug.optional(), 'Only this one, with the whole text of its versions.', { examples: ['some-slug'] }), lang }),
  answer: answers.standards, statuses: [400],
});
export const listDecisions = endpoint({
  path: '/decisions', operation: 'listDecisions', summary: 'Decisions of authorities about providers',
  description: 'Each can be checked against the signed public log: see links.proof, /decisions/log/checkpoint and /decisions/log/entries.',
  query: z.object({
    q: note(z.string().trim().max(LONGEST_TEXT).default(''), 'Words that must all be in the text of the decision.', { examples: ['mentor'] }),
    provider: note(z.string().trim().max(LONGEST_TEXT).optional(), 'Part of its name, or its slug.', { examples: ['some-slug'] }),
    authority: note(wholeNumber.min(1).max(2_147_483_647).optional(), 'Id of an authority, as the answers name it.', { examples: [3] }),
    outcome: note(z.enum(OUTCOMES).optional(), 'Only with this outcome.', { examples: ['refuse'] }),
    from: note(z.iso.date({ error: 'a day such as 2026-12-31' }).optional(), 'Decided on this day or later.', { examples: ['2026-01-01'] }),
    until: note(z.iso.date({ error: 'a day such as 2026-12-31' }).optional(), 'Decided on this day or earlier.', { examples: ['2026-12-31'] }),
    page, pageSize: pageSize(PAGE_SIZE), lang,
  }),
  answer: answers.decisions, statuses: [400],
});
export const listRegions = endpoint({
  path: '/regions', operation: 'listRegions', summary: 'Countries, regions and municipalities',
  query: z.object({
    country: note(countryCode.optional(), 'Only of this country.', { examples: ['dk'] }),
    scheme: note(z.string().max(100).optional(), 'Only of this kind.', { examples: ['dk-kommune'] }),
    parent: note(regionCode.optional(), 'Only those directly inside this region.', { examples: ['dk-region:1084'] }),
    page,
    pageSize: pageSize(MAX_PAGE_SIZE),
  }),
  answer: answers.regions, statuses: [400],
});
export const listTargetGroups = endpoint({
  path: '/target-groups', operation: 'listTargetGroups', summary: 'Situations that people can be in', query: z.object({ lang }), answer: answers.targetGroups, statuses: [400],
});
export const readOpenApi = endpoint({
  path: '/openapi.json', operation: 'readOpenApi', summary: 'This description', query: z.object({}), answer: answers.openApiDocument, statuses: [],
});

export const ENDPOINTS: readonly Endpoint[] = [
  searchProviders, readProvider, readResults, readReviews, readApprovals, compareProviders,
  listStandards, listDecisions, listRegions, listTargetGroups, readOpenApi,
];
