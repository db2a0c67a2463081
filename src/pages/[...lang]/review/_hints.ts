/** What a browser looks for while somebody writes: the light half of moderation's detectors, and none of its large lists. */
import { findContacts } from '#features/moderation/detectors/contact.ts';
import { findHealth } from '#features/moderation/detectors/health.ts';
import { findNames } from '#features/moderation/detectors/names.ts';

const LIKE_CPR = /(?<!\d)[0-3]\d[ ./-]?[01]\d[ ./-]?\d{2}[ -–]?\d{4}(?!\d)/;
const LIKE_PHONE = /(?<!\d)(?:\+45 ?)?[2-9]\d(?:[ -]?\d{2}){3}(?!\d)/;

/** @returns keys of the hints in i18n `review.form.hints` */
export function hintsFor(text: string): ReadonlySet<string> {
  const found = new Set<string>([...findContacts(text), ...findHealth(text), ...findNames(text)].map(({ detector }) => detector));
  if (LIKE_CPR.test(text)) found.add('cpr');
  else if (LIKE_PHONE.test(text)) found.add('phone');
  return found;
}
