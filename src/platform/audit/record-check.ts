/** A check of the audit trail from the operator's desk. That it was made, and what came of it, is an entry itself. */
import { readFile } from 'node:fs/promises';
import { desc, eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { auditEntry } from '#db/schema/index.ts';
import { audit } from '../audit.ts';
import type { Context } from '../context.ts';
import type { Env } from '../env.ts';
import { Refused } from '../form.ts';
import { checkAudit } from './check.ts';
import { chainHead } from './checkpoint.ts';
import { auditFile, auditKey } from './key.ts';

/** More than a page should wait for; the command takes as long as it takes. */
const MOST_LINKS = 300_000;
const ACTION = 'audit.check';

/** @throws Refused where the trail is too long for a page @returns whether it is sound */
export async function recordCheck(ctx: Context, env: Pick<Env, 'AUDIT_KEY' | 'AUDIT_FILE' | 'siteUrl' | 'dataDir'>): Promise<boolean> {
  if (((await chainHead(ctx.db))?.seq ?? 0) > MOST_LINKS) throw new Refused('too-large', { field: null, reason: 'trail-too-long' });
  const outside = await readFile(auditFile(env), 'utf8').catch(() => null);
  const { links, sound, faultCount, unchained, misfits, checkpoints } = await checkAudit(ctx.db, outside, [auditKey(env)]);
  const detail = { links, sound, faults: faultCount + unchained.count + misfits.length, checkpoints: checkpoints.database + checkpoints.outside };
  await audit(ctx.db, { actor: ctx.actor, action: ACTION, object: 'audit', detail });
  return sound;
}

export interface LastCheck {
  at: Date;
  links: number;
  sound: boolean;
}

/** null: never from the desk. */
export async function lastCheck(db: Db): Promise<LastCheck | null> {
  const [found] = await db.select({ at: auditEntry.at, detail: auditEntry.detail }).from(auditEntry).where(eq(auditEntry.action, ACTION)).orderBy(desc(auditEntry.id)).limit(1);
  return found ? { at: found.at, links: Number(found.detail['links']), sound: found.detail['sound'] === true } : null;
}
