/** What a form can warn of while somebody types, in the browser and without sending anything: the light detectors. Pure. */
import { findContacts } from './contact.ts';
import { findHealth } from './health.ts';
import { findNames } from './names.ts';
import { findPersonNumbers } from './person-number.ts';
import { digitRuns } from './digits.ts';
import type { Detector, Finding } from './types.ts';

const eightDigits = (text: string): Finding[] =>
  digitRuns(text).filter(({ digits, between }) => digits.length === 8 && !between.some((each) => each.includes(','))).map(({ start, end }) => ({ detector: 'phone', start, end }));

export function hintsFor(text: string): ReadonlySet<Detector> {
  return new Set([...findPersonNumbers(text), ...findContacts(text), ...eightDigits(text), ...findNames(text), ...findHealth(text)].map(({ detector }) => detector));
}
