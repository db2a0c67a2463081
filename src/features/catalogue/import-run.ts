/** One reading of one file against the database: what it would change, then the change. */
import { setImmediate } from 'node:timers/promises';
import { clientOf } from '#db/engine.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { log } from '#platform/log.ts';
import { compareRegions } from '#features/regions/commands/add-regions.ts';
import { compareTargetGroups } from '#features/regions/commands/add-target-groups.ts';
import { findSource, type SourceDetails } from '#features/providers/commands/ensure-source.ts';
import { Batch, BATCH_RECORDS } from './batch.ts';
import { checkProvider, type AcceptedProvider } from './check-provider.ts';
import { abandonImport } from './commands/abandon-imports.ts';
import { activateImport } from './commands/activate-import.ts';
import { check, FaultList, textFaults } from './faults.ts';
import { catalogueFile, type CatalogueFile } from './input.ts';
import { knownCodes } from './queries.ts';
import { readProviders, type CatalogueFileSource, type Survey } from './read-file.ts';
import { addOwnCodes, SeenProviders, type KnownCodes } from './references.ts';
import { changesAnything, noCounts, type ImportCounts, type ImportProgress, type ImportReport } from './report.ts';
import { Staging } from './staging.ts';

export interface ImportOptions {
  /** Reports and changes nothing. */
  dryRun: boolean;
  /** Takes good providers whole and refuses faulty ones whole, instead of all or none. */
  partial: boolean;
  /** The demo seed's only: results count with the evidence that the file states. */
  verifiedEvidence?: boolean;
  onProgress?: (progress: ImportProgress) => void;
  /** Stops it; nothing of it is kept. */
  signal?: AbortSignal;
}

type Head = CatalogueFile;

export class ImportRun {
  readonly #ctx: Context;
  readonly #source: CatalogueFileSource;
  readonly #options: ImportOptions;
  readonly #survey: Survey;
  readonly #faults = new FaultList();
  readonly #notes: string[] = [];
  readonly #counts: ImportCounts = noCounts();

  constructor(ctx: Context, source: CatalogueFileSource, options: ImportOptions, survey: Survey) {
    this.#ctx = ctx;
    this.#source = source;
    this.#options = options;
    this.#survey = survey;
  }

