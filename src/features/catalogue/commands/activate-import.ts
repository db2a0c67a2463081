import { eq, sql } from 'drizzle-orm';
import { schema, type Db } from '#db/client.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import type { Comparison } from '#features/regions/comparison.ts';
import { addRegions, type NewRegion } from '#features/regions/commands/add-regions.ts';
import { addTargetGroups, type NewTargetGroup } from '#features/regions/commands/add-target-groups.ts';
import { activateVersions } from '#features/providers/commands/activate-versions.ts';
import { updateSource } from '#features/providers/commands/ensure-source.ts';
import { activateResults } from '#features/results/commands/activate-results.ts';
import type { CatalogueSource } from '../input.ts';
import { flatCounts, type ImportCounts } from '../report.ts';

const { catalogueImport } = schema;
/** Providers named in one event. */
const EVENT_SIZE = 500;
/** From here on the planner must be told how much has come, or it takes the new rows for few. */
const MANY = 2_000;

export interface Activation {
  importId: number;
  sourceId: number;
  fileName: string;
  source: CatalogueSource;
  regions: Comparison<NewRegion>;
  targetGroups: Comparison<NewTargetGroup>;
  withdrawn: readonly number[];
  counts: ImportCounts;
}

/** Makes everything that an import has staged visible at once: the one transaction that readers could notice. */
export async function activateImport(ctx: Context, activation: Activation): Promise<void> {
  const { importId, sourceId, source, counts } = activation;
  if (counts.providers.new + counts.providers.changed + counts.results.new + counts.results.changed > MANY) await analyze(ctx.db);
  await ctx.db.transaction(async (tx) => {
    await claimImport(tx, importId);
    const at = now();
    if (counts.source.changed > 0) await updateSource(tx, sourceId, source);
    await addRegions(tx, activation.regions, sourceId);
    await addTargetGroups(tx, activation.targetGroups, sourceId);
    const providerIds = await activateVersions(tx, importId, at);
    const reason = [activation.fileName, ...(source.retrieved ? [`retrieved ${source.retrieved}`] : [])].join(', ');
    const results = await activateResults(tx, {
      importId, at, reason, withdrawn: activation.withdrawn, withdrawnReason: `no longer in ${reason}`,
    });
    await tx.update(catalogueImport).set({ state: 'active', activatedAt: at, counts: flatCounts(counts) }).where(eq(catalogueImport.id, importId));
    await audit(tx, { actor: ctx.actor, action: 'catalogue.import', object: `import:${importId}`, detail: { sourceId, ...flatCounts(counts) } });
    await tell(ctx, tx, importId, providerIds, results.activated + results.withdrawn > 0);
  });
}

/** An import that lost its hold on the catalogue may have been abandoned by another process meanwhile. */
async function claimImport(tx: Db, importId: number): Promise<void> {
  const [row] = await tx.select({ state: catalogueImport.state }).from(catalogueImport).where(eq(catalogueImport.id, importId)).for('update');
  if (row?.state !== 'staging') throw new DomainError('conflict', 'Another process took this import back. Start it again.');
}

async function tell(ctx: Context, tx: Db, importId: number, providerIds: readonly number[], results: boolean): Promise<void> {
  for (let start = 0; start < providerIds.length; start += EVENT_SIZE) {
    await ctx.outbox.send(tx, 'providers.changed', { providerIds: providerIds.slice(start, start + EVENT_SIZE) });
  }
  if (results) await ctx.outbox.send(tx, 'results.reported', { importId });
}

async function analyze(db: Db): Promise<void> {
  for (const table of ['organisation', 'provider', 'provider_version', 'reported_result', 'reported_result_version']) {
    await db.execute(sql`analyze ${sql.identifier(table)}`);
  }
}
