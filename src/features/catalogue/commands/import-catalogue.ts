import { ADVISORY_LOCK } from '#db/advisory-locks.ts';
import { holdExclusive } from '#db/exclusive.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { ImportRun, type ImportOptions } from '../import-run.ts';
import { surveyFile, type CatalogueFileSource } from '../read-file.ts';
import type { ImportReport } from '../report.ts';
import { abandonLeftImports } from './abandon-imports.ts';

export { abandonStaleImports } from './abandon-imports.ts';
export type { ImportOptions } from '../import-run.ts';
export type { CatalogueFileSource } from '../read-file.ts';
export type { ImportReport } from '../report.ts';

/** How long a second import or an export waits for the first. */
export const WAIT_MS = 600_000;

/**
 * Takes a catalogue file in: all of it or nothing, or with `partial` all good providers. What it says is staged in
 * small transactions and made visible by one short one, so that pages keep answering and a crash leaves nothing half
 * imported. The same file again changes nothing.
 * @throws DomainError when the file cannot be read, is no catalogue of this format, or the catalogue stays busy
 */
export async function importCatalogue(ctx: Context, source: CatalogueFileSource, options: ImportOptions): Promise<ImportReport> {
  options.onProgress?.({ phase: 'checking', done: 0, total: 0 });
  const survey = await surveyFile(source);
  const run = new ImportRun(ctx, source, options, survey);
  if (options.dryRun) return run.perform();
  const held = await holdExclusive(ctx.db, ADVISORY_LOCK.catalogue, WAIT_MS, () => options.onProgress?.({ phase: 'waiting', done: 0, total: 0 }));
  if (!held) throw new DomainError('conflict', 'Another import is under way. Try again when it has ended.');
  try {
    await abandonLeftImports(ctx.db);
    return await run.perform();
  } finally {
    await held.release();
  }
}
