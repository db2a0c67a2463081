/** What the yearly report and the exports are made of. */
import { and, asc, gte, lte, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { moderationStatement } from '#db/schema/index.ts';
import { messages } from '#i18n/index.ts';
import type { StatementRow } from '../commands/case-rows.ts';
import { DETECTORS } from '../detectors/types.ts';
import { MISUSE } from '../misuse.ts';
import { isReason, REASONS } from '../reasons.ts';
import type { ComplaintsOf, Measures, NoticesOf, ReportFacts } from './report.ts';
import { databaseStatement } from './transparency-database.ts';

export interface Period {
  /** YYYY-MM-DD, both included. */
  from: string;
  to: string;
}

const statementsIn = (db: Db, { from, to }: Period): Promise<StatementRow[]> =>
  db.select().from(moderationStatement).where(and(gte(moderationStatement.madeOn, from), lte(moderationStatement.madeOn, to))).orderBy(asc(moderationStatement.madeOn), asc(moderationStatement.id));

/** In the shape of the Transparency Database, oldest first. */
export async function databaseStatements(db: Db, period: Period): Promise<Record<string, unknown>[]> {
  const { reasons } = messages('en').moderation;
  return (await statementsIn(db, period)).flatMap((row): Record<string, unknown>[] => {
    const statement = databaseStatement(row, isReason(row.reason) ? reasons[row.reason].text : '');
    return statement === null ? [] : [statement];
  });
}

const categoryOf = (reason: string): string => (isReason(reason) ? REASONS[reason].category : 'STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE');

/** Every restriction is a measure of its own: the hold by a program, and what people then decided. */
async function measuresIn(db: Db, period: Period): Promise<Measures[]> {
  const groups = new Map<string, Measures>();
  for (const { restriction, reason, ground, source, automatedDetection, automatedDecision } of await statementsIn(db, period)) {
    if (restriction === 'lifted') continue;
    const measure = { category: categoryOf(reason), ground, source, restriction, automatedDetection, automatedDecision };
    const key = JSON.stringify(measure);
    groups.set(key, { ...measure, measures: (groups.get(key)?.measures ?? 0) + 1 });
  }
  return [...groups.values()];
}

async function noticesIn(db: Db, { from, to }: Period): Promise<NoticesOf[]> {
  const found = await rows<{ reason: string; received: number; days: number | null; law: number; terms: number }>(
    db,
    sql`select n.reason, count(*)::int as received, percentile_disc(0.5) within group (order by n.decided_on - n.received_on)::int as days,
          count(*) filter (where n.upheld and n.illegal)::int as law, count(*) filter (where n.upheld and not n.illegal)::int as terms
        from moderation_notice n where n.received_on between ${from} and ${to} group by n.reason order by n.reason`,
  );
  const groups = new Map<string, NoticesOf>();
  for (const { reason, received, days, law, terms } of found) {
    const category = categoryOf(reason);
    const group = groups.get(category);
    groups.set(category, { category, received: (group?.received ?? 0) + received, medianDays: group?.medianDays ?? days, byLaw: (group?.byLaw ?? 0) + law, byTerms: (group?.byTerms ?? 0) + terms });
  }
  return [...groups.values()];
}

/** Of appeals that were decided: what became of the decision before. */
async function complaintsIn(db: Db, { from, to }: Period): Promise<ComplaintsOf[]> {
  const found = await rows<{ about: ComplaintsOf['about']; before: string | null; after: string | null; days: number | null }>(
    db,
    sql`select case when b.outcome in ('redact', 'remove') then 'restriction' else 'notice' end as about, b.outcome as before, d.outcome as after, d."on" - a."on" as days
        from moderation_entry a
        left join lateral (select outcome from moderation_entry where case_id = a.case_id and seq < a.seq and kind in ('decided', 'confirmed') order by seq desc limit 1) b on true
        left join lateral (select outcome, "on" from moderation_entry where case_id = a.case_id and seq > a.seq and kind in ('decided', 'confirmed') order by seq limit 1) d on true
        where a.kind = 'appealed' and a."on" between ${from} and ${to}`,
  );
  return (['restriction', 'notice'] as const).map((about): ComplaintsOf => {
    const of = found.filter((each) => each.about === about);
    const decided = of.filter((each) => each.after !== null);
    const stays = ({ before, after }: (typeof of)[number]) => after === before || after === 'keep';
    const partly = ({ before, after }: (typeof of)[number]) => before === 'remove' && after === 'redact';
    const days = decided.flatMap((each) => (each.days === null ? [] : [each.days])).sort((a, b) => a - b);
    return { about, submitted: of.length, upheld: decided.filter(stays).length, partly: decided.filter(partly).length, reversed: decided.filter((each) => !stays(each) && !partly(each)).length, medianDays: days[Math.ceil(days.length / 2) - 1] ?? null };
  });
}

function qualitative(): string[] {
  const { tools, reasons, desk } = messages('en').moderation;
  const purposes = DETECTORS.map((each) => tools.purposes[each]).join(' ');
  return [
    `${tools.lead} ${tools.human}`,
    Object.values(reasons).map(({ name, text }) => `${name}: ${text}`).join(' '),
    `${purposes} ${tools.limits}`,
    'Measured on more than 500 labelled Danish texts, a third of them kept aside: recall of personal numbers 100 %, of mail and telephone at least 99 %, of names at least 90 %; precision at least 80 %. Held texts that people released unchanged are counted on the page /moderation.',
    purposes,
    `${desk.lead} ${tools.human} ${tools.misuse(MISUSE.notices, MISUSE.suspendedDays)}`,
  ];
}

/** @param who of the site, as it calls itself, and whoever runs it */
export async function reportFacts(db: Db, period: Period, who: { service: string; provider: string; publishedOn: string }): Promise<ReportFacts> {
  const [rest] = await rows<{ suspensions: number; held: number; right: number; newly: number }>(
    db,
    sql`select (select count(*)::int from moderation_warning where suspended_until is not null and warned_at::date between ${period.from} and ${period.to}) as suspensions,
          count(*) filter (where requester = 'detector')::int as held, count(*) filter (where requester = 'detector' and outcome in ('redact', 'remove'))::int as right,
          count(*) filter (where round > 1 and outcome in ('redact', 'remove') and exists (
            select 1 from moderation_entry b where b.case_id = moderation_case.id and b.round < moderation_case.round and b.kind = 'decided' and b.outcome = 'keep'))::int as newly
        from moderation_case where state = 'decided' and decided_on between ${period.from} and ${period.to}`,
  );
  return {
    ...who, ...period, measures: await measuresIn(db, period), notices: await noticesIn(db, period), complaints: await complaintsIn(db, period), newlyImposed: rest?.newly ?? 0,
    suspensions: rest?.suspensions ?? 0, detectors: { held: rest?.held ?? 0, right: rest?.right ?? 0 }, qualitative: qualitative(),
  };
}
