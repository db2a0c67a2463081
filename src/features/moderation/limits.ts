/** How often somebody may send a notice. */
import type { LimitRule } from '#platform/rate-limit.ts';

const HOUR = 3_600;

export const LIMITS = {
  /** A jobcentre's public computers may share one address. */
  noticeByAddress: { name: 'notice-address', points: 30, seconds: HOUR },
  /** Letters to one mailbox: whoever reports in somebody else's name only fills it. */
  noticeByAccount: { name: 'notice-account', points: 12, seconds: 24 * HOUR },
  appealByNotice: { name: 'notice-appeal', points: 5, seconds: 24 * HOUR },
} as const satisfies Record<string, LimitRule>;
