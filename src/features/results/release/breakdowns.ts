/** The window's participants by one thing at a time: chosen or mandated, and by programme (method.md 11.2). Pure. */
import { PARAMETERS, suppress, type PrimaryKind } from '../method/index.ts';
import { rowTotals, type Cohort, type CountedMeasure, type Totals } from './cohorts.ts';
import { primaryKind } from './disclosure.ts';
import { over, tallyOf, type Tally } from './tally.ts';

export type Field = 'attendance' | 'programme';
export const FIELDS: readonly Field[] = ['attendance', 'programme'];

export interface Part {
  /** `voluntary`, a programme code; empty: not stated. */
  key: string;
  totals: Totals;
  kind: PrimaryKind | null;
  open: boolean;
}

export interface Breakdown {
  field: Field;
  tally: Tally;
  parts: readonly Part[];
  /** Whether it may be said why a part is held back. */
  sayWhy: boolean;
}

/**
 * One-way table of the window total, protected by itself: tables that share nothing but the total tell no more together.
 * @param cohorts all half-years that tell of the measure. @param measure the headline
 * @param halfYears of the window. @param least fewest starters shown for anything in the window
 * @returns null where the rows are not broken down by it
 */
export function breakDown(field: Field, cohorts: readonly Cohort[], measure: CountedMeasure, halfYears: readonly string[], least: number): Breakdown | null {
  const tally = tallyOf(
    cohorts.flatMap(({ half, rows }) => rows.flatMap((row) => {
      const totals = rowTotals(row, measure);
      return totals && half !== null ? [{ key: row.result[field] ?? '', half, totals }] : [];
    })),
  );
  const keys = [...tally.keys()].filter((key) => over(tally, key, halfYears).n > 0).sort();
  if (!keys.some((key) => key !== '')) return null;
  const totals = keys.map((key) => over(tally, key, halfYears));
  const { published } = suppress({ n: [totals.map(({ n }) => n)], o: [totals.map(({ placed }) => placed)], minN: least, minCount: PARAMETERS.disclosure.minCount });
  const open = new Set(published);
  const parts = keys.flatMap((key, index): Part[] => {
    const own = totals[index];
    return own ? [{ key, totals: own, kind: primaryKind(own, least), open: open.has(`c:0:${index}`) }] : [];
  });
  return { field, tally, parts, sayWhy: parts.filter((part) => part.kind !== null).length < 2 };
}
