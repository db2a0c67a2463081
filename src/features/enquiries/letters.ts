/** Letters about enquiries. What was written stands in none of them. */
import { localePath, messages, pickText } from '#i18n/index.ts';
import { asLocale } from '#features/accounts/commands/people.ts';
import type { Db } from '#db/client.ts';
import { sql } from 'drizzle-orm';
import { rows } from '#db/client.ts';
import type { Context } from '#platform/context.ts';
import { queueMail, type Letter } from '#platform/mail.ts';
import { KEPT_DAYS, UNCONFIRMED_HOURS } from './model.ts';
import { answeringPeople, type Enquiry, type EnquiryRow } from './queries.ts';

/** What a citizen is told. */
export type Told = 'confirm' | 'answer' | 'decline' | 'place';

export const askPath = (token: string): string => `/ask/${token}`;

/** In the language that the citizen asked in. */
export function citizenLetter({ locale, providerName, programme, kind, contact }: Enquiry, what: Told, siteUrl: string): Letter {
  const t = messages(locale).enquiries.letters;
  const about = pickText(programme?.title, locale)?.text ?? null;
  const link = `${siteUrl}${localePath(locale, askPath(contact.token))}`;
  if (what === 'confirm') {
    return {
      subject: t.confirmSubject(providerName),
      paragraphs: [t.confirm[kind](providerName, about), t.confirmHow, t.confirmUntil(UNCONFIRMED_HOURS)],
      action: { label: t.toConfirm, url: link },
      footer: t.notYou,
    };
  }
  return {
    subject: t.answeredSubject(providerName),
    paragraphs: [t.answered[what](providerName, about), t.kept(KEPT_DAYS)],
    action: { label: t.toRead, url: link },
    footer: t.erase,
  };
}

/** To everybody who answers there: that there is something to read on the desk, and nothing of what it says. */
export async function tellProvider(ctx: Context, tx: Db, row: EnquiryRow, siteUrl: string): Promise<void> {
  const [provider] = await rows<{ slug: string; organisationId: number; name: string }>(
    tx,
    sql`select p.slug, p.organisation_id as "organisationId", o.name from provider p join organisation o on o.id = p.organisation_id where p.id = ${row.providerId}`,
  );
  if (!provider) return;
  for (const to of await answeringPeople(tx, provider.organisationId)) {
    const locale = asLocale(to.locale);
    const t = messages(locale).enquiries.letters;
    const letter: Letter = {
      subject: t.newSubject(provider.name),
      paragraphs: [t.new[row.kind](provider.name), t.newHow],
      action: { label: t.toDesk, url: `${siteUrl}${localePath(locale, `/desk/provider/${provider.slug}/enquiries/${row.id}`)}` },
    };
    await queueMail(ctx, tx, { kind: 'enquiry-new', to: to.email, personId: to.personId, letter });
  }
}
