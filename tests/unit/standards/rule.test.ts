import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaOf, type StandardDocument } from '#features/standards/model.ts';
import { applyRule, levelOf, type Score } from '#features/standards/rule.ts';
import { exampleStandard } from '#tests/support/standards.ts';
import { anyStandard } from './arbitrary.ts';

const SCORES = { met: ['not', 'partly', 'met'], five: [1, 2, 3, 4, 5] } as const;
const RANK = { refuse: 0, conditions: 1, approve: 2 };

/** A standard with at least one criterion, and a score for each. */
const scored = anyStandard
  .filter((document) => criteriaOf(document).length > 0)
  .chain((document) => fc.tuple(fc.constant(document), fc.tuple(...criteriaOf(document).map(({ criterion }) => fc.constantFrom<Score>(...SCORES[criterion.scale])))))
  .map(([document, scores]) => ({ document, scores: new Map(criteriaOf(document).map(({ criterion }, index) => [criterion.code, scores[index] as Score])) }));

const proposed = (document: StandardDocument, scores: ReadonlyMap<string, Score>) => {
  const answer = applyRule(document, scores);
  if (answer.state !== 'proposed') throw new Error('incomplete');
  return answer;
};

describe('the rule', () => {
  it('says what is missing before it proposes anything', () => {
    const document = exampleStandard();
    expect(applyRule(document, new Map())).toEqual({ state: 'incomplete', missing: criteriaOf(document).map(({ criterion }) => criterion.code) });
    // A score of the other scale is none.
    const all = new Map<string, Score>(criteriaOf(document).map(({ criterion }) => [criterion.code, criterion.scale === 'five' ? 5 : 'met']));
    expect(applyRule(document, new Map([...all, ['1.1', 'met']]))).toEqual({ state: 'incomplete', missing: ['1.1'] });
    expect(applyRule(document, all)).toMatchObject({ state: 'proposed', proposal: 'approve', percent: 100, against: [] });
  });

  it('turns points into levels by its own limits', () => {
    const rule = { metFrom: 4, partlyFrom: 3, approveFrom: 75, conditionsFrom: 60 };
    expect([1, 2, 3, 4, 5].map((score) => levelOf({ scale: 'five' }, score as Score, rule))).toEqual(['not', 'not', 'partly', 'met', 'met']);
    expect(levelOf({ scale: 'met' }, 'partly', rule)).toBe('partly');
    expect(levelOf({ scale: 'met' }, 3, rule)).toBeNull();
  });

  it('never approves with a mandatory criterion short, and never passes one that is not met', () => {
    fc.assert(
      fc.property(scored, ({ document, scores }) => {
        const { proposal, levels } = proposed(document, scores);
        const mandatory = levels.filter((each) => each.mandatory);
        if (mandatory.some(({ level }) => level === 'not')) expect(proposal).toBe('refuse');
        if (mandatory.some(({ level }) => level !== 'met')) expect(proposal).not.toBe('approve');
      }),
      { numRuns: 500 },
    );
  });

  it('a better finding never makes the answer worse', () => {
    fc.assert(
      fc.property(scored, fc.nat(), ({ document, scores }, pick) => {
        // Limits that cross are refused before anybody is asked about the standard.
        fc.pre(document.rule.conditionsFrom < document.rule.approveFrom && document.rule.partlyFrom < document.rule.metFrom);
        const criteria = criteriaOf(document);
        const chosen = criteria[pick % criteria.length]?.criterion;
        if (!chosen) return;
        const scale: readonly Score[] = SCORES[chosen.scale];
        const better = scale[Math.min(scale.length - 1, scale.indexOf(scores.get(chosen.code) as Score) + 1)] as Score;
        const [before, after] = [proposed(document, scores), proposed(document, new Map([...scores, [chosen.code, better]]))];
        expect(RANK[after.proposal]).toBeGreaterThanOrEqual(RANK[before.proposal]);
        expect(after.percent).toBeGreaterThanOrEqual(before.percent);
      }),
      { numRuns: 500 },
    );
  });

  it('counts without rounding: 74.9 per cent is not 75', () => {
    const [theme] = exampleStandard().themes;
    const [criterion] = theme?.criteria ?? [];
    if (!theme || !criterion) throw new Error('The example has criteria.');
    const make = (weights: number[]) => exampleStandard({ themes: [{ ...theme, criteria: weights.map((weight, n) => ({ ...criterion, code: `x${n}`, scale: 'met' as const, mandatory: false, weight })) }] });
    // 3 of 4 in weight is exactly 75.
    expect(proposed(make([3, 1]), new Map([['x0', 'met'], ['x1', 'not']]))).toMatchObject({ proposal: 'approve', percent: 75 });
    expect(proposed(make([5, 5, 5, 5, 3]), new Map([['x0', 'met'], ['x1', 'met'], ['x2', 'met'], ['x3', 'not'], ['x4', 'partly']]))).toMatchObject({ proposal: 'conditions', percent: 71 });
    // 14 of 19: 73.7.
    expect(proposed(make([5, 5, 4, 5]), new Map([['x0', 'met'], ['x1', 'met'], ['x2', 'met'], ['x3', 'not']]))).toMatchObject({ proposal: 'conditions', percent: 73 });
  });

  it('names what stands against, mandatory ones first', () => {
    const document = exampleStandard();
    const all = new Map<string, Score>(criteriaOf(document).map(({ criterion }) => [criterion.code, criterion.scale === 'five' ? 5 : 'met']));
    expect(proposed(document, new Map([...all, ['1.2', 'not'], ['2.3', 'partly']]))).toMatchObject({ proposal: 'conditions', against: ['2.3', '1.2'] });
  });
});
