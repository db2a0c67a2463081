/** From findings to met, partly or not for each criterion, and to a proposal. A person decides; this only counts. Pure. */
import { criteriaOf, type Criterion, type StandardDocument, type StandardRule } from './model.ts';

export type Level = 'met' | 'partly' | 'not';
/** By the criterion's scale: a level, or 1 to 5. */
export type Score = Level | 1 | 2 | 3 | 4 | 5;
export type Proposal = 'approve' | 'conditions' | 'refuse';

export interface LevelFound {
  code: string;
  level: Level;
  mandatory: boolean;
  weight: number;
}

export type RuleAnswer =
  | { state: 'incomplete'; missing: string[] }
  | {
      state: 'proposed';
      proposal: Proposal;
      /** Weight reached of all weight, rounded down; the proposal itself is worked out without rounding. */
      percent: number;
      levels: LevelFound[];
      /** Criteria that stand against a full approval: mandatory ones that are not met first. */
      against: string[];
    };

const POINTS: Readonly<Record<Level, number>> = { met: 2, partly: 1, not: 0 };

/** null: the score does not belong to the criterion's scale. */
export function levelOf({ scale }: Pick<Criterion, 'scale'>, score: Score, rule: StandardRule): Level | null {
  if (typeof score === 'string') return scale === 'met' ? score : null;
  if (scale !== 'five') return null;
  return score >= rule.metFrom ? 'met' : score >= rule.partlyFrom ? 'partly' : 'not';
}

function proposalOf(levels: readonly LevelFound[], reached: number, whole: number, rule: StandardRule): Proposal {
  const mandatory = levels.filter((each) => each.mandatory);
  if (mandatory.some(({ level }) => level === 'not')) return 'refuse';
  const atLeast = (percent: number) => reached * 100 >= percent * whole;
  if (mandatory.every(({ level }) => level === 'met') && atLeast(rule.approveFrom)) return 'approve';
  return atLeast(rule.conditionsFrom) ? 'conditions' : 'refuse';
}

/**
 * Mandatory and not met: refuse. All mandatory met and enough of the weight: approve. Enough for conditions: conditions. Else: refuse.
 * @param scores by code of criterion
 */
export function applyRule(document: StandardDocument, scores: ReadonlyMap<string, Score>): RuleAnswer {
  const { rule } = document;
  const found = criteriaOf(document).map(({ criterion }) => {
    const score = scores.get(criterion.code);
    return { criterion, level: score === undefined ? null : levelOf(criterion, score, rule) };
  });
  const missing = found.filter(({ level }) => level === null).map(({ criterion }) => criterion.code);
  if (missing.length > 0 || found.length === 0) return { state: 'incomplete', missing };
  const levels = found.map(({ criterion: { code, mandatory, weight }, level }): LevelFound => ({ code, mandatory, weight, level: level ?? 'not' }));
  const whole = levels.reduce((sum, { weight }) => sum + weight * POINTS.met, 0);
  const reached = levels.reduce((sum, { weight, level }) => sum + weight * POINTS[level], 0);
  const short = levels.filter(({ level }) => level !== 'met');
  const against = [...short.filter((each) => each.mandatory), ...short.filter((each) => !each.mandatory)].map(({ code }) => code);
  return { state: 'proposed', proposal: proposalOf(levels, reached, whole, rule), percent: Math.floor((reached * 100) / whole), levels, against };
}
