/** What a draft would change and how the public page would look with it. */
import type { Context } from '#platform/context.ts';
import { today } from '#platform/clock.ts';
import { reportCohorts, storeForPreview, type CohortReport } from '../commands/report-cohorts.ts';
import { checkedPlacements } from '../commands/verify-evidence.ts';
import type { PublishedResult } from '../model.ts';
import { previewRelease } from '../release/preview.ts';
import { drawSample } from '../evidence.ts';
import type { Db } from '#db/client.ts';
import type { Confirmation } from './confirmations.ts';
import { draftOf, type DeskProvider, type ResultDraft } from './queries.ts';

export interface LookedThrough {
  draft: ResultDraft;
  report: CohortReport;
  rows: PublishedResult[];
}

/** Null: there is no draft. */
export async function lookThrough(ctx: Context, { providerId, slug }: DeskProvider): Promise<LookedThrough | null> {
  const draft = await draftOf(ctx.db, providerId);
  if (!draft) return null;
  const report = await reportCohorts(ctx, { ...draft, slug, dryRun: true });
  const released = await previewRelease(ctx.db, providerId, today(), (tx) => storeForPreview(tx, { slug, ...draft }));
  return { draft, report, rows: (released?.results ?? []).map(({ document }) => document) };
}

/** How many are counted as placed in what a request is about, and which of them are looked at. */
export async function drawnFor(db: Db, { slug, source, from, to, seed }: Confirmation): Promise<{ placements: number; drawn: number[] }> {
  const placements = await checkedPlacements(db, { slug, source, from, to });
  return { placements, drawn: drawSample(placements, seed) };
}
