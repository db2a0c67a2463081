/** What a new database starts with. */
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { afterTheCheck, beforeTheCheck, correctionsTo, demoCatalogue, FIRST_RELEASE, REFERENCE_DAY, scaleCatalogue, type CatalogueFile, type ScaleOptions } from '#db/seed/demo/index.ts';
import { shippedData } from '#db/schema/index.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { Register } from '#features/regions/register.ts';
import { importCatalogue, type ImportReport } from '#features/catalogue/commands/import-catalogue.ts';
import { rebuildSummaries } from '#features/search/commands/refresh-summaries.ts';
import { releaseResults } from '#features/results/commands/release-results.ts';
import { codeCommit } from './code-commit.ts';

const NAME = 'seed';

/** Decided once: a database that was given demo data, or none, or a catalogue before its first start, is not new. */
async function isNew(db: Db): Promise<boolean> {
  const [found] = await rows<{ used: boolean }>(
    db,
    sql`select exists (select 1 from shipped_data where name = ${NAME}) or exists (select 1 from provider where version_id is not null) as used`,
  );
  return found?.used === false;
}

/** Invented providers, as many as asked for, and all that follows from them. Evidence counts as the file states it. */
export async function seedScale(ctx: Context, register: () => Promise<Register>, options: ScaleOptions, onProgress: (line: unknown) => void): Promise<ImportReport> {
  const source = { fileName: 'scale', open: () => Readable.from(bytes(scaleCatalogue(options))) };
  const report = await importCatalogue(ctx, source, { dryRun: false, partial: false, verifiedEvidence: true, onProgress });
  await releaseResults(ctx, { dryRun: false, day: REFERENCE_DAY, commit: codeCommit() });
  await rebuildSummaries(ctx.db, await register());
  return report;
}

function* bytes(chunks: Iterable<string>): Generator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function importDemo(ctx: Context, file: CatalogueFile): Promise<void> {
  const text = JSON.stringify(file);
  const report = await importCatalogue(ctx, { fileName: 'demo', open: () => Readable.from([Buffer.from(text)]) }, { dryRun: false, partial: false, verifiedEvidence: true });
  if (report.faults.length > 0) throw new Error(`The demo data is not right: ${JSON.stringify(report.faults[0])}`);
}

/**
 * Evidence counts as the demo catalogue states it: nobody real is judged by it.
 * @param lastDay of its last release: a verdict that is new then waits 14 days from it
 * @returns whether anything was done
 */
export async function seedNewDatabase(ctx: Context, seed: 'demo' | 'none', lastDay = today()): Promise<boolean> {
  if (!(await isNew(ctx.db))) return false;
  if (seed === 'demo') {
    const file = demoCatalogue();
    await importDemo(ctx, beforeTheCheck(file));
    // Three releases, so that verdicts that waited and one that still waits (method.md 8), and values that were corrected, are there to be seen.
    await releaseResults(ctx, { dryRun: false, day: FIRST_RELEASE, commit: codeCommit() });
    await importDemo(ctx, correctionsTo(file));
    await releaseResults(ctx, { dryRun: false, day: REFERENCE_DAY, commit: codeCommit() });
    await importDemo(ctx, afterTheCheck(file));
    await releaseResults(ctx, { dryRun: false, day: lastDay, commit: codeCommit() });
  }
  await ctx.db.insert(shippedData).values({ name: NAME, hash: seed, loadedAt: now(), rows: 0 }).onConflictDoNothing();
  return seed === 'demo';
}
