/** From rounded figures to verdict and place in the funnel plot: worked by hand (method.md 5.5, 7.3, 7.4, 8, 11.4). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalValues, decide, rounded, roundedBasis, roundedOrNull, type Basis } from '#features/results/release/decide.ts';

/** 60 of 100 in work where 50 were expected. */
const BASIS: Basis = { n: 100, O: 60, E: 50, V: 25, z: 3.5, zIfUnknownPlaced: null, unknownShare: 0.02, informativeShare: 1, ownShare: 0.1 };
const SPREAD = { R: 0.5, tau2: 0, peers: 12 };

describe('rounding to four digits', () => {
  it.each([[1234.5, 1235], [0.123449, 0.1234], [12.345678, 12.35], [-0.00098765, -0.0009877], [0, 0], [100, 100]])('%d is %d', (value, expected) => {
    expect(rounded(value)).toBe(expected);
  });

  it('rounds what is worked out, and no counts', () => {
    expect(roundedBasis({ ...BASIS, n: 123_456, O: 65_432, E: 50.00049, V: 25.00501, z: -1.23456, zIfUnknownPlaced: 0.99996, unknownShare: 1 / 3 })).toEqual({
      n: 123_456, O: 65_432, E: 50, V: 25.01, z: -1.235, zIfUnknownPlaced: 1, unknownShare: 0.3333, informativeShare: 1, ownShare: 0.1,
    });
    expect(roundedOrNull(null)).toBeNull();
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(rounded(rounded(value))).toBe(rounded(value));
    }));
  });
});

describe('critical values', () => {
  it('are normal without spread between providers, and of Student with it', () => {
    const normal = criticalValues({ ...SPREAD, tau2: 0 });
    expect(normal.crit95).toBeCloseTo(1.959963984540054, 9);
    expect(normal.crit998).toBeCloseTo(3.090232306167813, 9);
    // Ten degrees of freedom for twelve peers.
    const student = criticalValues({ ...SPREAD, tau2: 0.01 });
    expect(student.crit95).toBeCloseTo(2.2281388520, 8);
    expect(student.crit998).toBeCloseTo(4.1437004940, 8);
  });
});

describe('a decision', () => {
  it('by hand: better, with every figure beside it', () => {
    const { code, band, reasons, figures } = decide(BASIS, 'A', SPREAD);
    expect({ code, band, reasons }).toEqual({ code: 'better', band: 'above_998', reasons: [] });
    // Wilson of 60 / 100 is 0.5020 to 0.6906, divided by 0.5; Byar of 60 is 45.78 to 77.23, divided by 50; (1 - R) E² / (R V) = 100.
    expect(figures).toEqual({
      ...BASIS, expectedRate: 0.5, zAdj: 3.5,
      ratio: { value: 1.2, lower: 1.004, upper: 1.381 },
      poisson: { method: 'byar', lower: 0.9157, upper: 1.545 },
      point: { x: 100, y: 0.6 },
    });
  });

  it('spread between providers takes from the distance: s² = tau², so z is divided by the root of two', () => {
    expect(decide(BASIS, 'B', { ...SPREAD, tau2: 0.01 })).toMatchObject({ code: 'as_expected', band: 'above_95', figures: { zAdj: 2.475 } });
  });

  it('has an exact Poisson limit below ten', () => {
    // chi²(0.025; 18) / 2 = 4.115 and chi²(0.975; 20) / 2 = 17.085, divided by 10.
    expect(decide({ ...BASIS, O: 9, E: 10, z: -0.3 }, 'A', SPREAD).figures.poisson).toEqual({ method: 'exact', lower: 0.4115, upper: 1.708 });
  });

  it.each([
    ['nobody was placed at all', 0, null],
    ['everybody was', 1, null],
    ['there is no common rate', null, null],
    ['more were placed than the axis is high', 0.9, { x: 11.11, y: 1 }],
  ])('draws a point only where there is one: %s', (_what, R, point) => {
    expect(decide(BASIS, 'A', { ...SPREAD, R }).figures.point).toEqual(point);
  });

  it('says worse only where it stands with the unknown counted as placed', () => {
    const low = { ...BASIS, O: 35, z: -3.5, unknownShare: 0.1 };
    expect(decide({ ...low, zIfUnknownPlaced: -3.2 }, 'A', SPREAD)).toMatchObject({ code: 'worse', band: 'below_998', reasons: [] });
    expect(decide({ ...low, zIfUnknownPlaced: -3 }, 'A', SPREAD)).toMatchObject({ code: 'no_verdict', reasons: ['depends_on_unknown'] });
  });

  it('without variance has no verdict, and no point', () => {
    expect(decide({ ...BASIS, V: 0, z: null }, 'A', SPREAD)).toMatchObject({ code: 'no_verdict', band: null, reasons: ['variance_zero'], figures: { zAdj: null, point: null } });
  });
});
