/** How often somebody may ask. */
import type { LimitRule } from '#platform/rate-limit.ts';

const HOUR = 3_600;

export const LIMITS = {
  /** Letters to one mailbox: whoever asks in somebody else's name only fills it. */
  askByAccount: { name: 'ask-account', points: 6, seconds: 24 * HOUR },
  /** A jobcentre's public computers may share one address. */
  askByAddress: { name: 'ask-address', points: 30, seconds: HOUR },
  /** Of one conversation. */
  writeByEnquiry: { name: 'ask-write', points: 10, seconds: 24 * HOUR },
} as const satisfies Record<string, LimitRule>;
