/** Who is to be written to and when. Worked out from the days of the stay alone: nobody is chosen, and nobody is left out for having collected. */
import { randomBytes } from 'node:crypto';
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { IssuerDb } from '#db/issuer/client.ts';
import { invitation, notice, pool, stay } from '#db/issuer/schema.ts';
import { now, today } from '#platform/clock.ts';
import { DomainError } from '#platform/errors.ts';
import { invitationLink, REVIEW_PATH, SECRET_BYTES } from '#features/reviews/rv1/format.ts';
import { noticeDue, type Occasion } from './notice-days.ts';
import { lockedPool } from './ledger.ts';
import { lockStay, secretHash, whyNot } from './sign.ts';

export interface ListRow {
  mark: string;
  occasion: Occasion;
  link: string;
}

/** Each list makes new links, and the old ones go on working. Enough for lists that were lost. */
const MAX_LINKS = 12;

type Due = { id: number; mark: string; occasion: Occasion };

async function dueRows(tx: IssuerDb, present: typeof pool.$inferSelect): Promise<Due[]> {
  if (present.issueUntil === null || present.expiredOn !== null) return [];
  const stays = await tx.select().from(stay).where(eq(stay.poolId, present.id)).orderBy(asc(stay.mark));
  const listed = new Set((await tx.select({ stayId: notice.stayId, occasion: notice.occasion }).from(notice).innerJoin(stay, eq(stay.id, notice.stayId)).where(eq(stay.poolId, present.id))).map(({ stayId, occasion }) => `${stayId} ${occasion}`));
  const at = now();
  const pools = { issueUntil: present.issueUntil, closed: present.closedOn !== null };
  return stays
    .filter(({ collectFrom }) => collectFrom !== null && collectFrom <= at)
    .flatMap(({ id, mark, startedOn, endedOn }) => noticeDue({ startedOn, endedOn }, pools, today()).filter((occasion) => !listed.has(`${id} ${occasion}`)).map((occasion) => ({ id, mark, occasion })));
}

/** A reminder leads to where reviews are written: whoever has a receipt needs nothing new, and nobody can collect any more. */
async function withLinks(tx: IssuerDb, keyId: string, reviewOrigin: string, due: readonly Due[]): Promise<ListRow[]> {
  const made = due.map((each) => ({ ...each, secret: each.occasion === 'reminder' ? null : new Uint8Array(randomBytes(SECRET_BYTES)) }));
  const kept = made.flatMap(({ id, secret }) => (secret === null ? [] : [{ hash: secretHash(secret), stayId: id }]));
  if (kept.length > 0) await tx.insert(invitation).values(kept);
  return made.map(({ mark, occasion, secret }) => ({ mark, occasion, link: secret === null ? `${reviewOrigin}${REVIEW_PATH}` : invitationLink(reviewOrigin, { keyId, secret }) }));
}

/** How many wait for a list today, by occasion. */
export async function dueCounts(db: IssuerDb, poolId: string): Promise<Record<Occasion, number>> {
  const [present] = await db.select().from(pool).where(eq(pool.id, poolId));
  const due = present ? await dueRows(db, present) : [];
  const of = (occasion: Occasion) => due.filter((each) => each.occasion === occasion).length;
  return { first: of('first'), second: of('second'), reminder: of('reminder') };
}

/** All that are due today, each with a link of its own. */
export function makeList(db: IssuerDb, poolId: string, reviewOrigin: string): Promise<ListRow[]> {
  return db.transaction(async (tx) => {
    const present = await lockedPool(tx, poolId, 'update');
    const due = await dueRows(tx, present);
    if (due.length > 0) await tx.insert(notice).values(due.map(({ id, occasion }) => ({ stayId: id, occasion, listedOn: today() })));
    return withLinks(tx, present.keyId, reviewOrigin, due);
  });
}

/** The same people as on that day, with new links. @throws DomainError conflict when it was made often enough */
export function repeatList(db: IssuerDb, poolId: string, listedOn: string, reviewOrigin: string): Promise<ListRow[]> {
  return db.transaction(async (tx) => {
    const present = await lockedPool(tx, poolId, 'update');
    if (present.expiredOn !== null) throw new DomainError('gone', 'The pool has expired.');
    const due = await tx.select({ id: stay.id, mark: stay.mark, occasion: notice.occasion }).from(notice).innerJoin(stay, eq(stay.id, notice.stayId))
      .where(and(eq(stay.poolId, poolId), eq(notice.listedOn, listedOn))).orderBy(asc(stay.mark));
    const [most] = due.length === 0 ? [] : await tx.select({ n: count() }).from(invitation).where(inArray(invitation.stayId, due.map(({ id }) => id))).groupBy(invitation.stayId).orderBy(sql`count(*) desc`).limit(1);
    if ((most?.n ?? 0) >= MAX_LINKS) throw new DomainError('conflict', 'These links have been made too often.');
    return withLinks(tx, present.keyId, reviewOrigin, due);
  });
}

/** Lists that were made, the last first. */
export async function madeLists(db: IssuerDb, poolId: string): Promise<{ listedOn: string; rows: number }[]> {
  return db.select({ listedOn: notice.listedOn, rows: count() }).from(notice).innerJoin(stay, eq(stay.id, notice.stayId)).where(eq(stay.poolId, poolId)).groupBy(notice.listedOn).orderBy(sql`${notice.listedOn} desc`);
}

/** Somebody has drawn a sealed envelope instead: the row is spent, so that nobody has two voices. */
export async function spendByCode(db: IssuerDb, poolId: string, mark: string): Promise<'spent' | 'unknown' | 'used' | 'not-yet' | 'closed'> {
  const [found] = await db.select({ id: stay.id }).from(stay).where(and(eq(stay.poolId, poolId), eq(stay.mark, mark)));
  if (!found) return 'unknown';
  return db.transaction(async (tx) => {
    const locked = await lockStay(tx, found.id, poolId);
    if (!locked) return 'unknown';
    if (locked.ofStay.spentOn !== null) return 'used';
    const reason = whyNot(locked.ofPool, locked.ofStay);
    if (reason !== null) return reason;
    await tx.update(stay).set({ spentOn: today(), spentBy: 'code' }).where(eq(stay.id, found.id));
    return 'spent';
  });
}
