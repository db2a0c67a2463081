/**
 * kill -9 in the middle of decisions and their publication, at random points: what is left is whole. A few by default;
 * APPROVAL_KILLS=200 for as many as the project promises.
 */
import { sql } from 'drizzle-orm';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openEmbedded, openPostgres, rows, type Db, type OpenDatabase } from '#db/client.ts';
import { recommend } from '#features/approvals/commands/recommend.ts';
import { overFrom } from '#features/approvals/model/approval.ts';
import { projection } from '#features/approvals/projection.ts';
import { entriesOf } from '#features/approvals/queries/entries.ts';
import { approvalWorld, assessedCase, seenOf } from '#tests/support/approvals.ts';
import { ENGINES } from '#tests/support/database.ts';
import { testIdentity } from '#tests/support/identity.ts';
import { makeTenant } from '#tests/support/tenants.ts';

const KILLS = Number(process.env['APPROVAL_KILLS'] ?? 8) / ENGINES.length;
/** About as long as an act. */
const SPAN_MS = 60;
const ACTS = 8;
const CASES = 3;
const script = join(import.meta.dirname, '../../support/decide-process.ts');

/** @param after so many acts */
async function killed(engine: string, place: string, after: number, delay: number): Promise<void> {
  const child = spawn(process.execPath, [script, engine, place, 'k-authority'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let lines = 0;
  for await (const _line of createInterface({ input: child.stdout })) {
    if (lines++ === after) setTimeout(() => child.kill('SIGKILL'), delay);
  }
  await gone;
  expect(child.signalCode).toBe('SIGKILL');
}

/** Everything that tells of decisions tells the same. @returns how many there are */
async function requireWhole(db: Db): Promise<number> {
  for (const { id } of await rows<{ id: number }>(db, sql`select id from approval_case`)) {
    const { present } = await entriesOf(db, id);
    const [row] = await rows<Record<string, unknown>>(db, sql`select seq, state, measure, assessor_id as "assessorId", due_on::text as "dueOn", reply_by::text as "replyBy", appeal, decided_on::text as "decidedOn",
      approval, valid_from::text as "validFrom", valid_to::text as "validTo", condition_due::text as "conditionDue", follow_up as "followUp" from approval_case where id = ${id}`);
    expect(row).toEqual(projection(present));
    const given = await rows<Record<string, unknown>>(db, sql`select seq, state, over_from::text as "overFrom" from approval where case_id = ${id} order by seq`);
    expect(given).toEqual(present.approvals.map((each) => ({ seq: each.seq, state: each.state, overFrom: overFrom(each) })));
  }
  const [count] = await rows<Record<'decided' | 'decisions' | 'published' | 'audited' | 'gaps' | 'nodes' | 'size' | 'reopened', number>>(db, sql`select
    (select count(*)::int from case_entry where kind = 'decided') as decided, (select count(*)::int from approval_decision) as decisions,
    (select count(*)::int from approval_decision d join public_log_entry e on e.index = d.log_index join public_log_document t on t.index = e.index and (t.document::jsonb->>'seq')::int = d.seq and (t.document::jsonb->>'case')::int = d.case_id) as published,
    (select count(*)::int from audit_entry where action = 'case.decided') as audited, (select count(*)::int from case_entry where kind = 'reopened' and log_index is not null) as reopened,
    (select coalesce(max(index) + 1, 0)::int - count(*)::int from public_log_entry) as gaps, (select count(*)::int from public_log_node) as nodes, (select count(*)::int from public_log_entry) as size`);
  const { decided = 0, size = 0 } = count ?? {};
  // Complete subtrees over size leaves: half, a quarter, …
  let nodes = 0;
  for (let left = size >> 1; left > 0; left >>= 1) nodes += left;
  expect(count).toMatchObject({ decisions: decided, published: decided, audited: decided, gaps: 0, nodes, size: decided + (count?.reopened ?? 0) });
  return decided;
}

describe.each(ENGINES)('decisions that are killed on %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-kill-'));
  let place = join(folder, 'data');
  const open = (): Promise<OpenDatabase> => (engine === 'postgres' ? openPostgres(place) : openEmbedded(place));
  const admin = engine === 'postgres' ? postgres(inject('postgresUrl'), { max: 1, onnotice: () => {} }) : null;

  beforeAll(async () => {
    if (admin) {
      await admin.unsafe('create database kill_decisions');
      place = Object.assign(new URL(inject('postgresUrl')), { pathname: '/kill_decisions' }).href;
    }
    const first = await open();
    testIdentity(first);
    const world = await approvalWorld(first.db, 'k');
    for (let n = 0; n < CASES; n++) {
      const one = n === 0 ? world : { ...world, provider: await makeTenant(first.db, `k${n}-provider`) };
      const as: typeof world.as = (who) => (who === 'owner' ? { ...world.as('owner'), by: { person: one.provider.people['owner'] ?? '', role: 'applicant' } } : world.as(who));
      const caseId = await assessedCase({ ...one, as });
      await recommend(world.ctx, world.as('assessor'), { ...(await seenOf(first.db, caseId)), outcome: 'approve', reasons: 'r', conditions: [], facts: null, deadline: null });
    }
    await first.close();
  }, 300_000);
  afterAll(async () => {
    await admin?.unsafe('drop database kill_decisions with (force)');
    await admin?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`${KILLS} times at random: no half state`, async () => {
    let decided = 0;
    for (let n = 0; n < KILLS; n++) {
      await killed(engine, place, Math.floor(Math.random() * ACTS) + (n === 0 ? 3 : 0), Math.random() * SPAN_MS);
      const left = await open();
      const now = await requireWhole(left.db).finally(() => left.close());
      expect(now).toBeGreaterThanOrEqual(decided);
      decided = now;
    }
    expect(decided, 'nothing was decided in between').toBeGreaterThan(0);
  }, 60_000 + KILLS * 20_000);
});
