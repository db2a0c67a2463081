/** What a release lets out: method.md 2.9, 2.12, 3, 11.1, decision record 7. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome, Result } from '#features/results/input.ts';
import { releaseProvider, type ReportedRow } from '#features/results/release.ts';

const HARMLESS = new Set(['dk-dagpenge']);
const isSensitive = (group: string) => !HARMLESS.has(group);

function outcome(measure: Outcome['measure'], placed: number, notPlaced: number, unknown = 0): Outcome {
  return { measure, name: undefined, of: undefined, placed, notPlaced, unknown, excluded: undefined };
}

function cohort(changes: Partial<Result> & { outcomes: Outcome[] }, evidence: ReportedRow['evidence'] = 'register'): ReportedRow {
  const first = changes.outcomes[0];
  const started = first ? first.placed + first.notPlaced + first.unknown : 0;
  const result = { countedOver: 'starters', targetGroup: 'dk-dagpenge', from: '2025-01-01', to: '2025-06-30', started, evidence, ...changes } as Result;
  return { sourceId: 1, result, evidence };
}

const counts = (rows: readonly ReportedRow[]) => releaseProvider(rows, isSensitive).map((row) => row.document.count);

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
  ] as const)('%s', (_what, [placed, notPlaced, unknown], expected) => {
    const row = cohort({ outcomes: [outcome('E6', placed, notPlaced, unknown)] });
    expect(counts([row])).toEqual([expect.objectContaining(expected)]);
  });

  it.each([
    ['a sensitive group', 'dk-sygedagpenge'],
    ['a group nobody knows', 'us-nj:whoever'],
    ['no group stated', undefined],
  ])('%s needs 20', (_what, targetGroup) => {
    expect(counts([cohort({ targetGroup, outcomes: [outcome('E6', 9, 10)] })])).toEqual([{ state: 'small' }]);
    expect(counts([cohort({ targetGroup, outcomes: [outcome('E6', 10, 10)] })])).toEqual([expect.objectContaining({ state: 'shown', n: 20 })]);
  });

  it('one sensitive part makes the whole half-year sensitive', () => {
    const parts = [cohort({ outcomes: [outcome('E6', 5, 5)] }), cohort({ targetGroup: 'dk-sygedagpenge', outcomes: [outcome('E6', 4, 4)] })];
    expect(counts(parts)).toEqual([{ state: 'small' }]);
  });

  it('lets out no number that is small or extreme, whatever comes in', () => {
    const people = fc.nat({ max: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(people, people, people, fc.constantFrom('dk-dagpenge', 'dk-sygedagpenge', undefined)), { minLength: 1, maxLength: 4 }), (parts) => {
        const rows = parts.map(([placed, notPlaced, unknown, targetGroup], index) =>
          cohort({ targetGroup, region: `dk-kommune:010${index}`, outcomes: [outcome('E6', placed, notPlaced, unknown)] }),
        );
        for (const { document } of releaseProvider(rows, isSensitive)) {
          if (document.count.state === 'shown' || document.count.state === 'too-many-unknown') {
            const { n, placed } = document.count;
            expect(n).toBeGreaterThanOrEqual(10);
            expect(placed).toBeGreaterThanOrEqual(3);
            expect(n - placed).toBeGreaterThanOrEqual(3);
          } else expect(Object.keys(document.count)).not.toContain('n');
          if (document.count.state !== 'shown') expect(document.funnel).toBeNull();
        }
      }),
    );
  });
});

describe('what counts together', () => {
  it('sums disjoint parts of a half-year and never a total with its parts', () => {
    const parts = ['dk-kommune:0101', 'dk-kommune:0751'].map((region) => cohort({ region, outcomes: [outcome('E6', 10, 10)] }));
    const total = cohort({ targetGroup: undefined, outcomes: [outcome('E6', 20, 20)] });
    expect(counts([...parts, total])).toEqual([expect.objectContaining({ n: 40, placed: 20 })]);
    expect(counts([...parts, cohort({ targetGroup: undefined, outcomes: [outcome('E6', 25, 20)] })])).toEqual([expect.objectContaining({ n: 45 })]);
  });

  it('says of a measure that only some parts report that it is not reported', () => {
    const rows = [cohort({ region: 'dk-kommune:0101', outcomes: [outcome('E6', 10, 10), outcome('E12', 9, 11)] }), cohort({ region: 'dk-kommune:0751', outcomes: [outcome('E6', 10, 10)] })];
    const released = releaseProvider(rows, isSensitive).map(({ document }) => [document.measure, document.count.state]);
    expect(released).toEqual([['E6', 'shown'], ['E12', 'unreported']]);
  });

  it('takes the lowest grade of its parts', () => {
    const rows = [cohort({ outcomes: [outcome('E6', 10, 10)] }), cohort({ region: 'dk-kommune:0751', outcomes: [outcome('E6', 10, 10)] }, 'self-reported')];
    const alike = rows.map((row) => ({ ...row, result: { ...row.result, region: row.result.region ?? 'dk-kommune:0101' } }));
    expect(releaseProvider(alike, isSensitive)[0]?.document.grade).toBe('C');
  });

  it('names each gap between half-years, and sorts the newest first', () => {
    const rows = [cohort({ from: '2023-01-01', to: '2023-06-30', outcomes: [outcome('E6', 10, 10)] }), cohort({ from: '2024-07-01', to: '2024-12-31', outcomes: [outcome('E6', 10, 10)] })];
    expect(releaseProvider(rows, isSensitive).map(({ document }) => [document.from, document.count.state])).toEqual([
      ['2024-07-01', 'shown'], ['2024-01-01', 'unreported'], ['2023-07-01', 'unreported'], ['2023-01-01', 'shown'],
    ]);
  });

  it('shows a funnel only where drop-outs cannot be singled out', () => {
    const withFunnel = (referred: number, completed: number) =>
      releaseProvider([cohort({ referred, completed, outcomes: [outcome('E6', 10, 20)] })], isSensitive)[0]?.document.funnel;
    expect(withFunnel(40, 20)).toEqual({ referred: 40, started: 30, completed: 20 });
    expect(withFunnel(31, 20)).toEqual({ referred: null, started: 30, completed: 20 });
    expect(withFunnel(40, 29)).toBeNull();
    expect(withFunnel(30, 30)).toEqual({ referred: 30, started: 30, completed: 30 });
  });
});

describe('quoted figures', () => {
  const quoted = (placed: number, notPlaced: number) =>
    cohort({ countedOver: 'completers', started: undefined, completed: placed + notPlaced, from: undefined, to: undefined, outcomes: [{ ...outcome('other', placed, notPlaced), name: { en: 'in work later' } as Outcome['name'], of: placed + notPlaced }] });

  it('are grade D, from five people, and without an interval', () => {
    const [row] = releaseProvider([quoted(0, 5)], isSensitive);
    expect(row?.document).toMatchObject({ kind: 'quoted', grade: 'D', count: { state: 'quoted', n: 5, placed: 0 }, countedOver: 'completers' });
    expect(row?.document.count).not.toHaveProperty('lower');
    expect(counts([quoted(1, 3)])).toEqual([{ state: 'small' }]);
  });

  it('never mix with cohorts', () => {
    const released = releaseProvider([quoted(5, 5), cohort({ outcomes: [outcome('E6', 10, 10)] })], isSensitive);
    expect(released.map(({ document }) => document.kind)).toEqual(['cohort', 'quoted']);
  });
});
