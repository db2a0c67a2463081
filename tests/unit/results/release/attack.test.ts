/** Differencing: everything published of a provider, over one release and over several, gives no protected number away. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrozenProvider } from '#features/results/release/freeze.ts';
import { attack, type Finding } from '#tests/support/attack.ts';
import { BAND_REGIONS, HARMLESS, inputOf, providerOf, release, SENSITIVE, type Cell, type Released } from '#tests/support/release.ts';

const HALVES = ['2023H2', '2024H1', '2024H2', '2025H1', '2025H2'];
const WINDOW = HALVES.slice(0, 4);
const SECOND_DAY = '2027-05-01';
const REGIONS = Object.values(BAND_REGIONS);
const GROUPS = [HARMLESS, 'dk-kontanthjaelp-jobparat', SENSITIVE];

/** Enough others to be compared with, in every group and area. */
const OTHERS: FrozenProvider[] = Array.from({ length: 12 }, (_, index) =>
  providerOf(`other-${index}`, HALVES.flatMap((half) => GROUPS.flatMap((group, g) => REGIONS.map((region, r): Cell => {
    const n = 24 + ((index * 7 + g * 5 + r * 3) % 9);
    const placed = Math.round(n * (0.5 - 0.12 * g - 0.03 * r + 0.02 * ((index % 5) - 2)));
    return { half, group, region, programme: 'p', E6: [placed, n - placed], S12: [placed, n - placed] };
  }))), { p: 100 }));

const day = (cells: readonly Cell[], halves: readonly string[], on: string) =>
  inputOf([providerOf('target', cells.filter((cell) => halves.includes(cell.half ?? '')), { a: 100, b: 120 }, 1), ...OTHERS.map((each, index) => ({ ...each, id: index + 2, rows: each.rows.filter(({ result }) => halves.some((half) => result.from?.startsWith(half.slice(0, 4)) && (half.endsWith('H1') === result.from.endsWith('-01-01')))) }))], on);

const people = fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 25 }) }, { weight: 1, arbitrary: fc.nat({ max: 6 }) });
const cellOf = (half: string) =>
  fc.record({
    half: fc.constant(half), group: fc.constantFrom(...GROUPS), region: fc.constantFrom(REGIONS[1], REGIONS[2]),
    programme: fc.constantFrom('a', 'b'), attendance: fc.constantFrom('voluntary' as const, 'mandated' as const), E6: fc.tuple(people, people),
  });
/** Every half-year has some cells; S12 has the same people and other outcomes. */
const reported = fc.tuple(...HALVES.map((half) => fc.array(cellOf(half), { minLength: 1, maxLength: 6 }))).map((lists) =>
  lists.flat().map((cell, index): Cell => {
    const n = cell.E6[0] + cell.E6[1];
    const placed = Math.min(n, Math.max(0, cell.E6[0] + (index % 3) - 1));
    return { ...cell, S12: [placed, n - placed] };
  }),
);

const wanted = (finding: Finding) => (finding.figure === 'n' ? finding.least - 1 : 3);
const GUARD = 1e-6;

describe('one release', () => {
  it('leaves every protected number as open as method.md 11.2 asks for', async () => {
    let secrets = 0;
    await fc.assert(
      fc.asyncProperty(reported, async (cells) => {
        const released = await release(day(cells, WINDOW, '2026-11-01'));
        for (const measure of ['E6', 'S12'] as const) {
          for (const finding of attack([released], 'target', measure)) {
            secrets += 1;
            expect(finding.max - finding.min, JSON.stringify({ measure, ...finding })).toBeGreaterThanOrEqual(wanted(finding) - GUARD);
          }
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
    // The test would prove nothing if there were nothing to protect.
    expect(secrets).toBeGreaterThan(60);
  }, 120_000);
});

async function twoReleases(cells: readonly Cell[]): Promise<[Released, Released]> {
  const first = await release(day(cells, WINDOW, '2026-11-01'));
  return [first, await release(day(cells, HALVES, SECOND_DAY), first)];
}

describe('two releases', () => {
  it('of windows that overlap give nothing away together', async () => {
    let [secrets, renewed] = [0, 0];
    await fc.assert(
      fc.asyncProperty(reported, async (cells) => {
        const both = await twoReleases(cells);
        expect(both[1].parameters.windows.E6?.halfYears).toEqual(HALVES.slice(1));
        if (both[1].providers.get('target')?.results.some((each) => each.document.kind === 'window' && each.release.id === null && 'n' in each.document.count)) renewed += 1;
        for (const finding of attack(both, 'target')) {
          secrets += 1;
          expect(finding.max - finding.min, JSON.stringify(finding)).toBeGreaterThan(0.9);
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
    expect(secrets).toBeGreaterThan(60);
    expect(renewed).toBeGreaterThan(0);
  }, 180_000);

  it('keep the old value, with its date, where the half-year added has too few', async () => {
    const cells = HALVES.map((half, index): Cell => ({ half, E6: index === 4 ? [3, 4] : [12, 14] }));
    const [first, second] = await twoReleases(cells);
    const window = (released: Released) => released.providers.get('target')?.results.find((each) => each.document.kind === 'window');
    expect(window(second)?.document).toEqual(window(first)?.document);
    expect(window(second)?.release).toEqual(first.release);
    expect(window(second)?.document.from).toBe('2023-07-01');
  });

  it('keep the old value where a handful were added to a half-year that was already told', async () => {
    const cells = WINDOW.map((half): Cell => ({ half, programme: 'a', E6: [12, 14] }));
    const first = await release(day(cells, WINDOW, '2026-11-01'));
    const more = await release(day([...cells, { half: '2024H1', programme: 'b', E6: [3, 2] }], WINDOW, '2026-11-20'), first);
    const own = (released: Released) => released.providers.get('target')?.results.filter((each) => each.document.from === '2024-01-01' || each.document.kind === 'window').map((each) => each.document.count);
    expect(own(more)).toEqual(own(first));
    const enough = await release(day([...cells, { half: '2024H1', programme: 'b', E6: [8, 7] }], WINDOW, '2026-11-20'), first);
    expect(own(enough)).not.toEqual(own(first));
  });
});
