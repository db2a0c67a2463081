/** The issuer's side of pools: keys, stays, opening and closing. Each call is one transaction and may be repeated. */
import { and, count, countDistinct, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { IssuerDb } from '#db/issuer/client.ts';
import { invitation, notice, pool, stay } from '#db/issuer/schema.ts';
import { now, today } from '#platform/clock.ts';
import { DomainError } from '#platform/errors.ts';
import type { CloseAnswer, IssuerPort, PoolAtIssuer, PoolFacts, RegisterAnswer, StayRow } from '#features/reviews/issuer-port.ts';
import { makePoolKey } from './keys.ts';

/** Between the entry in the public log and the first token: time to see that the key is the same for everybody. */
const NOTICE_MS = 24 * 3_600_000;

type Pool = typeof pool.$inferSelect;

export async function lockedPool(tx: IssuerDb, poolId: string, how: 'update' | 'share'): Promise<Pool> {
  const [found] = await tx.select().from(pool).where(eq(pool.id, poolId)).for(how);
  if (!found) throw new DomainError('not-found', 'The issuer knows no such pool.');
  return found;
}

function stillOpen({ closedOn }: Pool): void {
  if (closedOn !== null) throw new DomainError('conflict', 'The pool is closed.');
}

/** Stays that have stood in the first list. */
async function invitedOf(tx: IssuerDb, poolId: string): Promise<number> {
  const [found] = await tx.select({ n: countDistinct(notice.stayId) }).from(notice).innerJoin(stay, eq(stay.id, notice.stayId)).where(and(eq(stay.poolId, poolId), eq(notice.occasion, 'first')));
  return found?.n ?? 0;
}

async function register(tx: IssuerDb, poolId: string, stays: readonly StayRow[]): Promise<RegisterAnswer> {
  const present = await lockedPool(tx, poolId, 'update');
  stillOpen(present);
  const marks = stays.map((each) => each.stay);
  const known = new Map((await tx.select({ mark: stay.mark, endedOn: stay.endedOn }).from(stay).where(and(eq(stay.poolId, poolId), inArray(stay.mark, marks)))).map(({ mark, endedOn }) => [mark, endedOn]));
  const fresh = stays.filter((each) => !known.has(each.stay));
  const changed = stays.filter((each) => known.has(each.stay) && each.endedOn !== null && known.get(each.stay) !== each.endedOn);
  if (fresh.length > 0) {
    await tx.insert(stay).values(fresh.map(({ stay: mark, startedOn, endedOn }, n) => ({ poolId, ordinal: present.registered + n + 1, mark, startedOn, endedOn })));
    await tx.update(pool).set({ registered: present.registered + fresh.length }).where(eq(pool.id, poolId));
  }
  for (const { stay: mark, endedOn } of changed) await tx.update(stay).set({ endedOn }).where(and(eq(stay.poolId, poolId), eq(stay.mark, mark)));
  return { registered: present.registered + fresh.length, added: fresh.length, known: known.size, changed: changed.length };
}

async function announce(tx: IssuerDb, { poolId, stays, issueFrom, issueUntil, facts }: { poolId: string; stays: number; issueFrom: string; issueUntil: string; facts: PoolFacts }): Promise<void> {
  const present = await lockedPool(tx, poolId, 'update');
  stillOpen(present);
  if (stays > present.registered) throw new DomainError('conflict', 'More stays are announced than are registered.');
  const from = new Date(Math.max(Date.parse(issueFrom), now().getTime() + NOTICE_MS));
  const until = new Date(Math.max(Date.parse(issueUntil), present.issueUntil?.getTime() ?? 0));
  await tx.update(stay).set({ collectFrom: from }).where(and(eq(stay.poolId, poolId), lte(stay.ordinal, stays), isNull(stay.collectFrom)));
  await tx.update(pool).set({ announced: Math.max(stays, present.announced), issueFrom: present.issueFrom ?? from, issueUntil: until, facts: { ...facts } }).where(eq(pool.id, poolId));
}

async function close(tx: IssuerDb, poolId: string, minimum: number): Promise<CloseAnswer> {
  const present = await lockedPool(tx, poolId, 'update');
  const invited = await invitedOf(tx, poolId);
  if (present.issued !== null) return { closed: true, issued: present.issued, invited };
  const [spent] = await tx.select({ n: count() }).from(stay).where(and(eq(stay.poolId, poolId), isNotNull(stay.spentOn)));
  const issued = spent?.n ?? 0;
  if (issued < minimum) return { closed: false, issued: null, invited };
  await tx.update(pool).set({ issued, closedOn: today() }).where(eq(pool.id, poolId));
  return { closed: true, issued, invited };
}

async function expire(tx: IssuerDb, poolId: string): Promise<void> {
  const present = await lockedPool(tx, poolId, 'update');
  if (present.closedOn === null) throw new DomainError('conflict', 'A pool that still issues keeps its key.');
  const ofPool = tx.select({ id: stay.id }).from(stay).where(eq(stay.poolId, poolId));
  await tx.delete(notice).where(inArray(notice.stayId, ofPool));
  await tx.delete(invitation).where(inArray(invitation.stayId, ofPool));
  await tx.delete(stay).where(eq(stay.poolId, poolId));
  await tx.update(pool).set({ privateKey: null, expiredOn: present.expiredOn ?? today() }).where(eq(pool.id, poolId));
}

async function stateOf(db: IssuerDb, poolIds: readonly string[]): Promise<Record<string, PoolAtIssuer>> {
  if (poolIds.length === 0) return {};
  const found = await db.select().from(pool).where(inArray(pool.id, [...poolIds]));
  const invited = await db.select({ poolId: stay.poolId, n: countDistinct(notice.stayId) }).from(notice).innerJoin(stay, eq(stay.id, notice.stayId)).where(and(inArray(stay.poolId, [...poolIds]), eq(notice.occasion, 'first'))).groupBy(stay.poolId);
  const of = new Map(invited.map(({ poolId, n }) => [poolId, n]));
  return Object.fromEntries(found.map(({ id, registered, announced, issued, expiredOn }) => [id, { registered, announced, invited: of.get(id) ?? 0, issued, expired: expiredOn !== null }]));
}

/** @param passphrase of the pool keys: this issuer's own */
export function openLedger(db: IssuerDb, passphrase: string): IssuerPort {
  return {
    async makePool({ poolId, issuerId, facts }) {
      const present = () => db.select({ keyId: pool.keyId, spki: pool.spki }).from(pool).where(eq(pool.id, poolId));
      const [made] = await present();
      if (made) return made;
      const key = await makePoolKey(passphrase);
      await db.insert(pool).values({ id: poolId, issuerId, facts: { ...facts }, ...key, createdOn: today() }).onConflictDoNothing({ target: pool.id });
      const [stored] = await present();
      if (!stored) throw new Error('The pool was not written.');
      return stored;
    },
    register: (poolId, stays) => db.transaction((tx) => register(tx, poolId, stays)),
    announce: (given) => db.transaction((tx) => announce(tx, given)),
    close: (poolId, minimum) => db.transaction((tx) => close(tx, poolId, minimum)),
    async expire(poolId) {
      await db.transaction((tx) => expire(tx, poolId));
      // An update leaves the old row on disk until it is written over.
      for (const table of ['pool', 'stay', 'invitation', 'notice']) await db.execute(sql`vacuum full ${sql.identifier(table)}`);
    },
    stateOf: (poolIds) => stateOf(db, poolIds),
  };
}
