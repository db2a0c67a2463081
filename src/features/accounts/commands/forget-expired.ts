import { lt } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { personSession, rateLimit, verification } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';

/** A day's duty: links, sessions and counters whose time is over. */
export async function forgetExpired(db: Db): Promise<void> {
  await db.delete(verification).where(lt(verification.expiresAt, now()));
  await db.delete(personSession).where(lt(personSession.expiresAt, now()));
  await db.delete(rateLimit).where(lt(rateLimit.expire, now()));
}
