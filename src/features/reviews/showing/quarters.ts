/** Quarters, the only dates that reviews show. Pure. */
import { quarterOf } from '../content.ts';

const DAY_MS = 86_400_000;

/** @param quarter such as 2026Q3 @returns YYYY-MM-DD */
export const firstDay = (quarter: string): string => `${quarter.slice(0, 4)}-${String(Number(quarter.slice(5)) * 3 - 2).padStart(2, '0')}-01`;

export const yearOf = (quarter: string): string => quarter.slice(0, 4);

/** Days from the beginning of one quarter to that of a later one; 0 for the same and for one that is still to come. */
export const ageDays = (quarter: string, present: string): number => Math.max(0, Math.round((Date.parse(firstDay(present)) - Date.parse(firstDay(quarter))) / DAY_MS));

/** @param day YYYY-MM-DD */
export const daysBetween = (from: string, day: string): number => Math.round((Date.parse(day) - Date.parse(from)) / DAY_MS);

export { quarterOf };
