/** Letters about signing in. */
import { localePath, messages, type Locale } from '#i18n/index.ts';
import type { Letter } from '#platform/mail.ts';
import { LINK_MINUTES } from './model.ts';

/** The link opens a page with one button, so that a mail scanner that opens every link does not spend it. */
export function signInLetter(siteUrl: string, locale: Locale, token: string, next: string | null): Letter {
  const t = messages(locale).mail.signIn;
  const query = new URLSearchParams({ token, ...(next === null ? {} : { next }) });
  const host = new URL(siteUrl).host;
  return {
    subject: t.subject,
    paragraphs: [t.intro(host), t.once(String(LINK_MINUTES))],
    action: { label: t.button, url: `${siteUrl}${localePath(locale, '/sign-in/link')}?${query}` },
    footer: t.notYou,
  };
}

/** There is a new way into the account: whoever did not make it must hear of it. */
export function passkeyLetter(siteUrl: string, locale: Locale): Letter {
  const t = messages(locale).mail.passkeyAdded;
  return { subject: t.subject, paragraphs: [t.text(new URL(siteUrl).host)], action: { label: t.button, url: `${siteUrl}${localePath(locale, '/account')}` }, footer: t.notYou };
}
