/**
 * Invented reviews in any number, as if their rounds were long over: pools without a key, as keys are destroyed with them.
 * For trials, benchmarks and the lists of the demonstration; its own rounds go through the real commands (demo-reviews.ts).
 */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import { authority } from '#db/schema/index.ts';
import { random as seeded, type Random } from '#db/seed/demo/random.ts';
import { inventReview, type InventedReview, type Temper } from '#db/seed/demo/reviews/index.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { ensureOrganisations } from '#features/accounts/commands/ensure-organisations.ts';
import { freezeAndScore } from '#features/reviews/commands/score-rows.ts';
import { countsOf, SMALLEST } from '#features/reviews/showing/counts.ts';
import { firstDay, quarterOf } from '#features/reviews/showing/quarters.ts';

export interface SeedOptions {
  reviews: number;
  /** Over how many of the latest quarters before the present one; default 8. */
  quarters?: number;
  /** Ids of providers; default: all that describe a programme. */
  providers?: readonly number[];
  /** How a provider fares; default: by lot. */
  temper?(providerId: number): Temper | null;
  /** false: more reviews follow, and `seedFigures` after the last. */
  figures?: false;
}

interface Target {
  id: number;
  programme: string;
}

interface Rows {
  pools: Record<string, unknown>[];
  batches: Record<string, unknown>[];
  reviews: Record<string, unknown>[];
}

const AUTHORITY = { scheme: 'demo', value: 'reviews-authority', name: 'Jobcenter Solby (opdigtet)' };
const PER_BATCH = 12;
const CHUNK = 4_000;
/** One batch in so many was written with printed codes. */
const BY_CODE = 9;
const hex = (text: string, length: number) => createHash('sha256').update(text).digest('hex').slice(0, length);

async function seedAuthority(db: Db): Promise<number> {
  const [id] = await ensureOrganisations(db, [AUTHORITY], now());
  if (id === undefined) throw new Error('The authority of the invented reviews was not made.');
  await db.insert(authority).values({ organisationId: id, since: now() }).onConflictDoNothing();
  return id;
}

function targetsOf(db: Db, ids: readonly number[] | undefined): Promise<Target[]> {
  const among = ids === undefined ? sql`true` : sql`p.id in (select r.id from ${recordset(ids.map((id) => ({ id })), 'id int')})`;
  return rows<Target>(
    db,
    sql`select p.id, (select m.code from programme_version m where m.provider_version_id = p.version_id order by m.position limit 1) as programme
        from provider p where p.version_id is not null and exists (select 1 from programme_version m where m.provider_version_id = p.version_id) and ${among} order by p.id`,
  );
}

/** The latest quarters before the present one, newest first. */
function quartersBefore(day: string, count: number): string[] {
  const [year, quarter] = [Number(day.slice(0, 4)), Number(quarterOf(day).slice(5))];
  return Array.from({ length: count }, (_, n) => {
    const before = year * 4 + quarter - 2 - n;
    return `${Math.floor(before / 4)}Q${(before % 4) + 1}`;
  });
}

const dayIn = (quarter: string, day: number) => new Date(Date.parse(firstDay(quarter)) + day * 86_400_000).toISOString().slice(0, 10);
const lotOf = (random: Random): Temper => ({ mean: 2.4 + random.next() * 2.1, divided: random.chance(0.06) });

function addBatch(to: Rows, { id: providerId, programme }: Target, authorityId: number, quarter: string, invented: readonly InventedReview[], key: string): void {
  const pool = hex(`pool ${key}`, 24);
  const batch = hex(`batch ${key}`, 24);
  const stays = Math.max(10, Math.round(invented.length * 2.4));
  const issued = Math.max(10, Math.round(invented.length * 1.3));
  to.pools.push({ id: pool, provider: providerId, authority: authorityId, programme, from: dayIn(quarter, -365), to: dayIn(quarter, -275), stays, issued, redeemed: invented.length, until: dayIn(quarter, 40) });
  to.batches.push({ id: batch, provider: providerId, pool, day: dayIn(quarter, 45), quarter, size: invented.length, counts: countsOf(programme, invented.map((each) => each.ratings)) });
  const byCode = Number.parseInt(hex(`proof ${key}`, 6), 16) % BY_CODE === 0;
  invented.forEach((each, n) => {
    const { ratings, text, ...answers } = each;
    to.reviews.push({ id: hex(`review ${key} ${n}`, 24), pool, provider: providerId, programme, batch, quarter, proof: byCode ? 'code' : 'token', [byCode ? 'code' : 'pk']: hex(`pk ${key} ${n}`, 64), ...ratings, ...answers, text, day: dayIn(quarter, 20) });
  });
}

