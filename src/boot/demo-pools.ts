/**
 * Pools of the demonstration in whatever state, through the same commands as real ones and with the clock put back: what is
 * signed, dated and logged is what it would have been. All pools along one time, so that the public log is in order.
 */
import { createHash, randomBytes } from 'node:crypto';
import { setClockOffset } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { readDemoClock } from '#platform/demo-clock.ts';
import type { Env } from '#platform/env.ts';
import { advancePool, advancePools } from '#features/reviews/commands/pools/advance-pools.ts';
import { announcePool } from '#features/reviews/commands/pools/announce-pool.ts';
import { answerStays } from '#features/reviews/commands/pools/answer-stays.ts';
import { openPool } from '#features/reviews/commands/pools/open-pool.ts';
import { registerStays } from '#features/reviews/commands/pools/register-stays.ts';
import type { IssuerPort } from '#features/reviews/issuer-port.ts';
import { EXPIRE_DAYS, MIN_ISSUE_AFTER_DAYS, periods, REDEEM_DAYS, REST_DAYS, type PoolState } from '#features/reviews/pools/model.ts';
import { decodeInvitation, SIGNATURE_BYTES, toBase64url } from '#features/reviews/rv1/format.ts';
import { openLedger } from '#src/issuer/ledger.ts';
import { makeList } from '#src/issuer/notices.ts';
import { keyPassphrase, openIssuerDatabase } from '#src/issuer/serve.ts';
import { sign } from '#src/issuer/sign.ts';

export interface DemoPool {
  authorityId: number;
  issuerId: number;
  slug: string;
  programme: string;
  /** M. */
  stays: number;
  /** N. Fewer than 10: the pool has been made longer and goes on. */
  collected: number;
  /** Of the provider; null: it has said nothing. */
  answer: 'confirmed' | 'disputed' | null;
  state: PoolState;
  /** With the clock some days into the redemption window: the place to write reviews, edits and batches. */
  whileRedeeming?(poolId: string): Promise<void>;
}

/** The issuer's own side, opened in this process because the issuer itself is not running yet. */
export interface OwnIssuer {
  port: IssuerPort;
  /** So many people open their link and take a token. */
  collect(poolId: string, count: number): Promise<void>;
}

const DAY_MS = 86_400_000;
const AFTER_CLOSING: Partial<Record<PoolState, number>> = { closed: 2, redeeming: REST_DAYS + 21, ended: REST_DAYS + REDEEM_DAYS + 5, expired: REST_DAYS + REDEEM_DAYS + EXPIRE_DAYS + 5 };
/** Days ago that a pool was announced, so that it is in its state by now. */
function announcedAgo(state: PoolState): number {
  if (state === 'registering') return 0;
  if (state === 'announced') return 0.2;
  if (state === 'issuing') return 20;
  // A day before the first token, the shortest time to collect, and an hour for the clock's steps.
  return MIN_ISSUE_AFTER_DAYS + 1.2 + (AFTER_CLOSING[state] ?? 0);
}

/** @param env of a demonstration whose issuer is not running @returns what `run` returns */
export async function withOwnIssuer<T>(env: Env, run: (issuer: OwnIssuer) => Promise<T>): Promise<T> {
  const passphrase = keyPassphrase(env);
  const { db, close } = await openIssuerDatabase(env);
  try {
    return await run({
      port: openLedger(db, passphrase),
      async collect(poolId, count) {
        const list = await makeList(db, poolId, env.reviewOrigin ?? env.siteUrl);
        for (const { link } of list.slice(0, count)) {
          const found = decodeInvitation(new URL(link).hash);
          // Below any modulus: as good as a blinded message, as nobody will finish it.
          const blinded = toBase64url(new Uint8Array([0, ...randomBytes(SIGNATURE_BYTES - 1)]));
          if (found) await sign(db, passphrase, { keyId: found.keyId, secret: toBase64url(found.secret), blinded });
        }
      },
    });
  } finally {
    await close();
  }
}

interface Moment {
  /** Milliseconds of real time, in the past. */
  at: number;
  go(): Promise<void>;
}

const markOf = (pool: string, n: number) => createHash('sha256').update(`${pool} ${n}`).digest('hex');
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The latest quarter that was over by then. */
function quarterBefore(at: number): { from: string; to: string } {
  const found = periods(dayOf(at)).find(({ to }) => to < dayOf(at));
  if (!found) throw new Error('There is always a quarter before.');
  return found;
}

function momentsOf(ctx: Context, issuer: OwnIssuer, pool: DemoPool, present: number): Moment[] {
  const { state, slug, programme, authorityId, issuerId, stays, collected, answer, whileRedeeming } = pool;
  const start = present - announcedAgo(state) * DAY_MS;
  const period = quarterBefore(start);
  let id = '';
  const begun = (n: number) => new Date(Date.parse(period.from) + (n % 75) * DAY_MS).toISOString().slice(0, 10);
  const after = (days: number, go: () => Promise<void>): Moment[] => (start + days * DAY_MS <= present ? [{ at: start + days * DAY_MS, go }] : []);
  const closing = MIN_ISSUE_AFTER_DAYS + 1.15;
  const step = () => advancePool(ctx, issuer.port, id);
  return [
    ...after(0, async () => {
      id = await openPool(ctx, issuer.port, { authorityId, issuerId, slug, programme, ...period });
      if (state !== 'registering' || stays > 0) await registerStays(ctx, issuer.port, id, Array.from({ length: stays }, (_, n) => ({ stay: markOf(id, n), startedOn: begun(n), endedOn: null })));
      if (state === 'registering') return;
      await announcePool(ctx, issuer.port, { poolId: id, openDays: MIN_ISSUE_AFTER_DAYS });
      if (answer !== null) await answerStays(ctx, { poolId: id, stays, own: answer === 'confirmed' ? null : stays + 3 });
    }),
    ...after(2, async () => {
      await step();
      await issuer.collect(id, collected);
    }),
    ...after(closing, step),
    ...after(closing + REST_DAYS + 0.1, step),
    ...after(closing + REST_DAYS + 10, async () => whileRedeeming?.(id)),
    ...after(closing + REST_DAYS + REDEEM_DAYS + 0.1, step),
    ...after(closing + REST_DAYS + REDEEM_DAYS + EXPIRE_DAYS + 0.2, step),
  ];
}

/** Puts the clock back, goes through all pools' days in their order, and puts it right again. */
export async function seedPools(ctx: Context, env: Env, issuer: OwnIssuer, pools: readonly DemoPool[]): Promise<void> {
  const ahead = readDemoClock(env.dataDir) * DAY_MS;
  // One reading of the clock for all: their moments are told from it.
  const present = performance.timeOrigin + performance.now() + ahead;
  try {
    for (const { at, go } of pools.flatMap((pool) => momentsOf(ctx, issuer, pool, present)).sort((a, b) => a.at - b.at)) {
      setClockOffset(ahead + at - present);
      await go();
    }
    setClockOffset(ahead);
    await advancePools(ctx, issuer.port);
  } finally {
    readDemoClock(env.dataDir);
  }
}
