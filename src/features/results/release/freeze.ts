/** The frozen input of a release: everything it depends on, as lines that anybody who has them can hash again (method.md 14). Pure. */
import { createHash } from 'node:crypto';
import type { Areas } from '../areas.ts';
import type { Evidence, Result } from '../input.ts';
import { METHOD_VERSION } from '../method/index.ts';

export interface FrozenRow {
  sourceId: number;
  /** Title and publisher: the same in every database. */
  source: string;
  /** What it counts as here, not what the file says of itself. */
  evidence: Evidence;
  /** Of `result`, as it was stored. */
  hash: string;
  result: Result;
}

export interface FrozenProvider {
  id: number;
  slug: string;
  closedOn: string | null;
  /** plannedMaxDays by programme code, where known. */
  plannedDays: ReadonlyMap<string, number>;
  rows: readonly FrozenRow[];
}

export interface FrozenGroup {
  code: string;
  /** One of the law's groups; only these are compared. */
  legal: boolean;
  sensitive: boolean;
}

export interface FrozenInput {
  /** YYYY-MM-DD in Denmark: decides what is ripe. */
  day: string;
  groups: ReadonlyMap<string, FrozenGroup>;
  areas: Areas;
  /** In order of slug. */
  providers: readonly FrozenProvider[];
  hash: string;
}

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Header, then a line for each provider and each of its rows, in one order whatever the database gives. */
export function* frozenLines(input: Omit<FrozenInput, 'hash'>): Generator<string> {
  const groups = [...input.groups.values()].sort((a, b) => inOrder(a.code, b.code)).map((each) => [each.code, each.legal, each.sensitive]);
  yield JSON.stringify(['vejviser.frozen/1', METHOD_VERSION, input.day, input.areas.cuts, groups]);
  for (const { slug, closedOn, plannedDays, rows } of input.providers) {
    yield JSON.stringify([slug, closedOn, [...plannedDays].sort(([a], [b]) => inOrder(a, b))]);
    for (const line of rows.map(({ source, evidence, hash, result }) => JSON.stringify([source, evidence, hash, result.region === undefined ? null : [input.areas.band(result.region), input.areas.unemployment(result.region)]])).sort(inOrder)) yield line;
  }
}

/** Sorts the providers and takes the hash over all lines. */
export function freeze(input: Omit<FrozenInput, 'hash'>): FrozenInput {
  const sorted = { ...input, providers: [...input.providers].sort((a, b) => inOrder(a.slug, b.slug)) };
  const hash = createHash('sha256');
  for (const line of frozenLines(sorted)) hash.update(line).update('\n');
  return { ...sorted, hash: hash.digest('hex') };
}