async function write(db: Db, { pools, batches, reviews }: Rows): Promise<void> {
  if (reviews.length === 0) return;
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      insert into review_pool (id, provider_id, authority_id, issuer_id, programme_code, from_day, to_day, state, stays, invited, issued, redeemed, redeem_until, created_at)
      select r.id, r.provider, r.authority, r.authority, r.programme, r."from", r."to", 'expired', r.stays, r.stays, r.issued, r.redeemed, r."until"::timestamptz, ${now().toISOString()}::timestamptz
      from ${recordset(pools, 'id text, provider int, authority int, programme text, "from" date, "to" date, stays int, issued int, redeemed int, "until" date')}`);
    await tx.execute(sql`
      insert into review_batch (id, provider_id, pool_id, published_on, quarter, size, counts)
      select r.id, r.provider, r.pool, r.day, r.quarter, r.size, r.counts from ${recordset(batches, 'id text, provider int, pool text, day date, quarter text, size int, counts jsonb')}`);
    const codes = reviews.filter((each) => each['code'] !== undefined);
    if (codes.length > 0) await tx.execute(sql`insert into review_code (hash, pool_id, spent_on) select r.code, r.pool, r.day from ${recordset(codes, 'code text, pool text, day date')}`);
    await tx.execute(sql`
      insert into review (id, pool_id, provider_id, programme_code, proof, pk, code_hash, state, fit, heard, able, contacts, closer, again, attendance, finished, outcome, text, shown_text, language, quarter, batch_id, received_on)
      select r.id, r.pool, r.provider, r.programme, r.proof, r.pk, r.code, 'published', r.fit, r.heard, r.able, r.contacts, r.closer, r.again, r.attendance, r.finished, r.outcome, r.text, r.text, r.language, r.quarter, r.batch, r.day
      from ${recordset(reviews, 'id text, pool text, provider int, programme text, proof text, pk text, code text, fit int, heard int, able int, contacts int, closer int, again int, attendance text, finished text, outcome text, text text, language text, quarter text, batch text, day date')}`);
  });
}

/** Spread evenly over providers and quarters, in batches of about twelve. @returns how many there are now more */
export async function seedReviews(ctx: Context, options: SeedOptions, onProgress: (line: unknown) => void = () => {}): Promise<number> {
  const targets = await targetsOf(ctx.db, options.providers);
  if (targets.length === 0) throw new Error('There is no provider with a programme that invented reviews could be about.');
  const authorityId = await seedAuthority(ctx.db);
  const quarters = quartersBefore(today(), options.quarters ?? 8);
  // Another set each time, and the same again in a new database.
  const [before] = await rows<{ n: number }>(ctx.db, sql`select count(*)::int as n from review_pool where authority_id = ${authorityId}`);
  const seed = 1 + (before?.n ?? 0);
  let done = 0;
  let chunk: Rows = { pools: [], batches: [], reviews: [] };
  for (const [n, target] of targets.entries()) {
    const random = seeded(seed, `reviews ${target.id}`);
    const temper = options.temper ? options.temper(target.id) : lotOf(random);
    let share = Math.floor(((n + 1) * options.reviews) / targets.length) - Math.floor((n * options.reviews) / targets.length);
    for (let lot = 0; temper && share >= SMALLEST; lot++) {
      const size = share < PER_BATCH + SMALLEST ? share : PER_BATCH;
      addBatch(chunk, target, authorityId, quarters[lot % quarters.length] ?? '', Array.from({ length: size }, () => inventReview(random, temper)), `${seed} ${target.id} ${lot}`);
      share -= size;
      done += size;
    }
    if (chunk.reviews.length < CHUNK && n < targets.length - 1) continue;
    await write(ctx.db, chunk);
    onProgress({ phase: 'reviews', done, total: options.reviews });
    chunk = { pools: [], batches: [], reviews: [] };
  }
  if (options.figures !== false) await seedFigures(ctx, targets.map(({ id }) => id), onProgress);
  return done;
}

/** After all reviews there are to be: what scores are drawn towards is what all say, and it is worked out once a quarter. */
export async function seedFigures(ctx: Context, providerIds: readonly number[], onProgress: (line: unknown) => void = () => {}): Promise<void> {
  for (const [n, id] of providerIds.entries()) {
    await ctx.db.transaction((tx) => freezeAndScore(tx, id, quarterOf(today())));
    onProgress({ phase: 'figures', done: n + 1, total: providerIds.length });
  }
}
