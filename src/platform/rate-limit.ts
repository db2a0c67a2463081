/** How often somebody may try: counted in the database, by account and by network address. */
import { isIP } from 'node:net';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '#db/client.ts';
import { rateLimit } from '#db/schema/index.ts';
import { blindName } from './seal.ts';

export interface LimitRule {
  /** Tells the counters of one rule from another's. */
  name: string;
  /** So many within the time. */
  points: number;
  seconds: number;
}

/** null: go on. Else how long to wait. */
export type LimitAnswer = null | { retryAfterSeconds: number };

export interface Limiter {
  /** Counts one attempt. @param key an account or an address; only a keyed hash of it is kept */
  take(rule: LimitRule, key: string): Promise<LimitAnswer>;
}

export function openLimiter(db: Db): Limiter {
  const limiters = new Map<string, RateLimiterDrizzle>();
  const of = (rule: LimitRule) => {
    let limiter = limiters.get(rule.name);
    if (!limiter) {
      // Expired counters are cleared with the other leftovers of a day.
      limiter = new RateLimiterDrizzle({ storeClient: db, schema: rateLimit, points: rule.points, duration: rule.seconds, keyPrefix: rule.name, clearExpiredByTimeout: false });
      limiters.set(rule.name, limiter);
    }
    return limiter;
  };
  return {
    async take(rule, key) {
      try {
        await of(rule).consume(blindName('limit', key));
        return null;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return { retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
        throw refused;
      }
    },
  };
}

/** The first 64 bits, which is what one household or office has; an address of IPv4 stays whole. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups.slice(0, 4).map((each) => Number.parseInt(each, 16).toString(16)).join(':')}::/64`;
}

/**
 * Whom a request counts against.
 * @param socketAddress of the connection
 * @param trustedHeader the one header that the proxy in front sets; its last entry is what that proxy saw
 */
export function addressOf(headers: Headers, socketAddress: string, trustedHeader: string | undefined): string {
  const told = trustedHeader === undefined ? undefined : headers.get(trustedHeader)?.split(',').at(-1)?.trim();
  return network(told !== undefined && isIP(told) !== 0 ? told : socketAddress);
}
