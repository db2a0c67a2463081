/** A provider, an authority with its issuer, and pools between them: the ground that reviews stand on. */
import { randomBytes } from 'node:crypto';
import type { Db } from '#db/client.ts';
import { authority, organisation, provider, reviewPool } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';

export interface ReviewGround {
  providerId: number;
  authorityId: number;
  issuerId: number;
}

export async function reviewGround(db: Db, slug = 'tenant'): Promise<ReviewGround> {
  const at = now();
  const made: number[] = [];
  for (const name of ['provider', 'jobcentre', 'issuer']) {
    const [row] = await db.insert(organisation).values({ scheme: 'test', value: `${slug}-${name}`, name: `${slug} ${name}`, createdAt: at }).returning({ id: organisation.id });
    if (!row) throw new Error('The organisation was not written.');
    made.push(row.id);
  }
  const [organisationId = 0, authorityId = 0, issuerId = 0] = made;
  await db.insert(authority).values([{ organisationId: authorityId, since: at }, { organisationId: issuerId, since: at }]);
  const [row] = await db.insert(provider).values({ organisationId, slug, createdAt: at }).returning({ id: provider.id });
  return { providerId: row?.id ?? 0, authorityId, issuerId };
}

/** In the redemption window unless `changes` say otherwise. @returns its id */
export async function makePool(db: Db, ground: ReviewGround, changes: Partial<typeof reviewPool.$inferInsert> = {}): Promise<string> {
  const at = now();
  const days = (n: number) => new Date(at.getTime() + n * 86_400_000);
  const id = changes.id ?? randomBytes(12).toString('base64url');
  await db.insert(reviewPool).values({
    ...ground, id, programmeCode: 'job', fromDay: '2026-01-01', toDay: '2026-03-31', state: 'redeeming', stays: 20, invited: 20, issued: 20,
    issueFrom: days(-60), issueUntil: days(-20), redeemFrom: days(-10), redeemUntil: days(50), createdAt: days(-70), ...changes,
  });
  return id;
}
