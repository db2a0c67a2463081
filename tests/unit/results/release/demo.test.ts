/** The demonstration as a release makes it: every verdict, every reason for having none, everything that is held back. */
import { beforeAll, describe, expect, it } from 'vitest';
import { afterTheCheck, beforeTheCheck, demoCatalogue, FIRST_RELEASE, REFERENCE_DAY, type CatalogueFile } from '#db/seed/demo/index.ts';
import { catalogueFile } from '#features/catalogue/input.ts';
import type { Reason } from '#features/results/method/index.ts';
import { catalogueInput, demoFile, release, type Released } from '#tests/support/release.ts';

let first: Released;
let second: Released;
const providers = () => [...second.providers.values()];

beforeAll(async () => {
  const file = demoFile();
  first = await release(catalogueInput(file, FIRST_RELEASE));
  second = await release(catalogueInput(file, REFERENCE_DAY), first);
}, 60_000);

describe('the demonstration', () => {
  it('looks at the four latest ripe half-years and programmes of one length', () => {
    expect(second.parameters.windows.E6?.halfYears).toEqual(['2023H2', '2024H1', '2024H2', '2025H1']);
    expect(second.parameters.plannedDays).toEqual({ from: 77, to: 168 });
  });

  it('reaches every verdict, the first "better" and "worse" after waiting for a release', () => {
    const codes = (released: Released) => released.summaries.find((each) => each.measure === 'E6')?.codes;
    expect(codes(first)).toMatchObject({ better: 0, worse: 0 });
    const waiting = [...first.providers.values()].flatMap((each) => each.comparisons).filter(({ document }) => document.withheld === 'first');
    expect(waiting.length).toBeGreaterThanOrEqual(5);
    expect(waiting.every(({ document }) => document.figures === null && document.code === 'no_verdict' && document.reasons.length === 0)).toBe(true);
    const { better = 0, worse = 0, as_expected = 0, no_verdict = 0 } = codes(second) ?? {};
    for (const few of [better, worse]) expect(few).toBeGreaterThanOrEqual(2);
    for (const many of [as_expected, no_verdict]) expect(many).toBeGreaterThanOrEqual(10);
  });

  it('has one verdict that is new and waits, of a provider whose results were checked only lately', async () => {
    const parsed = (file: CatalogueFile) => catalogueFile.parse(JSON.parse(JSON.stringify(file)));
    const before = await release(catalogueInput(parsed(beforeTheCheck(demoCatalogue())), REFERENCE_DAY));
    const after = await release(catalogueInput(demoFile(), REFERENCE_DAY), before);
    const [late, ...others] = afterTheCheck(demoCatalogue()).providers.map((each) => each.id.value);
    expect(others).toEqual([]);
    const said = (released: Released) => released.providers.get(late ?? '')?.comparisons.find(({ document }) => document.measure === 'E6')?.document;
    expect(said(before)).toMatchObject({ code: 'no_verdict', reasons: ['grade'], withheld: null });
    expect(said(after)).toMatchObject({ code: 'no_verdict', reasons: [], withheld: 'first', figures: null });
    expect(said(second)?.code).toBe('better');
  }, 60_000);

  it('gives every reason for no verdict but one, which would say of everybody how it went', () => {
    const reasons: Reason[] = ['grade', 'n_lt_30', 'expected_lt_5', 'unknown_gt_20', 'informative_lt_80', 'own_share_gt_50', 'peers_lt_10', 'depends_on_unknown', 'no_stratum'];
    const seen = new Set(providers().flatMap((each) => each.comparisons.flatMap(({ document }) => document.reasons)));
    expect([...seen].sort()).toEqual([...reasons].sort());
    // The group in which all are placed is there: what is said of it is that its figures would tell.
    const everybody = demoFile().providers.filter((each) => each.results?.some(({ targetGroup }) => targetGroup === 'dk-under-18')).map((each) => each.id.value);
    expect(everybody.length).toBeGreaterThanOrEqual(2);
    for (const slug of everybody) expect(second.providers.get(slug)?.comparisons.map(({ document }) => document.withheld)).toEqual(['disclosure']);
  });

  it('holds back in every way: small, extreme, hidden beside them, margins only, figures that would tell', () => {
    const results = providers().flatMap((each) => each.results.map(({ document }) => document));
    expect(new Set(results.map((each) => each.count.state))).toEqual(new Set(['shown', 'extreme', 'small', 'hidden', 'unreported', 'too-many-unknown', 'quoted']));
    expect(new Set(results.map((each) => each.grade))).toEqual(new Set(['A', 'B', 'C', 'D']));
    const tables = providers().flatMap((each) => each.table?.document ?? []);
    expect(new Set(tables.map((each) => each.level))).toEqual(new Set(['cells', 'margins']));
    expect(new Set(tables.flatMap((each) => each.cells.flat().map((cell) => cell.state)))).toEqual(new Set(['shown', 'small', 'extreme', 'hidden']));
    expect(providers().some((each) => each.comparisons.some(({ document }) => document.withheld === 'disclosure'))).toBe(true);
  });

  it('estimates at every level', () => {
    const levels = providers().flatMap((each) => each.estimates.map(({ document }) => document.level));
    expect(new Set(levels)).toEqual(new Set(['cell', 'group', 'provider']));
  });
});
