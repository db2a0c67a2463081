/** Releases without a database: frozen inputs out of small tables, and one release after another. */
import { readFileSync } from 'node:fs';
import { demoCatalogue } from '#db/seed/demo/index.ts';
import { catalogueFile, type CatalogueFile } from '#features/catalogue/input.ts';
import { areasOf, loadAreas } from '#features/results/areas.ts';
import type { Evidence, Outcome, Result } from '#features/results/input.ts';
import { METHOD_VERSION } from '#features/results/method/index.ts';
import type { ComparisonSummary } from '#features/results/model.ts';
import { openRelease, RELEASE_FORMAT, type OpenRelease } from '#features/results/open-release.ts';
import { freeze, type FrozenGroup, type FrozenInput, type FrozenProvider } from '#features/results/release/freeze.ts';
import type { Dated, Published, ReleaseRef } from '#features/results/release/memory.ts';
import { runRelease, type ReleaseRun } from '#features/results/release/pipeline.ts';
import { halfYear } from '#features/results/release/windows.ts';
import type { ProviderRelease } from '#features/results/release/world.ts';

/** One harmless and one sensitive legal group, and one that is no legal group. */
export const HARMLESS = 'dk-dagpenge';
export const SENSITIVE = 'dk-sygedagpenge';
const GROUPS: FrozenGroup[] = [
  { code: HARMLESS, legal: true, sensitive: false },
  { code: 'dk-kontanthjaelp-jobparat', legal: true, sensitive: false },
  { code: SENSITIVE, legal: true, sensitive: true },
  { code: 'unge', legal: false, sensitive: false },
];

export const BAND_REGIONS = { lowest: 'dk-kommune:0001', low: 'dk-kommune:0002', high: 'dk-kommune:0003', highest: 'dk-kommune:0004' } as const;
const RATES = new Map([['dk-kommune:0001', 1], ['dk-kommune:0002', 2.4], ['dk-kommune:0003', 3.4], ['dk-kommune:0004', 5]]);
export const AREAS = areasOf('dk', RATES);

export interface Cell {
  half?: string;
  group?: string | undefined;
  region?: string | undefined;
  programme?: string;
  attendance?: 'voluntary' | 'mandated';
  /** placed, notPlaced, unknown */
  E6?: readonly [number, number, number?];
  S12?: readonly [number, number, number?];
  E3?: readonly [number, number, number?];
  E12?: readonly [number, number, number?];
  referred?: number;
  completed?: number;
  exits?: Result['exits'];
  evidence?: Evidence;
}

/** Of a row of a catalogue as it was parsed. */
export function resultOf(cell: Cell): Result {
  const name = cell.half ?? '2025H1';
  const { from, to } = halfYear(Number(name.slice(0, 4)), name.endsWith('H1') ? 1 : 2);
  const outcomes = (['E3', 'E6', 'E12', 'S12'] as const).flatMap((measure): Outcome[] => {
    const counts = cell[measure];
    return counts ? [{ measure, placed: counts[0], notPlaced: counts[1], unknown: counts[2] ?? 0 } as Outcome] : [];
  });
  const [first] = outcomes;
  return {
    countedOver: 'starters', from, to, outcomes,
    targetGroup: 'group' in cell ? cell.group : HARMLESS,
    region: 'region' in cell ? cell.region : BAND_REGIONS.low,
    programme: cell.programme, attendance: cell.attendance, referred: cell.referred, completed: cell.completed, exits: cell.exits,
    started: first ? first.placed + first.notPlaced + first.unknown : 0,
    evidence: cell.evidence ?? 'register',
  } as Result;
}

export function providerOf(slug: string, cells: readonly (Cell | Result)[], plannedDays: Record<string, number> = {}, id = 0): FrozenProvider {
  const results = cells.map((cell) => ('countedOver' in cell ? cell : resultOf(cell)));
  return {
    id, slug, closedOn: null, plannedDays: new Map(Object.entries(plannedDays)),
    rows: results.map((result) => ({ sourceId: 1, source: 'test', evidence: result.evidence, hash: JSON.stringify(result), result })),
  };
}

export const DAY = '2026-11-01';

