/** How often somebody may say something in public, and how fast. */
import type { LimitRule } from '#platform/rate-limit.ts';

export const LIMITS = {
  /** A jobcentre's public computers may share one address. */
  commentByAddress: { name: 'standard-comment', points: 10, seconds: 3_600 },
  /** Of one version, from all the world: a flood stops, and what was said stays. */
  commentByVersion: { name: 'standard-comments', points: 300, seconds: 86_400 },
} as const satisfies Record<string, LimitRule>;
