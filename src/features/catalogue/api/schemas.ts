/**
 * What the reading API sends: one schema for each answer, from which openapi.json is made and which types the presenters.
 * In the words of the catalogue format, and by its rule: null or absent is unknown, zero is zero.
 */
import { z } from 'zod';
import { localisedText, money } from '#platform/input.ts';
import { ACCESSIBILITY, languageTag, providerProfile, PROVIDER_KINDS } from '#features/providers/input.ts';
import { ACCESS_WAYS, ATTENDANCE_RULES, DELIVERY, PAYERS, price, programme, PROGRAMME_KINDS } from '#features/programmes/input.ts';
import { OUTCOMES } from '#features/approvals/model/outcome.ts';
import { SORTS, TIERS } from '#features/search/model.ts';
import { named, note } from './documented.ts';
import { reviewFields, saidOfReviews } from './schemas-reviews.ts';
import {
  amount, comparedMeasure, comparisonRow, correctionRow, demo, estimateRow, headline, id, link, links, listLinks, moment, pageLinks, participantTable, period,
  providerLinks, publishedRow, slug, source, spread, text, verdictCode, verdictReason, whole, withheld,
} from './schemas-shared.ts';

export const apiProgramme = named(
  programme.extend({
    open: note(z.boolean(), 'Has not ended.'),
    freeForCitizen: z.boolean().nullable(),
    units: note(
      z.strictObject({ hours: amount.nullable(), days: amount.nullable(), weeks: amount.nullable(), groupMax: amount.nullable(), participantsPerCoach: amount.nullable() }),
      'Over all stages, so that programmes can be compared whatever they are called; null as soon as one stage does not say.',
    ),
    links: z.strictObject({ html: link }),
  }),
  'Programme', 'What is offered. The same programme where its code is the same within the provider.',
);

const nextStart = named(
  z.strictObject({
    programme: note(z.string(), 'Code of the programme.'),
    startsOn: note(z.iso.date().nullable(), 'null: one can start at any time.'),
    freePlaces: note(whole, '0: full.'),
    language: languageTag.nullable(), region: z.string().nullable(), delivery: z.enum(DELIVERY).nullable(),
    confirmedOn: note(z.iso.date(), 'When the provider last said that it is so. After thirty days it may have changed.'),
  }),
  'NextStart', 'A place that is free.',
);
export const opening = named(nextStart.extend({ id: whole, note: localisedText.nullable() }), 'Opening', 'Places that the provider says it has on offer.');
export const answers = named(
  z.strictObject({
    asked: note(whole, 'Enquiries of the last twelve months that were answered, or had no answer after ten working days.'),
    answered: whole,
    medianDays: note(whole.nullable(), 'At least half of all who asked had an answer within so many working days in Denmark; null: fewer than half ever had one.'),
  }),
  'Answers', 'How enquiries were answered, answers and refusals alike.',
);

const { id: _id, name: _name, kind: _kind, ...profile } = providerProfile.shape;
const providerFields = {
  id, slug, name: z.string(), kind: z.enum(PROVIDER_KINDS), demo,
  claimed: note(z.boolean(), 'The provider looks after its profile itself.'),
  ...profile,
  succeededBy: note(z.strictObject({ id, slug: z.string().nullable(), name: z.string().nullable() }).nullable(), 'slug and name are null where that provider is not published here.'),
  programmes: z.array(apiProgramme),
  openings: note(z.array(opening), 'Places on offer, soonest first, full ones last. Empty: none are known.'),
  answers: note(answers.nullable(), 'How enquiries through the site were answered; null: fewer than ten, which is too few to say.'),
  source,
  updatedAt: note(moment, 'When this version of the profile became visible.'),
  links: providerLinks,
};
export const provider = named(z.strictObject(providerFields), 'Provider', 'A provider as its page shows it. Fields without a note are those of the catalogue format (/schemas/catalogue.v1.json).');

export const providerReference = named(
  z.strictObject({ id, slug, name: z.string(), demo, links: providerLinks }), 'ProviderReference', 'The provider that the answer is about.',
);

