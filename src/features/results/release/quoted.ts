/** Figures that a source has already made public, as it published them (method.md 2.12): grade D, never compared. Pure. */
import { QUOTE_MINIMUM, type PublishedResult } from '../model.ts';
import { totalsOf } from './cohorts.ts';
import type { FrozenRow } from './freeze.ts';

export function quotedResults(rows: readonly FrozenRow[]): { sourceId: number; document: PublishedResult }[] {
  return rows.flatMap(({ sourceId, result }) =>
    result.outcomes.flatMap((outcome): { sourceId: number; document: PublishedResult }[] => {
      if (result.countedOver === 'starters' && outcome.measure !== 'other') return [];
      const totals = totalsOf(outcome);
      if (totals.n === 0) return [];
      const document: PublishedResult = {
        kind: 'quoted',
        programme: result.programme ?? null,
        measure: outcome.measure,
        measureName: outcome.name ?? null,
        countedOver: result.countedOver,
        attendance: result.attendance ?? null,
        from: result.from ?? null,
        to: result.to ?? null,
        grade: 'D',
        count: totals.n < QUOTE_MINIMUM ? { state: 'small' } : { state: 'quoted', ...totals },
        funnel: null,
        note: result.note ?? null,
        exits: null,
        previous: null,
      };
      return [{ sourceId, document }];
    }),
  );
}