  async perform(): Promise<ImportReport> {
    this.#counts.providers.read = this.#survey.providers;
    const known = await knownCodes(this.#ctx.db);
    const head = this.#checkHead(known);
    if (!head) return this.#report('refused', null, null);
    const before = await findSource(this.#ctx.db, head.source);
    const staging = new Staging(this.#ctx, {
      source: head.source, sourceId: before?.id ?? null, fileName: this.#source.fileName, at: now(),
      verifiedEvidence: this.#options.verifiedEvidence === true,
    });
    this.#counts.source.changed = before && sameSource(before, head.source) ? 0 : 1;
    try {
      return await this.#read(head, known, staging);
    } catch (error) {
      await this.#takeBack(staging);
      throw error;
    }
  }

  /** @returns null when the file's own fields are at fault: then no provider can be judged. */
  #checkHead(known: KnownCodes): Head | null {
    this.#faults.add(this.#survey.faults);
    const checked = check(catalogueFile, { ...this.#survey.head }, '');
    if ('faults' in checked) this.#faults.add(checked.faults);
    else this.#faults.add([...addOwnCodes(checked.data, known), ...textFaults(checked.data, JSON.stringify(checked.data), '')]);
    return 'data' in checked && this.#faults.count === 0 ? checked.data : null;
  }

  async #read(head: Head, known: KnownCodes, staging: Staging): Promise<ImportReport> {
    const places = await this.#places(head, staging.sourceId);
    await this.#providers(known, staging);
    const { partial, dryRun } = this.#options;
    const { providers } = this.#counts;
    if (providers.refused > 0 && (!partial || providers.refused === providers.read)) {
      await this.#takeBack(staging);
      return this.#report('refused', head, null);
    }
    if (!changesAnything(this.#counts)) return this.#report('unchanged', head, null);
    if (dryRun) return this.#report('imported', head, null);
    this.#progress('activating');
    const ids = await staging.begin();
    await activateImport(this.#ctx, {
      ...ids, ...places, fileName: this.#source.fileName, source: head.source, withdrawn: staging.withdrawn, counts: this.#counts,
    });
    return this.#report('imported', head, ids.importId);
  }

  async #places(head: Head, sourceId: number | null) {
    const regions = await compareRegions(this.#ctx.db, head.regions ?? [], sourceId);
    const targetGroups = await compareTargetGroups(this.#ctx.db, head.targetGroups ?? [], sourceId);
    this.#counts.regions = { new: regions.added.length, changed: regions.changed.length };
    this.#counts.targetGroups = { new: targetGroups.added.length, changed: targetGroups.changed.length };
    const kept = [...regions.kept, ...targetGroups.kept];
    if (kept.length > 0) {
      const some = kept.slice(0, 5).join(', ') + (kept.length > 5 ? ', …' : '');
      this.#notes.push(`${kept.length} of the file's regions and target groups belong to the register or to another source and stay as they are: ${some}`);
    }
    return { regions, targetGroups };
  }

  async #providers(known: KnownCodes, staging: Staging): Promise<void> {
    const seen = new SeenProviders();
    // While the database works on one batch, the next is read and checked.
    let working: Promise<void> = Promise.resolve();
    const most = BATCH_RECORDS[clientOf(this.#ctx.db).pool ? 'postgres' : 'embedded'];
    let batch = new Batch(most);
    const hand = async (read: number) => {
      await working;
      this.#progress('reading', read);
      if (batch.providers.length > 0 && this.#taking()) working = this.#take(batch.providers, staging);
      // Its failure is met at the next await, not as a rejection that nobody handles.
      working.catch(() => {});
      batch = new Batch(most);
    };
    try {
      for await (const raw of readProviders(this.#source, this.#survey)) {
        const checked = checkProvider(raw, known, seen);
        if (Array.isArray(checked)) {
          this.#counts.providers.refused += 1;
          this.#faults.add(checked);
        } else if (batch.add(checked)) {
          await hand(raw.index);
        }
      }
      await hand(this.#survey.providers);
    } finally {
      await working;
    }
  }

  /** After a fault in an import of all or nothing, the rest of the file is only read for further faults. */
  #taking(): boolean {
    return this.#options.partial || this.#counts.providers.refused === 0;
  }

  async #take(batch: readonly AcceptedProvider[], staging: Staging): Promise<void> {
    if (this.#options.signal?.aborted) throw new DomainError('conflict', 'The import was stopped. Nothing of it was kept.');
    for (const { programmes, results } of batch) {
      this.#counts.programmes.read += programmes.length;
      this.#counts.results.read += results.length;
    }
    const changes = await staging.compare(batch, this.#counts);
    if (!this.#options.dryRun) await staging.stage(batch, changes);
    // Where the database runs in this very process, the pages get their turn here.
    await setImmediate();
  }

  async #takeBack(staging: Staging): Promise<void> {
    if (staging.importId === null) return;
    try {
      await abandonImport(this.#ctx.db, staging.importId);
    } catch (error) {
      log.error({ import: staging.importId, error: String(error) }, 'staged rows stay until the next start or import');
    }
  }

  #progress(phase: ImportProgress['phase'], done = this.#survey.providers): void {
    this.#options.onProgress?.({ phase, done, total: this.#survey.providers });
  }

  #report(outcome: ImportReport['outcome'], head: Head | null, importId: number | null): ImportReport {
    const { dryRun, partial } = this.#options;
    const source = head && { title: head.source.title, publisher: head.source.publisher };
    const { read, refused } = this.#counts.providers;
    const counts = outcome === 'refused' ? { ...noCounts(), providers: { ...noCounts().providers, read, refused } } : this.#counts;
    return {
      outcome, dryRun, partial, fileName: this.#source.fileName, source, importId, counts,
      faults: this.#faults.shown, faultCount: this.#faults.count, notes: this.#notes,
    };
  }
}

function sameSource(a: SourceDetails, b: SourceDetails): boolean {
  return a.url === b.url && a.retrieved === b.retrieved && a.licence === b.licence;
}