export const foundProvider = named(
  z.strictObject({
    id, slug, name: z.string(), kind: z.enum(PROVIDER_KINDS), demo,
    summary: text,
    countries: z.array(z.string()),
    locations: z.array(z.strictObject({ region: z.string(), city: z.string().nullable(), postcode: z.string().nullable(), lat: z.number().nullable(), lon: z.number().nullable() })),
    remote: note(z.boolean().nullable(), 'Help is given at a distance, anywhere in its countries.'),
    groups: note(z.array(z.string()), 'Target groups of the provider and its open programmes.'),
    services: note(z.array(z.enum(PROGRAMME_KINDS)), 'Kinds of its open programmes.'),
    languages: z.array(languageTag), accessibility: z.array(z.enum(ACCESSIBILITY)), delivery: z.array(z.enum(DELIVERY)), sectors: z.array(z.string()),
    freeForCitizen: note(z.boolean().nullable(), 'At least one open programme is known to cost the citizen nothing.'),
    lowestPrice: note(z.strictObject({ ...money.shape, paidBy: z.enum(PAYERS) }).nullable(), 'Of an open programme for one participant, whoever pays.'),
    waitingWeeks: note(amount.nullable(), 'Shortest known wait of an open programme.'),
    nextStart: note(nextStart.nullable(), 'Soonest place that is free; null: none is known.'),
    answers: note(answers.nullable(), 'How enquiries through the site were answered; null: fewer than ten, which is too few to say.'),
    experiences: note(saidOfReviews.nullable(), 'What participants say; null: nothing is published.'),
    approved: note(z.boolean().nullable(), 'An authority has approved it; null: nothing is known of approvals.'),
    programmes: z.array(z.strictObject({ code: z.string(), title: localisedText, kind: z.enum(PROGRAMME_KINDS), totalHours: amount.nullable(), weeks: amount.nullable() })),
    headline: headline.nullable(),
    verdict: note(verdictCode.nullable(), 'Of the comparison that speaks for it, in compared; null: nothing of it is in any comparison.'),
    compared: note(z.strictObject({ measure: comparedMeasure, reasons: z.array(verdictReason), withheld }).nullable(), 'What it was compared on, or why there is no verdict.'),
    tier: note(z.enum(TIERS), 'Its group where results give the order; cannot-tell also where nothing is known.'),
    distanceKm: note(amount.nullable(), 'From the place to the nearest location, as the crow flies.'),
    list: note(z.enum(['known', 'unknown', ...TIERS]).nullable(), 'Which list within the answer it belongs to, where the order has such lists: a known or unknown price or wait, or a tier. What cannot be told is no worse than the rest.'),
    links: providerLinks,
  }),
  'FoundProvider', 'One provider of a search answer.',
);

const facetCounts = z.record(z.string(), whole);
const paging = { total: note(whole, 'On all pages together.'), page: z.int().min(1), pageSize: z.int().min(1).max(100) };

export const searchAnswer = named(
  z.strictObject({
    ...paging,
    results: z.array(foundProvider),
    facets: note(
      z.strictObject({
        region: facetCounts, group: facetCounts, kind: facetCounts, service: facetCounts, language: facetCounts,
        accessibility: facetCounts, delivery: facetCounts, approved: facetCounts, price: facetCounts,
      }).partial(),
      'How many would be found with each value; values that nobody has may be missing. The counts of a facet ignore its own filter. All facets, unless fewer were asked for.',
    ),
    tiers: note(z.strictObject({ better: whole, 'as-expected': whole, worse: whole, 'cannot-tell': whole }).nullable(), 'How many of all hits are in each tier; null where the order has no tiers.'),
    order: z.strictObject({ by: z.enum(SORTS), explanation: note(z.string(), 'Why the results stand in this order; in the language asked for.') }),
    place: note(z.strictObject({ code: z.string(), name: localisedText, postcode: z.string().nullable() }).nullable(), 'The place as it was understood; null: none was given.'),
    corrected: note(z.string().nullable(), 'The text that was searched for instead, when nothing was found for the one given.'),
    partial: note(z.boolean(), 'Nobody has all the words; these have most of them.'),
    links: pageLinks,
  }),
  'SearchAnswer', 'Providers that fit, a page at a time.',
);

