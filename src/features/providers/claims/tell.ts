/** Letters about claims, in each person's own language. */
import type { Db } from '#db/client.ts';
import { localePath, messages } from '#i18n/index.ts';
import type { Context } from '#platform/context.ts';
import { queueMail } from '#platform/mail.ts';
import { asLocale } from '#features/accounts/commands/people.ts';
import type { Contact } from '#features/accounts/queries.ts';
import type { ClaimableProfile } from './queries.ts';

/** To who made it. */
export async function tellClaimant(ctx: Context, tx: Db, what: 'received' | 'granted' | 'refused', profile: ClaimableProfile, to: Contact, siteUrl: string, reasons: string | null): Promise<void> {
  const locale = asLocale(to.locale);
  const t = messages(locale).organisations.letters;
  const letter = {
    subject: t.claimSubject(profile.name),
    paragraphs: [t.claim[what](profile.name), ...(reasons === null ? [] : [t.reasons(reasons)])],
    action: { label: t.toDesk, url: `${siteUrl}${localePath(locale, '/desk')}` },
  };
  await queueMail(ctx, tx, { kind: `claim-${what}`, to: to.email, personId: to.personId, letter });
}

/** To those who look after the profile, or did. */
export async function tellOwners(
  ctx: Context, tx: Db, what: 'contested' | 'passed-on' | 'kept' | 'joined' | 'replaced', profile: ClaimableProfile, owners: readonly Contact[], siteUrl: string, reasons: string | null = null,
): Promise<void> {
  for (const to of owners) {
    const locale = asLocale(to.locale);
    const t = messages(locale).organisations.letters;
    const letter = {
      subject: t.claimSubject(profile.name),
      paragraphs: [t.owner[what](profile.name), ...(reasons === null ? [] : [t.reasons(reasons)])],
      action: { label: t.toDesk, url: `${siteUrl}${localePath(locale, '/desk')}` },
      footer: t.notRight,
    };
    await queueMail(ctx, tx, { kind: `claim-${what}`, to: to.email, personId: to.personId, letter });
  }
}
