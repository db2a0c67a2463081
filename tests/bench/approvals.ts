/** The queue page of an authority, and what it reads, out of a real Postgres with 10,000 open applications and twice as many decided ones. By itself: `node tests/bench/approvals.ts [open]`. */
import { sql } from 'drizzle-orm';
import { openPostgres, type Db, type OpenDatabase } from '#db/client.ts';
import { buildIfNeeded } from '../../scripts/support/build.ts';
import { caseQueue, QUEUE_FILTERS, queueCounts, type QueueFilter } from '#features/approvals/queries/cases.ts';
import { makeStandard } from '../support/approvals.ts';
import { newestToken, SECRET, testIdentity, Visitor } from '../support/identity.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { startSite, type Site } from '../support/site.ts';
import { makeAuthority } from '../support/tenants.ts';
import type { Figure } from './figure.ts';

const ROUNDS = 200;

const COLUMNS = sql.raw('dossier_id, provider_id, authority_id, standard_id, standard_version_id, competitor, sent_on, sent_at, seq, state, measure, assessor_id, due_on, reply_by, appeal, decided_on, approval, valid_from, valid_to, condition_due, follow_up');

/** In one authority, in all states, with providers of their own. @returns the authority and somebody who has cases there */
async function fill(db: Db, open: number): Promise<{ authorityId: number; personId: string }> {
  const { organisationId: authorityId, people } = await makeAuthority(db, 'bench');
  const { standardId, versionId } = await makeStandard(db, 'bench', [authorityId]);
  const all = open * 3;
  const [assessor, decider] = [people['assessor'] ?? '', people['decider'] ?? ''];
  // As the commands would leave it; the guards look at how it came about, which is not what is measured.
  await db.execute(sql`set session_replication_role = replica`);
  await db.execute(sql`insert into source (title, publisher, created_at) values ('bench', 'bench', '2026-01-01')`);
  await db.execute(sql`insert into organisation (scheme, value, name, created_at) select 'bench', n::text, 'Provider ' || n, '2026-01-01' from generate_series(1, ${all}::int) n`);
  await db.execute(sql`insert into provider (organisation_id, slug, created_at) select id, 'bench-' || value, '2026-01-01' from organisation where scheme = 'bench'`);
  await db.execute(sql`insert into provider_version (provider_id, source_id, state, hash, profile, created_at) select p.id, (select max(id) from source), 'current', 'h', json_build_object('name', 'Provider ' || p.id, 'summary', repeat('x', 500))::jsonb, '2026-01-01'
    from provider p where slug like 'bench-%'`);
  await db.execute(sql`update provider p set version_id = v.id from provider_version v where v.provider_id = p.id and p.version_id is null`);
  await db.execute(sql`insert into approval_dossier (provider_id, standard_version_id, revision, created_by, created_at, updated_at, sent_at) select id, ${versionId}, 1, ${assessor}, '2026-01-01', '2026-01-01', '2026-01-01' from provider where slug like 'bench-%'`);
  await db.execute(sql`insert into approval_case (${COLUMNS})
    select d.id, d.provider_id, ${authorityId}, ${standardId}, ${versionId}, n % 50 = 0, '2026-01-01'::date + n % 300, '2026-01-01', 20,
      case when n > ${open} then 'decided' else (array['received', 'assessing', 'questioned', 'proposed', 'drafted', 'hearing', 'heard'])[1 + n % 7] end, false,
      case when n <= ${open} and n % 7 = 0 then null when n % 3 = 0 then ${decider} else ${assessor} end, '2026-06-01'::date + (n * 7919) % 500,
      case when n <= ${open} and n % 7 in (2, 5) then '2026-07-01'::date + n % 40 end, case when n > ${open} and n % 97 = 0 then 'lodged' else 'none' end,
      case when n > ${open} then '2026-03-01'::date + n % 200 end, case when n > ${open} then 'in-force' end, case when n > ${open} then '2026-03-01'::date end, case when n > ${open} then '2028-03-01'::date end,
      case when n > ${open} and n % 20 = 0 then '2026-08-01'::date + n % 90 end, n > ${open} and n % 20 = 0
    from (select d.*, row_number() over (order by d.id)::int as n from approval_dossier d) d`);
  await db.execute(sql`set session_replication_role = origin`);
  await db.execute(sql`analyze`);
  return { authorityId, personId: assessor };
}

