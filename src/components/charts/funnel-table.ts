/** Reads the marks of a funnel plot out of its table. */
import { MARK_SHAPES, type FunnelMark, type MarkShape } from './funnel-geometry.ts';

export interface TableMark extends FunnelMark {
  /** Name, share and verdict in words. */
  text: string;
  /** Leads to the provider; null for the page's own. */
  link: { click(): void } | null;
}

interface Row {
  dataset: { place?: string | undefined; shape?: string | undefined; here?: string | undefined };
  querySelector(selector: string): { textContent: string | null; click(): void } | null;
  querySelectorAll(selector: string): Iterable<{ textContent: string | null }>;
}

const isShape = (shape: string | undefined): shape is MarkShape => MARK_SHAPES.some((each) => each === shape);

/** Rows without a place or a shape are no marks. */
export function readMarks(table: { querySelectorAll(selector: string): Iterable<unknown> }): TableMark[] {
  return [...(table.querySelectorAll('tbody tr') as Iterable<Row>)].flatMap((row) => {
    const [u, v] = (row.dataset.place ?? '').split(' ').map(Number);
    const { shape, here } = row.dataset;
    if (u === undefined || v === undefined || !Number.isFinite(u) || !Number.isFinite(v) || !isShape(shape)) return [];
    const said = [...row.querySelectorAll('[data-say]')].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim());
    return [{ place: [u, v], shape, here: here !== undefined, text: `${said.join('. ')}.`, link: row.querySelector('a') }];
  });
}
