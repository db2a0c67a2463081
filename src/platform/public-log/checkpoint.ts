/** Signs where the public log stands, and writes it outside the database, where a change of the database cannot reach it. */
import { and, desc, eq, gte } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { mail, publicLogCheckpoint } from '#db/schema/index.ts';
import { keepOutside } from '#platform/audit/checkpoint.ts';
import type { SigningKey } from '#platform/audit/note.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { queueMail } from '#platform/mail.ts';
import { findHeads, writeHead, type TreeHead } from './note.ts';
import { logSize, rootAt } from './tree.ts';

export interface KeptCheckpoint extends TreeHead {
  at: Date;
  note: string;
}

/** null: nothing was ever signed. */
export async function lastSigned(db: Db): Promise<KeptCheckpoint | null> {
  const [found] = await db.select().from(publicLogCheckpoint).orderBy(desc(publicLogCheckpoint.size)).limit(1);
  const [head] = findHeads(found?.note ?? '');
  return found && head ? { size: head.size, root: head.root, at: found.at, note: found.note } : null;
}

const HEADING = 'Checkpoints of the public log of decisions. Keep a copy of this file on another machine; how to check: npm run log:verify -- --help';

/**
 * @param file that only grows, outside the database
 * @returns null where nothing has happened since the last one
 * @throws Error where the log no longer begins with what was signed: it was written anew, and is not signed again
 */
export async function signLog(db: Db, key: SigningKey, file: string): Promise<TreeHead | null> {
  return db.transaction(async (tx) => {
    const [last, size] = [await lastSigned(tx), await logSize(tx)];
    if (size < (last?.size ?? 0) || (last && (await rootAt(tx, last.size)) !== last.root)) throw new Error('The public log no longer begins with what was signed. It is not signed.');
    if (size === (last?.size ?? 0)) return null;
    const head = { size, root: await rootAt(tx, size) };
    const note = writeHead(head, key);
    // Two workers at once: the second finds the size taken.
    const made = await tx.insert(publicLogCheckpoint).values({ size, at: now(), note }).onConflictDoNothing().returning({ size: publicLogCheckpoint.size });
    if (made.length === 0) return null;
    keepOutside(file, note, key, HEADING);
    return head;
  });
}

/**
 * Posts the last checkpoint, unless it has been: by the hour, as one for each decision would be too many to keep.
 * `log:verify --checkpoints` finds them in saved mails. @param to AUDIT_MAIL
 */
export async function mailLog(ctx: Context, to: string | undefined): Promise<void> {
  const last = await lastSigned(ctx.db);
  if (to === undefined || last === null) return;
  await ctx.db.transaction(async (tx) => {
    const [sent] = await tx.select({ id: mail.id }).from(mail).where(and(eq(mail.kind, 'log-checkpoint'), gte(mail.createdAt, last.at))).limit(1);
    if (sent) return;
    const letter = { subject: 'Vejviser: checkpoint of the public log', paragraphs: ['Keep this letter: it proves that the public log was not written anew.', last.note.trim()] };
    await queueMail(ctx, tx, { kind: 'log-checkpoint', to, personId: null, letter });
  });
}
