import { sql } from 'drizzle-orm';
import { rows } from '#db/client.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { queueMail, type Letter } from '#platform/mail.ts';
import { formatMoment, localePath, messages, type Locale } from '#i18n/index.ts';
import { asLocale } from '#features/accounts/commands/people.ts';
import { ownersOf } from '#features/accounts/queries.ts';
import { monthsBefore, REMIND_AFTER_MONTHS } from '../confirmation.ts';
import { deskHome } from '../desk-path.ts';

interface Due {
  id: number;
  slug: string;
  name: string;
  organisationId: number;
  said: string | Date;
}

function letter(locale: Locale, { slug, name, said }: Due, siteUrl: string): Letter {
  const t = messages(locale).deskProfile.mail;
  return {
    subject: t.subject(name),
    paragraphs: [t.last(name, formatMoment(locale, new Date(said))), t.ask, t.after],
    action: { label: t.button, url: `${siteUrl}${localePath(locale, deskHome(slug))}` },
    footer: t.why,
  };
}

/**
 * A day's duty: asks the owners of profiles that nobody has confirmed for five months whether all is still right.
 * Once until they confirm again. @returns how many providers were asked
 */
export async function remindToConfirm(ctx: Context, siteUrl: string): Promise<number> {
  const at = now();
  const before = monthsBefore(at, REMIND_AFTER_MONTHS).toISOString();
  const due = await rows<Due>(
    ctx.db,
    sql`select p.id, p.slug, v.profile->>'name' as name, p.organisation_id as "organisationId", coalesce(p.confirmed_at, v.activated_at) as said
        from provider p join provider_version v on v.id = p.version_id
        where p.claimed_at is not null and coalesce(p.confirmed_at, v.activated_at) < ${before}::timestamptz
          and (p.reminded_at is null or p.reminded_at < coalesce(p.confirmed_at, v.activated_at))
          and coalesce(v.profile->>'closedOn', '9999-12-31') > ${today()}
        order by p.id`,
  );
  for (const each of due) {
    await ctx.db.transaction(async (tx) => {
      // Another process may have been first.
      const mine = await rows(
        tx,
        sql`update provider set reminded_at = ${at.toISOString()}::timestamptz where id = ${each.id}
            and (reminded_at is null or reminded_at < ${new Date(each.said).toISOString()}::timestamptz) returning id`,
      );
      if (mine.length === 0) return;
      for (const to of await ownersOf(tx, each.organisationId)) {
        await queueMail(ctx, tx, { kind: 'confirm-description', to: to.email, personId: to.personId, letter: letter(asLocale(to.locale), each, siteUrl) });
      }
    });
  }
  return due.length;
}
