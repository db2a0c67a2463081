/** Cohorts as JSON, by the same rules as a table: every row holds or none is taken. Pure. */
import { z } from 'zod';
import type { Fault } from '#platform/errors.ts';
import type { CohortFault, Known } from '../cohort-csv.ts';
import { result, type Result } from '../input.ts';
import { resultKey } from '../key.ts';
import { sourceTitle } from './input.ts';
import { halfOf } from './half-years.ts';

export const reportBody = z.strictObject({
  /** Title of the source; shown beside every figure. */
  source: sourceTitle,
  /** Why figures already reported change. */
  reason: z.string().trim().min(5).max(2_000).optional(),
  dryRun: z.boolean().default(false),
  /** half-years: what is not in it is taken out of its half-years · rows: only the same rows are replaced */
  scope: z.enum(['half-years', 'rows']).default('half-years'),
  results: z.array(z.record(z.string(), z.unknown())).min(1).max(20_000),
});
export type ReportBody = z.output<typeof reportBody>;

const MAX_FAULTS = 200;
const fault = (pointer: string, value: unknown, expected: string): Fault => ({ pointer, field: pointer.split('/').at(-1) ?? '', value, expected });

export function faultsOf({ issues }: z.ZodError, at = ''): Fault[] {
  return issues.slice(0, MAX_FAULTS).map(({ path, message, input }) => fault(`${at}/${path.join('/')}`, typeof input === 'object' ? null : (input ?? null), message));
}

function unknownNames(row: Result, at: string, known: Known): Fault[] {
  return [
    ...(row.programme !== undefined && !known.programmes.has(row.programme) ? [fault(`${at}/programme`, row.programme, 'a programme that the provider shows')] : []),
    ...(row.targetGroup !== undefined && !known.groups.has(row.targetGroup) ? [fault(`${at}/targetGroup`, row.targetGroup, 'the code of a target group')] : []),
    ...(row.region !== undefined && !known.isMunicipality(row.region) ? [fault(`${at}/region`, row.region, 'a municipality')] : []),
    ...(halfOf(row) === null ? [fault(`${at}/from`, row.from ?? null, 'from and to of one whole half-year')] : []),
    ...(row.countedOver !== 'starters' ? [fault(`${at}/countedOver`, row.countedOver, 'starters')] : []),
  ];
}

/** Whatever a row says of its evidence, it is the provider that reports it. */
export function readRows({ results }: Pick<ReportBody, 'results'>, known: Known): { rows: Result[]; faults: Fault[] } {
  const rows: Result[] = [];
  const faults: Fault[] = [];
  const seen = new Map<string, number>();
  results.forEach((given, index) => {
    const at = `/results/${index}`;
    const parsed = result.safeParse({ ...given, evidence: 'self-reported' });
    if (!parsed.success) return void faults.push(...faultsOf(parsed.error, at));
    const twin = seen.get(resultKey(parsed.data));
    if (twin !== undefined) faults.push(fault(at, null, `each group of people once: row ${twin} is the same`));
    seen.set(resultKey(parsed.data), twin ?? index);
    faults.push(...unknownNames(parsed.data, at, known));
    rows.push(parsed.data);
  });
  return { rows, faults: faults.slice(0, MAX_FAULTS) };
}

/** A fault of a table by line and column. */
export const tableFault = ({ line, column, value, expected }: CohortFault): Fault => ({ pointer: `/${line}/${column}`, field: column, value, expected });
