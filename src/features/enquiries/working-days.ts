/** Working days in Denmark: Monday to Friday, public holidays left out. Pure. Days are YYYY-MM-DD. */

const DAY_MS = 86_400_000;
const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** @param days may be negative */
export const addDays = (day: string, days: number): string => dayOf(instant(day) + days * DAY_MS);

/** Easter Sunday by the Gregorian rule (Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const [month, before] = [Math.floor((h + l - 7 * m + 114) / 31), (h + l - 7 * m + 114) % 31];
  return dayOf(Date.UTC(year, month - 1, before + 1));
}

/** Days from Easter: Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit Monday. */
const MOVING = [-3, -2, 1, 39, 50];
const FIXED = ['01-01', '12-25', '12-26'];
/** Store bededag, the fourth Friday after Easter, is a working day from 2024 on (lov nr. 214 af 06/03/2023). */
const PRAYER_DAY = { from: 26, until: 2023 };

const holidays = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): ReadonlySet<string> {
  let found = holidays.get(year);
  if (!found) {
    const sunday = easter(year);
    const moving = [...MOVING, ...(year <= PRAYER_DAY.until ? [PRAYER_DAY.from] : [])].map((days) => addDays(sunday, days));
    holidays.set(year, (found = new Set([...moving, ...FIXED.map((each) => `${year}-${each}`)])));
  }
  return found;
}

export function isWorkingDay(day: string): boolean {
  const weekday = new Date(instant(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4))).has(day);
}

/** Working days after the first day, up to and with the last: 0 on the same day, and over a weekend that is not yet over. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}
