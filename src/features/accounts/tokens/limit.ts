import { DomainError } from '#platform/errors.ts';
import type { Limiter } from '#platform/rate-limit.ts';

/** A system sends often enough every half minute; a mistake in it should not fill the site. */
const WRITES = { name: 'api-writes', points: 120, seconds: 3_600 } as const;

/** @throws DomainError unavailable when the token has sent too much */
export async function takeWrite(limiter: Limiter, tokenId: number): Promise<void> {
  const wait = await limiter.take(WRITES, `token:${tokenId}`);
  if (wait) throw new DomainError('unavailable', `This token has sent too much. Try again in ${wait.retryAfterSeconds} seconds.`);
}
