/** Half-years, and which outcome can be known on the reference day (method.md 2.7, 2.10). */

export interface HalfYear {
  from: string;
  to: string;
  /** `2024H1`. */
  name: string;
}

const half = (year: number, which: 1 | 2): HalfYear =>
  which === 1
    ? { from: `${year}-01-01`, to: `${year}-06-30`, name: `${year}H1` }
    : { from: `${year}-07-01`, to: `${year}-12-31`, name: `${year}H2` };

export const HALF_YEARS: readonly HalfYear[] = [half(2023, 1), half(2023, 2), half(2024, 1), half(2024, 2), half(2025, 1), half(2025, 2), half(2026, 1)];

/** The day the demonstration is written. */
export const REFERENCE_DAY = '2026-11-01';
/** The release before, after which a first "better" or "worse" waited. */
export const FIRST_RELEASE = '2026-10-01';

const DAY = 86_400_000;
const dayNumber = (day: string): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY;

/** Days after the end of the stay; S12 counts from its start. SUS6: six months that begin within 92 days. */
const AFTER_END: Readonly<Record<string, number>> = { E3: 92, E6: 182, E12: 365, SUS6: 275 };

/** Whether everybody's reference day has passed, 60 days of reporting included. */
export function isRipe(halfYear: HalfYear, plannedMaxDays: number, measure: string): boolean {
  const days = measure === 'S12' ? 365 : plannedMaxDays + 30 + (AFTER_END[measure] ?? 0);
  return dayNumber(halfYear.to) + days + 60 <= dayNumber(REFERENCE_DAY);
}
