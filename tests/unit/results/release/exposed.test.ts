/** Differencing across providers: what one provider's figures and the others' tables say of somebody who holds something back. */
import { describe, expect, it } from 'vitest';
import { REFERENCE_DAY } from '#db/seed/demo/index.ts';
import { catalogueInput, demoFile, HARMLESS, inputOf, providerOf, release, SENSITIVE, type Cell, type Released } from '#tests/support/release.ts';

const JOB_READY = 'dk-kontanthjaelp-jobparat';
const LENGTH = { p: 100 };
const one = (slug: string, ...cells: Cell[]) => providerOf(slug, cells.map((cell) => ({ programme: 'p', ...cell })), LENGTH);

interface Hidden {
  /** Starters and placed of everybody who does not show the group. */
  n: number;
  placed: number;
}

/** Reads documents only: the size of a stratum from the share that one provider has in it, its rate from the expected value. */
function differences({ providers, summaries }: Released, group: string): Hidden[] {
  const strata = summaries.find((each) => each.measure === 'E6')?.strata.filter((each) => each.group === group) ?? [];
  if (strata.length !== 1) return [];
  const tables = [...providers.values()].flatMap((each) => each.table?.document ?? []);
  const rows = tables.flatMap(({ groups, rows: counts }) => counts[groups.indexOf(group)] ?? []);
  const shown = rows.flatMap((count) => (count.state === 'shown' ? [count] : []));
  const known = shown.reduce((sum, { n, placed }) => ({ n: sum.n + n, placed: sum.placed + placed }), { n: 0, placed: 0 });
  return [...providers.values()].flatMap(({ comparisons, table }) => {
    const figures = comparisons.find(({ document }) => document.measure === 'E6')?.document.figures;
    if (!figures || table?.document.groups.join() !== group) return [];
    const size = Math.round(figures.n / figures.ownShare);
    return [{ n: size - known.n, placed: Math.round((size * figures.E) / figures.n) - known.placed }];
  });
}

const figuresOf = (released: Released, slug: string) => released.providers.get(slug)?.comparisons.find(({ document }) => document.measure === 'E6')?.document;

describe('figures of one provider', () => {
  it('are withheld where the others show so much that a handful of people would follow', async () => {
    const released = await release(inputOf([
      one('large', { group: JOB_READY, E6: [40, 60] }), one('other', { group: JOB_READY, E6: [24, 36] }),
      one('mixed', { group: JOB_READY, E6: [3, 4] }, { group: HARMLESS, E6: [30, 30] }), one('elsewhere', { group: HARMLESS, E6: [30, 30] }),
    ]));
    expect(differences(released, JOB_READY)).toEqual([]);
    expect(figuresOf(released, 'large')).toMatchObject({ withheld: 'disclosure', figures: null, code: 'no_verdict' });
  });

  it('are withheld where nearly nobody of the one who is left was placed', async () => {
    const released = await release(inputOf([one('large', { group: JOB_READY, E6: [40, 60] }), one('other', { group: JOB_READY, E6: [24, 36] }), one('few', { group: JOB_READY, E6: [1, 40] })]));
    expect(differences(released, JOB_READY)).toEqual([]);
    expect(figuresOf(released, 'large')?.withheld).toBe('disclosure');
  });

  it('are shown where nobody holds anything back, or several together enough', async () => {
    const two = [one('large', { group: JOB_READY, E6: [40, 60] }), one('other', { group: JOB_READY, E6: [24, 36] })];
    expect(figuresOf(await release(inputOf(two)), 'large')?.figures).not.toBeNull();
    const small = [1, 2, 3, 4].map((index) => one(`small-${index}`, { group: JOB_READY, E6: [2, 3] }));
    const released = await release(inputOf([...two, ...small]));
    expect(figuresOf(released, 'large')?.figures).not.toBeNull();
    expect(differences(released, JOB_READY)).toContainEqual({ n: 20, placed: 8 });
  });

  it('are withheld where two of them together tell of two strata', async () => {
    const both = (slug: string, first: number, second: number) => one(slug, { group: JOB_READY, E6: [first * 0.4, first * 0.6] }, { group: JOB_READY, half: '2024H2', E6: [second * 0.4, second * 0.6] });
    const released = await release(inputOf([both('more', 100, 50), both('less', 50, 100), one('handful', { group: JOB_READY, E6: [2, 4] })]));
    for (const slug of ['more', 'less']) expect(figuresOf(released, slug)?.withheld).toBe('disclosure');
  });

  it('are withheld where no variance says that everybody or nobody was placed, and that reason is not given', async () => {
    const released = await release(inputOf([one('all', { group: SENSITIVE, E6: [40, 0] }, { group: JOB_READY, E6: [0, 40] }), one('also', { group: SENSITIVE, E6: [35, 0] }, { group: JOB_READY, E6: [0, 30] })]));
    expect(figuresOf(released, 'all')).toMatchObject({ withheld: 'disclosure', figures: null });
    expect(figuresOf(released, 'all')?.reasons).not.toContain('variance_zero');
  });
});

describe('the demonstration', () => {
  it('leaves nothing to be worked out across providers', async () => {
    const released = await release(catalogueInput(demoFile(), REFERENCE_DAY));
    const groups = new Set([...released.providers.values()].flatMap((each) => each.table?.document.groups ?? []));
    const found = [...groups].flatMap((group) => differences(released, group).map((each) => ({ group, ...each })));
    for (const { n, placed, group } of found) expect(n === 0 || (n >= 19 && placed >= 3 && n - placed >= 3), JSON.stringify({ group, n, placed })).toBe(true);
    expect(found.length).toBeGreaterThan(0);
  });
});
