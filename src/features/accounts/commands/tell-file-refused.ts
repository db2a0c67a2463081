import type { Db } from '#db/client.ts';
import type { Context } from '#platform/context.ts';
import type { FileRow } from '#platform/files/queries.ts';
import { queueMail } from '#platform/mail.ts';
import { fileRefusedLetter } from '../letters.ts';
import { ownersOf } from '../queries.ts';
import { asLocale } from './people.ts';

/** To those who look after the organisation whose file it was. */
export async function tellFileRefused(ctx: Context, tx: Db, { organisationId, name }: Pick<FileRow, 'organisationId' | 'name'>, reason: string): Promise<void> {
  for (const to of await ownersOf(tx, organisationId)) {
    await queueMail(ctx, tx, { kind: 'file-refused', to: to.email, personId: to.personId, letter: fileRefusedLetter(asLocale(to.locale), name, reason) });
  }
}
