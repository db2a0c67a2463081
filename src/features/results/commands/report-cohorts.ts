import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { ADVISORY_LOCK } from '#db/advisory-locks.ts';
import { recordset, rows, type Db } from '#db/client.ts';
import { holdExclusive } from '#db/exclusive.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { ensureSource } from '#features/providers/commands/ensure-source.ts';
import { isMunicipality } from '#features/regions/model.ts';
import { parseCohortCsv, type CohortFault, type CohortTable, type Known } from '../cohort-csv.ts';
import type { Outcome, Result } from '../input.ts';
import { resultKey } from '../key.ts';
import { exactHalfYear, nextHalfYear } from '../release/windows.ts';

/** What is told: a table as a file, or rows already looked through. `scope` rows: replaces only the same rows, nothing else of their half-years. */
export type CohortTold = { csv: Uint8Array } | { rows: readonly Result[]; scope: 'half-years' | 'rows' };

export type CohortReportInput = CohortTold & {
  /** Of the provider that reports. */
  slug: string;
  /** Title of the source: shown beside every figure. The provider is its publisher. */
  source: string;
  dryRun: boolean;
  /** Why figures already reported change; needed where some do. */
  reason?: string | undefined;
};

/** A figure that was already reported and is now another; confidential, for the provider's eyes. */
export interface Replaced {
  halfYear: string;
  programme: string | null;
  targetGroup: string | null;
  region: string | null;
  attendance: string | null;
  before: { started: number | null; outcomes: Outcome[] };
  /** null: the file no longer has it. */
  after: { started: number | null; outcomes: Outcome[] } | null;
}

export interface CohortReport {
  outcome: 'reported' | 'dry-run' | 'unchanged' | 'refused';
  faults: CohortFault[];
  /** Faults beyond those listed. */
  more: number;
  halfYears: string[];
  new: number;
  changed: number;
  unchanged: number;
  withdrawn: number;
  replaced: Replaced[];
  /** Half-years between the first and the last reported one that are not told: they are shown as "did not report". */
  gaps: string[];
}

interface Provider {
  id: number;
  name: string;
}

interface Stored {
  version_id: number;
  result_id: number;
  key: string;
  hash: string;
  position: number;
  result: Result;
}

const WAIT_MS = 60_000;
const hashOf = (result: Result) => createHash('sha256').update(JSON.stringify(result)).digest('hex');
const halfOf = ({ from, to }: Pick<Result, 'from' | 'to'>) => (from && to ? (exactHalfYear(from, to)?.name ?? null) : null);

async function findProvider(db: Db, slug: string): Promise<Provider> {
  const [found] = await rows<Provider>(
    db,
    sql`select p.id, coalesce(v.profile->>'name', o.name) as name from provider p join organisation o on o.id = p.organisation_id
        left join provider_version v on v.id = p.version_id where p.slug = ${slug}`,
  );
  if (!found) throw new DomainError('not-found', `No provider has the address ${slug}.`);
  return found;
}

export async function knownTo(db: Db, providerId: number): Promise<Known> {
  const programmes = await rows<{ code: string }>(db, sql`select m.code from programme_version m join provider p on p.version_id = m.provider_version_id where p.id = ${providerId} order by m.position`);
  const groups = await rows<{ code: string }>(db, sql`select code from target_group`);
  const regions = await rows<{ code: string; scheme: string }>(db, sql`select code, scheme from region`);
  const municipalities = new Set(regions.filter(isMunicipality).map((each) => each.code));
  return { programmes: new Set(programmes.map((each) => each.code)), groups: new Set(groups.map((each) => each.code)), isMunicipality: (region) => municipalities.has(region) };
}

/** What the provider has told under this source. */
async function stored(db: Db, providerId: number, source: string, publisher: string): Promise<Stored[]> {
  return rows<Stored>(
    db,
    sql`select v.id as version_id, r.id as result_id, r.key, v.hash, v.position, v.result
        from reported_result r join reported_result_version v on v.result_id = r.id and v.state = 'current'
        join source s on s.id = r.source_id
        where r.provider_id = ${providerId} and s.title = ${source} and s.publisher = ${publisher} order by v.position, r.id`,
  );
}

