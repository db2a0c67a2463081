import { describe, expect, it } from 'vitest';
import { catalogueProvider } from '#features/catalogue/input.ts';
import type { PublishedComparison } from '#features/results/model.ts';
import { createRegister } from '#features/regions/register.ts';
import type { DimensionFigures, ScoreDocument } from '#features/reviews/showing/score.ts';
import { buildSummary, isClosed, summaryHash } from '#features/search/projection.ts';
import { aFullProvider, aProgramme, aProvider, type ProviderInput } from '#tests/factories/catalogue.ts';

const region = (code: string, parent: string | null) => ({
  code, scheme: code.split(':')[0] ?? code, country: code.slice(0, 2), parent, names: { en: code }, aliases: [], lat: null, lon: null, population: null, neighbours: [],
});
const register = createRegister({
  regions: [region('dk', null), region('dk-region:1085', 'dk'), region('dk-kommune:0265', 'dk-region:1085'), region('dk-kommune:0259', 'dk-region:1085')],
  targetGroups: [], sectors: [], districts: [],
});
const summaryOf = (input: ProviderInput, day = '2026-11-25', comparisons: readonly PublishedComparison[] = []) => {
  const { programmes, results: _, ...profile } = catalogueProvider.parse(input);
  return buildSummary({ id: 1, slug: 'x', profile, programmes: programmes ?? [], openings: [], enquiries: [], results: [], comparisons, reviews: null, approved: null }, register, day);
};
const free = { amount: 0, currency: 'DKK', per: 'participant' as const, paidBy: 'citizen' as const };
const paid = { amount: 50_000, currency: 'DKK', per: 'participant' as const, paidBy: 'citizen' as const };

describe('a summary', () => {
  it('expands coverage and every region above it, of the provider and of its programmes', () => {
    expect(summaryOf(aProvider({ coverage: ['dk-region:1085'] })).areas).toEqual(['dk', 'dk-kommune:0259', 'dk-kommune:0265', 'dk-region:1085']);
    expect(summaryOf(aProvider({ coverage: [], programmes: [aProgramme({ coverage: ['dk-kommune:0259'] })] })).areas).toContain('dk-kommune:0259');
  });

  it('says of reviews what is shown, and their tier by evidence alone', () => {
    const { id, programmes: _p, results: _r, ...rest } = catalogueProvider.parse(aProvider());
    const of = (reviews: ScoreDocument | null) => buildSummary({ id: 1, slug: 'x', profile: { ...rest, id }, programmes: [], openings: [], enquiries: [], results: [], comparisons: [], reviews, approved: null }, register, '2026-11-25');
    const figures: DimensionFigures = { answers: 12, bars: [0, 0, 2, 5, 5], state: 'score', score: 4.02, lower: 3.7, upper: 4.3, effectiveN: 11.2 };
    const document = (standing: ScoreDocument['standing']): ScoreDocument => ({
      method: '1', quarter: '2026Q4', reviewers: 12, totalsOnly: 0, since: '2026Q2', years: [], standing, dimensions: { fit: figures, heard: figures, able: figures, contacts: null, closer: null, again: figures },
    });
    expect(of(null)).toMatchObject({ experiences: null, tiers: { experiences: 'cannot-tell' } });
    expect(of(document('above'))).toMatchObject({ experiences: { reviewers: 12, again: { state: 'score', score: 4.02, lower: 3.7, upper: 4.3 } }, tiers: { experiences: 'better', results: 'cannot-tell' } });
    expect([of(document('alike')), of(document('below')), of(document(null))].map(({ tiers }) => tiers.experiences)).toEqual(['as-expected', 'worse', 'cannot-tell']);
  });

  it('knows a country even without coverage: by address, else by its number', () => {
    expect(summaryOf(aProvider({ coverage: [], locations: [{ region: 'se-kommun:1280' }] })).countries).toEqual(['se']);
    expect(summaryOf(aProvider({ id: { scheme: 'us-nj-etpl', value: '1' }, coverage: [] })).countries).toEqual(['us']);
    expect(summaryOf(aProvider({ id: { scheme: 'demo', value: '1' }, coverage: [] })).countries).toEqual([]);
  });

  it('says free when one open programme is, not free when prices are known and none is, and else that nothing is known', () => {
    const of = (...prices: object[][]) => summaryOf(aProvider({ programmes: prices.map((each, i) => aProgramme({ code: `p${i}`, prices: each as never })) })).freeForCitizen;
    expect([of([paid], [free]), of([paid]), of([]), of([paid], [])]).toEqual([true, false, null, false]);
  });

  it('takes the lowest price for one participant, own currency first; hourly prices say nothing of it', () => {
    const of = (...prices: object[]) => summaryOf(aProvider({ programmes: [aProgramme({ prices: prices as never })] })).lowestPrice;
    expect(of(paid, { ...paid, amount: 1, currency: 'EUR' }, { ...paid, amount: 40_000 })).toEqual({ amount: 40_000, currency: 'DKK', paidBy: 'citizen' });
    expect(of({ ...paid, per: 'hour', amount: 1 })).toBeNull();
    expect(of(free)?.amount).toBe(0);
  });

  it('counts a programme until the day it ends, and zero weeks as zero', () => {
    const provider = aProvider({ programmes: [aProgramme({ endedOn: '2026-11-25', waitingWeeks: 9 }), aProgramme({ code: 'b', kind: 'mentoring', waitingWeeks: 0 })] });
    expect(summaryOf(provider, '2026-11-24')).toMatchObject({ services: ['job-search-course', 'mentoring'], waitingWeeks: 0 });
    expect(summaryOf(provider, '2026-11-25').services).toEqual(['mentoring']);
  });

  it('tells the groups of a programme from those of the provider', () => {
    const summary = summaryOf(aProvider({ targetGroups: [{ code: 'a' }], programmes: [aProgramme({ targetGroups: [{ code: 'b' }] })] }));
    expect([summary.groups, summary.programmeGroups]).toEqual([['a', 'b'], ['b']]);
  });

  it('says only what is said: nothing in, nothing known', () => {
    expect(summaryOf(aProvider({ programmes: [], languages: undefined, coverage: [] }))).toMatchObject({
      remote: null, waitingWeeks: null, lowestPrice: null, freeForCitizen: null, delivery: [], accessibility: [], headline: null, experiences: null, approved: null,
    });
    expect(summaryOf(aProvider({ locations: [{ region: 'dk-kommune:0265', wheelchairAccess: true }] })).accessibility).toEqual(['wheelchair']);
    expect(summaryOf(aProvider({ remote: true })).delivery).toEqual(['remote']);
  });

  it('has a hash that follows every field, and what pages show beside it', () => {
    const hashes = [aProvider(), aProvider({ name: 'Other' }), aFullProvider()].map((each) => summaryHash(summaryOf(each), 1));
    expect(new Set(hashes).size).toBe(3);
    expect(summaryHash(summaryOf(aFullProvider()), 1)).toBe(hashes[2]);
    expect(summaryHash(summaryOf(aFullProvider()), 2)).not.toBe(hashes[2]);
  });

  it('is closed from its day on', () => {
    const { programmes: _, results: __, ...profile } = catalogueProvider.parse(aProvider({ closedOn: '2026-11-25' }));
    expect([isClosed(profile, '2026-11-24'), isClosed(profile, '2026-11-25')]).toEqual([false, true]);
  });
});
