/** schema.org `openingHours` strings (`Mo-Fr 09:00-16:00`, `Tu,Th 10:00-12:00,13:00-17:00`). Pure. */
export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
export type Day = (typeof DAYS)[number];

export interface OpeningTimes {
  /** In the order of the week. */
  days: Day[];
  /** Minutes after midnight, in order; empty: the source names the days alone. */
  times: { from: number; to: number }[];
}

const PATTERN = /^((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:\s*[-,]\s*(?:Mo|Tu|We|Th|Fr|Sa|Su))*)(?:\s+([\d:.,\s-]+))?$/;
const TIME = /^(\d{1,2})(?:[:.](\d{2}))?$/;

function daysOf(text: string): Day[] {
  const chosen = new Set<Day>();
  for (const part of text.split(',')) {
    const [first, last] = part.split('-').map((each) => DAYS.indexOf(each.trim() as Day));
    if (first === undefined) continue;
    // Fr-Mo runs over the end of the week.
    for (let i = first; ; i = (i + 1) % DAYS.length) {
      const day = DAYS[i];
      if (day) chosen.add(day);
      if (i === (last ?? first)) break;
    }
  }
  return DAYS.filter((day) => chosen.has(day));
}

function minutes(text: string | undefined): number | null {
  const match = TIME.exec(text?.trim() ?? '');
  if (!match) return null;
  const value = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return value <= 24 * 60 && Number(match[2] ?? 0) < 60 ? value : null;
}

/** null when the string is not of the form: show it as it is. */
export function parseOpeningHours(text: string): OpeningTimes | null {
  const match = PATTERN.exec(text.trim());
  if (!match?.[1]) return null;
  const times = [];
  for (const part of match[2]?.split(',') ?? []) {
    const [from, to, ...more] = part.split('-').map(minutes);
    if (from === undefined || from === null || to === undefined || to === null || more.length > 0) return null;
    times.push({ from, to });
  }
  return { days: daysOf(match[1]), times };
}

/** Days that follow each other, put together: Mo Tu We Fr is [Mo, We] and [Fr, Fr]. */
export function runsOfDays(days: readonly Day[]): [Day, Day][] {
  const runs: [Day, Day][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && DAYS.indexOf(last[1]) === DAYS.indexOf(day) - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
