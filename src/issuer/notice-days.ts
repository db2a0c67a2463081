/** When a stay is written to: in week 4, 30 days after its end, and once when the pool has closed (method 12.1). Pure. */
export type Occasion = 'first' | 'second' | 'reminder';

const WEEK_4 = 28;
const AFTER_END = 30;
/** Whoever is written to last still has so many days to collect. */
const BEFORE_CLOSING = 14;
/** Two letters at once would be one letter. */
const BETWEEN = 7;
const DAY_MS = 86_400_000;

const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayOf = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

export interface StayDays {
  startedOn: string;
  /** null: it goes on. */
  endedOn: string | null;
}

/** The days of the two invitations; no second where it would come at the heels of the first. */
export function noticeDays({ startedOn, endedOn }: StayDays, issueUntil: Date): { first: string; second: string | null } {
  const last = Math.floor(issueUntil.getTime() / DAY_MS) - BEFORE_CLOSING;
  const first = Math.min(numberOf(startedOn) + WEEK_4, last);
  const second = Math.min(endedOn === null ? last : numberOf(endedOn) + AFTER_END, last);
  return { first: dayOf(first), second: second - first < BETWEEN ? null : dayOf(second) };
}

/** What is due by that day, whether or not it was listed. A closed pool only reminds. */
export function noticeDue(days: StayDays, { issueUntil, closed }: { issueUntil: Date; closed: boolean }, day: string): Occasion[] {
  if (closed) return ['reminder'];
  const { first, second } = noticeDays(days, issueUntil);
  return [...(first <= day ? (['first'] as const) : []), ...(second !== null && second <= day ? (['second'] as const) : [])];
}
