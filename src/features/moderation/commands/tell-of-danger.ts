import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { rows } from '#db/client.ts';
import { mail, moderationCase } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { queueMail } from '#platform/mail.ts';
import { asLocale } from '#features/accounts/commands/people.ts';
import { dangerLetter } from '../letters.ts';

const KIND = 'moderation-danger';
const AGAIN_MS = 20 * 3_600_000;

/**
 * Where somebody may be in danger, the people who moderate are told by the hour, once a day at most. By the hour and not at
 * once: a letter of the minute would tell when its author wrote.
 * @returns how many letters
 */
export async function tellOfDanger(ctx: Context, siteUrl: string): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const [open] = await tx.select({ n: sql<number>`count(*)::int` }).from(moderationCase).where(and(inArray(moderationCase.state, ['open', 'second']), eq(moderationCase.priority, 2)));
    const count = open?.n ?? 0;
    if (count === 0) return 0;
    const told = await tx.select({ id: mail.id }).from(mail).where(and(eq(mail.kind, KIND), gt(mail.createdAt, new Date(now().getTime() - AGAIN_MS)))).limit(1);
    if (told.length > 0) return 0;
    const people = await rows<{ id: string; email: string; locale: string }>(
      tx,
      sql`select distinct q.id, q.email, q.locale from membership m join person q on q.id = m.person_id
          where m.organisation_id is null and m.role = 'moderator' and m.ended_at is null and q.erased_at is null order by q.id`,
    );
    for (const { id, email, locale } of people) await queueMail(ctx, tx, { kind: KIND, to: email, personId: id, letter: dangerLetter(asLocale(locale), count, siteUrl) });
    return people.length;
  });
}
