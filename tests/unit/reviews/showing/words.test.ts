import { describe, expect, it } from 'vitest';
import { LOCALES, messages } from '#i18n/index.ts';
import { askedOf, type Round } from '#features/reviews/showing/rounds.ts';
import { allowedFilter, figuresFor, offeredFilters } from '#features/reviews/showing/filters.ts';
import type { DimensionFigures, ScoreDocument } from '#features/reviews/showing/score.ts';
import { intervalText, ratingOf, reviewsLine, saidOf, scoreText, stateWhyText } from '#features/reviews/showing/view.ts';
import { lix } from '#tests/support/lix.ts';

const figures: DimensionFigures = { answers: 12, bars: [0, 1, 2, 5, 4], state: 'score', score: 3.94, lower: 3.71, upper: 4.18, effectiveN: 11 };
const none = { ...figures, score: null, lower: null, upper: null };
const document = (reviewers: number, years: string[] = ['2026'], again: DimensionFigures | null = figures): ScoreDocument => ({
  method: '1', quarter: '2026Q4', reviewers, totalsOnly: 0, since: '2025Q4', standing: null, years: years.map((year) => ({ year, reviewers: reviewers / years.length, bars: {} })),
  dimensions: { fit: null, heard: null, able: null, contacts: null, closer: null, again },
});

describe('figures in words', () => {
  it('a score has one decimal, its interval goes outward', () => {
    expect([scoreText('da', figures), intervalText('da', figures)]).toEqual(['3,9 af 5', 'nok mellem 3,7 og 4,2']);
    expect(intervalText('en', { lower: 3.7, upper: 4.2 })).toBe('probably between 3.7 and 4.2');
  });

  it('without one it says why', () => {
    expect([scoreText('en', { ...none, state: 'divided' }), scoreText('en', { ...none, state: 'too-few' }), scoreText('en', null)]).toEqual(['Opinions are divided', 'Too few for a score', 'Too few answers']);
    expect(stateWhyText('en', null)).toContain('Fewer than five');
    expect(stateWhyText('en', figures)).toBeNull();
    expect(intervalText('en', none)).toBeNull();
  });

  it('one line for a card, with how many it rests on', () => {
    expect(reviewsLine('en', saidOf(document(12)))).toBe('Would choose it again: 3.9 of 5, probably between 3.7 and 4.2 (12 reviews)');
    expect(reviewsLine('en', saidOf(document(12, [], { ...none, state: 'divided' })))).toBe('Opinions are divided (12 reviews)');
    expect(reviewsLine('en', null)).toBeNull();
  });

  it('search engines are told what the page shows', () => {
    expect(ratingOf(document(12))).toEqual({ score: 3.9, count: 12 });
    expect([ratingOf(null), ratingOf(document(12, [], { ...none, state: 'divided' })), ratingOf(document(12, [], null))]).toEqual([null, null, null]);
  });
});

describe('who was asked', () => {
  const round = (changes: Partial<Round>): Round => ({ stays: 20, invited: 20, redeemed: 8, over: true, disputed: false, ...changes });
  it('is told of rounds that are over, in bands', () => {
    expect(askedOf([round({}), round({ redeemed: 2, disputed: true }), round({ over: false })])).toEqual({ over: true, stays: 40, invited: 40, band: 'under50', unequal: false, disputed: true, ongoing: 1 });
    expect(askedOf([round({ over: false })])).toEqual({ over: false, ongoing: 1 });
  });
  it.each([[1, 'under10'], [2, 'under25'], [5, 'under50'], [10, 'under50'], [11, 'over50']] as const)('%i of 20 is %s', (redeemed, band) => {
    expect(askedOf([round({ redeemed })])).toMatchObject({ band });
  });
  it('says when not everybody was, and nothing of answers when nobody was', () => {
    expect(askedOf([round({ invited: 17 })])).toMatchObject({ unequal: true });
    expect(askedOf([round({ invited: 18 })])).toMatchObject({ unequal: false });
    expect(askedOf([round({ invited: 0, redeemed: 0 })])).toMatchObject({ band: null, unequal: true });
  });
});

describe('parts of the reviews', () => {
  const scores = { total: document(20, ['2026', '2025']), programmes: new Map([['a', document(12)], ['b', document(8)]]) };
  it('are offered where there is a choice', () => {
    expect(offeredFilters(scores, null)).toEqual({ programmes: ['a', 'b'], years: ['2026', '2025'] });
    expect(offeredFilters(scores, 'a').years).toEqual([]);
    expect(offeredFilters({ total: document(12), programmes: new Map([['a', document(12)]]) }, null)).toEqual({ programmes: [], years: [] });
    expect(offeredFilters({ total: document(20), programmes: new Map([['a', document(12)]]) }, null).programmes).toEqual(['a']);
  });
  it('what may not be shown falls away', () => {
    expect(allowedFilter(scores, { programme: 'a', year: '2025' })).toEqual({ programme: 'a', year: null });
    expect(allowedFilter(scores, { programme: 'x', year: '1999' })).toEqual({ programme: null, year: null });
    expect(figuresFor(scores, { programme: 'b', year: null })).toMatchObject({ kind: 'scores', document: { reviewers: 8 } });
    expect(figuresFor(scores, { programme: null, year: '2025' })).toMatchObject({ kind: 'year', figures: { year: '2025' } });
  });
});

describe('wording', () => {
  const texts = (part: unknown): string[] =>
    typeof part === 'string' ? [part] : typeof part === 'function' ? [String(part(10, '3'))] : typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];
  it('of reviews reads easily in Danish', () => {
    expect(lix(texts(messages('da').experiences).filter((text) => text.split(' ').length > 3).join('\n'))).toBeLessThan(35);
  });
  it.each(LOCALES)('has nothing empty in %s', (locale) => {
    expect(texts(messages(locale).experiences).filter((text) => text.trim() === '')).toEqual([]);
  });
});
