/** What detectors look for, and where they found it. Pure; runs in browsers too. */
import type { ReasonCode } from '../reasons.ts';

export const DETECTORS = ['cpr', 'mail', 'phone', 'name', 'profanity', 'health', 'threat', 'self-harm', 'crime'] as const;
export type Detector = (typeof DETECTORS)[number];

export interface Finding {
  detector: Detector;
  /** In UTF-16 units; `end` is the first that is no longer part of it. */
  start: number;
  end: number;
}

/** Which reason of the published list a finding points to. */
export const REASON_OF: Readonly<Record<Detector, ReasonCode>> = {
  cpr: 'person-number', mail: 'contact-details', phone: 'contact-details', name: 'named-person', profanity: 'profanity', health: 'health', threat: 'threat', 'self-harm': 'self-harm', crime: 'crime',
};

/** 2: somebody may be in danger; 1: a person may be harmed by it. */
export const PRIORITY_OF: Readonly<Record<Detector, 0 | 1 | 2>> = {
  cpr: 1, mail: 0, phone: 0, name: 0, profanity: 0, health: 1, threat: 2, 'self-harm': 2, crime: 2,
};

/** A letter or digit before or after would make it part of another word; \b knows no æ, ø, å. */
export const BEFORE = '(?<![\\p{L}\\p{N}])';
export const AFTER = '(?![\\p{L}\\p{N}])';

export function findAll(text: string, pattern: RegExp, detector: Detector): Finding[] {
  return [...text.matchAll(pattern)].map((found) => ({ detector, start: found.index, end: found.index + found[0].length }));
}

export const isDetectorName = (value: string): value is Detector => (DETECTORS as readonly string[]).includes(value);
