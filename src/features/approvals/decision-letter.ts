/** The letter about a decision, in the applicant's language: the same parts for the page and for the PDF. Pure. */
import { formatDay, messages, pickText, type Locale } from '#i18n/index.ts';
import { criteriaOf } from '#features/standards/model.ts';
import type { CaseEntry } from './model/events.ts';
import { scoreText } from './public-view.ts';
import type { AroundCase } from './queries/around.ts';

export interface LetterFinding {
  title: string;
  score: string;
  grounds: string;
}

/** All in the language of the letter. */
export interface DecisionLetter {
  language: Locale;
  title: string;
  /** Label and value: to, from, date, case. */
  head: readonly (readonly [label: string, value: string])[];
  about: string;
  /** What was decided, in one sentence, and for how long. */
  outcome: string;
  valid: string | null;
  /** Only those with a text. Lines of the texts are kept. */
  parts: readonly { heading: string; text: string }[];
  findings: { heading: string; rows: readonly LetterFinding[] } | null;
  conditions: { heading: string; rows: readonly string[] } | null;
  appeal: { heading: string; body: string; how: string; until: string };
  publicNote: string;
  /** That no lawyer has confirmed the wording; empty in Danish and English. */
  unconfirmed: string;
}

type Decided = CaseEntry<'decided'>;

/** Of a case: the decision with that number, or the last one. */
export function decisionOf(entries: readonly CaseEntry[], seq: number | null): Decided | null {
  return entries.findLast((each): each is Decided => each.kind === 'decided' && (seq === null || each.seq === seq)) ?? null;
}

function findingRows({ standard }: AroundCase, entries: readonly CaseEntry[], decided: Decided): LetterFinding[] {
  const { language } = decided.content;
  const { adopted } = messages(language).decisions;
  return criteriaOf(standard.document).flatMap(({ criterion: { code, title } }) => {
    const last = entries.findLast((each): each is CaseEntry<'finding'> => each.kind === 'finding' && each.content.criterion === code && each.seq < decided.seq);
    if (!last) return [];
    const { score, grounds, adoptedFrom } = last.content;
    const said = [scoreText(language, score), ...(adoptedFrom ? [adopted(adoptedFrom.authority)] : [])].join('. ');
    return [{ title: pickText(title, language)?.text ?? code, score: said, grounds }];
  });
}

/** @param appealUntil YYYY-MM-DD */
export function decisionLetter(around: AroundCase, entries: readonly CaseEntry[], decided: Decided, appealUntil: string): DecisionLetter {
  const { content, on } = decided;
  const { language } = content;
  const { decisions: { letter: t, page }, approvals: { outcome } } = messages(language);
  const rows = findingRows(around, entries, decided);
  const parts = [[t.rule, content.rule], [t.considerations, content.considerations], [t.facts, content.facts], [t.answer, content.answerTreated ?? '']] as const;
  return {
    language,
    title: t.title(outcome[content.outcome]),
    head: [[t.to, around.provider.name], [t.from, around.authority.name], [t.date, formatDay(language, on)], [t.caseNumber, `${around.id}-${decided.seq}`]],
    about: t.about(pickText(around.standard.document.title, language)?.text ?? around.standard.slug),
    outcome: t.outcome[content.outcome],
    valid: content.validFrom === null || content.validTo === null ? null : t.valid(formatDay(language, content.validFrom), formatDay(language, content.validTo)),
    parts: parts.filter(([, text]) => text !== '').map(([heading, text]) => ({ heading, text })),
    findings: rows.length > 0 ? { heading: t.findings, rows } : null,
    conditions: content.conditions.length > 0 ? { heading: t.conditions, rows: content.conditions.map(({ text, dueOn }) => `${text} ${page.dueOn(formatDay(language, dueOn))}.`) } : null,
    appeal: { heading: t.appeal, body: content.guidance.body, how: content.guidance.how, until: page.until(formatDay(language, appealUntil)) },
    publicNote: t.public,
    unconfirmed: t.unconfirmed,
  };
}

/** For its file name: no letter in it that a file system dislikes. */
export const letterFile = (caseId: number, seq: number): string => `decision-${caseId}-${seq}.pdf`;
