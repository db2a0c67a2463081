import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMonthsBefore, runCheck, type CheckFacts, type CheckOutcome } from '#features/standards/checks.ts';
import type { MachineCheck } from '#features/standards/model.ts';
import { LEAST, simulate, suppress } from '#features/standards/simulation.ts';
import { exampleStandard } from '#tests/support/standards.ts';

const FACTS: CheckFacts = {
  day: '2026-11-26', window: ['2023H2', '2024H1', '2024H2', '2025H1'],
  halfYears: [{ half: '2024H2', grade: 'B' }, { half: '2025H1', grade: 'A' }],
  funnel: 'whole', programmes: [{ code: 'a', priced: true }], confirmedOn: '2026-06-01', area: 'dk-region:1084', location: false, coverage: true, invitations: { stays: 20, invited: 16 },
};
const said = (check: MachineCheck, changes: Partial<CheckFacts> = {}) => {
  const { outcome, reason } = runCheck(check, { ...FACTS, ...changes });
  return reason === null ? outcome : `${outcome}: ${reason}`;
};

describe('machine checks', () => {
  const reported = (halfYears: number, grade: 'A' | 'B' | 'C') => ({ kind: 'results-reported' as const, halfYears, grade });

  it('results: of each of the latest half-years, with good enough evidence', () => {
    expect(said(reported(2, 'B'))).toBe('met');
    expect(said(reported(1, 'A'))).toBe('met');
    expect(said(reported(2, 'A'))).toBe('not-met');
    expect(said(reported(3, 'C'))).toBe('not-met');
    // A quotation is no report, whatever is asked for.
    expect(said(reported(1, 'C'), { halfYears: [{ half: '2025H1', grade: 'D' }] })).toBe('not-met');
    expect(said(reported(2, 'B'), { window: null })).toBe('cannot-tell: no-release');
    expect(said(reported(4, 'B'), { window: ['2025H1'] })).toBe('cannot-tell: window-short');
  });

  it('the funnel: whole, in part, nothing shown, nothing reported', () => {
    const check = { kind: 'funnel-complete' as const };
    expect([said(check), said(check, { funnel: 'part' }), said(check, { funnel: 'withheld' }), said(check, { funnel: null }), said(check, { window: null })]).toEqual(['met', 'not-met', 'cannot-tell: withheld', 'not-met', 'cannot-tell: no-release']);
  });

  it('prices: of every programme that runs', () => {
    const check = { kind: 'prices-public' as const };
    expect(said(check)).toBe('met');
    expect(said(check, { programmes: [{ code: 'a', priced: true }, { code: 'b', priced: false }] })).toBe('not-met');
    expect(said(check, { programmes: [] })).toBe('cannot-tell: no-programmes');
  });

  it('confirmed: to the day', () => {
    const check = (months: number) => ({ kind: 'last-confirmed' as const, months });
    expect(said(check(6))).toBe('met');
    expect(said(check(6), { confirmedOn: '2026-05-26' })).toBe('met');
    expect(said(check(6), { confirmedOn: '2026-05-25' })).toBe('not-met');
    expect(said(check(6), { confirmedOn: null })).toBe('not-met');
    expect([dayMonthsBefore('2026-03-31', 1), dayMonthsBefore('2024-03-31', 1), dayMonthsBefore('2026-01-15', 13)]).toEqual(['2026-02-28', '2024-02-29', '2024-12-15']);
  });

  it('in the area: by an address, by coverage, or by either', () => {
    const check = (by: 'location' | 'coverage' | 'either') => ({ kind: 'in-area' as const, by });
    expect([said(check('location')), said(check('coverage')), said(check('either'))]).toEqual(['not-met', 'met', 'met']);
    expect([said(check('location'), { location: true }), said(check('either'), { location: true, coverage: false })]).toEqual(['met', 'met']);
    expect([said(check('coverage'), { coverage: null }), said(check('either'), { coverage: null })]).toEqual(['cannot-tell: partly', 'cannot-tell: partly']);
    expect(said(check('either'), { coverage: false })).toBe('not-met');
    expect(said(check('either'), { area: null })).toBe('cannot-tell: no-area');
  });

  it('invitations: counted without rounding', () => {
    const check = { kind: 'review-invitations' as const, percent: 80 };
    expect(said(check)).toBe('met');
    expect(said(check, { invitations: { stays: 20, invited: 15 } })).toBe('not-met');
    expect([said(check, { invitations: null }), said(check, { invitations: { stays: 0, invited: 0 } })]).toEqual(['cannot-tell: no-pools', 'cannot-tell: no-pools']);
  });

  it('keeps what decided, as JSON', () => {
    const { inputs } = runCheck(reported(2, 'B'), FACTS);
    expect(JSON.parse(JSON.stringify(inputs))).toEqual({ halfYears: 2, grade: 'B', asked: [{ half: '2024H2', grade: 'B' }, { half: '2025H1', grade: 'A' }] });
  });
});

