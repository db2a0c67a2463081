/** What several answers of the reading API have in common: links, sources, figures, problems. */
import { z } from 'zod';
import { localisedText } from '#platform/input.ts';
import { claim, development, location, staff } from '#features/providers/input.ts';
import { price, stage } from '#features/programmes/input.ts';
import { openResultSchema } from '../open-data.ts';
import { documented, named, note } from './documented.ts';
import { openComparison, openCorrection, openEstimate, openExits, openPrevious, openTable } from '#features/results/open-release.ts';

named(localisedText, 'Text', 'A text for people, by language; at least one language. Show the reader’s own, else the first of da, en, sv, nl, fi that there is, marked with its language.');
named(location, 'Location', 'A place where the provider works.');
named(staff, 'Staff', 'The people who help.');
named(development, 'Development', 'How the staff are kept able.');
named(claim, 'Claim', 'A statement without figures: claimed, not documented.');
named(stage, 'Stage', 'A part of a programme; hours is the total of the stage.');
named(price, 'Price', 'An amount in the minor unit of the currency (øre, cent), what it is for, and who pays it.');

export const text = localisedText.nullable();
export const whole = z.int().min(0);
export const amount = z.number().min(0);
export const link = z.string();
documented.add(link, { format: 'uri-reference' });
export const moment = z.iso.datetime();
export const slug = note(z.string(), 'Of the provider’s address. It changes only when the provider is renamed; the old one then answers 301.');
export const demo = note(z.boolean(), 'The provider is invented, for trying the site out.');

export const links = { self: note(link, 'This answer, relative to its own address.'), html: note(link, 'The page for people.') };
export const providerLinks = named(
  z.strictObject({ ...links, results: link, reviews: link, approvals: link }), 'ProviderLinks', 'Relative to the address of the answer.',
);
export const listLinks = z.strictObject({ self: links.self, html: note(link.nullable(), 'The page for people; null: there is none.') });
export const pageLinks = named(
  z.strictObject({ self: link, next: link.nullable(), previous: link.nullable(), html: link.nullable() }),
  'PageLinks', 'Relative to the address of the answer; null where there is no such page.',
);
export const id = named(
  z.strictObject({ scheme: z.string(), value: z.string() }),
  'OrganisationId', 'Number of the organisation in a register, such as dk-cvr; the scheme demo is of invented organisations. The same for ever.',
);
export const source = named(
  z.strictObject({ title: z.string(), publisher: z.string(), url: z.string().nullable(), retrieved: z.iso.date().nullable(), licence: z.string().nullable() }),
  'Source', 'Who says it. Name it wherever you show what comes from it.',
);
export const spread = named(
  z.strictObject({ min: z.number(), max: z.number(), said: whole, of: whole }),
  'Spread', 'Smallest and largest value, said by so many of the open programmes; what the rest say is not known.',
);
const resultCount = named(
  openResultSchema.shape.count, 'Count',
  'After disclosure control. shown: numbers, with the limits of a 95 % interval of placed/n as shares; small: fewer people than may be shown; ' +
    'extreme: only that the rate is under (low) or over (high) limitPercent; hidden: left out so that another cell cannot be worked out; ' +
    'none: no participants; unreported: the provider did not report; quoted: as its source has published it; too-many-unknown: more than half unknown, so no rate.',
);
const { provider: _provider, source: _source, count: _count, ...published } = openResultSchema.shape;
const resultFields = {
  ...published, count: resultCount,
  exits: note(openExits.optional(), 'Why people left before the end, where that may be told.'),
  previous: note(openPrevious.optional(), 'The value it replaces, where a published value was corrected.'),
};

export const headline = named(
  z.strictObject(resultFields), 'PublishedResult',
  'One published figure, of people who started in one period. Quote it whole: count, period and grade (A from a register, B documented, C reported by the provider itself, D quoted).',
);
const release = named(
  z.strictObject({ methodVersion: z.string(), inputHash: note(z.string(), 'Of the private input, SHA-256: the same input gives the same figures.'), releasedAt: moment }),
  'Release', 'What published a figure. Name method version and day with it.',
);
export const publishedRow = named(
  z.strictObject({ ...resultFields, source, release }),
  'SourcedResult', 'A published figure with its source and the release that published it.',
);

const ofProvider = { provider: true, release: true } as const;
export const verdictCode = openComparison.shape.code;
export const verdictReason = openComparison.shape.reasons.element;
export const comparedMeasure = openComparison.shape.measure;
export const period = openComparison.shape.window;
export const withheld = openComparison.shape.withheld;
export const comparisonRow = named(
  z.strictObject({
    ...openComparison.omit(ofProvider).shape, release,
    reasons: note(openComparison.shape.reasons, 'Why there is no verdict, all that apply.'),
    withheld: note(withheld, 'Why there are no figures although there may be some. disclosure: they would tell about a few people; first: a first verdict waits for one release.'),
  }),
  'ComparedResult',
  'Those in work beside those expected for participants in the same groups and areas. Never a proof that the provider caused it. O of n were placed, E were expected; verdict and limits follow from the figures by the method.',
);
export const participantTable = named(
  z.strictObject({ ...openTable.omit(ofProvider).shape, release }),
  'ParticipantTable', 'Who takes part, target group by area, after disclosure control. level: which counts may be shown.',
);
export const estimateRow = named(
  z.strictObject({ ...openEstimate.omit(ofProvider).shape, release }),
  'Estimate', 'Of 100 people of this group who started here, about so many (probably between lower and upper) were in work. It rests on own results for ownWeight per cent. It gives no order and no verdict.',
);
export const correctionRow = named(openCorrection.omit(ofProvider), 'Correction', 'A published value that became another, with the day of the release that did it and why.');

export const fault = named(
  z.strictObject({
    pointer: note(z.string(), 'JSON pointer (RFC 6901) into the parameters, such as /sort or /kind/0.'),
    field: z.string(), value: note(z.unknown(), 'As it was given.'), expected: note(z.string(), 'In words, or the values there are.'),
  }),
  'Fault', 'One thing that is wrong with the request.',
);
export const choice = named(
  z.strictObject({
    code: note(z.string(), 'Region code.'), label: z.string(),
    place: note(z.string(), 'What to send as place to mean this one; keeps the postcode that was typed.'),
  }),
  'PlaceChoice', 'A place that could have been meant.',
);
export const problemSchema = named(
  z.strictObject({
    type: z.string(), title: z.string(), status: z.int().min(400).max(599), detail: z.string(), instance: z.string(),
    faults: z.array(fault).optional(), choices: note(z.array(choice).optional(), 'With 422, where a place is not clear. Empty: nothing like it is known.'),
  }),
  'Problem', 'What went wrong (RFC 9457).',
);

export type PlaceChoiceAnswer = z.output<typeof choice>;