interface Change {
  key: string;
  hash: string;
  result: Result;
  old: Stored | null;
}

interface Compared {
  changes: Change[];
  unchanged: number;
  gone: Stored[];
}

/** A file tells whole half-years: rows of a half-year in it replace all that was told of that half-year. */
function compare(told: readonly Stored[], table: readonly Result[], halfYears: readonly string[], scope: 'half-years' | 'rows'): Compared {
  const before = new Map(told.filter(({ result }) => halfYears.includes(halfOf(result) ?? '')).map((each) => [each.key, each]));
  const changes: Change[] = [];
  let unchanged = 0;
  for (const result of table) {
    const [key, hash] = [resultKey(result), hashOf(result)];
    const old = before.get(key) ?? null;
    before.delete(key);
    if (old?.hash === hash) unchanged += 1;
    else changes.push({ key, hash, result, old });
  }
  return { changes, unchanged, gone: scope === 'rows' ? [] : [...before.values()] };
}

function replacedBy(old: Stored, after: Result | null): Replaced {
  const { programme = null, targetGroup = null, region = null, attendance = null } = old.result;
  const figures = ({ started, outcomes }: Result) => ({ started: started ?? null, outcomes });
  return { halfYear: halfOf(old.result) ?? '', programme, targetGroup, region, attendance, before: figures(old.result), after: after && figures(after) };
}

/** Whoever reports one half-year reports every later one (method.md 2.10): what is missing is told, not refused. */
function gapsIn(halves: Iterable<string>): string[] {
  const told = [...new Set(halves)].sort();
  const [first, last] = [told.at(0), told.at(-1)];
  const gaps: string[] = [];
  if (first === undefined || last === undefined) return gaps;
  const begin = exactHalfYear(`${first.slice(0, 4)}-${first.endsWith('H1') ? '01-01' : '07-01'}`, `${first.slice(0, 4)}-${first.endsWith('H1') ? '06-30' : '12-31'}`);
  for (let half = begin; half && half.name < last; half = nextHalfYear(half)) if (!told.includes(half.name)) gaps.push(half.name);
  return gaps;
}

async function store(tx: Db, provider: Provider, input: Pick<CohortReportInput, 'source' | 'reason'>, changes: readonly Change[], gone: readonly Stored[], next: number): Promise<void> {
  const at = now();
  const sourceId = await ensureSource(tx, { title: input.source, publisher: provider.name }, at);
  const when = sql`${at.toISOString()}::timestamptz`;
  const reason = input.reason ?? null;
  const end = (state: string, list: readonly Stored[]) => tx.execute(sql`
    update reported_result_version set state = ${state}, replaced_at = ${when}, reason = ${reason}
    where id in (select value::int from json_array_elements_text(${JSON.stringify(list.map((each) => each.version_id))}::json))`);
  await end('past', changes.flatMap(({ old }) => old ?? []));
  await end('withdrawn', gone);
  const wanted = changes.map(({ key, hash, result, old }, index) => ({
    key, hash, result, position: old?.position ?? next + index, programme: result.programme, target_group: result.targetGroup, region: result.region,
    attendance: result.attendance, from_day: result.from, to_day: result.to,
  }));
  const records = recordset(wanted, 'key text, hash text, result jsonb, position int, programme text, target_group text, region text, attendance text, from_day date, to_day date');
  await tx.execute(sql`
    insert into reported_result (provider_id, source_id, key, programme, target_group, region, attendance, counted_over, from_day, to_day)
    select ${provider.id}::int, ${sourceId}::int, r.key, r.programme, r.target_group, r.region, r.attendance, 'starters', r.from_day, r.to_day
    from ${records} on conflict (provider_id, source_id, key) do nothing`);
  await tx.execute(sql`
    insert into reported_result_version (result_id, state, position, hash, result, evidence, created_at, activated_at)
    select i.id, 'current', r.position, r.hash, r.result, 'self-reported', ${when}, ${when} from ${records}
    join reported_result i on i.provider_id = ${provider.id} and i.source_id = ${sourceId} and i.key = r.key`);
}

