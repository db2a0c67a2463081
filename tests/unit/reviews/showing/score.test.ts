import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewScore, reviewWeights, PARAMETERS } from '#features/results/method/index.ts';
import type { AttendanceDocument, CountedBatch, ScoreDocument } from '#features/reviews/showing/score.ts';
import { priorOf, scoreRows } from '#features/reviews/showing/score.ts';
import { countsOf, leftoverCounts, NO_BARS, partsToShow, perDimension, sumOf, type Bars } from '#features/reviews/showing/counts.ts';
import type { Rating, Ratings } from '#features/reviews/content.ts';
import { ageDays, firstDay } from '#features/reviews/showing/quarters.ts';

const NOBODY = perDimension(() => NO_BARS);
const all = (value: Rating | null): Ratings => perDimension(() => value);
const batch = (quarter: string, values: readonly (Rating | null)[], programme: string | null = 'job'): CountedBatch => ({ quarter, counts: countsOf(programme, values.map(all)), byAttendance: null });
const total = (batches: readonly CountedBatch[], quarter = '2026Q4', reference = NOBODY) =>
  (scoreRows(batches, reference, quarter).find((row) => row.programmeCode === '' && row.attendance === '')?.document ?? null) as ScoreDocument | null;

describe('the score', () => {
  it('is that of the method, review by review', () => {
    const old: Rating[] = [1, 2, 3, 4, 5, 5, 4];
    const recent: Rating[] = [4, 4, 5, 5, 5, 4, 3, 4];
    const reference = perDimension((): Bars => [3, 5, 9, 20, 11]);
    const figures = total([batch('2025Q2', old), batch('2026Q4', recent)], '2026Q4', reference)?.dimensions.again;
    const ages = [...old.map(() => ageDays('2025Q2', '2026Q4')), ...recent.map(() => 0)];
    const { halfLifeDays, maxAgeDays, priorWeight } = PARAMETERS.reviews;
    const { weights, effectiveN } = reviewWeights(ages, halfLifeDays, maxAgeDays);
    const counts = [1, 2, 3, 4, 5].map((value) => sumOf([...old, ...recent].map((each, i) => (each === value ? (weights[i] ?? 0) : 0))));
    const { score, lower, upper } = reviewScore(counts, priorOf([3, 5, 9, 20, 11]), priorWeight, 0.9);
    expect(figures).toMatchObject({ answers: 15, bars: [1, 1, 2, 6, 5], state: 'score', score: Number(score.toFixed(2)), lower: Number(lower.toFixed(2)), upper: Number(upper.toFixed(2)) });
    expect(figures?.effectiveN).toBe(Number(effectiveN.toFixed(1)));
  });

  it('is hidden behind the bars where opinions are divided', () => {
    expect(total([batch('2026Q4', [1, 1, 1, 1, 5, 5, 5, 5, 5, 3])])?.dimensions.fit).toMatchObject({ state: 'divided', score: null, bars: [4, 0, 1, 0, 5] });
  });

  it('is too unsure where most of it is long ago', () => {
    const figures = total([batch('2024Q1', [4, 4, 4, 4]), batch('2026Q4', [4, 4])])?.dimensions.fit;
    expect(figures?.effectiveN).toBeLessThan(5);
    expect(figures).toMatchObject({ state: 'too-few', answers: 6, score: null, lower: null, upper: null });
  });

  it('counts nobody after three years, and shows nothing of fewer than five', () => {
    expect(total([batch('2023Q3', [4, 4, 4, 4, 4])])).toBeNull();
    expect(total([batch('2024Q1', [4, 4, 4, 4, 4])])).not.toBeNull();
    expect(total([batch('2026Q4', [4, 4, 4, 4])])).toBeNull();
    expect(total([batch('2026Q4', [4, 4, 4, 4, null])])?.dimensions.fit).toBeNull();
  });

  it('draws nobody towards what a single provider says', () => {
    expect(priorOf(NO_BARS)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
    expect(sumOf(priorOf([0, 1, 2, 3, 4]))).toBeCloseTo(1, 12);
  });

  it('stands apart from all providers only by evidence', () => {
    const reference = perDimension((): Bars => [10, 20, 40, 20, 10]);
    const standing = (values: Rating[]) => total([batch('2026Q4', values)], '2026Q4', reference)?.standing;
    expect(standing(Array.from({ length: 30 }, () => 5))).toBe('above');
    expect(standing(Array.from({ length: 30 }, () => 1))).toBe('below');
    expect(standing([3, 3, 3, 4, 4])).toBe('alike');
    expect(standing([1, 1, 1, 1, 5, 5, 5, 5, 5, 3])).toBeNull();
  });

  it('the same input gives the same bytes, in whatever order it comes', () => {
    const batches = [batch('2026Q1', [4, 4, 4, 5, 5]), batch('2026Q4', [1, 2, 3, 4, 5], 'other'), batch('2025Q4', [3, 3, 3, 3, 3], null)];
    const bytes = JSON.stringify(scoreRows(batches, NOBODY, '2026Q4').map(({ document, ...key }) => [key, (document as ScoreDocument).reviewers]));
    expect(JSON.stringify(scoreRows([...batches].reverse(), NOBODY, '2026Q4').map(({ document, ...key }) => [key, (document as ScoreDocument).reviewers]))).toBe(bytes);
  });
});

describe('quarters', () => {
  it.each([['2026Q1', '2026-01-01'], ['2026Q2', '2026-04-01'], ['2026Q3', '2026-07-01'], ['2026Q4', '2026-10-01']])('%s begins on %s', (quarter, day) => {
    expect(firstDay(quarter)).toBe(day);
  });
  it('are as old as the days between their beginnings', () => {
    expect(ageDays('2025Q4', '2026Q4')).toBe(365);
    expect(ageDays('2027Q1', '2026Q4')).toBe(0);
  });
});

describe('parts of a whole', () => {
  it('leave no small rest', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(14), { maxLength: 8 }), fc.nat(8), (sizes, rest) => {
        const whole = sumOf(sizes) + rest;
        const shown = partsToShow(sizes, whole);
        const left = whole - sumOf(sizes.filter((_, i) => shown[i]));
        sizes.forEach((size, i) => shown[i] && expect(size).toBeGreaterThanOrEqual(5));
        if (shown.includes(true)) expect(left === 0 || left >= 5).toBe(true);
      }),
    );
  });

  it('are all shown where they may', () => {
    expect(partsToShow([5, 9], 14)).toEqual([true, true]);
    expect(partsToShow([5, 9, 3], 17)).toEqual([false, true, false]);
    expect(partsToShow([20], 24)).toEqual([false]);
  });

  it('programmes and years follow it', () => {
    const rows = scoreRows([batch('2026Q1', [4, 4, 4, 4, 4], 'a'), batch('2026Q2', [3, 3, 3, 3, 3, 3], 'b'), batch('2025Q2', [2, 2, 2, 2], 'c')], NOBODY, '2026Q4');
    expect(rows.map(({ programmeCode }) => programmeCode)).toEqual(['', 'b']);
    expect((rows[0]?.document as ScoreDocument).years).toEqual([]);
  });
});

