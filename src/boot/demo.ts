/** What a new database starts with. */
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { demoCatalogue } from '#db/seed/demo/index.ts';
import { shippedData } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { importCatalogue } from '#features/catalogue/commands/import-catalogue.ts';
import { releaseResults } from '#features/results/commands/release-results.ts';

const NAME = 'seed';

/** Decided once: a database that was given demo data, or none, or a catalogue before its first start, is not new. */
async function isNew(db: Db): Promise<boolean> {
  const [found] = await rows<{ used: boolean }>(
    db,
    sql`select exists (select 1 from shipped_data where name = ${NAME}) or exists (select 1 from provider where version_id is not null) as used`,
  );
  return found?.used === false;
}

/** Evidence counts as the demo catalogue states it: nobody real is judged by it. @returns whether anything was done */
export async function seedNewDatabase(ctx: Context, seed: 'demo' | 'none'): Promise<boolean> {
  if (!(await isNew(ctx.db))) return false;
  if (seed === 'demo') {
    const text = JSON.stringify(demoCatalogue());
    const report = await importCatalogue(ctx, { fileName: 'demo', open: () => Readable.from([Buffer.from(text)]) }, { dryRun: false, partial: false, verifiedEvidence: true });
    if (report.faults.length > 0) throw new Error(`The demo data is not right: ${JSON.stringify(report.faults[0])}`);
    await releaseResults(ctx, { dryRun: false });
  }
  await ctx.db.insert(shippedData).values({ name: NAME, hash: seed, loadedAt: now(), rows: 0 }).onConflictDoNothing();
  return seed === 'demo';
}
