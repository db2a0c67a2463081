/** What forms about applications and cases may send. `error` names a reason of i18n `forms.problems`. */
import { z } from 'zod';
import { isoDate } from '#platform/input.ts';
import { personKey, rowId } from '#features/accounts/input.ts';
import { hasPersonalNumber } from '#features/enquiries/model.ts';
import { REDACTION_GROUNDS, SCORES } from './model/events.ts';
import { APPEAL_RESULTS } from './model/appeal.ts';
import { OUTCOMES } from './model/outcome.ts';

const slug = z.string().min(1).max(300);
/** Words for a case, in which no personal number may stand. */
const words = (most = 8_000) => z.string({ error: 'required' }).trim().min(1, { error: 'required' }).max(most).refine((text) => !hasPersonalNumber(text), { error: 'personal-number' });
const code = z.string().trim().min(1).max(40);
const score = z.enum(SCORES, { error: 'choose' });
const yesOrNo = z.enum(['yes', 'no'], { error: 'choose' });
const day = isoDate;
const upload = z.instanceof(File).optional();
/** A link to what is published: a path on this site, or an address. */
const link = z.string().trim().max(500).regex(/^(\/(?!\/)|https:\/\/)\S*$/, { error: 'url' });

/** `seen`: number of the last entry that the form was made from; whoever sends second is told. */
const ofCase = { caseId: rowId, seen: rowId };

const setCondition = z.object({ text: words(2_000), dueOn: day });
const conditions = z.array(setCondition).max(30).optional();

// The applicant's.
export const beginInput = z.object({ slug, versionId: rowId });
const item = z.object({
  criterion: code, score: score.optional(), statement: words().optional(), links: z.array(link).max(20).optional(), files: z.array(z.string().max(100)).max(20).optional(),
  /** A new one, beside those that are named. */
  file: upload,
});
/** All criteria, or one: what is named is written whole, what is not stays. */
export const assessmentInput = z.object({ slug, dossierId: rowId, revision: rowId, items: z.array(item).min(1).max(500) });
export const dossierInput = z.object({ slug, dossierId: rowId, revision: rowId });
export const sendInput = z.object({ slug, dossierId: rowId, revision: rowId, authorities: z.array(rowId, { error: 'required' }).min(1).max(50) });
export const withdrawInput = z.object({ ...ofCase, reason: words(2_000).optional() });
export const answerInput = z.object({ ...ofCase, text: words(), file: upload });
const correction = z.object({ passage: words(2_000), says: words(2_000) });
export const hearingAnswerInput = z.object({ ...ofCase, text: words(), corrections: z.array(correction).max(30).optional(), file: upload });
export const showConditionInput = z.object({ ...ofCase, number: rowId, text: words(), file: upload });
export const appealInput = z.object({ ...ofCase, text: words() });
export const caseInput = z.object(ofCase);

// The authority's.
/** `no`: the case is not taken, and the person is kept out of it. */
export const takeInput = z.object({ ...ofCase, impartial: yesOrNo, statement: words(2_000).optional() });
export const declareInput = takeInput;
export const assignInput = z.object({ ...ofCase, person: personKey });
export const nameDeciderInput = z.object({ ...ofCase, person: personKey, apart: words(2_000) });
const found = z.object({ criterion: code, score: score.optional(), grounds: words().optional(), evidence: words(2_000).optional() });
/** Of each criterion that has a score; what is as it was makes no new entry. */
export const findingsInput = z.object({ ...ofCase, findings: z.array(found).min(1).max(500) });
export const adoptInput = z.object({ ...ofCase, fromCaseId: rowId, criterion: code });
/** `deadline`: left out, the standard's. */
export const askInput = z.object({ ...ofCase, text: words(), deadline: day.optional() });
/** With `facts`, what is not fully favourable goes to hearing at once. */
export const recommendInput = z.object({ ...ofCase, outcome: z.enum(OUTCOMES, { error: 'choose' }), reasons: words(), conditions, facts: words().optional(), deadline: day.optional() });
export const openHearingInput = z.object({ ...ofCase, facts: words(), reasons: words(), deadline: day.optional() });
export const extendHearingInput = z.object({ ...ofCase, deadline: day });
const treated = z.object({ number: rowId, accepted: yesOrNo, how: words(2_000) });
export const correctionsInput = z.object({ ...ofCase, corrections: z.array(treated).min(1).max(30) });
export const takeBackInput = z.object({ ...ofCase, reason: words(2_000) });
const guidance = z.object({ body: words(500), how: words(2_000) });
const redaction = z.object({ passage: z.string().trim().min(1).max(2_000), ground: z.enum(REDACTION_GROUNDS, { error: 'choose' }) });
export const decideInput = z.object({
  ...ofCase,
  outcome: z.enum(OUTCOMES, { error: 'choose' }),
  rule: words(), considerations: words(), facts: words(), answerTreated: words().optional(),
  guidance,
  validFrom: day.optional(), validTo: day.optional(),
  conditions,
  redactions: z.array(redaction).max(50).optional(),
  language: z.enum(['da', 'en', 'sv', 'nl', 'fi'], { error: 'choose' }),
  /** The decider's own declaration, where it has not been made before. */
  impartial: z.literal('yes', { error: 'required' }).optional(),
});
export const noteInput = z.object({ ...ofCase, text: words() });
export const judgeConditionInput = z.object({ ...ofCase, number: rowId, met: yesOrNo, grounds: words(2_000) });
export const extendConditionInput = z.object({ ...ofCase, number: rowId, dueOn: day, grounds: words(2_000) });
export const visitInput = z.object({ ...ofCase, on: day, announced: yesOrNo, observations: words(), file: upload });
export const noticeInput = z.object({ ...ofCase, text: words() });
export const decideAppealInput = z.object({
  ...ofCase, result: z.enum(APPEAL_RESULTS, { error: 'choose' }), body: words(500), grounds: words(), validFrom: day.optional(), validTo: day.optional(), impartial: z.literal('yes', { error: 'required' }).optional(),
});
export const reopenInput = z.object({ ...ofCase, reason: words(2_000) });
