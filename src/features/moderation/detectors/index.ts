/** All detectors over one text. They hold it for a person to look at; they never change or delete anything. Pure. */
import { findContacts } from './contact.ts';
import { findDanger } from './danger.ts';
import { findHealth } from './health.ts';
import { findNames } from './names.ts';
import { findPersonNumbers } from './person-number.ts';
import { findPhones } from './phone.ts';
import { findProfanity } from './profanity.ts';
import { DETECTORS, PRIORITY_OF, type Finding } from './types.ts';

export * from './types.ts';

const overlaps = (a: Finding, b: Finding): boolean => a.start < b.end && b.start < a.end;

/** One finding for what several patterns of a detector saw; digits of a CPR number are no telephone number, parts of an address no name. */
function merged(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const each of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const same = kept.find((other) => other.detector === each.detector && overlaps(other, each));
    if (same) same.end = Math.max(same.end, each.end);
    else kept.push({ ...each });
  }
  const stronger = (each: Finding) => kept.some((other) => overlaps(other, each) && ((each.detector === 'phone' && other.detector === 'cpr') || (each.detector === 'name' && other.detector === 'mail')));
  return kept.filter((each) => !stronger(each));
}

/** @param staff names of people that the provider's page tells @returns in the order of the text */
export function detect(text: string, staff: readonly string[] = []): Finding[] {
  const found = [...findPersonNumbers(text), ...findContacts(text), ...findPhones(text), ...findNames(text, staff), ...findProfanity(text), ...findHealth(text), ...findDanger(text)];
  return merged(found).sort((a, b) => a.start - b.start || DETECTORS.indexOf(a.detector) - DETECTORS.indexOf(b.detector));
}

export const priorityOf = (findings: readonly Pick<Finding, 'detector'>[]): 0 | 1 | 2 =>
  findings.reduce<0 | 1 | 2>((most, { detector }) => (PRIORITY_OF[detector] > most ? PRIORITY_OF[detector] : most), 0);
