/** Demo data of earlier days: the same commands, with the clock set back while they run. Only before anything is served. */
import { clockOffset, setClockOffset } from '#platform/clock.ts';

const DAY_MS = 86_400_000;

export async function daysAgo<T>(days: number, work: () => Promise<T>): Promise<T> {
  const present = clockOffset();
  setClockOffset(present - days * DAY_MS);
  try {
    return await work();
  } finally {
    setClockOffset(present);
  }
}
