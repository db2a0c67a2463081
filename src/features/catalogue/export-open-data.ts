/** What anybody may have: public profiles, programmes and published results. Nothing here reads a reported cell. */
import type { z } from 'zod';
import type { Db } from '#db/client.ts';
import { today } from '#platform/clock.ts';
import { DomainError } from '#platform/errors.ts';
import type { StoredSource } from '#features/providers/commands/ensure-source.ts';
import { openingsOfAll } from '#features/enquiries/queries.ts';
import { RELEASE_FILE } from '#features/results/open-release.ts';
import { canonical } from './canonical.ts';
import { csvLine } from '#platform/csv.ts';
import {
  broughtPlaces, exportedSources, lastRelease, publishedOf, readVersions, shownVersions,
  type ExportedRelease, type ExportedResult, type ExportedVersion,
} from './exported.ts';
import { writeRelease } from './export-release.ts';
import { writeReviews } from './export-reviews.ts';
import { catalogueRegion, catalogueTargetGroup } from './input.ts';
import { catalogueJsonSchema, openDataJsonSchemas } from './json-schema.ts';
import type { NewFile } from './new-files.ts';
import { REVIEWS_FILE } from './open-reviews.ts';
import {
  openingCells, OPENING_COLUMNS, openProviderSchema, openResultRowSchema, openSourceSchema, programmeCells, PROGRAMME_COLUMNS, providerCells, PROVIDER_COLUMNS,
  PROVIDERS_FORMAT, resultCells, RESULT_COLUMNS, RESULTS_FORMAT,
} from './open-data.ts';
import { openDataReadme } from './open-data-readme.ts';

type Make = (name: string) => Promise<NewFile>;

interface Tables {
  providers: NewFile;
  providersCsv: NewFile;
  programmesCsv: NewFile;
  openingsCsv: NewFile;
  results: NewFile;
  resultsCsv: NewFile;
}

/** @returns providers written */
export async function exportOpenData(db: Db, make: Make, onProvider: (done: number) => void): Promise<number> {
  const release = await lastRelease(db);
  const sources = new Map((await exportedSources(db)).map((each) => [each.id, each]));
  const tables = await beginTables(db, make, [...sources.values()], release);
  let providers = 0;
  let results = 0;
  for await (const page of readVersions(db, await shownVersions(db))) {
    const openings = await openingsOfAll(db, page.map((each) => each.providerId), today());
    const published = await publishedOf(db, page.map((each) => each.providerId));
    for (const version of page) {
      await writeProvider(tables, version, sources.get(version.sourceId), providers++ === 0);
      for (const each of openings.get(version.providerId) ?? []) await tables.openingsCsv.write(csvLine(openingCells(version.slug, each)));
      for (const each of published.get(version.providerId) ?? []) {
        await writeResult(tables, version.slug, each, sources.get(each.sourceId), results++ === 0);
      }
    }
    onProvider(providers);
  }
  for (const file of [tables.providers, tables.results]) await file.write('\n  ]\n}\n');
  await writeRelease(db, await make(RELEASE_FILE));
  await writeReviews(db, await make(REVIEWS_FILE));
  await writeDocuments(make, [...sources.values()], release);
  if ((await lastRelease(db))?.id !== release?.id) throw new DomainError('conflict', 'Results were released while the export ran. Run it again.');
  return providers;
}

const lines = (schema: z.ZodType, list: readonly unknown[]) =>
  list.length === 0 ? '[]' : `[\n${list.map((each) => `    ${JSON.stringify(canonical(schema, each))}`).join(',\n')}\n  ]`;

async function beginTables(db: Db, make: Make, sources: readonly StoredSource[], release: ExportedRelease | null): Promise<Tables> {
  const { regions, targetGroups } = await broughtPlaces(db);
  const providers = await make('providers.json');
  await providers.write(`{\n  "format": ${JSON.stringify(PROVIDERS_FORMAT)},\n  "sources": ${lines(openSourceSchema, sources)},\n`);
  await providers.write(`  "regions": ${lines(catalogueRegion, regions)},\n  "targetGroups": ${lines(catalogueTargetGroup, targetGroups)},\n  "providers": [`);
  const providersCsv = await make('providers.csv');
  await providersCsv.write(csvLine(PROVIDER_COLUMNS));
  const programmesCsv = await make('programmes.csv');
  await programmesCsv.write(csvLine(PROGRAMME_COLUMNS));
  const openingsCsv = await make('openings.csv');
  await openingsCsv.write(csvLine(OPENING_COLUMNS));
  const results = await make('results.json');
  const said = release && { methodVersion: release.methodVersion, inputHash: release.inputHash, releasedAt: release.releasedAt };
  await results.write(`{\n  "format": ${JSON.stringify(RESULTS_FORMAT)},\n  "release": ${JSON.stringify(said)},\n  "sources": ${lines(openSourceSchema, sources)},\n  "results": [`);
  const resultsCsv = await make('results.csv');
  await resultsCsv.write(csvLine(RESULT_COLUMNS));
  return { providers, providersCsv, programmesCsv, openingsCsv, results, resultsCsv };
}

async function writeProvider(tables: Tables, version: ExportedVersion, source: StoredSource | undefined, first: boolean): Promise<void> {
  if (!source) return;
  const { slug, sourceId, profile, programmes } = version;
  const open = canonical(openProviderSchema, { slug, source: sourceId, ...profile, programmes: programmes.length > 0 ? programmes : null });
  await tables.providers.write(`${first ? '' : ','}\n    ${JSON.stringify(open)}`);
  await tables.providersCsv.write(csvLine(providerCells(version, source)));
  for (const each of programmes) await tables.programmesCsv.write(csvLine(programmeCells(slug, each, sourceId)));
}

async function writeResult(tables: Tables, slug: string, { result, release }: ExportedResult, source: StoredSource | undefined, first: boolean): Promise<void> {
  if (!source) return;
  const open = ordered({ provider: slug, source: source.id, ...result, release: release.inputHash });
  await tables.results.write(`${first ? '' : ','}\n    ${JSON.stringify(open)}`);
  await tables.resultsCsv.write(csvLine(resultCells(slug, result, release, source)));
}

/** As `canonical`, but null stays: in a published row it says that something does not apply. */
function ordered(result: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(openResultRowSchema.shape).map((field) => [field, result[field] ?? null]));
}

async function writeDocuments(make: Make, sources: readonly StoredSource[], release: ExportedRelease | null): Promise<void> {
  const documents = { 'catalogue.v1.schema.json': catalogueJsonSchema(), ...openDataJsonSchemas() };
  for (const [name, schema] of Object.entries(documents)) await (await make(name)).write(`${JSON.stringify(schema, null, 2)}\n`);
  await (await make('README.md')).write(openDataReadme(sources, release));
}
