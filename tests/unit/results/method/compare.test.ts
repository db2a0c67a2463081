/** One comparison from counts to verdicts (method.md sections 3 and 5 to 8). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProviders, effectiveN, indirect, midPz, phi, rankability, tau2, verdict, type CompareRow, type ProviderComparison } from '#features/results/method/index.ts';

const row = (provider: string, placed: number, notPlaced: number, change: Partial<CompareRow> = {}): CompareRow => ({
  provider, group: 'g', band: 'b', period: 'h', grade: 'A', placed, notPlaced, unknown: 0, ...change,
});

/** Twelve peers with 40 starters in one stratum, about half placed. */
const peers = Array.from({ length: 12 }, (_, i) => row(`p${i}`, 17 + (i % 6), 23 - (i % 6)));

function full(result: unknown): ProviderComparison {
  const one = result as ProviderComparison;
  expect(one.n).toBeGreaterThan(0);
  return one;
}

describe('compareProviders', () => {
  it('answers an empty comparison with nothing', () => {
    expect(compareProviders([])).toEqual({ R: null, peers: 0, phi: null, tau2: 0, rankability: 0, providers: {}, adequateShare: null });
  });

  it('is made of the parts of the document', () => {
    const result = compareProviders(peers);
    const measured = peers.map(({ placed }) => {
      const cells = [{ n: 40, o: placed, refN: 480, refO: peers.reduce((sum, one) => sum + one.placed, 0) }];
      const { E = 0, V = 0 } = indirect(cells, 'internal') ?? {};
      return { O: placed, E, V, z: midPz(placed, cells, 'internal').z ?? 0 };
    });
    const s2 = measured.map(({ E, V }) => V / E ** 2);
    const spread = phi(measured.map(({ z }) => z), 0.1, true).phi;
    expect(result).toMatchObject({ peers: 12, phi: expect.closeTo(spread, 10), tau2: expect.closeTo(tau2(spread, s2), 10) });
    expect(result.rankability).toBeCloseTo(rankability(result.tau2, s2), 10);
    const R = result.R ?? 0;
    expect(R).toBeCloseTo(measured.reduce((sum, { O }) => sum + O, 0) / 480, 12);
    measured.forEach((one, i) => {
      const { code, band, zAdj, reasons } = verdict({ grade: 'A', n: 40, ...one, tau2: result.tau2, peers: 12, unknownShare: 0, informativeShare: 1, ownShare: 40 / 480 });
      expect(result.providers[`p${i}`]).toEqual({
        grade: 'A', n: 40, ...one, unknownShare: 0, informativeShare: 1, ownShare: expect.closeTo(40 / 480, 12), zIfUnknownPlaced: null, zAdj, effectiveN: effectiveN(one.E, one.V, R), code, band, reasons,
      });
    });
    expect(result.adequateShare).toBe(1);
  });

  it('finds better and worse among providers that are otherwise alike', () => {
    const calm = Array.from({ length: 20 }, (_, i) => row(`p${i}`, 40, 60));
    const { providers } = compareProviders([...calm, row('up', 75, 25), row('down', 8, 92)]);
    expect(providers['up']).toMatchObject({ code: 'better', band: 'above_998', reasons: [] });
    expect(providers['down']).toMatchObject({ code: 'worse', band: 'below_998', reasons: [] });
    expect(providers['p0']).toMatchObject({ code: 'as_expected', band: 'inside' });
  });

  it('gives providers that are not compared four facts only, and keeps them out of the reference', () => {
    const left = [row('c', 40, 0, { grade: 'C' }), row('d', 40, 0, { grade: 'D' }), row('u', 0, 31, { unknown: 8 }), row('cu', 0, 1, { grade: 'C', unknown: 1 })];
    const { providers, ...rest } = compareProviders([...peers, ...left]);
    expect(providers).toMatchObject(compareProviders(peers).providers);
    expect(rest).toEqual({ ...compareProviders(peers), providers: undefined });
    expect(providers['c']).toEqual({ grade: 'C', unknownShare: 0, code: 'no_verdict', reasons: ['grade'] });
    expect(providers['d']).toEqual({ grade: 'D', unknownShare: 0, code: 'no_verdict', reasons: ['grade'] });
    expect(providers['u']).toEqual({ grade: 'A', unknownShare: 8 / 39, code: 'no_verdict', reasons: ['unknown_gt_20'] });
    expect(providers['cu']).toEqual({ grade: 'C', unknownShare: 0.5, code: 'no_verdict', reasons: ['grade', 'unknown_gt_20'] });
  });

  it('compares a provider with just 20 % unknown', () => {
    expect(full(compareProviders([...peers, row('u', 16, 16, { unknown: 8 })]).providers['u']).n).toBe(40);
  });

  it('takes the lowest grade of all rows', () => {
    const { providers } = compareProviders([...peers, row('x', 20, 20, { grade: 'B' }), row('x', 20, 20, { period: 'i', grade: 'A' }), row('y', 20, 20), row('y', 1, 1, { group: 'k', grade: 'C' })]);
    expect(providers['x']).toMatchObject({ grade: 'B' });
    expect(providers['y']).toEqual({ grade: 'C', unknownShare: 0, code: 'no_verdict', reasons: ['grade'] });
  });

  it('says that there is no stratum for a provider without adequate strata, or without starters', () => {
    const { providers, adequateShare, R } = compareProviders([...peers, row('alone', 40, 60, { group: 'k' }), row('none', 0, 0)]);
    expect(providers['alone']).toEqual({ grade: 'A', unknownShare: 0, code: 'no_verdict', reasons: ['no_stratum'] });
    expect(providers['none']).toEqual({ grade: 'A', unknownShare: null, code: 'no_verdict', reasons: ['no_stratum'] });
    expect(adequateShare).toBe(480 / 580);
    expect(R).toBe(compareProviders(peers).R);
    expect(compareProviders([row('c', 0, 0, { grade: 'C' }), row('a', 3, 4)])).toMatchObject({
      R: null, adequateShare: 0, providers: { c: { unknownShare: null, reasons: ['grade'] }, a: { reasons: ['no_stratum'] } },
    });
  });

  it('takes informative share over all own starters, and the rest over those compared', () => {
    const { providers } = compareProviders([...peers, row('x', 20, 20), row('x', 5, 5, { group: 'k' })]);
    expect(full(providers['x'])).toMatchObject({ n: 40, O: 20, informativeShare: 0.8, ownShare: 40 / 520 });
    // 30 starters of a stratum of its own, merged away; of 70, 40 are informative.
    const { providers: thin } = compareProviders([...peers, row('x', 20, 20), row('x', 15, 15, { group: 'k' })]);
    expect(thin['x']).toMatchObject({ code: 'no_verdict', reasons: ['informative_lt_80'], zAdj: null, band: null });
  });

  it('does not count as informative a stratum where nobody else is', () => {
    // Adequate by providers, but y has no starters of its own there, so only x remains.
    const alone = [row('x', 20, 20), row('x', 15, 15, { band: 'c' }), row('y', 15, 15, { band: 'c' })];
    const { providers } = compareProviders([...peers, ...alone]);
    expect(full(providers['x']).informativeShare).toBe(1);
    expect(full(providers['x']).ownShare).toBeCloseTo((1600 / 520 + 900 / 60) / 70, 12);
  });

  it('adds rows of the same cell', () => {
    const split = peers.flatMap(({ provider, placed, notPlaced }) => [row(provider, placed, 0), row(provider, 0, notPlaced)]);
    expect(compareProviders(split)).toEqual(compareProviders(peers));
  });

  it('judges nobody with fewer than ten peers, and estimates nothing', () => {
    const nine = compareProviders(peers.slice(0, 9));
    expect(nine).toMatchObject({ peers: 9, phi: null, tau2: 0, rankability: 0 });
    expect(nine.providers['p3']).toMatchObject({ code: 'no_verdict', reasons: ['peers_lt_10'], zAdj: null, band: null });
    expect(full(nine.providers['p3']).z).not.toBeNull();
    expect(compareProviders(peers.slice(0, 10))).toMatchObject({ peers: 10, phi: expect.any(Number) });
  });

  it('counts as peers those with ten starters and some variance', () => {
    const nine = peers.slice(0, 9);
    expect(compareProviders([...nine, row('x', 5, 5)]).peers).toBe(10);
    expect(compareProviders([...nine, row('x', 4, 5)]).peers).toBe(9);
    // All of group k are placed, so that nothing can vary there.
    const flat = [row('x', 20, 0, { group: 'k' }), row('y', 20, 0, { group: 'k' })];
    const { peers: number, providers } = compareProviders([...nine, ...flat]);
    expect(number).toBe(9);
    expect(full(providers['x'])).toMatchObject({ V: 0, z: null, effectiveN: null, reasons: ['n_lt_30', 'expected_lt_5', 'peers_lt_10', 'variance_zero'] });
  });

  it('merges strata that are too thin before it compares', () => {
    const thin = peers.map((one, i) => ({ ...one, period: i === 0 ? 'i' : 'h' }));
    expect(full(compareProviders(thin).providers['p0']).E).toBe(full(compareProviders(peers).providers['p0']).E);
    const apart = peers.map((one, i) => ({ ...one, period: i < 6 ? 'i' : 'h' }));
    expect(full(compareProviders(apart).providers['p0']).ownShare).toBeCloseTo(40 / 240, 12);
  });

  describe('with unknown outcomes', () => {
    const calm = Array.from({ length: 20 }, (_, i) => row(`p${i}`, 45, 55));

    it('says worse only if it stands when they count as placed', () => {
      const many = compareProviders([...calm, row('x', 12, 70, { unknown: 18 })]).providers['x'];
      expect(many).toMatchObject({ code: 'no_verdict', band: 'below_998', reasons: ['depends_on_unknown'] });
      expect(full(many).zAdj).toBeLessThan(-3);
      expect(compareProviders([...calm, row('x', 2, 92, { unknown: 6 })]).providers['x']).toMatchObject({ code: 'worse', reasons: [] });
    });

    it('does not ask at 5 % or less', () => {
      // 5 of 100 unknown; with them placed 32 of 100 would no longer be clearly worse.
      const result = compareProviders([...calm, row('x', 27, 68, { unknown: 5 })]).providers['x'];
      expect(result).toMatchObject({ code: 'worse', unknownShare: 0.05, zIfUnknownPlaced: null });
      const above = compareProviders([...calm, row('x', 27, 67, { unknown: 6 })]).providers['x'];
      expect(above).toMatchObject({ code: 'no_verdict', reasons: ['depends_on_unknown'] });
    });

    it('raises own outcomes and own part of the reference, stratum by stratum', () => {
      const other = calm.map((one) => ({ ...one, band: 'c', placed: 30, notPlaced: 70 }));
      const own = [row('x', 20, 70, { unknown: 10 }), row('x', 10, 84, { band: 'c', unknown: 6 })];
      const { providers, tau2: spread, peers: I } = compareProviders([...calm, ...other, ...own]);
      const one = full(providers['x']);
      const raised = [{ n: 100, refN: 2100, refO: 20 * 45 + 30 }, { n: 100, refN: 2100, refO: 20 * 30 + 16 }];
      const zIfUnknownPlaced = midPz(46, raised, 'internal').z;
      expect(one.zIfUnknownPlaced).toBeCloseTo(zIfUnknownPlaced ?? NaN, 12);
      const again = verdict({ ...one, tau2: spread, peers: I });
      expect({ code: one.code, reasons: one.reasons }).toEqual({ code: again.code, reasons: again.reasons });
    });
  });

  it('holds ids that are names of an object of their own', () => {
    const { providers } = compareProviders([...peers, row('__proto__', 20, 20), row('constructor', 20, 20)]);
    expect(Object.keys(providers)).toHaveLength(14);
    expect(Object.getOwnPropertyDescriptor(providers, '__proto__')?.value).toMatchObject({ n: 40 });
  });

  const rows = fc.array(
    fc.record({
      provider: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'), group: fc.constantFrom('g', 'k'), band: fc.constantFrom('x', 'y'),
      period: fc.constantFrom('p', 'q'), grade: fc.constantFrom('A' as const, 'A' as const, 'A' as const, 'B' as const, 'C' as const), placed: fc.nat(40), notPlaced: fc.nat(40), unknown: fc.nat(6),
    }),
    { minLength: 1, maxLength: 60 },
  );

  it('expects over all compared providers what was observed, and gives R, whatever the rows', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { providers, R, adequateShare, tau2: spread } = compareProviders(list);
        const compared = Object.values(providers).flatMap((one) => ('n' in one ? [one] : []));
        const [O, E, n] = [compared.reduce((sum, one) => sum + one.O, 0), compared.reduce((sum, one) => sum + one.E, 0), compared.reduce((sum, one) => sum + one.n, 0)];
        expect(E).toBeCloseTo(O, 7);
        if (n === 0) expect(R).toBeNull();
        else expect(R).toBeCloseTo(O / n, 12);
        expect(adequateShare === null || (adequateShare >= 0 && adequateShare <= 1)).toBe(true);
        expect(spread).toBeGreaterThanOrEqual(0);
        expect(Object.keys(providers).sort()).toEqual([...new Set(list.map((one) => one.provider))].sort());
      }),
    );
  });

  it('changes no digit with the order of rows', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (list, random) => {
        const shuffled = list.map((each) => ({ each, key: random.next().value })).sort((a, b) => a.key - b.key).map(({ each }) => each);
        expect(JSON.stringify(compareProviders(shuffled))).toBe(JSON.stringify(compareProviders(list)));
      }),
    );
  });
});
