/** How a pool goes on by the clock (trust.md section 2, steps 0-9). Pure. */
export type PoolState = 'registering' | 'announced' | 'issuing' | 'closed' | 'redeeming' | 'ended' | 'expired';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** From the public log to the first token: time to compare keys. */
export const NOTICE_HOURS = 24;
/** Fewer hide nobody: the pool is made longer. */
export const MIN_ISSUED = 10;
export const EXTEND_DAYS = 91;
/** After so long it closes with what it has; words are withheld then. */
export const MAX_ISSUE_DAYS = 365;
/** Between the last token and the first review: what keeps the two apart. */
export const REST_DAYS = 7;
export const REDEEM_DAYS = 90;
/** From the end of redemption to the destruction of key and ledger. */
export const EXPIRE_DAYS = 30;
/** A provider that says nothing for so long has neither confirmed nor disputed M. */
export const ANSWER_DAYS = 14;
/** Of M; below, the pages say that not everybody was invited. */
export const INVITED_SHARE = 0.9;
/** After the last start: 28 days to the first letter, and weeks in which to answer. */
export const MIN_ISSUE_AFTER_DAYS = 56;
export const MAX_ISSUE_AFTER_DAYS = 300;
export const DEFAULT_ISSUE_AFTER_DAYS = 150;

export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

/** A day later, at the next full hour. */
export const firstIssue = (at: Date): Date => new Date(Math.ceil((at.getTime() + NOTICE_HOURS * HOUR_MS) / HOUR_MS) * HOUR_MS);

export interface PoolClock {
  state: PoolState;
  issueFrom: Date | null;
  issueUntil: Date | null;
  redeemFrom: Date | null;
  redeemUntil: Date | null;
}

/** What the clock asks for next; null: nothing yet. */
export type Step = 'issue' | 'close' | 'redeem' | 'end' | 'expire';

const past = (moment: Date | null, at: Date): boolean => moment !== null && moment <= at;

export function stepDue({ state, issueFrom, issueUntil, redeemFrom, redeemUntil }: PoolClock, at: Date): Step | null {
  switch (state) {
    case 'announced':
      return past(issueFrom, at) ? 'issue' : null;
    case 'issuing':
      return past(issueUntil, at) ? 'close' : null;
    case 'closed':
      return past(redeemFrom, at) ? 'redeem' : null;
    case 'redeeming':
      return past(redeemUntil, at) ? 'end' : null;
    case 'ended':
      return redeemUntil !== null && past(addDays(redeemUntil, EXPIRE_DAYS), at) ? 'expire' : null;
    case 'registering':
    case 'expired':
      return null;
  }
}

/** So many must have collected, or the pool goes on: 0 once it has issued for a year. */
export const minimumToClose = (issueFrom: Date, at: Date): number => (addDays(issueFrom, MAX_ISSUE_DAYS) <= at ? 0 : MIN_ISSUED);

/** A quarter more, but never beyond the year; and from a late close no further back than tomorrow. */
export function extendedUntil(issueFrom: Date, issueUntil: Date, at: Date): Date {
  const wished = addDays(issueUntil, EXTEND_DAYS);
  const last = addDays(issueFrom, MAX_ISSUE_DAYS);
  const until = wished < last ? wished : last;
  return until > at ? until : addDays(at, 1);
}

/** The last day of the next quarter: of the stays that may still come in. */
export function longerPeriod(toDay: string): string {
  const [year, month] = [Number(toDay.slice(0, 4)), Number(toDay.slice(5, 7))];
  return new Date(Date.UTC(year, (Math.floor((month - 1) / 3) + 2) * 3, 0)).toISOString().slice(0, 10);
}

export function redemptionOf(closedAt: Date): { redeemFrom: Date; redeemUntil: Date } {
  const redeemFrom = addDays(closedAt, REST_DAYS);
  return { redeemFrom, redeemUntil: addDays(redeemFrom, REDEEM_DAYS) };
}

/** Reviews of a closed pool that stayed too small count in totals, without their words. */
export const ratingsOnly = ({ state, issued }: { state: PoolState; issued: number }): boolean => issued < MIN_ISSUED && !['registering', 'announced', 'issuing'].includes(state);

export type StaysStanding = 'confirmed' | 'disputed' | 'asked' | 'silent';
interface Asked {
  staysDeclaredAt: Date | null;
  staysConfirmedAt: Date | null;
  staysDisputedAt: Date | null;
}

/** What the provider says of M. Silence counts as neither. null: nobody has asked. */
export function staysStanding({ staysDeclaredAt, staysConfirmedAt, staysDisputedAt }: Asked, at: Date): StaysStanding | null {
  if (staysConfirmedAt !== null) return 'confirmed';
  if (staysDisputedAt !== null) return 'disputed';
  if (staysDeclaredAt === null) return null;
  return addDays(staysDeclaredAt, ANSWER_DAYS) <= at ? 'silent' : 'asked';
}

/** Not everybody was invited, though all had to be by now. */
export const invitedTooFew = ({ state, invited, stays }: { state: PoolState; invited: number; stays: number }): boolean =>
  !['registering', 'announced', 'issuing'].includes(state) && invited < INVITED_SHARE * stays;

/** Quarters and half-years that a pool can be of: from two years back to the present quarter, the latest first. */
export function periods(today: string): { from: string; to: string }[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const current = year * 4 + Math.floor((month - 1) / 3);
  const first = (quarter: number) => `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`;
  const last = (quarter: number) => new Date(Date.parse(`${first(quarter + 1)}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  const quarters = Array.from({ length: 8 }, (_, n) => current - n);
  return [...quarters.map((each) => ({ from: first(each), to: last(each) })), ...quarters.filter((each) => each % 2 === 0).map((each) => ({ from: first(each), to: last(each + 1) })), ...quarters.filter((each) => each % 4 === 0).map((each) => ({ from: first(each), to: last(each + 3) }))];
}
