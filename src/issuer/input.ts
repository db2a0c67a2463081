/** What the issuer is sent, by browsers and by the site. */
import { z } from 'zod';
import { BATCH, stayRow } from '#features/reviews/stay-input.ts';

const text = z.string().min(1).max(500);
const poolId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const day = z.iso.date();
const moment = z.iso.datetime();
const facts = z.strictObject({ authority: text, provider: text, programme: text, from: day, to: day });

export const signInput = z.strictObject({ keyId: z.string().max(64), secret: z.string().max(40), blinded: z.string().max(600) });

export const siteInput = {
  make: z.strictObject({ poolId, issuerId: z.int().positive(), facts }),
  register: z.strictObject({ poolId, stays: z.array(stayRow).min(1).max(BATCH) }),
  announce: z.strictObject({ poolId, stays: z.int().min(1), issueFrom: moment, issueUntil: moment, facts }),
  close: z.strictObject({ poolId, minimum: z.int().min(0).max(100) }),
  expire: z.strictObject({ poolId }),
  state: z.strictObject({ poolIds: z.array(poolId).max(1_000) }),
};
export type SiteCall = keyof typeof siteInput;
