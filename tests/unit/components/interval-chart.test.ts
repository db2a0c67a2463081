import { describe, expect, test } from 'vitest';
import { CHART, chartHeight, rowY, valueX } from '#components/charts/geometry.ts';
import { readRows } from '#components/charts/table.ts';

describe('geometry', () => {
  test('0 and 100 lie at the ends of the scale, inside the drawing', () => {
    expect(valueX(0)).toBe(CHART.labelWidth);
    expect(valueX(100)).toBe(CHART.width - CHART.right);
  });
  test('rows follow each other above the axis', () => {
    expect(rowY(1) - rowY(0)).toBe(CHART.rowHeight);
    expect(rowY(4)).toBeLessThan(chartHeight(5) - CHART.axisHeight);
  });
});

describe('numbers out of the table', () => {
  const line = (text: string, values: string[]) => ({
    dataset: { text },
    querySelector: () => ({ textContent: 'januar–juni 2025' }),
    querySelectorAll: () => values.map((value) => ({ dataset: { value } })),
  });
  test('three values are a point; fewer, or none, are a period without a number', () => {
    const rows = readRows({ querySelectorAll: () => [line('12 af 40', ['30', '18', '46']), line('for få', []), line('?', ['30', 'x', '46'])] });
    expect(rows.map(({ value, lower, upper, text }) => [value, lower, upper, text])).toEqual([[30, 18, 46, '12 af 40'], [null, null, null, 'for få'], [null, null, null, '?']]);
  });
});
