/** What a system sends: a table as CSV or rows as JSON. Nothing is stored unless all of it holds. */
import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { readCohortFile } from '../cohort-file.ts';
import { knownTo, reportCohorts, type CohortReport } from '../commands/report-cohorts.ts';
import { sourceTitle } from './input.ts';
import type { DeskProvider } from './queries.ts';
import { faultsOf, readRows, reportBody, tableFault } from './report-json.ts';

const csvParameters = z.object({ source: sourceTitle, reason: z.string().trim().min(5).max(2_000).optional(), dryRun: z.enum(['true', 'false']).default('false') });

const NOT_TAKEN = 'Nothing was taken: see faults.';

function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new DomainError('invalid', NOT_TAKEN, faultsOf(parsed.error));
  return parsed.data;
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body) yield* body;
}

async function fromCsv(ctx: Context, { slug }: DeskProvider, request: Request): Promise<CohortReport> {
  const { source, reason, dryRun } = parse(csvParameters, Object.fromEntries(new URL(request.url).searchParams));
  return reportCohorts(ctx, { slug, source, reason, dryRun: dryRun === 'true', csv: await readCohortFile(chunksOf(request.body), 'The table') });
}

async function fromJson(ctx: Context, { slug, providerId }: DeskProvider, request: Request): Promise<CohortReport> {
  const body = parse(reportBody, await request.json().catch(() => {
    throw new DomainError('bad-request', 'The body is no JSON.');
  }));
  const { rows, faults } = readRows(body, await knownTo(ctx.db, providerId));
  if (faults.length > 0) throw new DomainError('invalid', NOT_TAKEN, faults);
  return reportCohorts(ctx, { slug, rows, scope: body.scope, source: body.source, reason: body.reason, dryRun: body.dryRun });
}

export type ReportAnswer = Pick<CohortReport, 'outcome' | 'halfYears' | 'new' | 'changed' | 'unchanged' | 'withdrawn' | 'gaps'>;

/** @throws DomainError invalid with every fault: of a table by `/line/column`, of JSON by its pointer */
export async function reportByRequest(ctx: Context, provider: DeskProvider, request: Request): Promise<ReportAnswer> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'text/csv' && type !== 'application/json') throw new DomainError('bad-request', 'Send text/csv or application/json, and say so in Content-Type.');
  const report = await (type === 'text/csv' ? fromCsv : fromJson)(ctx, provider, request);
  if (report.outcome === 'refused') throw new DomainError('invalid', report.more > 0 ? `${NOT_TAKEN} There are ${report.more} more.` : NOT_TAKEN, report.faults.map(tableFault));
  const { outcome, halfYears, changed, unchanged, withdrawn, gaps } = report;
  return { outcome, halfYears, new: report.new, changed, unchanged, withdrawn, gaps };
}