const nothing: Omit<CohortReport, 'outcome'> = { faults: [], more: 0, halfYears: [], new: 0, changed: 0, unchanged: 0, withdrawn: 0, replaced: [], gaps: [] };

function tableOf(input: CohortTold, known: Known): CohortTable & { scope: 'half-years' | 'rows' } {
  if ('csv' in input) return { ...parseCohortCsv(input.csv, known), scope: 'half-years' };
  return { ok: true, rows: [...input.rows], halfYears: [...new Set(input.rows.flatMap((each) => halfOf(each) ?? []))].sort(), scope: input.scope };
}

/**
 * In the caller's transaction, what a report would store, without a trace of it: for a look at what would be published.
 * The caller takes it back.
 */
export async function storeForPreview(tx: Db, { slug, source, rows: table, scope }: { slug: string; source: string; rows: readonly Result[]; scope: 'half-years' | 'rows' }): Promise<void> {
  const provider = await findProvider(tx, slug);
  const told = await stored(tx, provider.id, source, provider.name);
  const { changes, gone } = compare(told, table, [...new Set(table.flatMap((each) => halfOf(each) ?? []))], scope);
  await store(tx, provider, { source }, changes, gone, 1 + Math.max(-1, ...told.map((each) => each.position)));
}

async function report(ctx: Context, input: CohortReportInput): Promise<CohortReport> {
  const provider = await findProvider(ctx.db, input.slug);
  const table = tableOf(input, await knownTo(ctx.db, provider.id));
  if (!table.ok) return { ...nothing, outcome: 'refused', faults: table.faults, more: table.more };
  const told = await stored(ctx.db, provider.id, input.source, provider.name);
  const { changes, unchanged, gone } = compare(told, table.rows, table.halfYears, table.scope);
  const corrected = changes.flatMap(({ old, result }) => (old ? [replacedBy(old, result)] : []));
  const found: Omit<CohortReport, 'outcome'> = {
    ...nothing,
    halfYears: table.halfYears,
    new: changes.length - corrected.length,
    changed: corrected.length,
    unchanged,
    withdrawn: gone.length,
    replaced: [...corrected, ...gone.map((each) => replacedBy(each, null))],
    gaps: gapsIn([...table.halfYears, ...told.flatMap(({ result }) => halfOf(result) ?? [])]),
  };
  if (changes.length === 0 && gone.length === 0) return { ...found, outcome: 'unchanged' };
  if (input.dryRun) return { ...found, outcome: 'dry-run' };
  if (found.replaced.length > 0 && !input.reason?.trim()) {
    throw new DomainError('invalid', 'Figures already reported would change: say why (the reason is published with both values).', [{ pointer: '/reason', field: 'reason', value: null, expected: 'why the figures change' }]);
  }
  await ctx.db.transaction(async (tx) => {
    await store(tx, provider, input, changes, gone, 1 + Math.max(-1, ...told.map((each) => each.position)));
    await audit(tx, { actor: ctx.actor, action: 'results.report', object: `provider:${provider.id}`, detail: { new: found.new, changed: found.changed, withdrawn: found.withdrawn, halfYears: found.halfYears } });
    await ctx.outbox.send(tx, 'results.reported', { importId: null });
  });
  return { ...found, outcome: 'reported' };
}

/**
 * Takes in a provider's cohort table: all of its lines or none. A file tells whole half-years; those it does not name stay.
 * Everything enters as self-reported. An earlier figure stays as a version of its own, with when and why it was replaced.
 * @throws DomainError when there is no such provider, a correction gives no reason, or an import is under way
 */
export async function reportCohorts(ctx: Context, input: CohortReportInput): Promise<CohortReport> {
  const held = await holdExclusive(ctx.db, ADVISORY_LOCK.catalogue, WAIT_MS);
  if (!held) throw new DomainError('conflict', 'An import is under way. Try again when it has ended.');
  try {
    return await report(ctx, input);
  } finally {
    await held.release();
  }
}
