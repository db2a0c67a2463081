/** When what a provider says of itself was last confirmed, and from when on that must be said aloud. Pure. */

/** Its people are asked to confirm. */
export const REMIND_AFTER_MONTHS = 5;
/** Everybody is told that nobody confirmed it. */
export const STALE_AFTER_MONTHS = 6;

/** The same day so many months earlier; the 31st of a shorter month is its last day. */
export function monthsBefore(moment: Date, months: number): Date {
  const then = new Date(moment);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(moment.getUTCDate(), last));
  return then;
}

export function isStale(confirmedAt: Date, at: Date): boolean {
  return confirmedAt < monthsBefore(at, STALE_AFTER_MONTHS);
}
