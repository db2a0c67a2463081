/** What makes two reported results the same result (catalogue-format.md). Pure. */
import type { Result } from './input.ts';

/** The identity of a result within its provider and source, as text. */
export function resultKey(result: Result): string {
  const { programme = null, targetGroup = null, region = null, attendance = null, countedOver, from = null, to = null } = result;
  return JSON.stringify([programme, targetGroup, region, attendance, countedOver, from, to]);
}
