/** Rows of one provider's results: whose, from where, in which half-year. */
import { HALF_YEARS } from './calendar.ts';
import { cohort } from './cohort.ts';
import { domainOf } from '../names.ts';
import type { HalfYear } from './calendar.ts';
import type { CellFacts, Habit } from './cohort.ts';
import type { Scenario } from './scenarios.ts';
import type { Denmark, Municipality } from '../places.ts';
import type { Plan } from '../facts.ts';
import type { Random } from '../random.ts';
import type { Programme, Provider, Result } from '../types.ts';

export interface Entry {
  plan: Plan;
  provider: Provider;
}

/** Groups that many providers serve. The others are kept for the cases of `special.ts`. */
const COMMON = new Set([
  'dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'dk-kontanthjaelp-aktivitetsparat', 'dk-uddannelsesparat', 'dk-ung-aktivitetsparat',
  'dk-sygedagpenge', 'dk-jobafklaring', 'dk-fleksjob', 'dk-integration',
]);
/** Programmes within 91 days of each other may be compared on the day half a year after the end. */
const SHORTEST = 77;
const LONGEST = 168;

/** Groups a programme's results are broken down by: its own where it names some, else the provider's. */
export function groupsOf(entry: Entry, programme: Programme): string[] {
  const named = programme.targetGroups?.map((each) => each.code) ?? entry.plan.voice.groups;
  return named.filter((code) => COMMON.has(code)).slice(0, 3);
}

/** The provider's first running programme of a length, for a group if one is asked for. */
export function programmeOf(provider: Provider, low = SHORTEST, high = LONGEST, group?: string): Programme | undefined {
  return provider.programmes?.find((each) => {
    if (group !== undefined && each.targetGroups && !each.targetGroups.some((mention) => mention.code === group)) return false;
    const days = each.plannedMaxDays ?? 0;
    return days >= low && days <= high && (each.endedOn === undefined || each.endedOn > '2026-01-01');
  });
}

/** Municipalities its participants come from, the nearest first. */
export function catchment(entry: Entry, denmark: Denmark, count: number, random: Random): Municipality[] {
  const { plan } = entry;
  const { reach } = plan.voice;
  const within = denmark.municipalities.filter((each) => {
    if (each.code === plan.municipality.code) return false;
    if (reach === 'municipality') return false;
    if (reach === 'neighbours') return entry.provider.coverage.includes(`dk-kommune:${each.code}`);
    return (reach === 'country' || each.region === plan.municipality.region) && each.population > 40_000;
  });
  return [plan.municipality, ...random.some(within, Math.max(0, count - 1))];
}

function habitOf(entry: Entry, scenario: Scenario, random: Random): Habit {
  const programme = programmeOf(entry.provider);
  const price = programme?.prices?.find((each) => each.per === 'participant' && each.amount > 0);
  const year = random.pick([2024, 2025]);
  const [low, high] = scenario.unknown;
  return {
    evidence: scenario.evidence,
    // Providers differ a little for reasons nobody has measured.
    effect: (scenario.effect ?? 1) * (1 + (random.next() + random.next() + random.next() - 1.5) * 0.05),
    unknown: low + random.next() * (high - low),
    dropOut: 0.06 + random.next() * 0.24,
    measures: scenario.measures,
    tellsExits: random.chance(0.62),
    ...(random.chance(0.6) ? { arrive: 0.72 + random.next() * 0.25 } : {}),
    ...(random.chance(0.35) ? { weeksToStart: random.int(1, 6) } : {}),
    ...(random.chance(0.3) ? { weeksToJob: random.int(7, 26) } : {}),
    ...(price && random.chance(0.5) ? { cost: price.amount } : {}),
    ...(scenario.evidence !== 'register' && random.chance(0.5) ? { evidenceUrl: `https://www.${domainOf(entry.plan.root)}/resultater-${year}.pdf` } : {}),
  };
}

/** Whole people from a share of them: never invents or loses more than one. */
const people = (expected: number, random: Random): number => Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);

const GROUP_WEIGHTS: Readonly<Record<number, readonly number[]>> = { 1: [1], 2: [0.62, 0.38], 3: [0.5, 0.3, 0.2] };

interface CellPlan {
  groups: readonly string[];
  municipalities: readonly Municipality[];
  programme: Programme;
  /** Starters a half-year. */
  pace: number;
}

function cells(plan: CellPlan, halfYear: HalfYear, random: Random): CellFacts[] {
  const weights = GROUP_WEIGHTS[plan.groups.length] ?? [1];
  const total = plan.municipalities.reduce((sum, each, index) => sum + Math.sqrt(each.population) * (index === 0 ? 2 : 1), 0);
  const pace = plan.pace * (0.88 + random.next() * 0.24);
  const list: CellFacts[] = [];
  plan.groups.forEach((group, groupIndex) => {
    plan.municipalities.forEach((municipality, index) => {
      const share = (Math.sqrt(municipality.population) * (index === 0 ? 2 : 1)) / total;
      const started = people(pace * (weights[groupIndex] ?? 0) * share, random);
      if (started === 0) return;
      list.push({
        programme: plan.programme.code, group, region: `dk-kommune:${municipality.code}`, halfYear,
        plannedMaxDays: plan.programme.plannedMaxDays ?? LONGEST, started, unemployment: municipality.unemployment,
        ...attendanceOf(plan.programme),
      });
    });
  });
  return list;
}

