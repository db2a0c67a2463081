/** Reads the numbers of an interval chart out of its table. */
import type { ChartPoint } from './geometry.ts';

interface Cell {
  dataset: { value?: string | undefined };
}
interface Row {
  dataset: { text?: string | undefined };
  querySelector(selector: string): { textContent: string | null } | null;
  querySelectorAll(selector: string): Iterable<Cell>;
}

/** A row without three values is a period without a number. */
export function readRows(table: { querySelectorAll(selector: string): Iterable<unknown> }): ChartPoint[] {
  return [...(table.querySelectorAll('tbody tr') as Iterable<Row>)].map((row) => {
    const values = [...row.querySelectorAll('[data-value]')].map((cell) => Number(cell.dataset.value));
    const [value, lower, upper] = values.length === 3 && values.every(Number.isFinite) ? values : [];
    return {
      label: row.querySelector('th')?.textContent ?? '',
      text: row.dataset.text ?? '',
      value: value ?? null, lower: lower ?? null, upper: upper ?? null,
    };
  });
}
