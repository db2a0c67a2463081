/** What a file would change, and putting it aside batch by batch until it is made visible in one go. */
import { rows, sqlState, type Db } from '#db/client.ts';
import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context.ts';
import { ensureSource } from '#features/providers/commands/ensure-source.ts';
import { descriptionOutcome, stageVersions, type DescriptionOutcome } from '#features/providers/commands/stage-versions.ts';
import { organisationKey } from '#features/providers/model.ts';
import { storedProviders } from '#features/providers/queries.ts';
import { stageProgrammes } from '#features/programmes/commands/stage-programmes.ts';
import { resultChanges, stageResults, storedResults, type FreshResult } from '#features/results/commands/stage-results.ts';
import type { AcceptedProvider } from './check-provider.ts';
import type { CatalogueSource } from './input.ts';
import type { ImportCounts } from './report.ts';

export interface StagingOptions {
  source: CatalogueSource;
  /** null: the source is not stored yet. */
  sourceId: number | null;
  fileName: string;
  at: Date;
  verifiedEvidence: boolean;
}

interface BatchChanges {
  outcomes: DescriptionOutcome[];
  providerIds: (number | null)[];
  fresh: FreshResult[];
}

const OUTCOME_COUNT = { new: 'new', changed: 'changed', unchanged: 'unchanged', proposal: 'proposals' } as const;
const UNIQUE_VIOLATION = '23505';
const ATTEMPTS = 3;

/**
 * Nothing is written before the first change is found, so a file that says nothing new leaves no trace.
 * Everything an import makes bears its own time, by which `abandonImport` knows it again.
 */
export class Staging {
  readonly withdrawn: number[] = [];
  sourceId: number | null;
  importId: number | null = null;
  readonly #ctx: Context;
  readonly #options: StagingOptions;
  readonly #slugs = new Map<string, number>();

  constructor(ctx: Context, options: StagingOptions) {
    this.#ctx = ctx;
    this.#options = options;
    this.sourceId = options.sourceId;
  }

  /** Counts what these providers change. Reads only. */
  async compare(batch: readonly AcceptedProvider[], counts: ImportCounts): Promise<BatchChanges> {
    const { db } = this.#ctx;
    const stored = await storedProviders(db, this.sourceId, batch.map(({ profile }) => organisationKey(profile.id)));
    const known = new Map(stored.map((each) => [each.n, each]));
    const outcomes = batch.map(({ hash }, n) => descriptionOutcome(known.get(n), hash));
    for (const outcome of outcomes) counts.providers[OUTCOME_COUNT[outcome]] += 1;
    const providerIds = batch.map((_, n) => known.get(n)?.providerId ?? null);
    const before = await storedResults(db, this.sourceId, stored.map((each) => each.providerId));
    const changes = resultChanges(before, batch.map(({ results }, n) => ({ providerId: providerIds[n] ?? null, results })));
    for (const how of ['new', 'changed', 'unchanged'] as const) counts.results[how] += changes[how];
    counts.results.withdrawn += changes.withdrawn.length;
    this.withdrawn.push(...changes.withdrawn);
    return { outcomes, providerIds, fresh: changes.fresh };
  }

  /** Puts aside what `compare` found, in one small transaction. */
  async stage(batch: readonly AcceptedProvider[], { outcomes, providerIds, fresh }: BatchChanges): Promise<void> {
    const changed = batch.flatMap((provider, n) => (outcomes[n] === 'unchanged' ? [] : [{ n, provider }]));
    if (changed.length === 0 && fresh.length === 0) return;
    const { sourceId, importId } = await this.begin();
    const { at, verifiedEvidence } = this.#options;
    await this.#attempt(async (tx) => {
      const ids = [...providerIds];
      const staged = await stageVersions(tx, { sourceId, importId, at, slugs: this.#slugs }, changed.map(({ provider }) => provider));
      staged.forEach(({ providerId }, index) => (ids[changed[index]?.n ?? -1] = providerId));
      await stageProgrammes(tx, staged.flatMap(({ versionId }, index) => {
        const programmes = changed[index]?.provider.programmes ?? [];
        return versionId === null ? [] : [{ versionId, programmes }];
      }));
      await stageResults(tx, { sourceId, importId, at, verifiedEvidence }, fresh.map(({ n, ...each }) => ({ ...each, providerId: ids[n] ?? 0 })));
    });
  }

  /** The import's row, and the source's if it is new. */
  async begin(): Promise<{ sourceId: number; importId: number }> {
    if (this.sourceId !== null && this.importId !== null) return { sourceId: this.sourceId, importId: this.importId };
    const { source, fileName, at } = this.#options;
    return this.#ctx.db.transaction(async (tx) => {
      const sourceId = await ensureSource(tx, source, at);
      const [made] = await rows<{ id: number }>(
        tx,
        sql`insert into catalogue_import (source_id, file_name, state, started_at)
            values (${sourceId}, ${fileName}, 'staging', ${at.toISOString()}::timestamptz) returning id`,
      );
      const importId = made?.id ?? 0;
      this.sourceId = sourceId;
      this.importId = importId;
      return { sourceId, importId };
    });
  }

  /** Another command may take the same slug or make the same organisation at the same moment. */
  async #attempt(work: (tx: Db) => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#ctx.db.transaction(work);
      } catch (error) {
        if (sqlState(error) !== UNIQUE_VIOLATION || attempt === ATTEMPTS) throw error;
      }
    }
  }
}
