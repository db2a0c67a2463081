/** The day's duties: what a date ends, and reminders before it does. Each case on its own feet: what one run does not reach, the next day's does. */
import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { log } from '#platform/log.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { CASE_REMINDER, CONDITION_REMINDER, RENEWAL_REMINDERS } from '../clocks.ts';
import { presentApproval } from '../model/case.ts';
import { isLate } from '../model/condition.ts';
import type { By } from '../model/events.ts';
import { lockedCase, lockedWithOthers, record, type OpenCase } from './case-rows.ts';
import { holderOf, tellAuthority, tellProvider } from './tell.ts';

const SYSTEM: By = { person: 'system', role: 'system' };

type Duty = (ctx: Context, tx: Db, open: OpenCase, day: string, siteUrl: string) => Promise<void>;

/** Says it once. @returns null: it was said before */
async function once(ctx: Context, tx: Db, open: OpenCase, of: string): Promise<OpenCase | null> {
  return open.present.reminded.includes(of) ? null : record(ctx, tx, open, SYSTEM, 'reminded', { of });
}

const expire: Duty = async (ctx, tx, open, day, siteUrl) => {
  const last = presentApproval(open.present);
  if (last === null || last.state === 'over' || day <= last.to) return;
  await record(ctx, tx, open, SYSTEM, 'expired', {});
  await tellProvider(ctx, tx, open.row.id, 'expired', last.to, siteUrl);
};

/** The nearest of the reminders that are due; those before it are not made up for. */
const remindToRenew: Duty = async (ctx, tx, open, day, siteUrl) => {
  const last = presentApproval(open.present);
  if (last === null || last.state === 'over') return;
  const due = RENEWAL_REMINDERS.filter((days) => addDays(day, days) >= last.to && addDays(last.to, -days) > last.from).at(-1);
  if (due === undefined || (await once(ctx, tx, open, `renewal:${last.to}:${due}`)) === null) return;
  await tellProvider(ctx, tx, open.row.id, 'renewal', last.to, siteUrl);
};

const remindOfConditions: Duty = async (ctx, tx, open, day, siteUrl) => {
  let at = open;
  for (const each of open.present.conditions) {
    if (each.state !== 'open' && each.state !== 'unmet') continue;
    const late = isLate(each, day);
    if (!late && addDays(day, CONDITION_REMINDER) < each.dueOn) continue;
    const next = await once(ctx, tx, at, `condition:${each.number}:${each.dueOn}:${late ? 'late' : 'due'}`);
    if (next === null) continue;
    at = next;
    await tellProvider(ctx, tx, open.row.id, late ? 'condition-late' : 'condition-due', each.dueOn, siteUrl);
    if (late) await tellAuthority(ctx, tx, open.row.id, 'condition-overdue', each.dueOn, siteUrl, holderOf(open.row.assessorId));
  }
};

/** The applicant had the time, and the authority goes on. */
const endWaiting: Duty = async (ctx, tx, open, day, siteUrl) => {
  const { application } = open.present;
  if ((application.state !== 'hearing' && application.state !== 'questioned') || day <= application.deadline) return;
  if (application.state === 'questioned') return void (await record(ctx, tx, open, SYSTEM, 'unanswered', {}));
  await record(ctx, tx, open, SYSTEM, 'hearing-over', {});
  await tellAuthority(ctx, tx, open.row.id, 'hearing-over', null, siteUrl, holderOf(open.row.assessorId));
};

const remindOfDeadline: Duty = async (ctx, tx, open, _day, siteUrl) => {
  if ((await once(ctx, tx, open, `due:${open.row.dueOn}`)) === null) return;
  await tellAuthority(ctx, tx, open.row.id, 'deadline-near', open.row.dueOn, siteUrl, holderOf(open.row.assessorId));
};

const reminded = (of: SQL): SQL => sql`exists (select 1 from case_entry e where e.case_id = c.id and e.kind = 'reminded' and e.content->>'of' = ${of})`;

/** Which cases each duty looks at. @param day today */
const DUTIES: readonly [name: string, which: (day: string) => SQL, duty: Duty][] = [
  ['expire', (day) => sql`c.approval in ('in-force', 'suspended') and c.valid_to < ${day}`, expire],
  ['end-waiting', (day) => sql`c.reply_by < ${day}`, endWaiting],
  [
    'renew',
    (day) => sql`c.approval in ('in-force', 'suspended') and c.valid_to >= ${day} and c.valid_to <= ${addDays(day, RENEWAL_REMINDERS[0])}
      and not exists (select 1 from approval_case r where r.renews_id = c.id and r.state not in ('decided', 'withdrawn'))`,
    remindToRenew,
  ],
  ['conditions', (day) => sql`c.condition_due <= ${addDays(day, CONDITION_REMINDER)}`, remindOfConditions],
  ['deadline', (day) => sql`c.state not in ('decided', 'withdrawn') and c.reply_by is null and not c.measure and c.due_on <= ${addDays(day, CASE_REMINDER)} and not ${reminded(sql`'due:' || c.due_on`)}`, remindOfDeadline],
];

/** @returns how many cases were looked at */
export async function keepApprovals(ctx: Context, siteUrl: string): Promise<number> {
  const day = today();
  let looked = 0;
  for (const [name, which, duty] of DUTIES) {
    for (const { id } of await rows<{ id: number }>(ctx.db, sql`select c.id from approval_case c where ${which(day)} order by c.id`)) {
      looked += 1;
      try {
        await ctx.db.transaction(async (tx) => duty(ctx, tx, await (name === 'expire' ? lockedWithOthers(tx, id) : lockedCase(tx, id)), day, siteUrl));
      } catch (error) {
        log.error({ duty: name, caseId: id, error: String(error) }, 'duty of a case failed');
      }
    }
  }
  return looked;
}
