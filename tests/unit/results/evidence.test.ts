/** What a check makes of reported results: method.md section 3. */
import { describe, expect, it } from 'vitest';
import { drawSample, registerOutcome, sampleOutcome } from '#features/results/evidence.ts';

const checked = { placements: 100, unknownShare: 0, coverage: null };

describe('a sample of counted placements', () => {
  it('is thirty, or all where there are fewer', () => {
    expect(drawSample(100, 'a')).toHaveLength(30);
    expect(drawSample(7, 'a')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(drawSample(0, 'a')).toEqual([]);
  });

  it('can be drawn again, differs with the seed, and looks everywhere', () => {
    expect(drawSample(100, 'a')).toEqual(drawSample(100, 'a'));
    expect(drawSample(100, 'a')).not.toEqual(drawSample(100, 'b'));
    const times = new Array<number>(101).fill(0);
    for (let seed = 0; seed < 400; seed += 1) for (const number of drawSample(100, String(seed))) times[number] = (times[number] ?? 0) + 1;
    // 400 × 0.3 = 120 each; five standard deviations are 46.
    for (const count of times.slice(1)) expect(Math.abs(count - 120)).toBeLessThan(46);
  });

  it.each([
    [0, 'documented', null],
    [1, 'documented', null],
    [2, 'self-reported', 'errors'],
  ])('with %i errors gives %s', (errors, evidence, shortfall) => {
    expect(sampleOutcome(checked, errors)).toEqual({ evidence, shortfall });
  });

  it('does not help where too few starts are told, nor where nothing was counted', () => {
    const known = (told: number) => sampleOutcome({ ...checked, coverage: { told, known: 100 } }, 0);
    expect(known(95)).toEqual({ evidence: 'documented', shortfall: null });
    expect(known(94)).toEqual({ evidence: 'self-reported', shortfall: 'coverage' });
    expect(sampleOutcome({ ...checked, placements: 0 }, 0)).toEqual({ evidence: 'self-reported', shortfall: 'no-placements' });
  });
});

describe('a register confirmation', () => {
  it.each([
    [0.05, null, 'register', null],
    [0.051, null, 'self-reported', 'unknown'],
    [0, { told: 90, known: 100 }, 'register', null],
    [0, { told: 89, known: 100 }, 'self-reported', 'coverage'],
  ])('with %d unknown and coverage %o gives %s', (unknownShare, coverage, evidence, shortfall) => {
    expect(registerOutcome({ placements: 10, unknownShare, coverage })).toEqual({ evidence, shortfall });
  });
});
