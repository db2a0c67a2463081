/** Deadlines of cases, in Danish working days. Pure. */
import { addDays, isWorkingDay, workingDaysBetween } from '#features/enquiries/working-days.ts';

/** The last day of a deadline of so many working days that starts running the day after. */
export function addWorkingDays(from: string, days: number): string {
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** A deadline in calendar days that would end when offices are closed ends on the next working day. */
export const orNextWorkingDay = (day: string): string => (isWorkingDay(day) ? day : addWorkingDays(day, 1));

/** Working days that are left, today not counted; 0 on the last day, negative when it has passed. */
export const daysLeft = (today: string, due: string): number => (today <= due ? workingDaysBetween(today, due) : -workingDaysBetween(due, today));

/** The same day so many months later, or the month's last: the last day that a period of so many months can have is the day before. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const at = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())));
  return at.toISOString().slice(0, 10);
}

/** Access to a case is given within seven working days (offentlighedsloven § 36, forvaltningsloven § 16). */
export const ACCESS_DAYS = 7;
/** Reminders before an approval ends, in days. */
export const RENEWAL_REMINDERS = [180, 90, 30] as const;
/** Reminder before a condition is due, and before a case is due, in days. */
export const CONDITION_REMINDER = 14;
export const CASE_REMINDER = 7;
