import { formatDay, formatNumber, localePath, messages, type Locale } from '#i18n/index.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { queueMail, type Letter } from '#platform/mail.ts';
import { asLocale } from '#features/accounts/commands/people.ts';
import { ownersOf } from '#features/accounts/queries.ts';
import { staysStanding } from '#features/reviews/pools/model.ts';
import { poolById, type Pool } from '#features/reviews/pools/queries.ts';
import { programmeOf } from '#features/reviews/pools/view.ts';

function letter(locale: Locale, pool: Pool, siteUrl: string): Letter {
  const { mail: t } = messages(locale).pools.provider;
  const programme = programmeOf(locale, pool);
  return {
    subject: t.subject(programme),
    paragraphs: [t.says(pool.authority, formatNumber(locale, pool.stays), programme, `${formatDay(locale, pool.fromDay)} – ${formatDay(locale, pool.toDay)}`), t.ask],
    action: { label: t.button, url: `${siteUrl}${localePath(locale, `/desk/provider/${pool.slug}/pools`)}` },
    footer: t.why,
  };
}

/** Writes to the provider's owners, unless it has answered meanwhile: the number of its participants goes into the public log. */
export async function askAboutStays(ctx: Context, siteUrl: string, poolId: string): Promise<void> {
  const pool = await poolById(ctx.db, poolId);
  if (!pool || staysStanding(pool, now()) !== 'asked') return;
  await ctx.db.transaction(async (tx) => {
    for (const { email, personId, locale } of await ownersOf(tx, pool.providerOrganisationId)) {
      await queueMail(ctx, tx, { kind: 'pool-stays', to: email, personId, letter: letter(asLocale(locale), pool, siteUrl) });
    }
  });
}
