/** What a standard holds, and what forms about standards may send. `error` names a reason of i18n `forms.problems`. */
import { z } from 'zod';
import { isoDate, LOCALES, localisedText, optional } from '#platform/input.ts';
import { rowId } from '#features/accounts/input.ts';
import { hasPersonalNumber } from '#features/enquiries/model.ts';
import { COMMENT_LENGTH, SIDES } from './comments.ts';

/** Letters, digits and points, such as `2.3`: what people call it by, and what findings point to. */
const code = z.string().trim().regex(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/, { error: 'standard-code' }).max(20);
const between = (least: number, most: number) => z.int({ error: 'whole-number' }).min(least).max(most);

export const CHECK_KINDS = ['results-reported', 'prices-public', 'last-confirmed', 'in-area', 'funnel-complete', 'review-invitations'] as const;
export const CHECK_GRADES = ['A', 'B', 'C'] as const;
export const AREA_WAYS = ['location', 'coverage', 'either'] as const;

/** A release looks at four half-years together; more would ask for what nobody publishes. */
const halfYears = between(1, 4);

/** What the site can see for itself, in what is published. Only the fields that the kind has. */
export const machineCheck = z.discriminatedUnion('kind', [
  /** Each of the latest so many half-years that are ripe has been reported, with this grade of evidence or a better one. */
  z.strictObject({ kind: z.literal('results-reported'), halfYears, grade: z.enum(CHECK_GRADES) }),
  /** Every programme that runs has a price, or says that it is free. */
  z.strictObject({ kind: z.literal('prices-public') }),
  /** The provider's people have said within so many months that their profile is right. */
  z.strictObject({ kind: z.literal('last-confirmed'), months: between(1, 24) }),
  z.strictObject({ kind: z.literal('in-area'), by: z.enum(AREA_WAYS) }),
  /** Of the half-years that a release looks at: how many were referred, started and completed. */
  z.strictObject({ kind: z.literal('funnel-complete') }),
  /** At least so many per cent of those who left were invited to review. */
  z.strictObject({ kind: z.literal('review-invitations'), percent: between(1, 100) }),
]);

/** What each kind asks for beside itself. */
export const CHECK_FIELDS = {
  'results-reported': ['halfYears', 'grade'], 'prices-public': [], 'last-confirmed': ['months'], 'in-area': ['by'], 'funnel-complete': [], 'review-invitations': ['percent'],
} as const satisfies Record<(typeof CHECK_KINDS)[number], readonly string[]>;

export const SCALES = ['met', 'five'] as const;

/** What each point of a scale of five looks like. */
const anchors = z.strictObject({ 1: optional(localisedText), 2: optional(localisedText), 3: optional(localisedText), 4: optional(localisedText), 5: optional(localisedText) });

const indicator = z.strictObject({
  code,
  text: localisedText,
  /** What shows it. */
  evidence: optional(localisedText),
});

const criterion = z.strictObject({
  code,
  title: localisedText,
  /** What it asks for. */
  text: optional(localisedText),
  /** How much it counts beside the others. */
  weight: between(1, 5),
  /** Not met: no approval, whatever the rest. */
  mandatory: z.boolean(),
  /** met: met, partly, not · five: 1 to 5 with anchors */
  scale: z.enum(SCALES),
  anchors: optional(anchors),
  indicators: z.array(indicator).max(30),
  check: optional(machineCheck),
});

const theme = z.strictObject({ code, title: localisedText, text: optional(localisedText), criteria: z.array(criterion).max(40) });

/** From findings to a proposal; published with the standard, the same for all. */
const rule = z.strictObject({
  /** On a scale of five: met from this score, partly met from that one. */
  metFrom: between(2, 5),
  partlyFrom: between(1, 4),
  /** Per cent of the weight: met counts whole, partly half. */
  approveFrom: between(1, 100),
  conditionsFrom: between(0, 100),
});

/** In working days, but `appeal` in calendar days, as the law has it. */
const limits = z.strictObject({ decision: between(5, 250), reply: between(3, 60), hearing: between(5, 60), appeal: between(14, 365) });

export const standardDocument = z.strictObject({
  title: localisedText,
  summary: optional(localisedText),
  /** Law or decision that it rests on. */
  basis: optional(localisedText),
  /** Made to show how a standard looks; nobody's real one. */
  example: z.boolean(),
  /** How long an approval lasts at most. */
  validMonths: between(1, 120),
  limits,
  themes: z.array(theme).max(20),
  rule,
});

const slug = z.string().min(1).max(100);
const revision = z.coerce.number().int().min(0).max(2_147_483_647);
/** Words for people, in which no personal number may stand. */
const publicWords = (most: number) => z.string().trim().max(most).refine((text) => !hasPersonalNumber(text), { error: 'personal-number' });

export const createInput = z.object({ authorityId: rowId, title: z.string().trim().min(3).max(200) });
export const useInput = z.object({ authorityId: rowId, standardId: rowId });
export const standardInput = z.object({ standardId: rowId, reason: z.string().trim().max(1_000).optional() });
export const versionInput = z.object({ versionId: rowId, revision });
export const runInput = z.object({ versionId: rowId });
export const partInput = z.object({
  at: z.object({
    versionId: rowId,
    part: z.enum(['basics', 'theme', 'criterion']),
    theme: z.string().max(20).optional(),
    code: z.string().max(20).optional(),
    language: z.enum(LOCALES),
    seen: z.string().max(40),
    then: z.enum(['stay', 'back']).default('back'),
    remove: z.string().max(60).optional(),
  }),
});
export const orderInput = z.object({ versionId: rowId, code: z.string().min(1).max(20), how: z.enum(['up', 'down', 'remove']) });
export const consultationInput = z.object({ versionId: rowId, revision, consultationFrom: isoDate, consultationUntil: isoDate });
export const publicationInput = z.object({ versionId: rowId, revision, inForceFrom: isoDate, applicationsFrom: isoDate, graceUntil: isoDate.optional() });
export const commentInput = z.object({
  slug,
  number: z.coerce.number().int().min(1).max(10_000),
  about: z.string().trim().max(20).optional(),
  author: publicWords(80).optional(),
  side: z.enum(SIDES, { error: 'choose' }),
  text: publicWords(COMMENT_LENGTH).min(10),
  /** When the form was made, sealed. */
  started: z.string().max(500),
  /** No person sees this field. */
  website: z.string().optional(),
});
export const answerInput = z.object({ commentId: rowId, answer: publicWords(COMMENT_LENGTH).min(2) });
export const hideInput = z.object({ commentId: rowId, reason: publicWords(300).min(10) });
