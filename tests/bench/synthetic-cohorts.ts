/** Frozen input of any size for the release's benchmark: providers × half-years × target groups, without a database. */
import { readFileSync } from 'node:fs';
import { loadAreas } from '#features/results/areas.ts';
import type { Result } from '#features/results/input.ts';
import { freeze, type FrozenGroup, type FrozenInput, type FrozenProvider } from '#features/results/release/freeze.ts';
import { halfYear } from '#features/results/release/windows.ts';

const HALVES = [halfYear(2023, 2), halfYear(2024, 1), halfYear(2024, 2), halfYear(2025, 1)];
const GROUPS = 12;

/** A small generator of its own, so that a run can be repeated. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function binomial(n: number, p: number, next: () => number): number {
  let count = 0;
  for (let i = 0; i < n; i += 1) if (next() < p) count += 1;
  return count;
}

interface Files {
  groups: FrozenGroup[];
  municipalities: string[];
}

function files(): Files {
  const read = (name: string) => JSON.parse(readFileSync(new URL(`../../db/seed/registers/${name}.json`, import.meta.url), 'utf8')) as unknown;
  const { legalGroups } = read('target-groups') as { legalGroups: { id: string; sensitive: boolean }[] };
  const { municipalities } = read('labour-market-dk') as { municipalities: { code: string }[] };
  return { groups: legalGroups.slice(0, GROUPS).map(({ id, sensitive }) => ({ code: id, legal: true, sensitive })), municipalities: municipalities.map(({ code }) => `dk-kommune:${code}`) };
}

function cell(half: (typeof HALVES)[number], group: string, region: string, share: number, next: () => number): Result {
  const started = 1 + Math.floor(40 * next() * next());
  const unknown = binomial(started, 0.02, next);
  const placed = binomial(started - unknown, share, next);
  return {
    countedOver: 'starters', programme: 'course', targetGroup: group, region, from: half.from, to: half.to, started, completed: started, evidence: 'register',
    outcomes: [{ measure: 'E6', placed, notPlaced: started - unknown - placed, unknown }],
  } as unknown as Result;
}

/** Each provider serves every group from some municipalities: 48 cells of 1 to 40 starters, most of them small, so that much must be held back. */
export function syntheticCohorts(providers: number): FrozenInput {
  const { groups, municipalities } = files();
  const next = random(providers);
  const made = Array.from({ length: providers }, (_, index): FrozenProvider => {
    const effect = 0.85 + 0.3 * next();
    const home = Math.floor(next() * municipalities.length);
    const rows = groups.flatMap(({ code }, g) =>
      HALVES.map((half, h) => {
        const region = municipalities[(home + (g % 3) + h) % municipalities.length] ?? '';
        const result = cell(half, code, region, Math.min(0.9, (0.15 + 0.05 * g) * effect), next);
        return { sourceId: 1, source: 'bench', evidence: 'register' as const, hash: '', result };
      }),
    );
    return { id: index + 1, slug: `provider-${String(index).padStart(7, '0')}`, closedOn: null, plannedDays: new Map([['course', 120]]), rows };
  });
  return freeze({ day: '2026-11-01', groups: new Map(groups.map((each) => [each.code, each])), areas: loadAreas(), providers: made });
}
