/** Letters of the workflow, in the reader's language. What was written in a case stands in none: it is read at the desk. */
import { formatDay, localePath, messages, type Locale, type Messages } from '#i18n/index.ts';
import type { Letter } from '#platform/mail.ts';

type Words = Messages['approvalLetters'];
export type ProviderLetter = keyof Words['toProvider'];
export type AuthorityLetter = keyof Words['toAuthority'];

export interface LetterFacts {
  provider: string;
  authority: string;
  /** Title of the standard, in the reader's language where there is one. */
  standard: string;
  /** YYYY-MM-DD that the letter is about: deadline, last day, day of a visit. Null: it names none. */
  day: string | null;
  siteUrl: string;
  /** Where to go, without language. */
  path: string;
}

interface Wording {
  subject(facts: { provider: string; authority: string; standard: string; day: string }): string;
  text(facts: { provider: string; authority: string; standard: string; day: string }): string;
  action: string;
}

function letter(locale: Locale, words: Wording, { day, siteUrl, path, ...names }: LetterFacts): Letter {
  const facts = { ...names, day: day === null ? '' : formatDay(locale, day) };
  const { unconfirmed } = messages(locale).approvalLetters;
  return {
    subject: words.subject(facts),
    paragraphs: [words.text(facts)],
    action: { label: words.action, url: `${siteUrl}${localePath(locale, path)}` },
    ...(unconfirmed === '' ? {} : { footer: unconfirmed }),
  };
}

export const providerLetter = (locale: Locale, kind: ProviderLetter, facts: LetterFacts): Letter => letter(locale, messages(locale).approvalLetters.toProvider[kind], facts);

export const authorityLetter = (locale: Locale, kind: AuthorityLetter, facts: LetterFacts): Letter => letter(locale, messages(locale).approvalLetters.toAuthority[kind], facts);
