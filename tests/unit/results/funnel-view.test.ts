/** The funnel plot: what is drawn, what is said with it, and what instead of it. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#i18n/index.ts';
import { funnelDrawing, funnelLines, funnelNotes } from '#features/results/funnel-view.ts';
import { criticalValue, funnelLimitsBinomial, funnelLimitsOverdispersed, type VerdictCode } from '#features/results/method/index.ts';
import type { ComparisonSummary, FunnelPoint, PublishedComparison } from '#features/results/model.ts';

const summary = (change: Partial<ComparisonSummary> = {}): ComparisonSummary => ({
  measure: 'E6', window: { from: '2023-07-01', to: '2025-06-30', halfYears: [] }, plannedDays: null, model: 'strata', R: 0.4, peers: 30, phi: 2, tau2: 0.0144, tau: 0.12,
  rankability: 0.6, mayRank: false, crit95: criticalValue(0.95, 30, 0.0144), crit998: criticalValue(0.998, 30, 0.0144), strata: [], areas: [],
  codes: { better: 0, as_expected: 0, worse: 0, no_verdict: 0 }, ...change,
});
const point = (providerId: number, code: VerdictCode, x: number, y: number, oneIn = 1): FunnelPoint => ({ providerId, slug: `p${providerId}`, name: `Bro ${providerId}`, code, band: null, grade: 'A', n: x, x, y, oneIn });
const points = [point(1, 'better', 400, 0.6), point(2, 'as_expected', 40.4, 0.4), point(3, 'worse', 100, 0.2), point(4, 'no_verdict', 12, 0.345)];
const comparison = (change: Partial<PublishedComparison> = {}): PublishedComparison => ({
  measure: 'E6', window: summary().window, grade: 'A', code: 'as_expected', band: 'inside', reasons: [], withheld: null,
  figures: { n: 40, O: 16, E: 16, V: 9, z: 0, zIfUnknownPlaced: null, unknownShare: 0, informativeShare: 1, ownShare: 0, expectedRate: 0.4, ratio: null, poisson: null, zAdj: 0, point: { x: 40, y: 0.4 } },
  ...change,
});
const notes = (change: Partial<ComparisonSummary>, own: PublishedComparison | null = comparison()) => funnelNotes('da', 'Bro 2', summary(change), own, points);

describe('what is drawn', () => {
  const drawing = funnelDrawing('da', summary(), points, 2);

  it('a shape and a word for each verdict, the reader’s own without a link', () => {
    expect(drawing?.rows.map(({ shape, word, here, href }) => ({ shape, word, here, href }))).toEqual([
      { shape: 'up', word: 'Bedre end forventet', here: false, href: '/providers/p1/results' },
      { shape: 'dot', word: 'Som forventet', here: true, href: null },
      { shape: 'down', word: 'Dårligere end forventet', here: false, href: '/providers/p3/results' },
      { shape: 'open', word: 'Vi kan ikke afgøre det', here: false, href: '/providers/p4/results' },
    ]);
  });

  it('whole numbers, and never a bare per cent', () => {
    expect(drawing?.rows.map(({ weight, share }) => [weight, share])).toEqual([['400', '60 ud af 100'], ['40', '40 ud af 100'], ['100', '20 ud af 100'], ['12', '35 ud af 100']]);
    expect(JSON.stringify(drawing?.rows)).not.toContain('%');
  });

  it('places inside the picture, heavier ones farther to the right', () => {
    const [a, b, c, d] = (drawing?.rows ?? []).map(({ place }) => place[0]);
    expect([d, b, c, a]).toEqual([a, b, c, d].toSorted((one = 0, two = 0) => one - two));
    expect(a).toBeLessThan(1);
  });

  it('counts of each verdict in the alternative text', () => {
    expect(drawing?.alternative).toContain('4 leverandører. Bedre end forventet: 1. Som forventet: 1. Dårligere end forventet: 1. Vi kan ikke afgøre det: 1.');
  });

  it('links in the reader’s language', () => {
    expect(funnelDrawing('fi', summary(), points, 2)?.rows[0]?.href).toBe('/fi/providers/p1/results');
  });

  it('how many one mark stands for', () => {
    expect(drawing?.oneIn).toBe(1);
    expect(funnelDrawing('da', summary(), [point(8, 'better', 10, 0.5, 7)], 2)?.oneIn).toBe(7);
  });

  it('nothing without a comparison, with one that does not hold, or without a mark', () => {
    expect(funnelDrawing('da', null, points, 2)).toBeNull();
    expect(funnelDrawing('da', summary({ model: 'rejected' }), points, 2)).toBeNull();
    expect(funnelDrawing('da', summary(), [], 2)).toBeNull();
  });
});

describe('lines', () => {
  it('are the limits of the method at 95 % and 99.8 %, and exact ones of chance alone', () => {
    const all = summary();
    const lines = funnelLines(all, 10, 500);
    expect(lines.map(({ tone }) => tone)).toEqual(['chance', 'chance', 'thin', 'thick']);
    const [narrow, wide, thin, thick] = lines;
    for (const { x, lower, upper } of thin?.points ?? []) expect({ lower, upper }).toEqual(funnelLimitsOverdispersed(0.4, x, all.tau2, all.crit95));
    for (const { x, lower, upper } of thick?.points ?? []) expect({ lower, upper }).toEqual(funnelLimitsOverdispersed(0.4, x, all.tau2, all.crit998));
    for (const { x, lower, upper } of narrow?.points ?? []) expect({ lower, upper }).toEqual(funnelLimitsBinomial(0.4, x, 0.95));
    for (const { x, lower, upper } of wide?.points ?? []) expect({ lower, upper }).toEqual(funnelLimitsBinomial(0.4, x, 0.998));
    expect([thin?.points[0]?.x, thin?.points.at(-1)?.x]).toEqual([expect.closeTo(10), expect.closeTo(500)]);
  });

  it('are of chance alone where there are too few to know what is normal, and none without a rate', () => {
    expect(funnelLines(summary({ peers: 9 }), 10, 500).map(({ tone }) => tone)).toEqual(['chance', 'chance']);
    expect(funnelLines(summary({ peers: 10 }), 10, 500)).toHaveLength(4);
    for (const R of [null, 0, 1]) expect(funnelLines(summary({ R }), 10, 500)).toEqual([]);
  });
});

describe('what is said', () => {
  it('the spread that nobody can explain, and that providers are not numbered', () => {
    expect(notes({})).toEqual(['Typisk forskel mellem leverandører, som vi ikke kan forklare: ± 12 procent.', 'Forskellene er for usikre til at nummerere leverandørerne.']);
    expect(notes({ tau2: 0.00001, tau: 0.003 })[0]).toContain('± 1 procent');
  });

  it('where chance explains all', () => {
    expect(notes({ tau2: 0, tau: 0 })[0]).toBe('Forskellene mellem leverandørerne er ikke større, end tilfældet alene kan lave.');
  });

  it('between which places, only where providers may be numbered', () => {
    const own = comparison({ rank: { from: 3, to: 11, of: 30 } });
    expect(notes({ mayRank: true }, own).at(-1)).toBe('Bro 2 ligger sandsynligvis mellem plads 3 og 11 af 30. Plads 1 har det højeste tal.');
    expect(notes({ mayRank: false }, own).join(' ')).not.toContain('plads 3');
    expect(notes({ mayRank: true })).toHaveLength(1);
  });

  it('that there are too few to know what is normal: nothing of spread or order', () => {
    expect(notes({ peers: 9 })).toEqual(['Kun 9 leverandører kan sammenlignes. Der skal være mindst 10, før vi ved, hvad der er normalt.']);
  });

  it('why the reader’s own has no mark', () => {
    const held = comparison({ code: 'no_verdict', figures: null, withheld: 'disclosure', reasons: ['n_lt_30'] });
    expect(notes({}, held)[0]).toBe('Bro 2 har ikke noget mærke på billedet, fordi: tallene kunne røbe noget om enkelte personer; færre end 30 deltagere.');
    expect(notes({}, null)[0]).toBe('Bro 2 har ikke noget mærke på billedet, fordi: der er ingen tal, vi kan sammenligne.');
    const figures = comparison().figures;
    expect(notes({}, comparison({ code: 'no_verdict', reasons: ['variance_zero'], figures: figures && { ...figures, point: null } }))[0]).toContain('intet at sammenligne med');
  });

  it('why there is no picture', () => {
    expect(funnelNotes('da', 'Bro', null, null, points)).toEqual(['Vi har ikke sammenlignet leverandører endnu. Derfor er der ikke noget billede.']);
    expect(notes({ model: 'rejected' })).toEqual(['Denne gang kunne vi ikke lave en sammenligning, der holder. Derfor er der ikke noget billede.']);
    expect(funnelNotes('da', 'Bro', summary(), null, [])).toEqual(['Ingen leverandører har tal, der kan vises på et billede.']);
  });

  it.each(LOCALES)('in %s with no place left empty', (locale) => {
    const every = [
      ...funnelNotes(locale, 'Bro', summary({ mayRank: true }), comparison({ rank: { from: 1, to: 2, of: 30 } }), points), ...funnelNotes(locale, 'Bro', summary({ peers: 1 }), null, points),
      ...funnelNotes(locale, 'Bro', summary({ tau2: 0 }), comparison(), points), ...funnelNotes(locale, 'Bro', null, null, []), funnelDrawing(locale, summary(), points, 1)?.alternative ?? '',
    ];
    for (const text of every) expect(text).toMatch(/^[A-ZÆØÅÄÖ].*\.$/);
    for (const text of every) expect(text).not.toMatch(/undefined|NaN|\bnull\b|#/);
  });
});
