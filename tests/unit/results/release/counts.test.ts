/** What a release lets out of one provider's half-years: method.md 2.9, 2.12, 3, 11.1, 11.2. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome, Result } from '#features/results/input.ts';
import type { PublishedResult } from '#features/results/model.ts';
import { HARMLESS, inputOf, providerOf, release, resultOf, SENSITIVE, type Cell } from '#tests/support/release.ts';

async function documents(cells: readonly (Cell | Result)[]): Promise<PublishedResult[]> {
  const released = await release(inputOf([providerOf('one', cells)]));
  return (released.providers.get('one')?.results ?? []).map((each) => each.document);
}

const cohorts = async (cells: readonly (Cell | Result)[]) => (await documents(cells)).filter((each) => each.kind === 'cohort');
const windows = async (cells: readonly (Cell | Result)[]) => (await documents(cells)).filter((each) => each.kind === 'window');
const counts = async (cells: readonly (Cell | Result)[]) => (await cohorts(cells)).map((each) => each.count);

describe('minimum counts', () => {
  it.each([
    ['9 people', [4, 5, 0], { state: 'small' }],
    ['10 people', [4, 6, 0], { state: 'shown', n: 10, placed: 4 }],
    ['2 in work', [2, 18, 0], { state: 'extreme', kind: 'low', limitPercent: 15 }],
    ['3 in work', [3, 17, 0], { state: 'shown', placed: 3 }],
    ['2 not in work', [18, 2, 0], { state: 'extreme', kind: 'high' }],
    ['nobody', [0, 0, 0], { state: 'none' }],
    ['more than half unknown', [5, 5, 11], { state: 'too-many-unknown', n: 21, unknown: 11 }],
    ['exactly half unknown', [5, 5, 10], { state: 'shown', n: 20, unknown: 10 }],
  ] as const)('%s', async (_what, E6, expected) => {
    expect(await counts([{ E6 }])).toEqual([expect.objectContaining(expected)]);
  });

  it.each([
    ['a sensitive group', SENSITIVE],
    ['a group nobody knows', 'us-nj:whoever'],
    ['no group stated', undefined],
  ])('%s needs 20', async (_what, group) => {
    expect(await counts([{ group, E6: [9, 10] }])).toEqual([{ state: 'small' }]);
    expect(await counts([{ group, E6: [10, 10] }])).toEqual([expect.objectContaining({ state: 'shown', n: 20 })]);
  });

  it('one sensitive part makes the whole half-year sensitive', async () => {
    expect(await counts([{ E6: [5, 5] }, { group: SENSITIVE, E6: [4, 4] }])).toEqual([{ state: 'small' }]);
  });

  it('lets out no number that is small or extreme, whatever comes in', async () => {
    const people = fc.nat({ max: 40 });
    const part = fc.record({ E6: fc.tuple(people, people, people), group: fc.constantFrom(HARMLESS, SENSITIVE, undefined), half: fc.constantFrom('2023H2', '2024H1', '2024H2', '2025H1') });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
        for (const document of await documents(parts)) {
          if (document.count.state === 'shown' || document.count.state === 'too-many-unknown') {
            const { n, placed } = document.count;
            expect(n).toBeGreaterThanOrEqual(10);
            expect(placed).toBeGreaterThanOrEqual(3);
            expect(n - placed).toBeGreaterThanOrEqual(3);
          } else expect(Object.keys(document.count)).not.toContain('n');
          if (document.count.state !== 'shown') expect(document.funnel).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what counts together', () => {
  it('sums disjoint parts of a half-year and never a total with its parts', async () => {
    const parts = ['dk-kommune:0001', 'dk-kommune:0003'].map((region) => ({ region, E6: [10, 10] }) as const);
    const total = (E6: readonly [number, number]) => ({ group: undefined, region: undefined, E6 });
    expect(await counts([...parts, total([20, 20])])).toEqual([expect.objectContaining({ n: 40, placed: 20 })]);
    expect(await counts([...parts, total([25, 20])])).toEqual([expect.objectContaining({ n: 45 })]);
  });

  it('says of a measure that only some parts report that it is not reported', async () => {
    const found = await cohorts([{ E6: [10, 10], E3: [9, 11] }, { region: 'dk-kommune:0003', E6: [10, 10] }]);
    expect(found.map((each) => [each.measure, each.count.state])).toEqual([['E6', 'shown'], ['E3', 'unreported']]);
  });

  it('takes the lowest grade of its parts', async () => {
    const found = await cohorts([{ E6: [10, 10] }, { region: 'dk-kommune:0003', E6: [10, 10], evidence: 'self-reported' }]);
    expect(found[0]?.grade).toBe('C');
  });

  it('names each gap up to the end of the window, and sorts the newest first', async () => {
    const found = await cohorts([{ half: '2023H1', E6: [10, 10] }, { half: '2024H2', E6: [10, 10] }]);
    expect(found.map((each) => [each.from, each.count.state])).toEqual([
      ['2025-01-01', 'unreported'], ['2024-07-01', 'shown'], ['2024-01-01', 'unreported'], ['2023-07-01', 'unreported'], ['2023-01-01', 'shown'],
    ]);
  });

  it('shows nothing of a half-year that is not ripe', async () => {
    expect(await cohorts([{ half: '2025H2', E6: [10, 10] }])).toEqual([]);
  });

  it('counts a year beside half-years only where they share no day', async () => {
    const year = { ...resultOf({ E6: [20, 20] }), from: '2024-01-01', to: '2024-12-31' };
    expect((await cohorts([year, { half: '2023H2', E6: [10, 10] }])).map((each) => each.from)).toEqual(expect.arrayContaining(['2024-01-01', '2023-07-01']));
    expect((await cohorts([year, { half: '2024H2', E6: [10, 10] }])).map((each) => each.from)).not.toContain('2024-01-01');
  });
});

describe('window', () => {
  const HALVES = ['2023H2', '2024H1', '2024H2', '2025H1'];

  it('sums the four latest ripe half-years', async () => {
    const found = await windows(['2023H1', ...HALVES].map((half) => ({ half, E6: [10, 15, 1] })));
    expect(found).toEqual([expect.objectContaining({ from: '2023-07-01', to: '2025-06-30', measure: 'E6', count: expect.objectContaining({ state: 'shown', n: 104, placed: 40, unknown: 4 }) })]);
  });

  it('holds back the next smallest half-year beside a small one, and says why of neither when there are two', async () => {
    const one = await cohorts(HALVES.map((half, index) => ({ half, E6: [[3, 4], [10, 12], [10, 15], [10, 20]][index] as [number, number] })));
    expect(one.map((each) => each.count.state)).toEqual(['shown', 'shown', 'hidden', 'small']);
    const two = await cohorts(HALVES.map((half, index) => ({ half, E6: [[3, 4], [4, 4], [10, 15], [10, 20]][index] as [number, number] })));
    expect(two.map((each) => each.count.state)).toEqual(['shown', 'shown', 'hidden', 'hidden']);
  });

  it('holds back a half-year in every measure or in none: they count the same people', async () => {
    const cells = HALVES.map((half, index) => ({ half, E6: [12, 18] as const, S12: (index === 1 ? [1, 29] : [12, 18]) as [number, number] }));
    const found = await cohorts(cells);
    const held = (measure: string) => found.filter((each) => each.measure === measure && !('n' in each.count)).map((each) => each.from);
    expect(held('S12')).toHaveLength(2);
    expect(held('E6')).toEqual(held('S12'));
  });

  it('publishes no sum where it is too small, nor its parts', async () => {
    const found = await documents(HALVES.map((half) => ({ half, group: SENSITIVE, E6: [2, 2] })));
    expect(found.map((each) => each.count.state)).toEqual(['small', 'small', 'small', 'small', 'small']);
  });

  it('tells who chose and who had to apart, and each programme', async () => {
    const found = await windows(HALVES.flatMap((half) => [
      { half, programme: 'a', attendance: 'voluntary', E6: [10, 10] } as const,
      { half, programme: 'b', attendance: 'mandated', E6: [5, 15] } as const,
    ]));
    const by = (field: 'programme' | 'attendance') => found.flatMap((each) => (each[field] === null ? [] : [[each[field], 'n' in each.count ? each.count.placed : null]]));
    expect(by('attendance')).toEqual([['mandated', 20], ['voluntary', 40]]);
    expect(by('programme')).toEqual([['a', 40], ['b', 20]]);
  });

  it('shows a funnel only where drop-outs cannot be singled out', async () => {
    const funnel = async (referred: number, completed: number) => (await windows([{ referred, completed, E6: [10, 20] }]))[0]?.funnel;
    expect(await funnel(40, 20)).toEqual({ referred: 40, started: 30, completed: 20 });
    expect(await funnel(31, 20)).toEqual({ referred: null, started: 30, completed: 20 });
    expect(await funnel(40, 29)).toBeNull();
    expect(await funnel(30, 30)).toEqual({ referred: 30, started: 30, completed: 30 });
  });

  it('puts reasons of a few under other, until that is enough', async () => {
    const exits = async (list: Result['exits']) => (await windows([{ completed: 40, E6: [40, 60], exits: list }]))[0]?.exits;
    expect(await exits([{ reason: 'illness', count: 4 }, { reason: 'moved', count: 30 }, { reason: 'stopped-attending', count: 12 }])).toEqual([{ reason: 'moved', count: 30 }, { reason: 'other', count: 16 }]);
    expect(await exits([{ reason: 'illness', count: 9 }])).toBeNull();
  });
});

describe('quoted figures', () => {
  const quoted = (placed: number, notPlaced: number): Result =>
    ({ ...resultOf({}), countedOver: 'completers', completed: placed + notPlaced, from: undefined, to: undefined, evidence: 'self-reported',
      outcomes: [{ measure: 'other', placed, notPlaced, unknown: 0, of: placed + notPlaced, name: { en: 'in work later' } } as Outcome] }) as Result;

  it('are grade D, from five people, and without an interval', async () => {
    const [row] = await documents([quoted(0, 5)]);
    expect(row).toMatchObject({ kind: 'quoted', grade: 'D', count: { state: 'quoted', n: 5, placed: 0 }, countedOver: 'completers' });
    expect(row?.count).not.toHaveProperty('lower');
    expect((await documents([quoted(1, 3)])).map((each) => each.count)).toEqual([{ state: 'small' }]);
  });

  it('never mix with cohorts', async () => {
    expect(new Set((await documents([quoted(5, 5), { E6: [10, 10] }])).map((each) => each.kind))).toEqual(new Set(['window', 'cohort', 'quoted']));
  });
});
