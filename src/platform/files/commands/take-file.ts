import { createHash, randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { storedFile } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import { MAX_FILE_BYTES, QUOTA_BYTES, shownName, type FileKind, type FileRefusal } from '../model.ts';
import type { Files } from '../service.ts';

export interface FileInput {
  organisationId: number;
  /** As it was sent. */
  name: string;
  bytes: Uint8Array;
}

export interface TakenFile {
  id: string;
  name: string;
  kind: FileKind;
  size: number;
  sha256: string;
}

/** @param field of the form that the file came in */
const refused = (reason: FileRefusal) => new Refused(reason === 'file-too-large' ? 'too-large' : 'invalid', { field: 'file', reason });

async function announce(tx: Db, organisationId: number, file: TakenFile, actor: string): Promise<void> {
  // Held to the end: two uploads at once do not both find the last room free.
  await tx.execute(sql`select 1 from organisation where id = ${organisationId} for update`);
  const [kept] = await rows<{ bytes: string }>(tx, sql`
    select coalesce(sum(size), 0)::text as bytes from stored_file
    where organisation_id = ${organisationId} and state in ('arriving', 'quarantined', 'released')`);
  if (Number(kept?.bytes) + file.size > QUOTA_BYTES) throw refused('file-quota');
  await tx.insert(storedFile).values({ ...file, organisationId, state: 'arriving', uploadedBy: actor, uploadedAt: now() });
}

/**
 * Inspects a file, keeps it, and lays it in quarantine. Announced before it is written, so that whatever interrupts it
 * leaves a row by which `sweepFiles` finds what to clear away.
 * @param attach what else belongs to it, in the same transaction
 * @throws Refused with a FileRefusal for the field `file`
 */
export async function takeFile(ctx: Context, { store, inspect }: Files, { organisationId, name, bytes }: FileInput, attach: (tx: Db, file: TakenFile) => Promise<void> = async () => {}): Promise<TakenFile> {
  if (bytes.length > MAX_FILE_BYTES) throw refused('file-too-large');
  const found = await inspect(bytes, name);
  if (!found.ok) throw refused(found.refusal);
  const file: TakenFile = {
    id: randomBytes(16).toString('base64url'),
    name: shownName(name, found.kind),
    kind: found.kind,
    size: found.bytes.length,
    sha256: createHash('sha256').update(found.bytes).digest('hex'),
  };
  await ctx.db.transaction((tx) => announce(tx, organisationId, file, ctx.actor));
  try {
    await store.put(file.id, found.bytes);
    await ctx.db.transaction(async (tx) => {
      await tx.update(storedFile).set({ state: 'quarantined' }).where(eq(storedFile.id, file.id));
      await attach(tx, file);
      await audit(tx, { actor: ctx.actor, action: 'files.take', object: `file:${file.id}`, detail: { organisation: organisationId, kind: file.kind, size: file.size, sha256: file.sha256 } });
      await ctx.outbox.send(tx, 'file.taken', { fileId: file.id });
    });
  } catch (error) {
    await store.remove(file.id);
    await ctx.db.delete(storedFile).where(eq(storedFile.id, file.id));
    throw error;
  }
  return file;
}
