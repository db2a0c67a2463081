/** What the site can see for itself of a criterion, in what is published of a provider. Pure. */
import type { Grade } from '#features/results/model.ts';
import type { AreaWay, MachineCheck } from './model.ts';

export const CHECK_OUTCOMES = ['met', 'not-met', 'cannot-tell'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

export const CHECK_REASONS = ['no-release', 'window-short', 'withheld', 'no-programmes', 'no-area', 'partly', 'no-pools'] as const;

/** Published of one provider when it was looked at. Kept as JSON beside the outcome, so that it can be looked at again. */
export interface CheckFacts {
  /** YYYY-MM-DD */
  day: string;
  /** Half-years that the present release looks at, oldest first, such as 2025H1; null: nothing has been released. */
  window: readonly string[] | null;
  /** Half-years that the provider has reported as a whole, with the weakest grade among its figures of that half-year. */
  halfYears: readonly { half: string; grade: Grade }[];
  /** Of the window: referred, started and completed; `part`: one of them is missing; `withheld`: none may be shown, or none was told; null: nothing is reported. */
  funnel: 'whole' | 'part' | 'withheld' | null;
  /** Programmes that run, by code. */
  programmes: readonly { code: string; priced: boolean }[];
  /** Day on which its people last said that the profile is right; null: never. */
  confirmedOn: string | null;
  /** The authority's area; null: it has none. */
  area: string | null;
  /** Whether it has an address there and helps people there; null: only in a part of it. */
  location: boolean;
  coverage: boolean | null;
  /** Of closed pools: stays, and people who were invited to review; null: there are none. */
  invitations: { stays: number; invited: number } | null;
}

export interface CheckResult {
  kind: MachineCheck['kind'];
  outcome: CheckOutcome;
  /** Why it cannot be told; null: it can. */
  reason: (typeof CHECK_REASONS)[number] | null;
  /** The rule and the part of the facts that decided. */
  inputs: Readonly<Record<string, unknown>>;
}

type Told = Omit<CheckResult, 'kind'>;
const told = (met: boolean, inputs: Told['inputs']): Told => ({ outcome: met ? 'met' : 'not-met', reason: null, inputs });
const unsure = (reason: NonNullable<Told['reason']>, inputs: Told['inputs']): Told => ({ outcome: 'cannot-tell', reason, inputs });

/** The latest so many half-years of the window; grades come in the order of the alphabet. */
function reported({ window, halfYears }: CheckFacts, count: number, grade: Grade): Told {
  if (window === null) return unsure('no-release', { halfYears: count, grade });
  const asked = window.slice(-count).map((half) => ({ half, grade: halfYears.find((each) => each.half === half)?.grade ?? null }));
  const inputs = { halfYears: count, grade, asked };
  if (asked.length < count) return unsure('window-short', inputs);
  return told(asked.every((each) => each.grade !== null && each.grade <= grade), inputs);
}

function funnel({ window, funnel: shown }: CheckFacts): Told {
  const inputs = { window, funnel: shown };
  if (window === null) return unsure('no-release', inputs);
  return shown === 'withheld' ? unsure('withheld', inputs) : told(shown === 'whole', inputs);
}

function prices({ programmes }: CheckFacts): Told {
  const without = programmes.filter(({ priced }) => !priced).map(({ code }) => code);
  const inputs = { programmes: programmes.length, without };
  return programmes.length === 0 ? unsure('no-programmes', inputs) : told(without.length === 0, inputs);
}

/** The same day so many months earlier; what a shorter month lacks is its last day. */
export function dayMonthsBefore(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

function confirmed({ confirmedOn, day }: CheckFacts, months: number): Told {
  const since = dayMonthsBefore(day, months);
  return told(confirmedOn !== null && confirmedOn >= since, { months, day, since, confirmedOn });
}

function inArea({ area, location, coverage }: CheckFacts, by: AreaWay): Told {
  const inputs = { by, area, location, coverage };
  if (area === null) return unsure('no-area', inputs);
  if (by !== 'coverage' && location) return told(true, inputs);
  if (by === 'location') return told(false, inputs);
  return coverage === null ? unsure('partly', inputs) : told(coverage, inputs);
}

function invited({ invitations }: CheckFacts, percent: number): Told {
  const inputs = { percent, ...(invitations ?? { stays: null, invited: null }) };
  if (invitations === null || invitations.stays === 0) return unsure('no-pools', inputs);
  return told(invitations.invited * 100 >= percent * invitations.stays, inputs);
}

function answer(check: MachineCheck, facts: CheckFacts): Told {
  switch (check.kind) {
    case 'results-reported':
      return reported(facts, check.halfYears, check.grade);
    case 'funnel-complete':
      return funnel(facts);
    case 'prices-public':
      return prices(facts);
    case 'last-confirmed':
      return confirmed(facts, check.months);
    case 'in-area':
      return inArea(facts, check.by);
    case 'review-invitations':
      return invited(facts, check.percent);
  }
}

/** Says only what the published facts say; a person may find otherwise, with reasons. */
export function runCheck(check: MachineCheck, facts: CheckFacts): CheckResult {
  return { kind: check.kind, ...answer(check, facts) };
}