describe('leftovers', () => {
  it('count in the total alone', () => {
    const rows = scoreRows([batch('2026Q1', [4, 4, 4, 4, 4], 'a'), batch('2026Q2', [1, 1, 1, 1, 1], null)], NOBODY, '2026Q4');
    expect(rows.map(({ programmeCode, document }) => [programmeCode, (document as ScoreDocument).reviewers])).toEqual([['', 10], ['a', 5]]);
  });

  it('an answer that few of them gave is nobody’s', () => {
    const ratings = [...Array.from({ length: 4 }, () => all(2)), { ...all(2), contacts: null }];
    const { dimensions, reviewers } = leftoverCounts(ratings);
    expect(reviewers).toBe(5);
    expect(dimensions.contacts).toEqual(NO_BARS);
    expect(dimensions.fit).toEqual([0, 5, 0, 0, 0]);
  });
});

describe('those who chose beside the others', () => {
  const released = (quarter: string, byAttendance: CountedBatch['byAttendance']): CountedBatch => ({ ...batch(quarter, [4, 4, 4, 4, 4]), byAttendance });
  it('have a score where all answers are told apart', () => {
    const rows = scoreRows([released('2026Q3', { classing: 0, chosen: [0, 0, 3, 4, 5], others: [0, 0, 5, 3, 3] })], NOBODY, '2026Q4');
    const apart = rows.filter((row) => row.attendance !== '');
    expect(apart.map(({ attendance, document }) => [attendance, (document as AttendanceDocument).counts])).toEqual([['chosen', [0, 0, 3, 4, 5]], ['mandated', [0, 0, 5, 3, 3]]]);
    expect(apart.map(({ document }) => (document as AttendanceDocument).again?.state)).toEqual(['score', 'score']);
  });
  it('have none where they are not, and counts as coarse as the coarsest of them', () => {
    const rows = scoreRows([released('2026Q2', { classing: 2, chosen: [3, 4], others: [3, 9] }), released('2026Q3', { classing: 0, chosen: [3, 3, 3, 4, 5], others: [3, 3, 5, 3, 3] })], NOBODY, '2026Q4');
    const apart = rows.filter((row) => row.attendance !== '').map(({ document }) => document as AttendanceDocument);
    expect(apart).toMatchObject([{ classing: 2, counts: [12, 13], again: null }, { classing: 2, counts: [14, 15], again: null }]);
  });
});
