/** What the forms of pools send. */
import { z } from 'zod';
import { isoDate } from '#platform/input.ts';
import { MAX_TABLE_BYTES } from './stay-table.ts';

const rowId = z.coerce.number({ error: 'choose' }).int({ error: 'choose' }).positive({ error: 'choose' });
export const poolId = z.string().regex(/^[0-9a-zA-Z_-]{1,64}$/, { error: 'choose' });
const slug = z.string().min(1).max(300);
const whole = z.coerce.number({ error: 'number' }).int({ error: 'number' });

/** `FIRST/LAST` as the choice has it. */
const period = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/, { error: 'choose' })
  .transform((text) => ({ from: text.slice(0, 10), to: text.slice(11) }))
  .refine(({ from, to }) => isoDate.safeParse(from).success && isoDate.safeParse(to).success, { error: 'choose' });

export const openInput = z.object({ authorityId: rowId, slug, programme: z.string().min(1).max(200), period, issuer: rowId.optional() });
export const uploadInput = z.object({ poolId, file: z.instanceof(File, { error: 'required' }).refine(({ size }) => size > 0, { error: 'file-empty' }).refine(({ size }) => size <= MAX_TABLE_BYTES, { error: 'file-too-large' }) });
export const registerInput = z.object({ poolId, stays: z.string().trim().min(1).max(60_000) });
export const announceInput = z.object({ poolId, openDays: whole });
export const codesInput = z.object({ poolId, count: whole.min(1).max(500) });
export const confirmInput = z.object({ poolId, stays: whole });
export const disputeInput = z.object({ poolId, stays: whole, own: whole.min(0).max(1_000_000) });

/** An address of a provider's page, whole or its last part. */
export const slugOf = (given: string): string => /\/providers\/([^/?#]+)/.exec(given)?.[1] ?? given.trim();

/** By a system: rows as JSON. */
export const staysBody = z.strictObject({
  stays: z.array(z.strictObject({ stay: z.string().max(200), startedOn: z.string().max(10), endedOn: z.string().max(10).nullish() })).min(1).max(50_000),
});
