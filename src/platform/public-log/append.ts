/** Writing to the public log, in the caller's transaction. */
import { sql } from 'drizzle-orm';
import { recordset, type Db } from '#db/client.ts';
import { ADVISORY_LOCK } from '#db/advisory-locks.ts';
import { publicLogDocument, publicLogEntry } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { canonicalJson, commitmentTo, entryText, freshSalt, type JsonObject, type PublicKind } from './entry.ts';
import { closedBy, grow, leafHash } from './merkle.ts';
import { logSize, readNodes } from './tree.ts';

export interface PublicRecord {
  kind: PublicKind;
  /** What it is about, such as `decision:12`. Stands in the log for ever: an id, nothing personal. */
  subject: string;
  /** What everybody may read: already without persons and trade secrets. Can be taken out later; the log keeps a commitment. */
  document: JsonObject;
}

/**
 * Appends and says where. Call it after the rows that the command changes: the log is locked from here to the end of the
 * transaction, and a writer that waits for a row with the log locked could wait for one that waits for the log.
 * @returns the entry's place, from 0
 */
export async function appendPublic(ctx: Context, tx: Db, { kind, subject, document }: PublicRecord): Promise<{ index: number }> {
  await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK.publicLog})`);
  const index = await logSize(tx);
  const [at, salt, text] = [now(), freshSalt(), canonicalJson(document)];
  const entry = entryText({ index, kind, subject, at: at.toISOString(), commitment: commitmentTo(salt, text) });
  const leaf = leafHash(Buffer.from(entry));
  await tx.insert(publicLogEntry).values({ index, kind, subject, at, entry, leafHash: leaf });
  await tx.insert(publicLogDocument).values({ index, document: text, salt });
  const complete = grow(index, leaf, await readNodes(tx, closedBy(index)));
  if (complete.length > 0) {
    await tx.execute(sql`insert into public_log_node (level, place, hash) select level, place, hash from ${recordset(complete.map((node) => ({ ...node })), 'level smallint, place bigint, hash text')}`);
  }
  await ctx.outbox.send(tx, 'public-log.grew', {});
  return { index };
}
