/** Drop-outs over two releases: what a half-year may not say by itself does not follow from two windows. */
import { describe, expect, it } from 'vitest';
import { inputOf, providerOf, release, type Cell, type Released } from '#tests/support/release.ts';

const HALVES = ['2023H2', '2024H1', '2024H2', '2025H1', '2025H2'];

/** A half-year with 40 starters, so many of whom completed and so many were referred. */
const half = (name: string, completed: number, referred?: number): Cell => ({ half: name, completed, ...(referred === undefined ? {} : { referred }), E6: [18, 22] });
const reported = (cells: readonly Cell[], day: string) => inputOf([providerOf('target', cells, {}, 1)], day);
const own = (released: Released) => (released.providers.get('target')?.results ?? []).map(({ document }) => document);
const windowOf = (released: Released) => own(released).find((each) => each.kind === 'window' && each.measure === 'E6' && each.programme === null && each.attendance === null);

async function both(cells: readonly Cell[]): Promise<[Released, Released]> {
  const first = await release(reported(cells.slice(0, 4), '2026-11-01'));
  return [first, await release(reported(cells, '2027-05-01'), first)];
}

describe('the funnel of a window', () => {
  it('is not told where its half-years but one were, and that one may not be', async () => {
    const [first, second] = await both(HALVES.map((name, index) => half(name, index === 4 ? 39 : 30)));
    expect(windowOf(first)?.funnel).toMatchObject({ started: 160, completed: 120 });
    expect(windowOf(second)).toMatchObject({ count: { state: 'shown', n: 160 }, from: '2024-01-01' });
    expect(windowOf(second)?.funnel).toBeNull();
  });

  it('is told in the next window where every half-year is', async () => {
    const [, second] = await both(HALVES.map((name) => half(name, 30)));
    expect(windowOf(second)?.funnel).toMatchObject({ started: 160, completed: 120 });
  });

  it('does not tell who was referred where one half-year may not', async () => {
    const [first, second] = await both(HALVES.map((name, index) => half(name, 30, index === 4 ? 41 : 50)));
    expect(windowOf(first)?.funnel?.referred).toBe(200);
    expect(windowOf(second)?.funnel).toMatchObject({ completed: 120, referred: null });
  });

  it('does not tell who was referred beside half-years of which one may not, in one release', async () => {
    const [first] = await both(HALVES.map((name, index) => half(name, 30, index === 2 ? 41 : 50)));
    expect(own(first).filter((each) => each.kind === 'cohort' && each.funnel).map((each) => each.funnel?.referred ?? null)).toContain(50);
    expect(windowOf(first)?.funnel?.referred).toBeNull();
  });

  it('of two windows that overlap is told once where half-years are held back', async () => {
    const [first, second] = await both(HALVES.map((name, index) => half(name, index === 0 || index === 4 ? 39 : 30)));
    expect([windowOf(first)?.funnel, windowOf(second)?.funnel].filter(Boolean)).toHaveLength(1);
  });
});
