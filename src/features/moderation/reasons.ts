/**
 * The published list of reasons. Pure. Codes are never given another meaning: a changed rule gets a code of its own, and
 * the list a new version, so that an old decision can always be read by the list that it was made under.
 */
export const REASON_CODES = [
  'person-number', 'contact-details', 'named-person', 'health', 'profanity', 'hate', 'threat', 'self-harm', 'crime', 'child-abuse', 'defamation', 'privacy', 'copyright',
  'advertising', 'not-about-help', 'not-own-experience', 'identity-question', 'factual-error', 'other-illegal',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
export const isReason = (value: unknown): value is ReasonCode => (REASON_CODES as readonly unknown[]).includes(value);

export const REASONS_VERSION = 1;
/** YYYY-MM-DD, since when each version of the list holds, oldest first. */
export const REASONS_SINCE = ['2026-11-26'] as const;

export interface Reason {
  /** What a decision by it stands on. */
  ground: 'law' | 'terms';
  /** The law, as it is called; for grounds of law. */
  law?: string;
  /** Which texts it may be used on. */
  outcomes: readonly ('redact' | 'remove')[];
  /** May be named in a notice. */
  notice: boolean;
  /** A notice needs no name and no address: crimes against children (DSA Art. 16(2)(c)), danger to life, plain mistakes. */
  anonymous?: true;
  /** Category of the Transparency Database (statement of reasons schema). */
  category: string;
}

const BOTH = ['redact', 'remove'] as const;
const REDACT = ['redact'] as const;

/** Categories by the names of the DSA Transparency Database. */
export const REASONS: Readonly<Record<ReasonCode, Reason>> = {
  'person-number': { ground: 'law', law: 'Databeskyttelsesloven § 11', outcomes: REDACT, notice: true, category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS' },
  'contact-details': { ground: 'terms', outcomes: REDACT, notice: true, category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS' },
  'named-person': { ground: 'terms', outcomes: REDACT, notice: true, category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS' },
  health: { ground: 'law', law: 'GDPR Art. 9', outcomes: REDACT, notice: true, category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS' },
  profanity: { ground: 'terms', outcomes: REDACT, notice: false, category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC' },
  hate: { ground: 'law', law: 'Straffeloven § 266 b', outcomes: BOTH, notice: true, category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH' },
  threat: { ground: 'law', law: 'Straffeloven § 266', outcomes: BOTH, notice: true, anonymous: true, category: 'STATEMENT_CATEGORY_VIOLENCE' },
  'self-harm': { ground: 'terms', outcomes: BOTH, notice: true, anonymous: true, category: 'STATEMENT_CATEGORY_SELF_HARM' },
  crime: { ground: 'law', law: 'Straffeloven', outcomes: BOTH, notice: true, category: 'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY' },
  'child-abuse': { ground: 'law', law: 'Straffeloven § 235', outcomes: BOTH, notice: true, anonymous: true, category: 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS' },
  defamation: { ground: 'law', law: 'Straffeloven § 267', outcomes: BOTH, notice: true, category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH' },
  privacy: { ground: 'law', law: 'GDPR Art. 17', outcomes: BOTH, notice: true, category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS' },
  copyright: { ground: 'law', law: 'Ophavsretsloven', outcomes: BOTH, notice: true, category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS' },
  advertising: { ground: 'terms', outcomes: BOTH, notice: true, category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC' },
  'not-about-help': { ground: 'terms', outcomes: BOTH, notice: true, category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC' },
  'not-own-experience': { ground: 'law', law: 'Markedsføringsloven § 9', outcomes: BOTH, notice: true, category: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD' },
  'identity-question': { ground: 'terms', outcomes: BOTH, notice: true, category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS' },
  'factual-error': { ground: 'terms', outcomes: REDACT, notice: true, anonymous: true, category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC' },
  'other-illegal': { ground: 'law', outcomes: BOTH, notice: true, category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC' },
};

export const NOTICE_REASONS: readonly ReasonCode[] = REASON_CODES.filter((each) => REASONS[each].notice);
export const mayBeAnonymous = (code: ReasonCode): boolean => REASONS[code].anonymous === true;
