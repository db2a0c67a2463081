/** Places in a release: only where providers may be numbered, only beside a verdict. */
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyRelease } from '#features/results/release/verify.ts';
import { inputOf, openFileOf, providerOf, release, type Cell, type Released } from '#tests/support/release.ts';

const LENGTHS = { course: 120 };
/** Far apart, each from many people, and one farther still; one reports itself, one is small. */
const placed = Array.from({ length: 24 }, (_, index) => 150 + 4 * index);
const large = (count: number, index: number) => providerOf(`p${index}`, [{ programme: 'course', E6: [count, 400 - count] } satisfies Cell], LENGTHS);
const input = () => inputOf([
  ...placed.map(large),
  large(392, 99),
  providerOf('itself', [{ programme: 'course', E6: [200, 200], evidence: 'self-reported' }], LENGTHS),
  providerOf('small', [{ programme: 'course', E6: [8, 8] }], LENGTHS),
]);
let first: Released;
let second: Released;
const E6 = (released: Released, slug: string) => released.providers.get(slug)?.comparisons.find(({ document }) => document.measure === 'E6')?.document;

beforeAll(async () => {
  first = await release(input());
  second = await release({ ...input(), day: '2026-12-01' }, first);
});

describe('places', () => {
  it('are given where the differences are certain enough, and follow the ratio', () => {
    expect(second.summaries.find((each) => each.measure === 'E6')).toMatchObject({ mayRank: true, peers: 26 });
    const [low, high] = [E6(second, 'p0'), E6(second, 'p99')];
    expect(low?.rank).toMatchObject({ to: 26, of: 26 });
    expect(high?.rank).toMatchObject({ from: 1, to: 1, of: 26 });
    const froms = placed.map((_, index) => E6(second, `p${index}`)?.rank?.from ?? 0);
    expect(froms).toEqual(froms.toSorted((a, b) => b - a));
  });

  it('are not given to those without a verdict, nor while a verdict waits', () => {
    for (const slug of ['itself', 'small']) expect(E6(second, slug)).toMatchObject({ code: 'no_verdict' });
    for (const slug of ['itself', 'small']) expect(E6(second, slug)).not.toHaveProperty('rank');
    expect(E6(first, 'p99')).toMatchObject({ withheld: 'first' });
    expect(E6(first, 'p99')).not.toHaveProperty('rank');
    expect(E6(first, 'p0')).toHaveProperty('rank');
  });

  it('are the same when the input is', async () => {
    const again = await release({ ...input(), day: '2026-12-01' }, first);
    expect(JSON.stringify([...again.providers.values()].map((each) => each.comparisons))).toBe(JSON.stringify([...second.providers.values()].map((each) => each.comparisons)));
  });

  it('are looked at when a file is verified: given or not, and among how many', () => {
    const file = openFileOf(second);
    expect(verifyRelease(file).differences).toEqual([]);
    const changed = (rank: { from: number; to: number; of: number } | null, of: (each: { rank?: unknown; code: string }) => boolean) =>
      verifyRelease({ ...file, comparisons: file.comparisons.map((each) => (of(each) ? { ...each, rank } : each)) }).differences.map(({ field }) => field);
    expect(changed(null, ({ rank }) => Boolean(rank))).toContain('rank');
    expect(changed({ from: 1, to: 2, of: 5 }, ({ rank }) => Boolean(rank))).toContain('rank');
    expect(changed({ from: 9, to: 2, of: 26 }, ({ rank }) => Boolean(rank))).toContain('rank');
    expect(changed({ from: 1, to: 2, of: 26 }, ({ code }) => code === 'no_verdict')).toContain('rank');
  });

  it('are not given where the differences are too uncertain', async () => {
    const alike = await release(inputOf(placed.map((_, index) => large(200 + (index % 3), index))));
    expect(alike.summaries.find((each) => each.measure === 'E6')).toMatchObject({ mayRank: false });
    for (const { comparisons } of alike.providers.values()) for (const { document } of comparisons) expect(document).not.toHaveProperty('rank');
  });
});