export const providerResults = named(
  z.strictObject({
    provider: providerReference, total: whole, results: z.array(publishedRow),
    comparisons: note(z.array(comparisonRow), 'E6 speaks for the provider; S12 where nothing of it can be compared on E6.'),
    table: participantTable.nullable(), estimates: z.array(estimateRow), corrections: note(z.array(correctionRow), 'The newest first.'),
    links: z.strictObject(links),
  }),
  'ProviderResults', 'Everything that is published of a provider’s results.',
);

export const providerReviews = named(
  z.strictObject({ provider: providerReference, ...paging, ...reviewFields, links: pageLinks }),
  'ProviderReviews', 'What earlier participants say. Nothing is published yet.',
);
const standardReference = named(z.strictObject({ slug: z.string(), version: z.int().min(1), title: localisedText }), 'StandardReference', 'A version of a standard, which never changes once it is published.');
const authorityReference = named(z.strictObject({ id: whole, name: z.string() }), 'AuthorityReference', 'An authority; the id is this site’s own.');
const validity = {
  validFrom: note(z.iso.date().nullable(), 'First day; null: the decision gives no period.'),
  validTo: note(z.iso.date().nullable(), 'Last day.'),
};
export const decision = named(
  z.strictObject({
    index: note(whole, 'Its place in the public log, from 0. It never changes.'),
    provider: z.strictObject({ slug, name: z.string(), demo, links: providerLinks }), authority: authorityReference, standard: standardReference,
    outcome: note(z.enum(OUTCOMES), 'Answers to an application (approve, conditions, refuse), or about an approval that was given (reinstate, suspend, withdraw).'),
    decidedOn: z.iso.date(), ...validity,
    links: z.strictObject({ html: note(link, 'The page for people, with rule, reasons and what came later.'), proof: note(link, 'The whole text with its salt, the proof that it is in the log, and the signed checkpoint.') }),
  }),
  'Decision', 'What an authority decided. Approved is not recommended, and no award.',
);
const standingApproval = named(
  z.strictObject({
    authority: authorityReference, standard: standardReference,
    state: note(z.enum(['counts', 'later', 'suspended']), 'counts: valid today; later: begins later; suspended: not valid until the suspension is lifted.'),
    conditional: note(z.boolean(), 'Given with conditions.'), openConditions: note(whole, 'Conditions that are not met yet.'),
    validFrom: z.iso.date(), validTo: z.iso.date(),
    links: z.strictObject({ decision: note(link.nullable(), 'The page of the decision.') }),
  }),
  'StandingApproval', 'An approval that counts, is suspended, or is to come.',
);
export const providerApprovals = named(
  z.strictObject({ provider: providerReference, total: whole, results: z.array(standingApproval), decisions: note(z.array(decision), 'The last hundred about it, newest first.'), links: z.strictObject(links) }),
  'ProviderApprovals', 'Approvals of the provider, and decisions of authorities about it. Approved is not recommended.',
);
export { standards } from './schemas-standards.ts';
export const decisions = named(
  z.strictObject({ ...paging, results: z.array(decision), links: pageLinks }),
  'Decisions', 'Decisions of authorities, newest first.',
);

