/** Verdicts (method.md section 8) and pairs (9.4). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalValue, pairwise, verdict } from '#features/results/method/index.ts';

/** A hundred starters, forty expected, nothing against a verdict; s2 = 0.0125. */
const base = { grade: 'A', n: 100, O: 40, E: 40, V: 20, z: 0, tau2: 0, peers: 20, unknownShare: 0, informativeShare: 1, ownShare: 0.1 } as const;
const [c95, c998] = [criticalValue(0.95, 20, 0), criticalValue(0.998, 20, 0)];

describe('verdict', () => {
  it.each([
    [4, 50, 'better', 'above_998'],
    [c998, 50, 'better', 'above_998'],
    [c998 - 1e-9, 50, 'as_expected', 'above_95'],
    [c95, 50, 'as_expected', 'above_95'],
    [c95 - 1e-9, 50, 'as_expected', 'inside'],
    [0, 40, 'as_expected', 'inside'],
    [-c95 + 1e-9, 30, 'as_expected', 'inside'],
    [-c95, 30, 'as_expected', 'below_95'],
    [-c998 + 1e-9, 30, 'as_expected', 'below_95'],
    [-c998, 30, 'worse', 'below_998'],
    [-4, 30, 'worse', 'below_998'],
  ])('z %f with %i placed is %s, band %s: limits belong to the outer band', (z, O, code, band) => {
    expect(verdict({ ...base, z, O })).toEqual({ code, band, zAdj: z, crit95: c95, crit998: c998, reasons: [] });
  });

  it('needs a difference of three points, and says as expected in the outer band below that', () => {
    expect(verdict({ ...base, z: 4, O: 43 }).code).toBe('better');
    expect(verdict({ ...base, z: 4, O: 42.99 })).toMatchObject({ code: 'as_expected', band: 'above_998', reasons: [] });
    expect(verdict({ ...base, z: -4, O: 37 }).code).toBe('worse');
    expect(verdict({ ...base, z: -4, O: 37.01 })).toMatchObject({ code: 'as_expected', band: 'below_998', reasons: [] });
    // z and difference apart in sign, as when a mid-P is one-sided: nothing is said.
    expect(verdict({ ...base, z: 4, O: 30 }).code).toBe('as_expected');
    expect(verdict({ ...base, z: -4, O: 50 }).code).toBe('as_expected');
  });

  it('shrinks z by the unexplained spread and takes the t limits', () => {
    const found = verdict({ ...base, z: 4, O: 60, tau2: 0.0125 });
    expect(found.zAdj).toBeCloseTo(4 * Math.SQRT1_2, 12);
    expect(found.crit998).toBe(criticalValue(0.998, 20, 0.0125));
    expect(found.crit95).toBe(criticalValue(0.95, 20, 0.0125));
    expect(found).toMatchObject({ code: 'as_expected', band: 'above_95' });
    expect(verdict({ ...base, z: 40, O: 60, tau2: 0.0125 }).code).toBe('better');
  });

  it.each([
    ['grade', { grade: 'C' }],
    ['grade', { grade: 'D' }],
    ['n_lt_30', { n: 29, O: 10, E: 10 }],
    ['expected_lt_5', { E: 4.99 }],
    ['expected_lt_5', { E: 95.01 }],
    ['unknown_gt_20', { unknownShare: 0.2001 }],
    ['informative_lt_80', { informativeShare: 0.7999 }],
    ['own_share_gt_50', { ownShare: 0.5001 }],
    ['peers_lt_10', { peers: 9 }],
    ['variance_zero', { V: 0 }],
    ['variance_zero', { z: null }],
  ] as const)('is none for the reason %s (%o)', (reason, change) => {
    expect(verdict({ ...base, ...change })).toEqual({ code: 'no_verdict', band: null, zAdj: null, crit95: null, crit998: null, reasons: [reason] });
  });

  it('is given right at every limit', () => {
    const edge = { ...base, grade: 'B', n: 30, O: 10, E: 5, unknownShare: 0.2, informativeShare: 0.8, ownShare: 0.5, peers: 10 } as const;
    expect(verdict(edge).reasons).toEqual([]);
    expect(verdict({ ...edge, E: 25 }).reasons).toEqual([]);
  });

  it('names all reasons that apply, in the order of the document', () => {
    const nothing = { grade: 'D', n: 0, O: 0, E: 0, V: 0, z: null, tau2: 0, peers: 0, unknownShare: 1, informativeShare: 0, ownShare: 1 } as const;
    expect(verdict(nothing).reasons).toEqual([
      'grade', 'n_lt_30', 'expected_lt_5', 'unknown_gt_20', 'informative_lt_80', 'own_share_gt_50', 'peers_lt_10', 'variance_zero',
    ]);
  });

  describe('worse with unknown outcomes', () => {
    const worse = { ...base, z: -5, O: 20, unknownShare: 0.1 };

    it('stands if it does with the unknown placed', () => {
      expect(verdict({ ...worse, zIfUnknownPlaced: -4 })).toMatchObject({ code: 'worse', reasons: [] });
      expect(verdict({ ...worse, zIfUnknownPlaced: -c998 }).code).toBe('worse');
    });

    it.each([-c998 + 1e-9, 0, 4, null, undefined])('depends on the unknown if their z is %s', (zIfUnknownPlaced) => {
      expect(verdict({ ...worse, zIfUnknownPlaced })).toEqual({ code: 'no_verdict', band: 'below_998', zAdj: -5, crit95: c95, crit998: c998, reasons: ['depends_on_unknown'] });
    });

    it('shrinks their z like the other', () => {
      const spread = { ...worse, z: -40, tau2: 0.0125 };
      const limit = criticalValue(0.998, 20, 0.0125) / Math.SQRT1_2;
      expect(verdict({ ...spread, zIfUnknownPlaced: -limit - 1e-9 }).code).toBe('worse');
      expect(verdict({ ...spread, zIfUnknownPlaced: -limit + 1e-9 }).code).toBe('no_verdict');
    });

    it('is not asked at 5 % unknown or less, nor of other verdicts', () => {
      expect(verdict({ ...worse, unknownShare: 0.05, zIfUnknownPlaced: 0 }).code).toBe('worse');
      expect(verdict({ ...worse, z: 5, O: 60, zIfUnknownPlaced: 0 }).code).toBe('better');
      expect(verdict({ ...worse, z: -2.5, zIfUnknownPlaced: 0 })).toMatchObject({ code: 'as_expected', band: 'below_95' });
    });
  });

  it('is mirrored when everything is', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), fc.integer({ min: -30, max: 30 }), fc.double({ min: 0, max: 0.05, noNaN: true }), (z, surplus, tau2) => {
        const [up, down] = [verdict({ ...base, z, O: 40 + surplus, tau2 }), verdict({ ...base, z: -z, O: 40 - surplus, tau2 })];
        expect(down.zAdj).toBeCloseTo(-(up.zAdj ?? NaN), 12);
        expect(down.code).toBe({ better: 'worse', worse: 'better', as_expected: 'as_expected', no_verdict: 'no_verdict' }[up.code]);
      }),
    );
  });
});

describe('pairwise', () => {
  it('compares the ratios', () => {
    expect(pairwise({ O: 30, E: 20, V: 10 }, { O: 10, E: 20, V: 6 })).toEqual({ diffRatio: 1, z: expect.closeTo(1 / Math.sqrt(16 / 400), 12), distinguishable: true });
    expect(pairwise({ O: 10, E: 20, V: 6 }, { O: 30, E: 20, V: 10 })).toEqual({ diffRatio: -1, z: expect.closeTo(-5, 12), distinguishable: true });
  });

  it('tells apart from 1.96 on, and does with one variance alone', () => {
    expect(pairwise({ O: 2.96, E: 1, V: 1 }, { O: 1, E: 1, V: 0 })).toMatchObject({ z: 1.96, distinguishable: true });
    expect(pairwise({ O: 2.9599, E: 1, V: 0 }, { O: 1, E: 1, V: 1 })).toMatchObject({ distinguishable: false });
    expect(pairwise({ O: 0, E: 1, V: 1 }, { O: 0, E: 1, V: 1 })).toEqual({ diffRatio: 0, z: 0, distinguishable: false });
  });
});
