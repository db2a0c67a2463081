/** What a self-assessment still lacks before it is sent. Pure. */
import { criteriaOf, type StandardDocument } from '#features/standards/model.ts';
import { levelOf } from '#features/standards/rule.ts';
import type { Score } from './model/events.ts';

export interface SelfAssessment {
  criterion: string;
  score: Score | null;
  statement: string;
  links: readonly string[];
  files: readonly string[];
}
export const LACKS = ['score', 'scale', 'statement', 'evidence', 'file-waits', 'file-refused'] as const;
export interface Lack {
  criterion: string;
  lacks: (typeof LACKS)[number];
}

/** As standards/rule.ts counts. */
export const ruleScore = (score: Score) => (score === 'met' || score === 'partly' || score === 'not' ? score : (Number(score) as 1 | 2 | 3 | 4 | 5));

/** Whether a score is one of the criterion's scale. */
export const onScale = (document: StandardDocument, criterion: string, score: Score): boolean => {
  const found = criteriaOf(document).find((each) => each.criterion.code === criterion);
  return found !== undefined && levelOf(found.criterion, ruleScore(score), document.rule) !== null;
};

/**
 * In the order of the standard; empty: it can be sent. A mandatory criterion that no machine checks needs evidence.
 * @param files state of each stored file that is named; one that is not named here is gone
 */
export function selfAssessmentLacks(document: StandardDocument, assessments: readonly SelfAssessment[], files: ReadonlyMap<string, string>): Lack[] {
  return criteriaOf(document).flatMap(({ criterion }) => {
    const said = assessments.find((each) => each.criterion === criterion.code);
    const lack = (lacks: Lack['lacks']): Lack => ({ criterion: criterion.code, lacks });
    if (said === undefined || said.score === null) return [lack('score')];
    const states = said.files.map((id) => files.get(id) ?? 'gone');
    return [
      ...(onScale(document, criterion.code, said.score) ? [] : [lack('scale')]),
      ...(said.statement.trim() === '' ? [lack('statement')] : []),
      ...(criterion.mandatory && criterion.check === undefined && said.links.length + said.files.length === 0 ? [lack('evidence')] : []),
      ...(states.some((state) => state === 'quarantined' || state === 'arriving') ? [lack('file-waits')] : []),
      ...(states.some((state) => state === 'refused' || state === 'removed' || state === 'gone') ? [lack('file-refused')] : []),
    ];
  });
}
