/** What authors may send: signed statements, and the form for printed codes. `error` names a reason of i18n `forms.problems`. */
import { z } from 'zod';
import { LOCALES } from '#platform/input.ts';
import { hasPersonalNumber } from '#features/enquiries/model.ts';
import { answered, APPEAL_LENGTH, ATTENDANCES, DIMENSIONS, FINISHES, OUTCOMES, TEXT_LENGTH, type Rating, type ReviewContent } from './content.ts';
import { bytesOf, decodeToken, isKeyId } from './rv1/format.ts';
import { SIGNATURE_LENGTH, type Statement } from './statement.ts';

/** No personal number comes in, not even into the queue (Databeskyttelsesloven § 11). */
const words = (most: number) => z.string().trim().max(most).refine((text) => !hasPersonalNumber(text) && !text.includes('\0'), { error: 'personal-number' });

const rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const ratings = z.strictObject(Object.fromEntries(DIMENSIONS.map((each) => [each, rating.nullable()])) as Record<(typeof DIMENSIONS)[number], z.ZodNullable<typeof rating>>);

export const contentInput = z.strictObject({
  ratings: ratings.refine((each) => answered(each) > 0, { error: 'review-empty' }),
  attendance: z.enum(ATTENDANCES, { error: 'choose' }),
  finished: z.enum(FINISHES, { error: 'choose' }),
  outcome: z.enum(OUTCOMES, { error: 'choose' }),
  text: words(TEXT_LENGTH).nullable().transform((text) => text || null),
  language: z.enum(LOCALES),
}) satisfies z.ZodType<ReviewContent>;

const key = z.string().refine(isKeyId);
const revision = z.int().min(1).max(2 ** 31 - 1);
const statement = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('write'), key, content: contentInput }),
  z.strictObject({ act: z.literal('edit'), key, revision, content: contentInput }),
  z.strictObject({ act: z.literal('withdraw'), key }),
  z.strictObject({ act: z.literal('appeal'), key, decision: z.string().min(1).max(64), words: words(APPEAL_LENGTH).min(2) }),
  z.strictObject({ act: z.literal('read'), key }),
]) satisfies z.ZodType<Statement>;

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The text of a statement, read. Whether it is signed is another question. */
export const readStatement = (text: string) => statement.safeParse(json(text));

export const signedStatement = z.strictObject({
  token: z.string().refine((text) => decodeToken(text) !== null),
  statement: z.string().max(24_000),
  signature: z.string().refine((text) => bytesOf(text, SIGNATURE_LENGTH) !== null),
});

/** From a form: radio buttons send words. */
const chosenRating = z.enum(['1', '2', '3', '4', '5'], { error: 'choose' }).transform((each) => Number(each) as Rating).optional();
const code = z.string({ error: 'required' }).max(100);
const answers = {
  ratings: z.object(Object.fromEntries(DIMENSIONS.map((each) => [each, chosenRating])) as Record<(typeof DIMENSIONS)[number], typeof chosenRating>).optional(),
  attendance: z.enum(ATTENDANCES, { error: 'choose' }),
  finished: z.enum(FINISHES, { error: 'choose' }),
  outcome: z.enum(OUTCOMES, { error: 'choose' }),
  text: words(TEXT_LENGTH).optional(),
};
export const codeInput = z.object({ code });
export const codeReviewInput = z.object({ code, revision: z.coerce.number().int().min(0).optional(), ...answers });
export const codeAppealInput = z.object({ code, decision: z.string().min(1).max(64), words: words(APPEAL_LENGTH).min(2) });
export type CodeAnswers = z.output<z.ZodObject<typeof answers>>;
