/** Comparisons whose strata are too sparse: the logistic model for all of them, or none (method.md 5.6). */
import { describe, expect, it } from 'vitest';
import { PARAMETERS } from '#features/results/method/index.ts';
import type { AreaBand } from '#features/results/model.ts';
import { compareAll, type Compared } from '#features/results/release/comparisons.ts';
import type { ComparedRow } from '#features/results/release/rows.ts';
import { fitSparse, sparseBasis } from '#features/results/release/sparse.ts';
import { verifyRelease } from '#features/results/release/verify.ts';
import { BAND_REGIONS, HARMLESS, inputOf, openFileOf, providerOf, release, SENSITIVE, type Cell, type Released } from '#tests/support/release.ts';

type Counts = readonly [placed: number, notPlaced: number];
const row = (provider: string, group: string, [placed, notPlaced]: Counts, changes: Partial<ComparedRow> = {}): ComparedRow =>
  ({ provider, group, band: 'low', period: '2025H1', grade: 'A', placed, notPlaced, unknown: 0, unemployment: 3, ...changes });

/** Twelve providers with 30 starters each in one group; the first alone serves another, `alone` people of it. */
const withLoner = (alone: number): ComparedRow[] => [
  ...Array.from({ length: 12 }, (_, index) => row(`p${String(index).padStart(2, '0')}`, 'a', [15, 15])),
  row('p00', 'b', [alone / 4, alone - alone / 4]),
];

/** Root of a falling function. */
function root(f: (x: number) => number): number {
  let [low, high] = [-20, 20];
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}
const chance = (eta: number) => 1 / (1 + Math.exp(-eta));

/** Two groups and nothing else: the intercept is free, the dummy of the second is drawn to 0 by its prior. By bisection. */
function twoGroups(a: { n: number; o: number }, b: { n: number; o: number }): [number, number] {
  const interceptFor = (beta: number) => root((alpha) => a.o + b.o - a.n * chance(alpha) - b.n * chance(alpha + beta));
  const beta = root((value) => b.o - b.n * chance(interceptFor(value) + value) - value / PARAMETERS.logisticPriorSd ** 2);
  const alpha = interceptFor(beta);
  return [chance(alpha), chance(alpha + beta)];
}

const basisOf = (compared: Compared, id: string) => {
  const found = compared.providers.get(id);
  return found && 'basis' in found ? found.basis : null;
};

describe('when the model takes over', () => {
  it.each([
    // 360 of 400 starters are in adequate strata: just 90 %.
    [40, 'strata'],
    // 360 of 404: less.
    [44, 'logistic'],
    [200, 'logistic'],
  ] as const)('with %i starters in a group that only one provider serves: %s', (alone, model) => {
    expect(compareAll('E6', withLoner(alone)).model).toBe(model);
  });

  it('takes over for all of them, not for one: nobody is left without a basis', () => {
    const compared = compareAll('E6', withLoner(200));
    expect([...compared.providers.values()].every((each) => 'basis' in each)).toBe(true);
    expect(compared.groups).toEqual(new Set(['a', 'b']));
    expect(basisOf(compareAll('E6', withLoner(40)), 'p00')?.n).toBe(30);
    expect(basisOf(compared, 'p00')?.n).toBe(230);
  });

  it('leaves those out that are not compared by strata either', () => {
    const compared = compareAll('E6', [...withLoner(200), row('self', 'a', [25, 5], { grade: 'C' }), row('lost', 'a', [10, 10], { unknown: 10 })]);
    expect(compared.providers.get('self')).toEqual({ reasons: ['grade'] });
    expect(compared.providers.get('lost')).toEqual({ reasons: ['unknown_gt_20'] });
    expect(compared.rowsByProvider.has('self')).toBe(false);
    expect(compared.strata.get('a|low|2025H1')).toMatchObject({ refN: 360, refO: 180, providers: 12 });
  });
});