describe('counts without names', () => {
  const count = fc.integer({ min: 0, max: 30 });
  const NAMES: CheckOutcome[] = ['met', 'not-met', 'cannot-tell'];

  it('nobody who knows how many there are can work out a number that is too small', () => {
    fc.assert(
      fc.property(count, count, count, (met, notMet, cannotTell) => {
        const counts = { met, 'not-met': notMet, 'cannot-tell': cannotTell };
        const total = met + notMet + cannotTell;
        fc.pre(total >= LEAST);
        const shown = suppress(counts);
        for (const name of NAMES) expect([null, counts[name]]).toContain(shown[name]);
        for (const name of NAMES) if (shown[name] !== null) expect(shown[name] === 0 || shown[name] >= LEAST).toBe(true);
        // Whatever else could lie behind the answer: each hidden number may be at least two different ones, one of them big enough.
        const hidden = NAMES.filter((name) => shown[name] === null);
        if (hidden.length === 0) return;
        const left = total - NAMES.reduce((sum, name) => sum + (shown[name] ?? 0), 0);
        expect(hidden.length).toBeGreaterThan(1);
        expect(left).toBeGreaterThanOrEqual(LEAST);
      }),
      { numRuns: 3_000 },
    );
  });

  it('shows what is big enough, and noughts', () => {
    expect(suppress({ met: 12, 'not-met': 8, 'cannot-tell': 0 })).toEqual({ met: 12, 'not-met': 8, 'cannot-tell': 0 });
    expect(suppress({ met: 12, 'not-met': 8, 'cannot-tell': 3 })).toEqual({ met: 12, 'not-met': null, 'cannot-tell': null });
    expect(suppress({ met: 2, 'not-met': 1, 'cannot-tell': 9 })).toEqual({ met: null, 'not-met': null, 'cannot-tell': null });
  });

  it('of too few providers nothing at all', () => {
    const few = simulate(exampleStandard(), Array.from({ length: LEAST - 1 }, () => FACTS));
    expect(few.providers).toBeNull();
    expect(JSON.stringify(few)).not.toMatch(/[1-9]\d*[,}]/);
  });

  it('counts each criterion that has a check, and the mandatory ones together', () => {
    const providers = [...Array.from({ length: 10 }, () => FACTS), ...Array.from({ length: 6 }, () => ({ ...FACTS, programmes: [{ code: 'a', priced: false }] })), ...Array.from({ length: 7 }, () => ({ ...FACTS, coverage: null }))];
    const { providers: all, criteria, mandatory } = simulate(exampleStandard(), providers);
    expect(all).toBe(23);
    expect(criteria.map(({ code }) => code)).toEqual(['2.1', '2.2', '2.3', '2.4', '4.2', '5.4']);
    expect(criteria.find(({ code }) => code === '2.3')?.counts).toEqual({ met: 17, 'not-met': 6, 'cannot-tell': 0 });
    expect(mandatory).toEqual({ met: 10, 'not-met': 6, 'cannot-tell': 7 });
  });
});
