/**
 * Decides, publishes, opens again and recommends, one after the other, until it is killed: `node decide-process.ts ENGINE PLACE
 * AUTHORITY`. Says a line first, and one after each act; for tests of what is left then.
 */
import { sql } from 'drizzle-orm';
import { openEmbedded, openPostgres, rows } from '#db/client.ts';
import { today } from '#platform/clock.ts';
import { useSecrets } from '#platform/seal.ts';
import type { Caller } from '#features/approvals/commands/case-rows.ts';
import { decide } from '#features/approvals/commands/decide.ts';
import { recommend } from '#features/approvals/commands/recommend.ts';
import { reopenCase } from '#features/approvals/commands/reopen-case.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { decisionOf } from './approvals.ts';
import { contextOf } from './catalogue.ts';
import { SECRET, SITE_URL } from './identity.ts';

const [engine = '', place = '', authority = ''] = process.argv.slice(2);
const open = await (engine === 'postgres' ? openPostgres(place) : openEmbedded(place));
useSecrets([SECRET]);
const ctx = contextOf(open.db);
const as = (role: 'assessor' | 'decider'): Caller => ({ by: { person: `${authority}-${role}`, role: role === 'assessor' ? 'caseworker' : 'decider' }, siteUrl: SITE_URL });
const cases = await rows<{ id: number }>(open.db, sql`select id from approval_case order by id`);
process.stdout.write('ready\n');
for (let n = 0; ; n++) {
  const caseId = cases[n % cases.length]?.id ?? 0;
  const [row] = await rows<{ seq: number; state: string }>(open.db, sql`select seq, state from approval_case where id = ${caseId}`);
  const which = { caseId, seen: row?.seq ?? 0 };
  if (row?.state === 'decided') await reopenCase(ctx, as('decider'), { ...which, reason: 'Again.' });
  else if (row?.state === 'assessing') await recommend(ctx, as('assessor'), { ...which, outcome: 'approve', reasons: 'r', conditions: [], facts: null, deadline: null });
  else await decide(ctx, as('decider'), { ...which, ...decisionOf('approve', { validFrom: today(), validTo: addDays(today(), 300) }) });
  process.stdout.write('done\n');
}
