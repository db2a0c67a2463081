import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { rows, type Db } from '#db/client.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { registerOutcome, sampleOutcome, sampleSize, type Checked, type Shortfall } from '../evidence.ts';
import type { Evidence, Result } from '../input.ts';
import { add, sumTotals, totalsOf, type Totals } from '../release/cohorts.ts';
import { halfYear } from '../release/windows.ts';

const halfYearName = z.string().regex(/^\d{4}H[12]$/, { error: 'a half-year such as 2025H1' });
const whole = z.int().min(0);
const common = {
  /** Of the provider. */
  slug: z.string().min(1),
  /** Title of the source whose rows were checked. */
  source: z.string().trim().min(1).max(2_000),
  from: halfYearName,
  to: halfYearName,
  /** Starts told and starts that the purchaser knows of, where it does. */
  coverage: z.strictObject({ told: whole, known: whole }).nullish(),
  /** The evidence files, kept elsewhere. */
  files: z.array(z.strictObject({ name: z.string().trim().min(1).max(500), sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in hexadecimal' }) })).max(1_000),
};

export const verification = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('register'), ...common, register: z.string().trim().min(1).max(500), matchedBy: z.string().trim().min(1).max(500) }),
  z.strictObject({ kind: z.literal('sample'), ...common, auditor: z.string().trim().min(1).max(500), seed: z.string().min(1).max(500), drawn: whole, errors: whole }),
]);
export type VerificationInput = z.input<typeof verification>;

export interface VerificationReport {
  verificationId: number;
  /** What the rows now count as: the lowest grade of a provider's rows is its grade. */
  evidence: Evidence;
  /** Why it is no better; null: the check held. */
  shortfall: Shortfall | null;
  rows: number;
}

interface CheckedRow {
  version_id: number;
  provider_id: number;
  source_id: number;
  evidence: Evidence;
  result: Result;
}

type Asked = Pick<z.output<typeof verification>, 'slug' | 'source' | 'from' | 'to'>;

async function rowsToCheck(tx: Db, input: Asked): Promise<CheckedRow[]> {
  const [first, last] = [input.from, input.to].map((name) => halfYear(Number(name.slice(0, 4)), name.endsWith('H1') ? 1 : 2));
  return rows<CheckedRow>(
    tx,
    sql`select v.id as version_id, r.provider_id, r.source_id, v.evidence, v.result
        from reported_result r join reported_result_version v on v.result_id = r.id and v.state = 'current'
        join provider p on p.id = r.provider_id join source s on s.id = r.source_id
        where p.slug = ${input.slug} and s.title = ${input.source} and r.counted_over = 'starters'
        and r.from_day >= ${first?.from ?? ''}::date and r.to_day <= ${last?.to ?? ''}::date
        order by v.id`,
  );
}

/** Of what would be checked: how many are counted as placed, so how many an audit draws from. */
export async function checkedPlacements(db: Db, asked: Asked): Promise<number> {
  return checkedOf(await rowsToCheck(db, asked), null).placements;
}

/** Placements of the measure that counts most of them, so that one person is looked at once; the unknown of the worst. */
function checkedOf(found: readonly CheckedRow[], coverage: Checked['coverage']): Checked {
  const measures = new Map<string, Totals>();
  for (const { result } of found) {
    for (const outcome of result.outcomes) measures.set(outcome.measure, add(measures.get(outcome.measure) ?? sumTotals([]), totalsOf(outcome)));
  }
  const all = [...measures.values()].filter(({ n }) => n > 0);
  return {
    placements: Math.max(0, ...all.map(({ placed }) => placed)),
    unknownShare: Math.max(0, ...all.map(({ n, unknown }) => unknown / n)),
    coverage,
  };
}

function outcomeOf(input: z.output<typeof verification>, checked: Checked): { evidence: Evidence; shortfall: Shortfall | null } {
  if (input.kind === 'register') return registerOutcome(checked);
  const wanted = sampleSize(checked.placements);
  if (input.drawn < wanted || input.drawn > checked.placements) {
    throw new DomainError('invalid', `${wanted} of ${checked.placements} counted placements are drawn, or more of them.`, [{ pointer: '/drawn', field: 'drawn', value: input.drawn, expected: `${wanted} to ${checked.placements}` }]);
  }
  if (input.errors > input.drawn) throw new DomainError('invalid', 'There are at most as many errors as placements drawn.', [{ pointer: '/errors', field: 'errors', value: input.errors, expected: `at most ${input.drawn}` }]);
  return sampleOutcome(checked, input.errors);
}

/**
 * Records that somebody other than the provider has checked reported results, and lets the rows count as what the check makes
 * them. A check that fails is recorded too, and the rows count as self-reported. Rows reported later are not covered by it.
 * @throws DomainError when there is nothing to check, or too few were drawn
 */
export async function verifyEvidence(ctx: Context, given: VerificationInput): Promise<VerificationReport> {
  const input = verification.parse(given);
  if (input.from > input.to) throw new DomainError('invalid', 'The last half-year comes before the first.', [{ pointer: '/to', field: 'to', value: input.to, expected: `${input.from} or later` }]);
  return ctx.db.transaction(async (tx) => {
    const found = await rowsToCheck(tx, input);
    const [first] = found;
    if (!first) throw new DomainError('not-found', 'This provider has reported nothing in these half-years under this source.');
    const checked = checkedOf(found, input.coverage ?? null);
    const { evidence, shortfall } = outcomeOf(input, checked);
    const { slug: _, source: __, kind, from, to, files, ...detail } = input;
    const [fromDay, toDay] = [halfYear(Number(from.slice(0, 4)), from.endsWith('H1') ? 1 : 2).from, halfYear(Number(to.slice(0, 4)), to.endsWith('H1') ? 1 : 2).to];
    const [record] = await rows<{ id: number }>(
      tx,
      sql`insert into evidence_verification (provider_id, source_id, kind, evidence, from_day, to_day, drawn, errors, detail, files, actor, at)
          values (${first.provider_id}, ${first.source_id}, ${kind}, ${evidence}, ${fromDay}::date, ${toDay}::date,
            ${input.kind === 'sample' ? input.drawn : null}::int, ${input.kind === 'sample' ? input.errors : null}::int,
            ${JSON.stringify({ ...detail, shortfall })}::jsonb, ${JSON.stringify(files)}::jsonb, ${ctx.actor}, ${now().toISOString()}::timestamptz)
          returning id`,
    );
    if (!record) throw new Error('The verification was not written.');
    // A sample that holds says nothing against what a register has confirmed.
    const touched = found.filter((row) => !(evidence === 'documented' && row.evidence === 'register')).map((row) => row.version_id);
    await tx.execute(sql`
      update reported_result_version set evidence = ${evidence}, verification_id = ${record.id}
      where id in (select value::int from json_array_elements_text(${JSON.stringify(touched)}::json))`);
    await audit(tx, { actor: ctx.actor, action: 'results.verify', object: `verification:${record.id}`, detail: { provider: first.provider_id, kind, evidence, shortfall, rows: touched.length, files: files.length } });
    await ctx.outbox.send(tx, 'results.reported', { importId: null });
    return { verificationId: record.id, evidence, shortfall, rows: touched.length };
  });
}
