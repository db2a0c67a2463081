/** A million reviews in a real Postgres: how fast a provider's page of them is read, and ten thousand made public. By itself: `node tests/bench/reviews.ts [reviews]`. */
import { sql } from 'drizzle-orm';
import { openPostgres, rows, type Db } from '#db/client.ts';
import { publishBatches } from '#features/reviews/commands/publish-batches.ts';
import { providerReviews } from '#features/reviews/showing/page.ts';
import { shownReviews } from '#features/reviews/showing/queries.ts';
import { deskReviews } from '#features/reviews/replies/queries.ts';
import { seedReviews } from '#src/boot/seed-reviews.ts';
import { contextOf } from '../support/catalogue.ts';
import { startPostgres } from '../support/postgres-server.ts';
import type { Figure } from './figure.ts';
import { seeded } from './synthetic-summaries.ts';

const ROUNDS = 400;
const PER_PROVIDER = 100;
const PER_POOL = 25;

/** Providers with one programme each and nothing else that reviews do not ask for. */
async function fillProviders(db: Db, count: number): Promise<void> {
  await db.execute(sql`insert into source (title, publisher, created_at) values ('bench', 'bench', '2026-01-01T00:00:00Z')`);
  await db.execute(sql`insert into organisation (scheme, value, name, created_at) select 'bench', n::text, 'Provider ' || n, '2026-01-01T00:00:00Z' from generate_series(1, ${count}::int) n`);
  await db.execute(sql`insert into provider (organisation_id, slug, created_at) select id, 'provider-' || value, '2026-01-01T00:00:00Z' from organisation where scheme = 'bench' order by id`);
  await db.execute(sql`insert into provider_version (provider_id, source_id, state, hash, profile, created_at, activated_at)
    select p.id, (select max(id) from source), 'current', p.slug, '{}'::jsonb, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z' from provider p order by p.id`);
  await db.execute(sql`update provider p set version_id = v.id from provider_version v where v.provider_id = p.id`);
  await db.execute(sql`insert into programme_version (provider_version_id, code, position, programme) select id, 'job', 0, '{"code": "job", "title": {"da": "Job"}}'::jsonb from provider_version order by id`);
}

/** Rounds that have just ended, with everything in them passed. */
async function fillReady(db: Db, reviews: number, providers: number): Promise<void> {
  const pools = Math.ceil(reviews / PER_POOL);
  await db.execute(sql`
    insert into review_pool (id, provider_id, authority_id, issuer_id, programme_code, from_day, to_day, state, stays, invited, issued, redeemed, redeem_until, created_at)
    select 'ready-' || n, 1 + n * 7 % ${providers}::int, a.id, a.id, 'job', '2026-01-01', '2026-03-31', 'ended', ${2 * PER_POOL}, ${2 * PER_POOL}, ${PER_POOL}, ${PER_POOL}, '2026-11-01T00:00:00Z', '2026-01-01T00:00:00Z'
    from generate_series(1, ${pools}::int) n, (select organisation_id as id from authority limit 1) a`);
  await db.execute(sql`
    insert into review (id, pool_id, provider_id, programme_code, proof, pk, state, fit, heard, able, contacts, closer, again, attendance, finished, outcome, text, shown_text, language, quarter, received_on)
    select md5('ready ' || p.id || ' ' || n), p.id, p.provider_id, 'job', 'token', md5(p.id || ' ' || n) || md5(n || ' ' || p.id), 'ready', 1 + n % 5, 1 + n % 4, 3, 4, 1 + n % 3, 1 + n % 5, case n % 2 when 0 then 'chosen' else 'mandated' end, 'yes', 'job', 'Det var godt.', 'Det var godt.', 'da', '2026Q4', '2026-10-20'
    from review_pool p, generate_series(1, ${PER_POOL}) n where p.id like 'ready-%'`);
}

async function p95Of(call: (provider: number) => Promise<unknown>, providers: number): Promise<number> {
  const random = seeded(1);
  const times: number[] = [];
  for (let round = -ROUNDS / 10; round < ROUNDS; round += 1) {
    const started = performance.now();
    await call(1 + Math.floor(random() * providers));
    if (round >= 0) times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(0.95 * times.length)] ?? 0;
}

async function figuresOf(db: Db, reviews: number): Promise<Figure[]> {
  const providers = Math.max(20, Math.round(reviews / PER_PROVIDER));
  await fillProviders(db, providers);
  const ctx = contextOf(db);
  const from = performance.now();
  const seededReviews = await seedReviews(ctx, { reviews });
  const filled = (performance.now() - from) / 1000;
  const batch = Math.min(10_000, reviews);
  await fillReady(db, batch, providers);
  await db.execute(sql`vacuum analyze`);
  const size = `${seededReviews} reviews of ${providers} providers`;
  const page = await p95Of((id) => providerReviews(db, id, new URLSearchParams()), providers);
  const part = await p95Of((id) => providerReviews(db, id, new URLSearchParams({ year: '2026', page: '2' })), providers);
  const api = await p95Of((id) => shownReviews(db, id, 0, 20), providers);
  const desk = await p95Of((id) => deskReviews(db, id, 1), providers);
  const started = performance.now();
  const published = await publishBatches(ctx);
  const seconds = (performance.now() - started) / 1000;
  const [left] = await rows<{ n: number }>(db, sql`select count(*)::int as n from review where state = 'ready'`);
  if (published.reviews + (left?.n ?? 0) < batch) throw new Error(`Of ${batch} reviews ${published.reviews} were published and ${left?.n} wait.`);
  return [
    { what: `everything of a provider's page of reviews, p95 of ${size}`, value: page, unit: 'ms', target: '≤ 15' },
    { what: 'a part of them, second page, p95', value: part, unit: 'ms', target: '≤ 15' },
    { what: 'reviews as the API gives them, p95', value: api, unit: 'ms', target: '' },
    { what: 'reviews on the provider’s desk, p95', value: desk, unit: 'ms', target: '' },
    { what: `${published.reviews} reviews of ${published.providers} providers made public in ${published.batches} batches`, value: seconds, unit: 's', target: '≤ 30' },
    { what: 'all of them written and their figures worked out', value: filled, unit: 's', target: '' },
  ];
}

export async function benchReviews(reviews = 1_000_000): Promise<Figure[]> {
  const server = await startPostgres();
  try {
    const open = await openPostgres(server.url);
    try {
      return await figuresOf(open.db, reviews);
    } finally {
      await open.close();
    }
  } finally {
    await server.stop();
  }
}

if (import.meta.main) {
  for (const { what, value, unit, target } of await benchReviews(Number(process.argv[2] ?? 1_000_000))) {
    console.log(`${value.toFixed(value < 100 ? 2 : 0).padStart(10)} ${unit.padEnd(10)} ${target.padEnd(8)} ${what}`);
  }
}
