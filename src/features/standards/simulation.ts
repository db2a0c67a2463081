/** How the providers of today would fare on what a machine can check: counts, without names. Pure. */
import type { JsonObject } from '#platform/public-log/entry.ts';
import { runCheck, type CheckFacts, type CheckOutcome } from './checks.ts';
import { criteriaOf, type StandardDocument } from './model.ts';

/** Smaller groups of providers are not counted aloud: the authority's own applicants may be among them. */
export const LEAST = 5;

/** null: too few to say, or so that what is too few cannot be worked out. */
export type Counts = Record<CheckOutcome, number | null>;

export interface Simulation {
  /** Providers looked at; null: too few. */
  providers: number | null;
  /** Of each criterion with a machine check, in the order of the standard. */
  criteria: { code: string; counts: Counts }[];
  /** How many meet every mandatory criterion that a machine can check, do not meet one, or of whom it cannot be told. null: there is none. */
  mandatory: Counts | null;
}

const NOTHING: Counts = { met: null, 'not-met': null, 'cannot-tell': null };
const NAMES = ['met', 'not-met', 'cannot-tell'] as const;

/**
 * Hides what is small, and of the rest the smallest until what is hidden adds up to enough and is more than one number:
 * the whole is known. A nought is shown, as it is about nobody.
 */
export function suppress(counts: Record<CheckOutcome, number>): Counts {
  const hidden = new Set(NAMES.filter((name) => counts[name] > 0 && counts[name] < LEAST));
  if (hidden.size === 0) return counts;
  const others = NAMES.filter((name) => !hidden.has(name)).sort((a, b) => counts[a] - counts[b]);
  const sum = () => [...hidden].reduce((total, name) => total + counts[name], 0);
  while (others.length > 0 && (hidden.size < 2 || sum() < LEAST)) {
    // A nought hides nothing: it goes last.
    const next = others.find((name) => counts[name] > 0) ?? others[0];
    if (next === undefined) break;
    hidden.add(next);
    others.splice(others.indexOf(next), 1);
  }
  return sum() < LEAST ? NOTHING : { met: hidden.has('met') ? null : counts.met, 'not-met': hidden.has('not-met') ? null : counts['not-met'], 'cannot-tell': hidden.has('cannot-tell') ? null : counts['cannot-tell'] };
}

function count(outcomes: readonly CheckOutcome[]): Counts {
  const of = (name: CheckOutcome) => outcomes.filter((each) => each === name).length;
  return suppress({ met: of('met'), 'not-met': of('not-met'), 'cannot-tell': of('cannot-tell') });
}

/** Not met anywhere weighs most; what cannot be told is not met either. */
function together(outcomes: readonly CheckOutcome[]): CheckOutcome {
  if (outcomes.includes('not-met')) return 'not-met';
  return outcomes.includes('cannot-tell') ? 'cannot-tell' : 'met';
}

export function simulate(document: StandardDocument, providers: readonly CheckFacts[]): Simulation {
  const checked = criteriaOf(document).flatMap(({ criterion: { code, mandatory, check } }) => (check ? [{ code, mandatory, outcomes: providers.map((facts) => runCheck(check, facts).outcome) }] : []));
  const enough = providers.length >= LEAST;
  const must = checked.filter(({ mandatory }) => mandatory);
  const all = providers.map((_, index) => together(must.map(({ outcomes }) => outcomes[index] ?? 'cannot-tell')));
  return {
    providers: enough ? providers.length : null,
    criteria: checked.map(({ code, outcomes }) => ({ code, counts: enough ? count(outcomes) : NOTHING })),
    mandatory: must.length === 0 ? null : enough ? count(all) : NOTHING,
  };
}

/** As the database takes it. */
export const plainSimulation = (simulation: Simulation): JsonObject => JSON.parse(JSON.stringify(simulation)) as JsonObject;