function attendanceOf(programme: Programme): { attendance?: string } {
  return programme.attendance === 'voluntary' || programme.attendance === 'mandated' ? { attendance: programme.attendance } : {};
}

function halfYearsOf(scenario: Scenario): readonly HalfYear[] {
  if (scenario.shape === 'gap') return HALF_YEARS.filter((each) => each.name !== '2024H1');
  if (scenario.shape === 'late') return HALF_YEARS.filter((each) => each.from >= '2024-01-01');
  if (scenario.shape === 'stopped') return HALF_YEARS.filter((each) => each.to <= '2024-12-31');
  return HALF_YEARS;
}

/** Chosen and mandated participants of one cell, each a row of its own. */
function splitAttendance(facts: CellFacts, random: Random): CellFacts[] {
  const chosen = random.binomial(facts.started, 0.55);
  return [
    { ...facts, started: chosen, attendance: 'voluntary' },
    { ...facts, started: facts.started - chosen, attendance: 'mandated' },
  ].filter((each) => each.started > 0);
}

/** The sum of rows over everything but the half-year. */
function totalOf(rows: readonly Result[]): Result[] {
  return HALF_YEARS.flatMap((halfYear) => {
    const parts = rows.filter((row) => row.from === halfYear.from);
    const first = parts[0];
    if (!first) return [];
    const sum = (pick: (row: Result) => number | undefined): number => parts.reduce((all, row) => all + (pick(row) ?? 0), 0);
    const measures = first.outcomes.map((each) => each.measure);
    const outcomes = measures.map((measure) => {
      const of = (field: 'placed' | 'notPlaced' | 'unknown' | 'excluded'): number => sum((row) => row.outcomes.find((each) => each.measure === measure)?.[field]);
      const excluded = of('excluded');
      return { measure, placed: of('placed'), notPlaced: of('notPlaced'), unknown: of('unknown'), ...(excluded > 0 ? { excluded } : {}) };
    });
    const completed = parts.every((row) => row.completed !== undefined) ? { completed: sum((row) => row.completed) } : {};
    return [{ from: halfYear.from, to: halfYear.to, started: sum((row) => row.started), ...completed, outcomes, evidence: first.evidence }];
  });
}

/** A calendar year instead of half-years: shown as it is, never compared. */
function yearly(rows: readonly Result[]): Result[] {
  return [2023, 2024].flatMap((year): Result[] => {
    const halves = totalOf(rows).filter((row) => row.from?.startsWith(String(year)) && row.outcomes.length > 0);
    const [first, second] = halves;
    if (!first || !second) return [];
    const outcomes = first.outcomes.map((each, index) => {
      const other = second.outcomes[index];
      const excluded = (each.excluded ?? 0) + (other?.excluded ?? 0);
      return {
        measure: each.measure, placed: each.placed + (other?.placed ?? 0), notPlaced: each.notPlaced + (other?.notPlaced ?? 0), unknown: each.unknown + (other?.unknown ?? 0),
        ...(excluded > 0 ? { excluded } : {}),
      };
    });
    return [{
      from: `${year}-01-01`, to: `${year}-12-31`, started: (first.started ?? 0) + (second.started ?? 0), outcomes, evidence: first.evidence,
      note: { da: 'Opgjort for hele året, ikke for halvår.', en: 'Counted for the whole year, not for half-years.' },
    }];
  });
}

export function rowsOf(entry: Entry, scenario: Scenario, plan: CellPlan, random: Random): Result[] {
  const habit = habitOf(entry, scenario, random);
  let facts = halfYearsOf(scenario).flatMap((halfYear) => cells(plan, halfYear, random));
  if (scenario.shape === 'split') facts = facts.flatMap((each) => splitAttendance(each, random));
  if (scenario.shape === 'half-years-only') facts = halfYearsOf(scenario).map((halfYear) => withoutParts(plan, halfYear, random));
  const rows = facts.map((each) => cohort(each, habit, random));
  if (scenario.shape === 'with-totals') rows.push(...totalOf(rows));
  if (scenario.shape === 'calendar-year') return yearly(rows);
  if (scenario.shape === 'mixed-evidence') {
    for (const row of rows) if (row.from === '2024-07-01') row.evidence = 'self-reported';
  }
  return rows;
}

function withoutParts(plan: CellPlan, halfYear: HalfYear, random: Random): CellFacts {
  const days = plan.programme.plannedMaxDays ?? LONGEST;
  return { programme: plan.programme.code, halfYear, plannedMaxDays: days, started: Math.max(2, people(plan.pace * (0.85 + random.next() * 0.3), random)), unemployment: 3 };
}
