import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { resultDraft } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { parseCohortCsv, type CohortFault } from '../cohort-csv.ts';
import { deskProvider, draftOf } from '../desk/queries.ts';
import type { Result } from '../input.ts';
import { knownTo, reportCohorts, type CohortReport, type CohortTold } from './report-cohorts.ts';

export type DraftInput = CohortTold & { slug: string; source: string };
export type Drafted = { ok: true } | { ok: false; faults: readonly CohortFault[]; more: number };

/**
 * Lays figures aside to be looked through, in place of those that lay there. Nothing is kept of a table with a fault.
 * @throws DomainError not-found
 */
export async function draftResults(ctx: Context, input: DraftInput): Promise<Drafted> {
  const provider = await deskProvider(ctx.db, input.slug);
  if (!provider) throw new DomainError('not-found', 'There is no such provider.');
  let rows: readonly Result[];
  if ('csv' in input) {
    const table = parseCohortCsv(input.csv, await knownTo(ctx.db, provider.providerId));
    if (!table.ok) return table;
    ({ rows } = table);
  } else ({ rows } = input);
  const draft = {
    version: randomBytes(9).toString('base64url'), source: input.source, scope: 'csv' in input ? ('half-years' as const) : input.scope,
    rows: rows as unknown as Record<string, unknown>[], createdBy: ctx.actor, createdAt: now(),
  };
  await ctx.db.insert(resultDraft).values({ providerId: provider.providerId, ...draft }).onConflictDoUpdate({ target: resultDraft.providerId, set: draft });
  return { ok: true };
}

/** @throws Refused changed-meanwhile when other figures lie there than those that were looked through */
export async function reportDraft(ctx: Context, { slug, version, reason }: { slug: string; version: string; reason?: string | undefined }): Promise<CohortReport> {
  const provider = await deskProvider(ctx.db, slug);
  const draft = provider && (await draftOf(ctx.db, provider.providerId));
  if (!provider || !draft) throw new Refused('gone', { field: null, reason: 'draft-over' });
  if (draft.version !== version) throw new Refused('conflict', { field: null, reason: 'changed-meanwhile' });
  const dry = await reportCohorts(ctx, { ...draft, slug, dryRun: true });
  if (dry.replaced.length > 0 && !reason) throw new Refused('invalid', { field: 'reason', reason: 'required' });
  const report = await reportCohorts(ctx, { ...draft, slug, dryRun: false, reason });
  await ctx.db.delete(resultDraft).where(eq(resultDraft.providerId, provider.providerId));
  return report;
}

export async function discardDraft(ctx: Context, slug: string): Promise<void> {
  const provider = await deskProvider(ctx.db, slug);
  if (provider) await ctx.db.delete(resultDraft).where(eq(resultDraft.providerId, provider.providerId));
}