const offer = named(
  z.strictObject({
    groups: z.array(z.string()), services: z.array(z.enum(PROGRAMME_KINDS)), languages: z.array(languageTag),
    access: z.array(z.enum(ACCESS_WAYS)), attendance: z.array(z.enum(ATTENDANCE_RULES)), delivery: z.array(z.enum(DELIVERY)),
    hours: spread.nullable(), weeks: spread.nullable(), plannedMaxDays: spread.nullable(), groupMax: spread.nullable(), participantsPerCoach: spread.nullable(),
    waitingWeeks: spread.nullable(), capacity: spread.nullable(), aftercareMonths: spread.nullable(),
    price: z.strictObject({
      free: note(whole, 'Open programmes known to cost the citizen nothing.'), paid: whole, unsaid: note(whole, 'Open programmes that do not say.'),
      prices: note(z.array(price), 'What citizens pay, lowest first.'), payers: note(z.array(z.enum(PAYERS)), 'Who else pays.'),
    }),
  }),
  'Offer', 'All open programmes of the provider together.',
);
export const OBSTACLES = ['unreported', 'quoted', 'completers', 'grades', 'self-reported', 'measures', 'periods', 'groups', 'length', 'unknowns'] as const;
export const PAIR_REASONS = ['nothing', 'disclosure', 'first', 'measure', 'window', ...verdictReason.options] as const;
const pair = named(
  z.strictObject({
    providers: note(z.array(z.string()).length(2), 'Slugs.'),
    outcome: note(z.enum(['alike', 'differ', 'cannot-tell']), 'alike: we cannot tell them apart; differ: more than chance explains; cannot-tell: not compared, and reasons says why.'),
    above: note(z.string().nullable(), 'With differ: slug of the one with more in work for what was expected.'),
    measure: comparedMeasure.nullable(), window: period.nullable(),
    diffRatio: note(z.number().nullable(), 'O/E of the first minus that of the second, to 4 significant digits.'),
    z: note(z.number().nullable(), 'How many standard errors that is; from 1.96 on they differ.'),
    reasons: z.array(z.strictObject({ reason: z.enum(PAIR_REASONS), provider: note(z.string().nullable(), 'Slug; null: it is about both.') })),
  }),
  'Pair', 'Two providers beside each other.',
);
export const comparison = named(
  z.strictObject({
    total: whole,
    results: z.array(z.strictObject({ provider, offer, headline: publishedRow.nullable(), verdict: verdictCode.nullable(), comparisons: z.array(comparisonRow) })),
    pairs: note(z.array(pair), 'Every two of them.'),
    notComparable: note(
      z.array(z.strictObject({ reason: z.enum(OBSTACLES), providers: note(z.array(z.string()), 'Slugs; none: it is about all of them together.') })),
      'Why the figures side by side may not be weighed against each other. None: no reason was found, which is no promise.',
    ),
    links: z.strictObject(links),
  }),
  'Comparison', 'Two to four providers side by side, in the order asked for.',
);

export const region = named(
  z.strictObject({
    code: note(z.string(), 'scheme:code with the official code, such as dk-kommune:0265; a country is its two letters.'),
    scheme: z.string(), country: z.string(), parent: z.string().nullable(), name: localisedText,
    lat: z.number().nullable(), lon: z.number().nullable(), population: whole.nullable(),
    neighbours: note(z.array(z.string()), 'Regions of the same kind that it borders on.'),
  }),
  'Region', 'A country, region or municipality.',
);
export const regions = named(z.strictObject({ ...paging, results: z.array(region), links: pageLinks }), 'Regions', 'Places, in order of code.');

export const targetGroup = named(
  z.strictObject({
    code: z.string(),
    kind: note(z.enum(['legal-dk', 'cross-cutting', 'catalogue']), 'legal-dk: by Danish law; cross-cutting: across the legal ones; catalogue: brought by a source.'),
    name: localisedText, description: text,
    sensitive: note(z.boolean(), 'Belonging to it says something sensitive of a person, so figures need more people.'),
  }),
  'TargetGroup', 'People in one situation.',
);
export const targetGroups = named(z.strictObject({ total: whole, results: z.array(targetGroup), links: listLinks }), 'TargetGroups', 'All target groups.');

/** The document describes itself only so far. */
export const openApiDocument = named(z.looseObject({ openapi: z.string(), info: z.looseObject({}), paths: z.looseObject({}) }), 'OpenApi', 'This description.');

export type ApiProvider = z.input<typeof provider>;
export type ApiOpening = z.input<typeof opening>;
export type ApiAnswers = z.input<typeof answers>;
export type ApiProgramme = z.input<typeof apiProgramme>;
export type ApiFoundProvider = z.input<typeof foundProvider>;
export type ApiSearchAnswer = z.input<typeof searchAnswer>;
export type ApiResults = z.input<typeof providerResults>;
export type ApiResultRow = z.input<typeof publishedRow>;
export type ApiHeadline = z.input<typeof headline>;
export type ApiReference = z.input<typeof providerReference>;
export type ApiComparedResult = z.input<typeof comparisonRow>;
export type ApiTable = z.input<typeof participantTable>;
export type ApiEstimate = z.input<typeof estimateRow>;
export type ApiCorrection = z.input<typeof correctionRow>;
export type ApiPair = z.input<typeof pair>;
export type ApiComparison = z.input<typeof comparison>;
export type ApiDecision = z.input<typeof decision>;
export type ApiStandingApproval = z.input<typeof standingApproval>;
export type ApiRegion = z.input<typeof region>;
export type ApiTargetGroup = z.input<typeof targetGroup>;

