/** Stays as they come in: by file, form or API, and over the wire to the issuer. Never a name or a personal number. */
import { z } from 'zod';
import { isoDate } from '#platform/input.ts';

/** Ten figures like a Danish CPR number, with or without a hyphen, also with Swedish or Finnish marks between. */
const LIKE_CPR = /^\s*\d{6}[-+A ]?\d{3}[\dA-Z]\s*$/i;
export const looksLikePersonalNumber = (text: string): boolean => LIKE_CPR.test(text);

/** Reasons are keys of i18n `pools.faults`. */
export const stayMark = z
  .string()
  .trim()
  .refine((text) => !looksLikePersonalNumber(text), { error: 'personal-number', abort: true })
  .transform((text) => text.toLowerCase())
  .refine((text) => /^[0-9a-f]{64}$/.test(text), { error: 'not-hmac' });

/** So many a message. */
export const BATCH = 1_000;
/** So many at once by file or API. */
export const MAX_STAYS = 50_000;
export const MIN_STAY_DAYS = 14;

export const stayRow = z.strictObject({ stay: stayMark, startedOn: isoDate, endedOn: isoDate.nullable().default(null) });
export type StayInput = z.output<typeof stayRow>;
