/** Double spending on real Postgres: many at once, with rollbacks in between, and processes that are killed halfway. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { reviewCode } from '#db/schema/index.ts';
import type { Context } from '#platform/context.ts';
import { reviewKeyFrom, signStatement } from '#features/reviews/browser/review-key.ts';
import { openCode, openStatement, type Author } from '#features/reviews/authors.ts';
import { codeHash, newCode } from '#features/reviews/codes.ts';
import { redeem } from '#features/reviews/commands/redeem.ts';
import type { ModerationPort } from '#features/reviews/ports.ts';
import type { Receipt } from '#features/reviews/rv1/format.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makePool, reviewGround, type ReviewGround } from '#tests/support/pools.ts';
import { goodContent, makeReceipt, noModeration, poolKey, type TestKey } from '#tests/support/receipts.ts';

/** `REDEEM_KILLS=200 vitest run …` for the long run. */
const KILLS = Number(process.env['REDEEM_KILLS'] ?? 10);
const ROLLED_BACK = 0.3;

let open: OpenDatabase;
let ctx: Context;
let ground: ReviewGround;

beforeAll(async () => {
  open = await freshDatabase('postgres');
  ctx = { db: open.db, actor: 'author', outbox: { send: async () => {} } };
  ground = await reviewGround(open.db);
}, 120_000);
afterAll(() => open.close());

async function poolOf(size: number): Promise<{ key: TestKey; poolId: string }> {
  const key = poolKey();
  return { key, poolId: await makePool(open.db, ground, { keyId: key.keyId, spki: key.spki, stays: size, invited: size, issued: size }) };
}

const statement = (receipt: Receipt) => signStatement(receipt, { act: 'write', key: receipt.token.keyId, content: goodContent() });
const authorOf = async (receipt: Receipt): Promise<Author> => (await openStatement(open.db, await statement(receipt))).author;

const counted = async (poolId: string) => (await rows<{ redeemed: number; spent: number; reviews: number }>(open.db, sql`
  select p.redeemed, (select count(*)::int from review_spent s where s.key_id = p.key_id) as spent, (select count(*)::int from review r where r.pool_id = p.id) as reviews from review_pool p where p.id = ${poolId}`))[0];

/** Fails three times in ten, after everything was written and before it is committed. */
function failing(): ModerationPort & { failed: number } {
  const port = { ...noModeration(), failed: 0, async received() {
    if (Math.random() < ROLLED_BACK) {
      port.failed++;
      throw new Error('injected');
    }
  } };
  return port;
}

async function tryAll(authors: readonly Author[], moderation: ModerationPort): Promise<{ accepted: number; spent: number; injected: number }> {
  const results = await Promise.allSettled(authors.map((author) => redeem(ctx, moderation, author, goodContent())));
  const reasons = results.flatMap((each) => (each.status === 'rejected' ? [String((each.reason as Error).message)] : []));
  return { accepted: results.length - reasons.length, spent: reasons.filter((each) => each === 'token-spent').length, injected: reasons.filter((each) => each === 'injected').length };
}

describe('all at once', () => {
  test('a thousand tries for one token: exactly one review', async () => {
    const { key, poolId } = await poolOf(20);
    const author = await authorOf(await makeReceipt(key));
    const moderation = failing();
    const { accepted, spent, injected } = await tryAll(Array<Author>(1_000).fill(author), moderation);
    expect([accepted, accepted + spent + injected, injected]).toEqual([1, 1_000, moderation.failed]);
    expect(await counted(poolId)).toEqual({ redeemed: 1, spent: 1, reviews: 1 });
  }, 120_000);

  test('twenty tokens, forty tries each, mixed: each becomes one review, and rollbacks took nothing with them', async () => {
    const { key, poolId } = await poolOf(20);
    const authors = await Promise.all(Array.from({ length: 20 }, async () => authorOf(await makeReceipt(key))));
    const moderation = failing();
    const { accepted, injected } = await tryAll(Array.from({ length: 800 }, (_, n) => authors[n % 20] as Author), moderation);
    expect(accepted).toBe(20);
    expect(injected).toBeGreaterThan(0);
    expect(await counted(poolId)).toEqual({ redeemed: 20, spent: 20, reviews: 20 });
  }, 120_000);

  test('more tokens than were issued: no more reviews than that', async () => {
    const { key, poolId } = await poolOf(5);
    const authors = await Promise.all(Array.from({ length: 9 }, async () => authorOf(await makeReceipt(key))));
    expect((await tryAll(authors, noModeration())).accepted).toBe(5);
    expect(await counted(poolId)).toEqual({ redeemed: 5, spent: 5, reviews: 5 });
  });

  test('two hundred tries for one printed code: exactly one review', async () => {
    const { poolId } = await poolOf(20);
    const code = newCode();
    await open.db.insert(reviewCode).values({ hash: codeHash(code) ?? '', poolId });
    const { accepted } = await tryAll(Array<Author>(200).fill(await openCode(open.db, code)), failing());
    expect(accepted).toBe(1);
    expect(await counted(poolId)).toEqual({ redeemed: 1, spent: 0, reviews: 1 });
  }, 60_000);
});

describe('killed at any point', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'redeem-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** @returns what the process said that it had done before it was killed */
  async function killedAfter(milliseconds: number, file: string): Promise<number[]> {
    const child = spawn(process.execPath, ['tests/support/redeem-process.ts', open.url ?? '', file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const done: number[] = [];
    const ready = Promise.withResolvers<void>();
    child.stdout.on('data', (chunk: Buffer) => {
      for (const line of String(chunk).split('\n')) {
        if (line === 'ready') ready.resolve();
        const [, n] = /^done (\d+)$/.exec(line) ?? [];
        if (n !== undefined) done.push(Number(n));
      }
    });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    await ready.promise;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    child.kill('SIGKILL');
    await ended;
    return done;
  }

  /** Until the server has noticed that the process is gone. */
  async function settled(): Promise<void> {
    for (;;) {
      const [row] = await rows<{ n: number }>(open.db, sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`);
      if (row?.n === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  test(`${KILLS} times: a token is used if and only if its review is there, and none is lost`, async () => {
    const size = 4 * KILLS;
    const { key, poolId } = await poolOf(size);
    const receipts = await Promise.all(Array.from({ length: size }, () => makeReceipt(key)));
    const names = await Promise.all(receipts.map(async ({ seed }) => Buffer.from((await reviewKeyFrom(seed)).publicKey).toString('hex')));
    const file = join(folder, 'statements.json');
    writeFileSync(file, JSON.stringify(await Promise.all(receipts.map(statement))));
    for (let n = 0; n < KILLS; n++) {
      const done = await killedAfter(Math.random() * 60, file);
      await settled();
      const written = new Set((await rows<{ pk: string }>(open.db, sql`select pk from review where pool_id = ${poolId}`)).map(({ pk }) => pk));
      const used = new Set((await rows<{ pk: string }>(open.db, sql`select pk from review_spent where key_id = ${key.keyId}`)).map(({ pk }) => pk));
      expect(used).toEqual(written);
      expect(done.every((each) => written.has(names[each] ?? ''))).toBe(true);
      expect((await counted(poolId))?.redeemed).toBe(written.size);
    }
    const rest = await tryAll(await Promise.all(receipts.map(authorOf)), noModeration());
    expect(rest.accepted + rest.spent).toBe(size);
    expect(await counted(poolId)).toEqual({ redeemed: size, spent: size, reviews: size });
  }, 60_000 + KILLS * 10_000);
});