describe('what the model expects', () => {
  it('two groups: as solved by bisection; V is the sum of n p (1 - p)', () => {
    const [a, b] = twoGroups({ n: 360, o: 180 }, { n: 200, o: 50 });
    const compared = compareAll('E6', withLoner(200));
    const [first, second] = [basisOf(compared, 'p00'), basisOf(compared, 'p01')];
    expect(first?.E).toBeCloseTo(30 * a + 200 * b, 6);
    expect(first?.V).toBeCloseTo(30 * a * (1 - a) + 200 * b * (1 - b), 6);
    expect(second).toMatchObject({ n: 30, O: 15, informativeShare: 1, unknownShare: 0 });
    expect(second?.ownShare).toBeCloseTo(30 / 360, 9);
    // Of 230 starters only 30 are in a group that others serve too; of the other group all are its own.
    expect(first?.informativeShare).toBeCloseTo(30 / 230, 9);
    expect(first?.ownShare).toBeCloseTo((30 ** 2 / 360 + 200) / 230, 9);
    expect(second?.E).toBeCloseTo(30 * a, 6);
    // The prior draws the groups a little together.
    expect(a).toBeLessThan(0.5);
    expect(b).toBeGreaterThan(0.25);
    expect(Math.abs(a - 0.5)).toBeLessThan(0.002);
  });

  it('expects of all together just what happened, with areas and half-years that differ', () => {
    const bands: [AreaBand, number][] = [['lowest', 1.5], ['low', 2.5], ['high', 3.5], ['highest', 5]];
    const rows = Array.from({ length: 12 }, (_, index) => bands.flatMap(([band, unemployment], b) => (['2024H2', '2025H1'] as const).map((period, p) =>
      row(`p${String(index).padStart(2, '0')}`, b < 3 ? 'a' : 'c', [8 + ((index * 5 + b + p) % 4) - b, 4 + b], { band, unemployment, period })))).flat();
    const compared = compareAll('E6', [...rows, row('p00', 'b', [60, 140])]);
    expect(compared.model).toBe('logistic');
    const bases = [...compared.providers.keys()].flatMap((id) => basisOf(compared, id) ?? []);
    expect(bases).toHaveLength(12);
    expect(bases.reduce((sum, { E }) => sum + E, 0)).toBeCloseTo(bases.reduce((sum, { O }) => sum + O, 0), 6);
  });

  it('expects less where more are unemployed, and the mean where the country has no figures', () => {
    const rows = Array.from({ length: 12 }, (_, index) => [
      row(`p${index}`, 'a', [20, 10], { band: 'lowest', unemployment: 2 }), row(`p${index}`, 'a', [10, 20], { band: 'highest', unemployment: 4 }), row(`p${index}`, 'a', [15, 15], { band: 'all', unemployment: null }),
    ]).flat();
    const p = fitSparse(rows)?.p ?? [];
    expect(p[0]).toBeGreaterThan(0.62);
    expect(p[1]).toBeLessThan(0.38);
    expect(p[2]).toBeCloseTo(0.5, 2);
    // With one and the same unemployment everywhere, nothing explains the difference between the areas: no model.
    expect(fitSparse(rows.map((each) => ({ ...each, unemployment: 3 })))).toBeNull();
  });

  it('asks what it would be with the unknown placed, where they are more than 5 %', () => {
    const rows = withLoner(200).map((each) => (each.provider === 'p01' ? { ...each, notPlaced: 12, unknown: 3 } : each));
    const compared = compareAll('E6', rows);
    expect(basisOf(compared, 'p02')?.zIfUnknownPlaced).toBeNull();
    const basis = basisOf(compared, 'p01');
    expect(basis?.unknownShare).toBe(0.1);
    // 15 placed as expected, so nearly 0; with 18 about three people or 1.1 standard deviations more.
    expect(basis?.z).toBeCloseTo(0, 1);
    expect(basis?.zIfUnknownPlaced).toBeGreaterThan(0.9);
    expect(basis?.zIfUnknownPlaced).toBeLessThan(1.3);
  });

  it('adds up rows of one provider', () => {
    const one = row('p', 'a', [6, 4]);
    expect(sparseBasis([{ row: one, p: 0.5 }, { row: { ...one, unknown: 10 }, p: 0.2 }], new Map([['a', 60]]))).toEqual({
      n: 30, O: 12, E: 9, V: 2.5 + 3.2, unknownShare: 1 / 3, informativeShare: 1, ownShare: 0.5, z: expect.closeTo(1.25, 1) as number,
    });
  });
});

