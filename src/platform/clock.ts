/** The only source of time. Deadlines and day limits follow Europe/Copenhagen. */
let offsetMs = 0;

export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** Moves the clock; for the demo and tests only. */
export function setClockOffset(milliseconds: number): void {
  offsetMs = milliseconds;
}

const copenhagenDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' });

/** Today in Denmark as YYYY-MM-DD. */
export function today(): string {
  return copenhagenDay.format(now());
}
