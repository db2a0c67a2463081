import { describe, expect, test } from 'vitest';
import { leadingComparison, verdictReasons, verdictText, type SaidOfComparison } from '#features/results/compared.ts';
import { TIERS } from '#features/search/model.ts';
import { tierPlaces } from '#features/search/tiers.ts';
import { LOCALES, messages } from '#i18n/index.ts';

const row = (measure: 'E6' | 'S12', rest: Partial<SaidOfComparison> = {}): SaidOfComparison => ({ measure, code: 'as_expected', reasons: [], withheld: null, ...rest });

describe('the comparison that speaks for a provider', () => {
  const untold = (...reasons: SaidOfComparison['reasons']) => ({ code: 'no_verdict' as const, reasons });
  test('is E6, also where S12 would flatter', () => {
    expect(leadingComparison([row('E6', { code: 'worse' }), row('S12', { code: 'better' })])).toMatchObject({ measure: 'E6', code: 'worse' });
    expect(leadingComparison([row('S12', { code: 'better' }), row('E6', untold('n_lt_30'))])).toMatchObject({ measure: 'E6', code: 'no_verdict' });
  });
  test('is S12 where nothing can be compared on E6, and the other way round E6 stays', () => {
    expect(leadingComparison([row('E6', untold('no_stratum')), row('S12', { code: 'worse' })])).toMatchObject({ measure: 'S12', code: 'worse' });
    expect(leadingComparison([row('E6', untold('no_stratum'))])).toMatchObject({ measure: 'E6' });
    expect(leadingComparison([row('S12')])).toMatchObject({ measure: 'S12' });
    expect(leadingComparison([])).toBeNull();
  });
  test('a withheld E6 is not got round by S12', () => {
    for (const withheld of ['disclosure', 'first'] as const) {
      expect(leadingComparison([row('E6', { ...untold('no_stratum'), withheld }), row('S12', { code: 'better' })])).toMatchObject({ measure: 'E6', code: 'no_verdict' });
    }
  });
});

describe('its words', () => {
  test('are those of the method, in Danish and English', () => {
    expect(messages('en').terms.verdict).toEqual({ better: 'Better than expected', as_expected: 'As expected', worse: 'Worse than expected', no_verdict: 'We cannot tell' });
    expect(messages('da').terms.verdict).toEqual({ better: 'Bedre end forventet', as_expected: 'Som forventet', worse: 'Dårligere end forventet', no_verdict: 'Vi kan ikke afgøre det' });
    expect(messages('da').terms.reason).toMatchObject({
      grade: 'Oplyst af leverandøren selv; ikke kontrolleret', n_lt_30: 'Færre end 30 deltagere', expected_lt_5: 'For få til at sammenligne',
      unknown_gt_20: 'For mere end hver femte ved vi ikke, hvordan det gik', informative_lt_80: 'Ingen sammenlignelige leverandører for disse deltagere',
      peers_lt_10: 'For få leverandører til at vide, hvad der er normalt', depends_on_unknown: 'Afhænger af deltagere, vi ikke kender resultatet for', no_stratum: 'Intet at sammenligne med',
    });
    expect(messages('en').terms.verdictNote).toBe(
      'Compared with what would be expected for participants in the same groups and areas. Differences we cannot measure, such as health or motivation, may explain part. It does not show that the provider caused the result.',
    );
  });
  test.each(LOCALES)('give every reason once, in %s', (locale) => {
    const said = row('E6', { code: 'no_verdict', reasons: ['informative_lt_80', 'own_share_gt_50', 'n_lt_30'], withheld: 'disclosure' });
    expect(verdictReasons(locale, said)).toHaveLength(3);
    expect(verdictText(locale, said).startsWith(`${messages(locale).terms.verdict.no_verdict}. `)).toBe(true);
    expect(verdictText(locale, row('E6', { reasons: [] }))).toBe(messages(locale).terms.verdict.as_expected);
  });
  test('no language says that somebody is best', () => {
    for (const locale of LOCALES) expect(JSON.stringify(messages(locale).terms)).not.toMatch(/★|\bbest\b|\btop\b/i);
  });
});

describe('where tiers begin', () => {
  const counts = { better: 3, 'as-expected': 40, worse: 0, 'cannot-tell': 17 };
  test('each on the page of its first provider', () => {
    expect(tierPlaces(counts, { page: 1, pageSize: 20 }).map(({ tier, page }) => [tier, page])).toEqual([['better', 1], ['as-expected', 1], ['worse', 3], ['cannot-tell', 3]]);
  });
  test('goes on from an earlier page, or begins', () => {
    const continued = (page: number) => tierPlaces(counts, { page, pageSize: 20 }).flatMap((each) => (each.continued ? [each.tier] : []));
    expect([continued(1), continued(2), continued(3)]).toEqual([[], ['better', 'as-expected'], ['better', 'as-expected']]);
    expect(tierPlaces({ ...counts, better: 20 }, { page: 2, pageSize: 20 }).find(({ tier }) => tier === 'as-expected')?.continued).toBe(false);
  });
  test('are all there, empty or not', () => expect(tierPlaces(counts, { page: 1, pageSize: 20 }).map(({ tier }) => tier)).toEqual([...TIERS]));
});