async function timesOf(call: (round: number) => Promise<unknown>): Promise<{ median: number; p95: number }> {
  const times: number[] = [];
  for (let round = -20; round < ROUNDS; round++) {
    const started = performance.now();
    await call(Math.abs(round));
    if (round >= 0) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { median: times[ROUNDS / 2] ?? 0, p95: times[Math.floor(0.95 * ROUNDS)] ?? 0 };
}

/** Signed in as the assessor, by the letter that the person would get. */
async function signedIn(open: OpenDatabase, site: Site, email: string): Promise<string> {
  const own = testIdentity(open);
  const visitor = new Visitor(site.url);
  await own.identity.requestLink({ email, locale: 'da', address: '192.0.2.1', next: null });
  const redeemed = await own.identity.redeemLink((await newestToken(own, email)) ?? '', visitor.request('/sign-in/link'), '192.0.2.1');
  if (!redeemed.ok) throw new Error(redeemed.why);
  visitor.take(redeemed.cookies);
  return visitor.request('/').headers.get('cookie') ?? '';
}

/** The whole page, from question to last byte, one after the other. */
async function benchPage(open: OpenDatabase, authorityId: number): Promise<Figure[]> {
  const site = await startSite({ DATABASE_URL: open.url ?? '', AUTH_SECRET: SECRET, SEED: 'none' });
  try {
    const cookie = await signedIn(open, site, 'bench-assessor@example.test');
    const { median, p95 } = await timesOf(async (round) => {
      const answer = await fetch(`${site.url}/desk/authority/${authorityId}/cases?page=${1 + (round % 5)}`, { headers: { cookie } });
      if (answer.status !== 200 || !(await answer.text()).includes('Provider ')) throw new Error(`The queue answered ${answer.status}.`);
    });
    return [{ what: 'queue page as a whole, p95', value: p95, unit: 'ms', target: '≤ 50' }, { what: 'queue page as a whole, median', value: median, unit: 'ms', target: '' }];
  } finally {
    await site.stop();
  }
}

/** @param open applications that wait */
export async function benchApprovals(open = 10_000): Promise<Figure[]> {
  buildIfNeeded();
  const server = await startPostgres();
  try {
    // One connection: the switch that keeps the guards out while it is filled belongs to a session.
    const filling = await openPostgres(server.url, 1);
    const { authorityId, personId } = await fill(filling.db, open).finally(() => filling.close());
    const filled = await openPostgres(server.url);
    const { db } = filled;
    try {
      const page = async (filter: QueueFilter, at: number) => {
        await caseQueue(db, authorityId, { filter, personId, page: at });
        await queueCounts(db, authorityId, personId);
      };
      const figures: Figure[] = [];
      for (const [what, target, call] of [
        [`queue of ${open} open applications, all that its page reads`, '≤ 30', (round: number) => page(QUEUE_FILTERS[round % 2] ?? 'open', 1 + (round % 5))],
        ['the same, any filter, any page', '≤ 30', (round: number) => page(QUEUE_FILTERS[round % QUEUE_FILTERS.length] ?? 'open', 1 + ((round * 37) % 400))],
        ['counts of all filters alone', '', () => queueCounts(db, authorityId, personId)],
      ] as const) {
        const { median, p95 } = await timesOf(call);
        figures.push({ what: `${what}, p95`, value: p95, unit: 'ms', target }, { what: `${what}, median`, value: median, unit: 'ms', target: '' });
      }
      return [...(await benchPage(filled, authorityId)), ...figures];
    } finally {
      await filled.close();
    }
  } finally {
    await server.stop();
  }
}

if (import.meta.main) {
  const [open] = process.argv.slice(2).map(Number);
  for (const { what, value, unit, target } of await benchApprovals(open)) console.log(`${what.padEnd(72)} ${value.toPrecision(3).padStart(9)} ${unit.padEnd(4)} ${target}`);
}
