/** What was done, for everybody: counts by rule, requester, outcome and provider, and how long it took (trust.md M1, L9). */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { today } from '#platform/clock.ts';
import { waitingTimes, type Outcome, type Requester, type WaitingTimes } from './model.ts';

export interface Counted<K extends string> {
  key: K;
  cases: number;
  /** How many of them were left, redacted, removed, given back. */
  outcomes: Record<Outcome, number>;
}

export interface ProviderCounted {
  slug: string;
  name: string;
  outcomes: Record<Outcome, number>;
  cases: number;
  filed: number;
  upheld: number;
}

export interface Ledger {
  /** Of those that began before today: a count that goes up by one would tell when somebody writes. */
  open: number;
  decided: number;
  byRule: Counted<string>[];
  byRequester: Counted<Requester>[];
  outcomes: Record<Outcome, number>;
  byProvider: ProviderCounted[];
  waiting: WaitingTimes;
  appeals: { decided: number; changed: number };
  notices: { received: number; decided: number; upheld: number; unfounded: number };
  /** Held by a detector and released by a person unchanged: of how many. */
  detectors: { held: number; released: number };
}

interface Row {
  rule: string;
  requester: Requester;
  outcome: Outcome;
  cases: number;
}

const none = (): Record<Outcome, number> => ({ keep: 0, redact: 0, remove: 0, restore: 0 });

function counted<K extends string>(found: readonly Row[], by: (row: Row) => K): Counted<K>[] {
  const groups = new Map<K, Counted<K>>();
  for (const row of found) {
    const key = by(row);
    const group = groups.get(key) ?? { key, cases: 0, outcomes: none() };
    group.cases += row.cases;
    group.outcomes[row.outcome] += row.cases;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.cases - a.cases || (a.key < b.key ? -1 : 1));
}

/**
 * Of one provider only what was decided before this quarter, unless it was public when somebody reported it: else a new line
 * would tell that somebody has just written a review.
 */
const TELLABLE = (quarterBegan: string) => sql`(c.decided_on < ${quarterBegan} or c.requester <> 'detector')`;

async function byProvider(db: Db, quarterBegan: string): Promise<ProviderCounted[]> {
  const found = await rows<{ slug: string; name: string; keep: number; redact: number; remove: number; restore: number; cases: number; filed: number; upheld: number }>(
    db,
    sql`select p.slug, coalesce(v.profile->>'name', o.name) as name, c.*, coalesce(n.filed, 0)::int as filed, coalesce(n.upheld, 0)::int as upheld
        from (select c.provider_id, count(*)::int as cases, count(*) filter (where c.outcome = 'keep')::int as keep, count(*) filter (where c.outcome = 'redact')::int as redact,
                count(*) filter (where c.outcome = 'remove')::int as remove, count(*) filter (where c.outcome = 'restore')::int as restore
              from moderation_case c where c.state = 'decided' and c.provider_id is not null and ${TELLABLE(quarterBegan)} group by c.provider_id) c
        join provider p on p.id = c.provider_id join organisation o on o.id = p.organisation_id left join provider_version v on v.id = p.version_id
        left join (select provider_id, count(*) as filed, count(*) filter (where upheld) as upheld from moderation_notice where sender = 'provider' group by provider_id) n on n.provider_id = p.id
        order by c.cases desc, p.slug`,
  );
  return found.map(({ slug, name, cases, filed, upheld, keep, redact, remove, restore }) => ({ slug, name, cases, filed, upheld, outcomes: { keep, redact, remove, restore } }));
}

/** @param quarterBegan YYYY-MM-DD, the first day of the present quarter */
export async function ledger(db: Db, quarterBegan: string): Promise<Ledger> {
  const found = await rows<Row>(
    db,
    sql`select coalesce(reason, rule, '') as rule, requester, outcome, count(*)::int as cases from moderation_case where state = 'decided' group by 1, 2, 3`,
  );
  const waits = await rows<{ days: number }>(db, sql`select waited_days as days from moderation_case where state = 'decided'`);
  const [rest] = await rows<{ open: number; appeals: number; changed: number; received: number; decided: number; upheld: number; unfounded: number; held: number; released: number }>(
    db,
    sql`select (select count(*)::int from moderation_case where state in ('open', 'second') and round_on < ${today()}) as open,
          (select count(*)::int from moderation_case where state = 'decided' and round > 1) as appeals,
          (select count(*)::int from moderation_entry e join moderation_case c on c.id = e.case_id and c.state = 'decided' and c.round = e.round
            where e.round > 1 and e.kind in ('decided', 'confirmed')
              and e.outcome <> coalesce((select b.outcome from moderation_entry b where b.case_id = e.case_id and b.round < e.round and b.kind in ('decided', 'confirmed') order by b.seq desc limit 1), '')
              and e.outcome <> 'keep') as changed,
          n.received, n.decided, n.upheld, n.unfounded,
          (select count(*)::int from moderation_case where state = 'decided' and requester = 'detector') as held,
          (select count(*)::int from moderation_case where state = 'decided' and requester = 'detector' and outcome = 'keep') as released
        from (select count(*)::int as received, count(decided_on)::int as decided, count(*) filter (where upheld)::int as upheld, count(*) filter (where unfounded)::int as unfounded from moderation_notice) n`,
  );
  const outcomes = none();
  for (const { outcome, cases } of found) outcomes[outcome] += cases;
  return {
    open: rest?.open ?? 0,
    decided: found.reduce((sum, { cases }) => sum + cases, 0),
    byRule: counted(found, (row) => row.rule),
    byRequester: counted(found, (row) => row.requester),
    outcomes,
    byProvider: await byProvider(db, quarterBegan),
    waiting: waitingTimes(waits.map(({ days }) => days)),
    appeals: { decided: rest?.appeals ?? 0, changed: rest?.changed ?? 0 },
    notices: { received: rest?.received ?? 0, decided: rest?.decided ?? 0, upheld: rest?.upheld ?? 0, unfounded: rest?.unfounded ?? 0 },
    detectors: { held: rest?.held ?? 0, released: rest?.released ?? 0 },
  };
}

/** As of today. */
export function ledgerNow(db: Db): Promise<Ledger> {
  const day = today();
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return ledger(db, `${day.slice(0, 4)}-${String(3 * quarter - 2).padStart(2, '0')}-01`);
}

/** One line a rule, requester, outcome and provider that may be told. */
export function ledgerLines({ byRule, byRequester, byProvider }: Ledger): (string | number)[][] {
  const line = (by: string, key: string, { keep, redact, remove, restore }: Record<Outcome, number>, cases: number) => [by, key, cases, keep, redact, remove, restore];
  return [
    ['by', 'key', 'cases', 'keep', 'redact', 'remove', 'restore'],
    ...byRule.map((each) => line('rule', each.key, each.outcomes, each.cases)),
    ...byRequester.map((each) => line('requester', each.key, each.outcomes, each.cases)),
    ...byProvider.map((each) => line('provider', each.slug, each.outcomes, each.cases)),
  ];
}
