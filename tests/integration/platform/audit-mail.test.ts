import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { rows, type OpenDatabase } from '#db/client.ts';
import { auditMail } from '#platform/audit/mail.ts';
import { findNotes, signingKey, writeNote } from '#platform/audit/note.ts';
import { renderLetter, type OutgoingMail } from '#platform/mail.ts';
import { unseal, useSecrets } from '#platform/seal.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { freshDatabase } from '#tests/support/database.ts';

let open: OpenDatabase;
beforeAll(async () => {
  useSecrets(['a secret that is at least 32 bytes long']);
  open = await freshDatabase('embedded');
});
afterAll(() => open.close());

it('a checkpoint is posted in a letter from which it can be read back, and to nobody where nobody is named', async () => {
  const key = signingKey('site', Buffer.alloc(32, 3));
  const note = writeNote({ seq: 7, hash: 'ab'.repeat(32), at: new Date('2026-11-25T12:17:00Z') }, key);
  await auditMail(contextOf(open.db), undefined)(open.db, note);
  await auditMail(contextOf(open.db), 'trail@example.test')(open.db, note);
  const letters = await rows<{ sealed: string }>(open.db, sql`select sealed from mail`);
  expect(letters).toHaveLength(1);
  const sent = JSON.parse(unseal('mail', letters[0]?.sealed ?? '')) as OutgoingMail;
  expect(sent.to).toBe('trail@example.test');
  expect(findNotes(renderLetter(sent.letter).text)).toEqual(findNotes(note));
});
