/** What forms of moderation may send. `error` names a reason of i18n `forms.problems`. */
import { z } from 'zod';
import { emailAddress, rowId, token } from '#features/accounts/input.ts';
import { hasPersonalNumber } from '#features/enquiries/model.ts';
import { OUTCOMES } from './model.ts';
import { mayBeAnonymous, NOTICE_REASONS, REASON_CODES, type ReasonCode } from './reasons.ts';

export const WORDS_LENGTH = 2_000;
export const FACTS_LENGTH = 600;

/** No personal number is kept, not even for the time of a case; the passage that a notice is about is the exception that proves it. */
const words = (most: number) => z.string({ error: 'required' }).trim().max(most).refine((text) => !hasPersonalNumber(text), { error: 'personal-number' });
const reason = z.enum(REASON_CODES, { error: 'choose' });

export const decisionInput = z
  .object({
    caseId: rowId,
    version: rowId,
    outcome: z.enum(OUTCOMES, { error: 'choose' }),
    reason: reason.optional(),
    facts: words(FACTS_LENGTH).optional(),
    findings: z.array(z.coerce.number().int().min(0).max(500)).max(200).optional(),
    /** One a line. */
    passages: z.string().max(4_000).optional(),
    unfounded: z.literal('yes').optional(),
  })
  .superRefine(({ outcome, reason: given, facts }, context) => {
    if ((outcome === 'redact' || outcome === 'remove') && given === undefined) context.addIssue({ code: 'custom', path: ['reason'], message: 'choose' });
    if ((outcome === 'redact' || outcome === 'remove') && facts === undefined) context.addIssue({ code: 'custom', path: ['facts'], message: 'required' });
  });

export const secondInput = z.object({ caseId: rowId, version: rowId, agrees: z.enum(['yes', 'no'], { error: 'choose' }), words: words(FACTS_LENGTH).optional() });
export const warnInput = z.object({ noticeId: rowId, caseId: rowId });
export const appealInput = z.object({ token, words: words(WORDS_LENGTH).min(10) });
export const replyAppealInput = z.object({ slug: z.string().min(1).max(300), reviewId: z.string().min(1).max(100), words: words(WORDS_LENGTH).min(10) });

const anonymous = (code: ReasonCode): boolean => mayBeAnonymous(code);

export const noticeInput = z
  .object({
    page: z.string({ error: 'required' }).trim().min(1).max(600),
    reason: z.enum(NOTICE_REASONS as [ReasonCode, ...ReasonCode[]], { error: 'choose' }),
    sentence: z.string().trim().max(600).optional(),
    explanation: words(WORDS_LENGTH).min(10),
    as: z.string().max(40).optional(),
    name: words(120).optional(),
    email: emailAddress.optional(),
    goodFaith: z.literal('yes', { error: 'good-faith' }),
    /** When the form was made, sealed. */
    started: z.string().max(500),
    /** No person sees this field. */
    website: z.string().optional(),
  })
  .superRefine(({ reason: code, name, email, sentence }, context) => {
    if (code === 'defamation' && sentence === undefined) context.addIssue({ code: 'custom', path: ['sentence'], message: 'required' });
    if (anonymous(code)) return;
    if (name === undefined) context.addIssue({ code: 'custom', path: ['name'], message: 'required' });
    if (email === undefined) context.addIssue({ code: 'custom', path: ['email'], message: 'required' });
  });
