/** The only source of time. Deadlines and day limits follow Europe/Copenhagen. */

/** On globalThis: the start script and the built pages are two module graphs in one process, and live in one time. */
const KEY = Symbol.for('vejviser.clock-offset');
type Holder = { [KEY]?: number };

export function now(): Date {
  return new Date(Date.now() + clockOffset());
}

/** By how much it has been moved. */
export function clockOffset(): number {
  return (globalThis as Holder)[KEY] ?? 0;
}

/** Moves the clock; for the demo and tests only. */
export function setClockOffset(milliseconds: number): void {
  (globalThis as Holder)[KEY] = milliseconds;
}

const copenhagenDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' });

/** Today in Denmark as YYYY-MM-DD. */
export function today(): string {
  return copenhagenDay.format(now());
}
