/** Draws the people of one cell: how many came, stayed and found work. */
import { isRipe } from './calendar.ts';
import type { HalfYear } from './calendar.ts';
import type { Random } from '../random.ts';
import type { Outcome, Result } from '../types.ts';

/** Share in work half a year after the end, by target group, in an area with middling unemployment. */
const BASE: Readonly<Record<string, number>> = {
  'dk-dagpenge': 0.57, 'dk-kontanthjaelp-jobparat': 0.39, 'dk-kontanthjaelp-aktivitetsparat': 0.17, 'dk-uddannelsesparat': 0.52,
  'dk-ung-aktivitetsparat': 0.31, 'dk-sygedagpenge': 0.41, 'dk-jobafklaring': 0.22, 'dk-ressourceforloeb': 0.07, 'dk-fleksjob': 0.34,
  'dk-revalidering': 0.3, 'dk-foertidspension': 0.1, 'dk-under-18': 1, 'dk-selvforsoergende': 0.37, 'dk-integration': 0.35,
};

export interface CellFacts {
  programme?: string;
  group?: string;
  region?: string;
  halfYear: HalfYear;
  plannedMaxDays: number;
  attendance?: string;
  started: number;
  /** Per cent of the labour force out of work in the municipality. */
  unemployment: number;
}

/** What is particular about one provider's results. */
export interface Habit {
  evidence: 'register' | 'documented' | 'self-reported';
  /** Times the usual share in work. */
  effect: number;
  /** Share of whom nothing is known. */
  unknown: number;
  dropOut: number;
  measures: readonly string[];
  /** Share of referred people who start; absent: not known. */
  arrive?: number;
  tellsExits: boolean;
  weeksToStart?: number;
  weeksToJob?: number;
  /** Minor units a participant. */
  cost?: number;
  evidenceUrl?: string;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function shareInWork(facts: CellFacts, habit: Habit): number {
  const base = facts.group === undefined ? 0.42 : (BASE[facts.group] ?? 0.4);
  if (base === 1) return 1;
  const area = (3 - facts.unemployment) * 0.025;
  return clamp((base + area * Math.min(1, base * 2)) * habit.effect, 0.02, 0.93);
}

const LATER: Readonly<Record<string, number>> = { E3: 0.84, E6: 1, E12: 1.03, S12: 0.97, SUS6: 0.66 };

function outcomeOf(measure: string, facts: CellFacts, habit: Habit, random: Random): Outcome {
  const excluded = facts.started > 8 && random.chance(0.015) ? 1 : 0;
  const counted = facts.started - excluded;
  const unknown = random.binomial(counted, habit.unknown);
  const share = shareInWork(facts, habit);
  const placed = random.binomial(counted - unknown, share === 1 ? 1 : clamp(share * (LATER[measure] ?? 1), 0.01, 0.95));
  return { measure, placed, notPlaced: counted - unknown - placed, unknown, ...(excluded > 0 ? { excluded } : {}) };
}

const REASONS = ['stopped-attending', 'illness', 'other-programme', 'moved', 'other', 'unknown'] as const;

function exitsOf(count: number, random: Random): Result['exits'] {
  const weights = [0.34, 0.24, 0.16, 0.08, 0.08, 0.1];
  const counts = new Map<string, number>();
  for (let i = 0; i < count; i += 1) {
    let rest = random.next();
    const index = weights.findIndex((weight) => (rest -= weight) < 0);
    const reason = REASONS[index === -1 ? 5 : index] ?? 'unknown';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return REASONS.filter((reason) => counts.has(reason)).map((reason) => ({ reason, count: counts.get(reason) ?? 0 }));
}

const near = (value: number, random: Random): number => Math.max(0, Math.round((value + (random.next() - 0.5) * value * 0.3) * 2) / 2);

/** One row of the catalogue: counts agree with each other by construction. */
export function cohort(facts: CellFacts, habit: Habit, random: Random): Result {
  const { started, halfYear } = facts;
  const over = isRipe(halfYear, facts.plannedMaxDays, 'E3');
  const completed = over ? started - random.binomial(started, habit.dropOut) : undefined;
  const row: Result = {
    ...(facts.programme !== undefined ? { programme: facts.programme } : {}),
    ...(facts.group !== undefined ? { targetGroup: facts.group } : {}),
    ...(facts.region !== undefined ? { region: facts.region } : {}),
    from: halfYear.from,
    to: halfYear.to,
    ...(habit.arrive !== undefined ? { referred: started + random.binomial(Math.ceil(started / habit.arrive), 1 - habit.arrive) } : {}),
    started,
    ...(completed !== undefined ? { completed } : {}),
    outcomes: habit.measures.filter((measure) => isRipe(halfYear, facts.plannedMaxDays, measure)).map((measure) => outcomeOf(measure, facts, habit, random)),
    evidence: habit.evidence,
  };
  if (habit.tellsExits && completed !== undefined && completed < started) row.exits = exitsOf(started - completed, random);
  if (habit.weeksToStart !== undefined && started >= 5) row.weeksToStart = near(habit.weeksToStart, random);
  if (habit.weeksToJob !== undefined && over && started >= 5) row.weeksToJob = near(habit.weeksToJob, random);
  if (facts.attendance !== undefined) row.attendance = facts.attendance;
  if (habit.cost !== undefined) row.cost = { amount: habit.cost * started, currency: 'DKK' };
  if (habit.evidenceUrl !== undefined) row.evidenceUrl = habit.evidenceUrl;
  return row;
}
