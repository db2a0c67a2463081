/** Opening hours as a week of seven lines, `9-15` on each, and back to schema.org strings. Pure. */
import { DAYS, parseOpeningHours, runsOfDays, type Day } from './opening-hours.ts';

/** `09:00-12:00, 13:00-15:30` for each day; `other`: lines of another form, one below the other. */
export type Week = Partial<Record<Day | 'other', string>>;

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export function openWeek(openingHours: unknown): Week | undefined {
  const lines = (Array.isArray(openingHours) ? openingHours : []).filter((each): each is string => typeof each === 'string');
  const times = new Map<Day, { from: number; to: number }[]>();
  const other: string[] = [];
  for (const line of lines) {
    const parsed = parseOpeningHours(line);
    // Hours past midnight have no place in a day's line.
    if (!parsed || parsed.times.length === 0 || parsed.times.some(({ from, to }) => from >= to)) other.push(line);
    else for (const day of parsed.days) times.set(day, [...(times.get(day) ?? []), ...parsed.times]);
  }
  const days = [...times].map(([day, spans]) => [day, spans.sort((a, b) => a.from - b.from).map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(', ')]);
  const week: Week = { ...Object.fromEntries(days), ...(other.length > 0 ? { other: other.join('\n') } : {}) };
  return Object.keys(week).length > 0 ? week : undefined;
}

/** `9-15`, `9.30–12 og 13-15` as schema.org writes them; null where the text is no times. */
export function readTimes(text: string): string | null {
  const spans = text.split(/\s*(?:[,;+&]|\bog\b|\band\b|\boch\b|\ben\b|\bja\b)\s*/).filter((each) => each !== '').map((span) => {
    const match = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[.:](\d{2}))?$/.exec(span.trim());
    if (!match) return null;
    const [from, to] = [Number(match[1]) * 60 + Number(match[2] ?? 0), Number(match[3]) * 60 + Number(match[4] ?? 0)];
    const fits = Number(match[2] ?? 0) < 60 && Number(match[4] ?? 0) < 60 && from < to && to <= 24 * 60;
    return fits ? `${clock(from)}-${clock(to)}` : null;
  });
  return spans.length === 0 || spans.includes(null) ? null : spans.join(',');
}

/** Days whose line is no times. */
export function daysAtFault(week: unknown): Day[] {
  const lines = (week ?? {}) as Week;
  return DAYS.filter((day) => lines[day] !== undefined && readTimes(lines[day]) === null);
}

/** Days with the same times share a string. undefined: nothing is said. */
export function weekHours(week: unknown): string[] | undefined {
  const lines = (week ?? {}) as Week;
  const byTimes = Map.groupBy(DAYS.filter((day) => lines[day] !== undefined), (day) => readTimes(lines[day] ?? '') ?? lines[day] ?? '');
  const regular = [...byTimes].map(([times, days]) => `${runsOfDays(days).map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(',')} ${times}`);
  const all = [...regular, ...(lines.other ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')];
  return all.length > 0 ? all : undefined;
}