export function inputOf(providers: readonly FrozenProvider[], day = DAY): FrozenInput {
  const numbered = providers.map((each, index) => ({ ...each, id: each.id || index + 1 }));
  return freeze({ day, groups: new Map(GROUPS.map((each) => [each.code, each])), areas: AREAS, providers: numbered });
}

export interface Released {
  release: ReleaseRef;
  input: FrozenInput;
  parameters: ReleaseRun['parameters'];
  providers: ReadonlyMap<string, ProviderRelease>;
  summaries: ComparisonSummary[];
}

let releases = 0;

/** What a database would give back of a release to the next one. */
export function publishedBy({ release, providers }: Released): Map<number, Published> {
  const stored = <T extends Dated<unknown>>(each: T): T => ({ ...(JSON.parse(JSON.stringify(each)) as T), release: each.release.id === null ? release : each.release });
  return new Map([...providers.values()].map((each): [number, Published] => [
    each.providerId,
    { results: each.results.map(stored), comparisons: each.comparisons.map(stored), table: each.table && stored(each.table), estimates: each.estimates.map(stored), memory: each.memory },
  ]));
}

/** @param earlier the release before */
export async function release(input: FrozenInput, earlier?: Released, reason: string | null = null): Promise<Released> {
  const published = earlier ? publishedBy(earlier) : new Map<number, Published>();
  const run = runRelease(input, { id: null, day: input.day }, { published: () => published, reasonOf: () => reason });
  const providers = new Map<string, ProviderRelease>();
  for await (const { after } of run.providers) providers.set(after.slug, after);
  releases += 1;
  return { release: { id: releases, day: input.day }, input, parameters: run.parameters, providers, summaries: run.summaries() };
}

/** The open file as anybody could download it, of one release and its providers alone. */
export function openFileOf({ release: { day }, input, parameters, providers, summaries }: Released): OpenRelease {
  const details = { methodVersion: METHOD_VERSION, inputHash: input.hash, commit: 'unknown', day, releasedAt: `${day}T00:00:00.000Z` };
  const dated = <T extends object>(provider: string, list: readonly T[]) => list.map((each) => ({ ...each, provider, release: input.hash }));
  const all = [...providers.values()];
  return openRelease.parse(JSON.parse(JSON.stringify({
    format: RELEASE_FORMAT,
    release: { ...details, parameters: { ...parameters, previous: null } },
    releases: [details],
    summaries: summaries.map((each) => ({ ...each, release: input.hash })),
    comparisons: all.flatMap(({ slug, comparisons }) => dated(slug, comparisons.map(({ document }) => document))),
    tables: all.flatMap(({ slug, table }) => dated(slug, table ? [table.document] : [])),
    estimates: all.flatMap(({ slug, estimates }) => dated(slug, estimates.map(({ document }) => document))),
    corrections: [],
  })));
}

interface GroupFile {
  legalGroups: { id: string; sensitive: boolean }[];
  crossCuttingGroups: { id: string; sensitive: boolean }[];
}

/** A catalogue with the shipped groups and areas, evidence as it states it. */
export function catalogueInput(file: CatalogueFile, day: string): FrozenInput {
  const shipped = JSON.parse(readFileSync(new URL('../../db/seed/registers/target-groups.json', import.meta.url), 'utf8')) as GroupFile;
  const group = (legal: boolean) => (each: { id: string; sensitive: boolean }): [string, FrozenGroup] => [each.id, { code: each.id, legal, sensitive: each.sensitive }];
  const providers = file.providers.flatMap((each, index): FrozenProvider[] => {
    if (!each.results?.length) return [];
    const planned = Object.fromEntries((each.programmes ?? []).flatMap(({ code, plannedMaxDays }) => (plannedMaxDays === undefined ? [] : [[code, plannedMaxDays]])));
    return [{ ...providerOf(each.id.value, each.results, planned, index + 1), closedOn: each.closedOn ?? null }];
  });
  return freeze({ day, groups: new Map([...shipped.legalGroups.map(group(true)), ...shipped.crossCuttingGroups.map(group(false))]), areas: loadAreas(), providers });
}

export const demoFile = (): CatalogueFile => catalogueFile.parse(JSON.parse(JSON.stringify(demoCatalogue())));
