/** Publishes what may be shown of the reported results. Two runs over the same input give the same bytes. */
import { sql } from 'drizzle-orm';
import { ADVISORY_LOCK } from '#db/advisory-locks.ts';
import { rows, type Db } from '#db/client.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { METHOD_VERSION, type VerdictCode } from '../method/index.ts';
import type { ComparedMeasure, ReleaseParameters } from '../model.ts';
import type { FrozenInput } from '../release/freeze.ts';
import { runRelease, type Progress, type ReleaseRun } from '../release/pipeline.ts';
import { readInput, readPublished, readReasons } from '../release/read.ts';
import { changesAnything, finishRelease, insertRelease, removeOthers, storeProviders } from '../release/store.ts';
import type { ProviderRelease } from '../release/world.ts';

export interface ReleaseOptions {
  /** Reports what would be published and changes nothing. */
  dryRun: boolean;
  /** The day that decides what is ripe, YYYY-MM-DD; default today, never before the last release's. */
  day?: string | undefined;
  /** Of the code; named beside every number. */
  commit?: string | undefined;
  onProgress?: ((progress: Progress | { phase: 'freezing'; done: number; total: number }) => void) | undefined;
}

/** Counts of what is or would be public; nothing that is not. */
export interface ReleaseReport {
  inputHash: string;
  day: string;
  /** False: a dry run, or the input is that of the last release, so nothing was done. */
  published: boolean;
  providers: number;
  rows: number;
  corrections: number;
  verdicts: Record<ComparedMeasure, Record<VerdictCode, number>>;
}

interface LastRelease {
  input_hash: string;
  released_at: string | Date;
  day: string;
}

const BATCH = 250;
const CHUNK_OF_IDS = 500;

async function lastRelease(tx: Db): Promise<LastRelease | null> {
  const [found] = await rows<LastRelease>(tx, sql`select input_hash, released_at, day::text as day from result_release order by id desc limit 1`);
  return found ?? null;
}

interface Batch {
  providers: ProviderRelease[];
  changed: number[];
}

/** A batch at a time, so that nothing has to be held in memory. */
async function* inBatches(run: ReleaseRun): AsyncGenerator<Batch> {
  let batch: Batch = { providers: [], changed: [] };
  for await (const { before, after } of run.providers) {
    batch.providers.push(after);
    if (changesAnything(before, after)) batch.changed.push(after.providerId);
    if (batch.providers.length < BATCH) continue;
    yield batch;
    batch = { providers: [], changed: [] };
  }
  if (batch.providers.length > 0) yield batch;
}

async function start(tx: Db, input: FrozenInput, last: LastRelease | null, onProgress: ReleaseOptions['onProgress']): Promise<ReleaseRun> {
  return runRelease(input, { id: null, day: input.day }, {
    published: (providers) => readPublished(tx, providers.map((each) => each.id)),
    reasonOf: await readReasons(tx, last ? new Date(last.released_at).toISOString() : null),
    onProgress,
  });
}

/** Sends `providers.changed` for those whose published results differ from before. */
export async function releaseResults(ctx: Context, options: ReleaseOptions): Promise<ReleaseReport> {
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK.release})`);
    const last = await lastRelease(tx);
    const wanted = options.day ?? today();
    const day = last && last.day > wanted ? last.day : wanted;
    options.onProgress?.({ phase: 'freezing', done: 0, total: 0 });
    const input = await readInput(tx, day);
    const same = last?.input_hash === input.hash;
    const run = await start(tx, input, last, options.onProgress);
    const parameters: ReleaseParameters = { ...run.parameters, previous: last?.input_hash ?? null };
    const write = !options.dryRun && !same;
    const releaseId = write ? await insertRelease(tx, { methodVersion: METHOD_VERSION, inputHash: input.hash, releasedAt: now(), day, commit: options.commit ?? 'unknown', parameters }) : 0;
    const changed: number[] = [];
    const report: ReleaseReport = { inputHash: input.hash, day, published: write, providers: 0, rows: 0, corrections: 0, verdicts: { E6: noCodes(), S12: noCodes() } };
    for await (const batch of inBatches(run)) {
      report.providers += batch.providers.length;
      for (const { results, corrections } of batch.providers) {
        report.rows += results.length;
        report.corrections += corrections.length;
      }
      changed.push(...batch.changed);
      if (write) await storeProviders(tx, releaseId, day, batch.providers);
    }
    const summaries = run.summaries();
    for (const { measure, codes } of summaries) report.verdicts[measure] = { ...codes };
    if (!write) return report;
    await finishRelease(tx, releaseId, report.rows, summaries);
    changed.push(...(await removeOthers(tx)));
    await audit(tx, { actor: ctx.actor, action: 'results.release', object: `release:${input.hash}`, detail: { rows: report.rows, providers: report.providers, corrections: report.corrections, day } });
    changed.sort((a, b) => a - b);
    for (let at = 0; at < changed.length; at += CHUNK_OF_IDS) await ctx.outbox.send(tx, 'providers.changed', { providerIds: changed.slice(at, at + CHUNK_OF_IDS) });
    return report;
  });
}

const noCodes = (): Record<VerdictCode, number> => ({ better: 0, as_expected: 0, worse: 0, no_verdict: 0 });
