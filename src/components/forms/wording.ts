/** Problems of forms in words. Pure. */
import { messages, type Locale } from '#i18n/index.ts';
import type { Problem } from '#platform/form.ts';

type Words = Readonly<Record<string, string | ((params: Record<string, string | number>) => string)>>;

/** A reason that no wording knows is still a reason to look again. */
export function problemText(locale: Locale, { reason, params }: Pick<Problem, 'reason' | 'params'>): string {
  const { approvals, forms, deskProfile, deskSite, review, standards } = messages(locale);
  const words: Words = { ...forms.problems, ...deskProfile.problems, ...deskSite.problems, ...standards.problems, ...approvals.problems, ...review.problems };
  const found = Object.hasOwn(words, reason) ? words[reason] : undefined;
  if (found === undefined) return messages(locale).forms.problems.invalid;
  return typeof found === 'string' ? found : found({ ...params });
}

/** What has been done, by the key in the address; null for a key that nobody knows. */
export function doneText(locale: Locale, key: string | null): string | null {
  const { approvals, forms, deskProfile, deskSite, standards } = messages(locale);
  const words: Readonly<Record<string, string>> = { ...forms.done, ...deskProfile.done, ...deskSite.done, ...standards.done, ...approvals.done };
  return key !== null && Object.hasOwn(words, key) ? (words[key] ?? null) : null;
}

/** Id of the input of a name, the same in form and summary; `key` tells several forms of a page apart. */
export function fieldId(name: string, key = ''): string {
  return `field-${key === '' ? '' : `${key}-`}${name.replace(/\[\]$/, '').replaceAll('.', '-')}`;
}
