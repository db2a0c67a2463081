import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { across, FUNNEL, inOrder, labelPlace, limitPath, markPath, MARK_SHAPES, mostWeight, plotX, plotY, weightSteps, weightTicks } from '#components/charts/funnel-geometry.ts';
import { readMarks } from '#components/charts/funnel-table.ts';

describe('geometry', () => {
  test('nothing lies at the left edge, the heaviest weight at the right; no share at the floor, all at the top', () => {
    expect(plotX(across(0, 400))).toBe(FUNNEL.left);
    expect(plotX(across(400, 400))).toBe(FUNNEL.width - FUNNEL.right);
    expect(plotY(0)).toBe(FUNNEL.height - FUNNEL.bottom);
    expect(plotY(1)).toBe(FUNNEL.top);
    expect(plotY(0.5)).toBe((plotY(0) + plotY(1)) / 2);
  });

  test('a quarter of the weight lies half across', () => {
    expect(across(100, 400)).toBe(0.5);
  });

  test('the heaviest mark lies inside', () => {
    expect(across(900, mostWeight([30, 900]))).toBeLessThan(1);
    expect(mostWeight([])).toBeGreaterThan(0);
  });

  test('ticks are round, inside, rising and never on top of each other', () => {
    fc.assert(fc.property(fc.double({ min: 11, max: 5e7, noNaN: true }), (most) => {
      const ticks = weightTicks(most);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThan(10);
      expect(ticks.every((tick) => tick <= most)).toBe(true);
      ticks.slice(1).forEach((tick, index) => expect(plotX(across(tick, most)) - plotX(across(ticks[index] ?? 0, most))).toBeGreaterThan(34));
    }));
    expect(weightTicks(1700)).toEqual([25, 100, 250, 500, 1000]);
  });

  test('limits are worked out from the least to the most', () => {
    const steps = weightSteps(9, 900, 20);
    expect(steps).toHaveLength(21);
    expect(steps[0]).toBeCloseTo(9);
    expect(steps.at(-1)).toBeCloseTo(900);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  test('a path goes along the upper line, then along the lower', () => {
    expect(limitPath([{ x: 0, lower: 0, upper: 1 }, { x: 100, lower: 0.5, upper: 0.5 }], 100)).toBe(`M${plotX(0)} ${plotY(1)}L${plotX(1)} ${plotY(0.5)}M${plotX(0)} ${plotY(0)}L${plotX(1)} ${plotY(0.5)}`);
  });

  test('up points up, down points down, and they are shapes of their own', () => {
    expect(markPath('up', 5)).toMatch(/^M0 -5L/);
    expect(markPath('down', 5)).toMatch(/^M0 5L/);
    expect(new Set(MARK_SHAPES.map((shape) => markPath(shape, 5))).size).toBe(3);
  });

  test('a name stands near its mark, inside the picture, where it covers the fewest others', () => {
    const free = labelPlace([0.9, 0.5], [], 'Denne leverandør');
    expect(free).toEqual({ x: plotX(0.9), y: plotY(0.5) - 16, anchor: 'end', away: false });
    expect(labelPlace([0.1, 0.5], [], 'Denne leverandør').anchor).toBe('start');
    expect(labelPlace([0.9, 1], [], 'Denne leverandør').y).toBeGreaterThan(plotY(1));
    expect(labelPlace([0.9, 0], [], 'Denne leverandør').y).toBeLessThan(plotY(0));
    // Others stand closely above and below: it goes further away.
    const crowd = Array.from({ length: 21 }, (_, k) => [0.6 + k / 70, 0.5 + (k % 5 - 2) / 20] as const);
    const moved = labelPlace([0.9, 0.5], crowd, 'Denne leverandør');
    expect(moved.away).toBe(true);
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (others, v) => {
      const { y } = labelPlace([0.7, v], others, 'Denne leverandør');
      expect(y).toBeGreaterThan(FUNNEL.top);
      expect(y).toBeLessThan(FUNNEL.height - FUNNEL.bottom);
    }));
  });

  test('arrow keys go from left to right, then upwards', () => {
    const marks = [[0.5, 0.2], [0.1, 0.9], [0.5, 0.1]].map(([u = 0, v = 0]) => ({ place: [u, v] as const }));
    expect(inOrder(marks).map(({ place }) => place)).toEqual([[0.1, 0.9], [0.5, 0.1], [0.5, 0.2]]);
  });
});

describe('marks out of the table', () => {
  const line = (dataset: Record<string, string>, said: string[]) => ({
    dataset,
    querySelector: () => null,
    querySelectorAll: () => said.map((textContent) => ({ textContent })),
  });
  test('a row says name, share and verdict; one without a place or with an unknown shape is none', () => {
    const marks = readMarks({
      querySelectorAll: () => [
        line({ place: '0.5 0.41', shape: 'up', here: '' }, ['Bro', ' 41 ud\n af 100', 'Bedre end forventet']),
        line({ shape: 'up' }, ['a']), line({ place: '0.5', shape: 'up' }, ['a']), line({ place: '1 x', shape: 'up' }, ['a']), line({ place: '1 1', shape: 'star' }, ['a']),
      ],
    });
    expect(marks).toEqual([{ place: [0.5, 0.41], shape: 'up', here: true, text: 'Bro. 41 ud af 100. Bedre end forventet.', link: null }]);
  });
});
