/** Where the marks of an interval chart go. One row a point, so that it reads on a narrow screen; the scale is 0 to 100. Pure. */
export interface ChartPoint {
  label: string;
  /** null: there is no number, and none is drawn. */
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** What the row says in words. */
  text: string;
}

export const CHART = { width: 380, labelWidth: 128, rowHeight: 40, top: 10, axisHeight: 26, right: 14 } as const;
export const TICKS = [0, 25, 50, 75, 100] as const;

export const chartHeight = (rows: number) => CHART.top + rows * CHART.rowHeight + CHART.axisHeight;
export const rowY = (index: number) => CHART.top + index * CHART.rowHeight + CHART.rowHeight / 2;

/** @param value 0 to 100 */
export function valueX(value: number): number {
  return Math.round((CHART.labelWidth + (value / 100) * (CHART.width - CHART.labelWidth - CHART.right)) * 10) / 10;
}
