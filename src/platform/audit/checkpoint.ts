/** Signs where the chain stands and writes it outside the database, where a change of the database cannot reach it. */
import { sql } from 'drizzle-orm';
import { appendFileSync, existsSync, mkdirSync, openSync, closeSync, fsyncSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { rows, type Db } from '#db/client.ts';
import { auditCheckpoint } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import type { Head } from './chain.ts';
import { verifierLine, writeNote, type Checkpoint, type SigningKey } from './note.ts';

/** Null: nothing was ever written. */
export async function chainHead(db: Db): Promise<Head | null> {
  const [row] = await rows<{ seq: string; hash: string }>(db, sql`select seq::text as seq, hash from audit_link order by audit_link.seq desc limit 1`);
  return row ? { seq: Number(row.seq), hash: row.hash } : null;
}

const HEADING = 'Checkpoints of the audit trail. Keep a copy of this file on another machine; how to check: npm run audit:check -- --help';

/** On the disk before the checkpoint counts as made. @param heading of a new file, before the line with the key */
export function keepOutside(file: string, note: string, key: SigningKey, heading: string): void {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${heading}\nKey: ${verifierLine(key)}\n`, { mode: 0o644 });
  }
  appendFileSync(file, `\n${note}`);
  const handle = openSync(file, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * @param file that only grows, outside the database @param send posts the note elsewhere too, in the same transaction
 * @returns null where nothing has happened since the last one
 */
export async function makeCheckpoint(db: Db, key: SigningKey, file: string, send: (tx: Db, note: string) => Promise<void> = async () => {}): Promise<Checkpoint | null> {
  return db.transaction(async (tx) => {
    const head = await chainHead(tx);
    if (!head) return null;
    const checkpoint = { ...head, at: now() };
    const note = writeNote(checkpoint, key);
    // Two workers at the same hour: the second finds the number taken.
    const made = await tx.insert(auditCheckpoint).values({ seq: head.seq, at: checkpoint.at, note }).onConflictDoNothing().returning({ seq: auditCheckpoint.seq });
    if (made.length === 0) return null;
    await send(tx, note);
    keepOutside(file, note, key, HEADING);
    return checkpoint;
  });
}