describe('when there is no model', () => {
  it('all outcomes are equal', () => {
    const rows = withLoner(200).map((each) => ({ ...each, placed: 0, notPlaced: each.placed + each.notPlaced }));
    const compared = compareAll('E6', rows);
    expect(compared).toMatchObject({ model: 'rejected', spread: { R: 0, peers: 0, phi: null, tau2: 0, rankability: 0 } });
    expect([...compared.providers.values()].every((each) => 'reasons' in each && each.reasons[0] === 'no_stratum')).toBe(true);
  });

  it('a large area stands too far from the line: nothing is compared', () => {
    // In work by area 30, 70, 70 and 30 per cent: no straight line over unemployment fits.
    const areas: [AreaBand, number, Counts][] = [['lowest', 1, [9, 21]], ['low', 2, [21, 9]], ['high', 3, [21, 9]], ['highest', 4, [9, 21]]];
    const rows = Array.from({ length: 12 }, (_, index) => areas.map(([band, unemployment, counts]) => row(`p${index}`, 'a', counts, { band, unemployment }))).flat();
    const compared = compareAll('E6', [...rows, row('p0', 'b', [300, 300])]);
    expect(compared.model).toBe('rejected');
    expect([compared.rowsByProvider.size, compared.strata.size, compared.groups.size]).toEqual([0, 0, 0]);
    // The same people in fewer than 100 an area contradict nothing.
    expect(fitSparse(rows.slice(0, 12))).not.toBeNull();
  });
});

const HALVES = ['2023H2', '2024H1', '2024H2', '2025H1'];

/** Twelve providers that report the same kind of cells; the first alone serves a third group as well. @param alone placed and not, each half-year */
function released(cells: (index: number, half: string, at: number) => Cell[], alone: Counts): Promise<Released> {
  const lonely = HALVES.map((half): Cell => ({ half, group: SENSITIVE, programme: 'p', E6: alone }));
  return release(inputOf(Array.from({ length: 12 }, (_, index) =>
    providerOf(`p${String(index).padStart(2, '0')}`, [...HALVES.flatMap((half, at) => cells(index, half, at)), ...(index === 0 ? lonely : [])], { p: 100 }))));
}

describe('a release', () => {
  it('by the model: says so, gives no strata, and can be repeated', async () => {
    const found = await released((index, half, at) => (['low', 'high'] as const).flatMap((band) => [HARMLESS, 'dk-kontanthjaelp-jobparat'].map((group, g): Cell => {
      const placed = (band === 'low' ? 18 : 15) - 3 * g + ((index + at + g) % 3) - 1;
      return { half, group, region: BAND_REGIONS[band], programme: 'p', E6: [placed, 30 - placed] };
    })), [150, 450]);
    const [summary] = found.summaries;
    expect(summary).toMatchObject({ measure: 'E6', model: 'logistic', strata: [], peers: 12 });
    expect(summary?.areas.map((each) => [each.group, each.band])).toContainEqual([HARMLESS, 'low']);
    // A rate of all providers together must not be the rate of one.
    expect(summary?.areas.some((each) => each.group === SENSITIVE)).toBe(false);
    const documents = [...found.providers.values()].flatMap((each) => each.comparisons.map(({ document }) => document));
    expect(documents).toHaveLength(12);
    // Whoever alone serves a group has nobody to be compared with there, also by the model.
    const [alone, ...others] = documents;
    expect(alone).toMatchObject({ code: 'no_verdict', reasons: ['informative_lt_80', 'own_share_gt_50'], figures: { n: 2880, informativeShare: 0.1667 } });
    for (const { figures, code } of others) {
      expect(code).toBe('as_expected');
      expect(figures).toMatchObject({ informativeShare: 1, ownShare: 0.08333 });
    }
    const sum = (field: 'E' | 'O') => documents.reduce((total, { figures }) => total + (figures?.[field] ?? 0), 0);
    expect(Math.abs(sum('E') - sum('O'))).toBeLessThan(12 * 0.5);
    expect(verifyRelease(openFileOf(found))).toMatchObject({ verdicts: 12, differences: [] });
  });

  it('with a rejected model: nobody is compared, counts are published all the same, and it can be repeated', async () => {
    const rejected = await released((_, half) => (['lowest', 'low', 'high', 'highest'] as const).map((band, b): Cell => ({
      half, region: BAND_REGIONS[band], programme: 'p', E6: b === 0 || b === 3 ? [9, 21] : [21, 9],
    })), [150, 150]);
    expect(rejected.summaries[0]).toMatchObject({ model: 'rejected', strata: [], areas: [], peers: 0, codes: { no_verdict: 12, as_expected: 0 } });
    const providers = [...rejected.providers.values()];
    expect(providers.every((each) => each.comparisons.every(({ document }) => document.code === 'no_verdict' && document.reasons[0] === 'no_stratum' && document.figures === null))).toBe(true);
    expect(providers.every((each) => each.table === null && each.estimates.length === 0)).toBe(true);
    expect(providers.every((each) => each.results.some(({ document }) => document.kind === 'window' && document.count.state === 'shown'))).toBe(true);
    expect(verifyRelease(openFileOf(rejected))).toMatchObject({ verdicts: 0, withoutFigures: 12, differences: [] });
  });
});
