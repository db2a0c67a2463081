/** What a form begins with, so that nobody types a second time what the case already says. All of it can be changed. Pure. */
import { messages, pickText, type Locale } from '#i18n/index.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { criteriaOf, type StandardDocument } from '#features/standards/model.ts';
import type { RuleAnswer } from '#features/standards/rule.ts';
import { applyRule, type Score as RuleScore } from '#features/standards/rule.ts';
import { addMonths } from '../clocks.ts';
import { ruleScore } from '../completeness.ts';
import type { AppealGuidance, SetCondition } from '../model/events.ts';
import type { Outcome } from '../model/outcome.ts';
import { presentHearing, type CaseFile } from './case-file.ts';
import { scoreText } from './words.ts';

/** What the standard's own rule makes of the findings. */
export function ruleAnswer(document: StandardDocument, { findings }: Pick<CaseFile, 'findings'>): RuleAnswer {
  return applyRule(document, new Map<string, RuleScore>([...findings].map(([code, { content }]) => [code, ruleScore(content.score)])));
}

/** Draft reasons out of the criteria that stand against a clear yes, draft facts out of all of them. */
export function hearingDrafts(locale: Locale, document: StandardDocument, { findings }: Pick<CaseFile, 'findings'>, rule: RuleAnswer): { reasons: string; facts: string } {
  const against = new Set(rule.state === 'proposed' ? rule.against : []);
  const lines = criteriaOf(document).flatMap(({ criterion }) => {
    const finding = findings.get(criterion.code)?.content;
    if (!finding) return [];
    const title = `${criterion.code} ${pickText(criterion.title, locale)?.text ?? ''}`.trim();
    const seen = finding.evidence === null ? '' : ` (${finding.evidence})`;
    return [{ code: criterion.code, reason: `${title}: ${finding.grounds}`, fact: `${title}: ${scoreText(locale, finding.score)}${seen}` }];
  });
  const weighty = lines.filter(({ code }) => against.has(code));
  return { reasons: (weighty.length > 0 ? weighty : lines).map(({ reason }) => reason).join('\n\n'), facts: lines.map(({ fact }) => fact).join('\n') };
}

export interface DecisionDraft {
  outcome: Outcome;
  rule: string;
  considerations: string;
  facts: string;
  validFrom: string;
  validTo: string;
  conditions: readonly SetCondition[];
  guidance: AppealGuidance;
  language: Locale;
}

export interface DraftFacts {
  document: StandardDocument;
  version: number;
  file: CaseFile;
  authority: string;
  validMonths: number;
  appealDays: number;
  /** The authority's guidance in its last decision; null: it has made none. */
  guidance: AppealGuidance | null;
  /** Of whoever applied. */
  language: Locale;
  today: string;
  /** Last day of the approval that this one follows; null: it follows none. */
  follows: string | null;
}

/** The first and last day of the longest approval that begins then. */
export function longestPeriod(from: string, months: number): { validFrom: string; validTo: string } {
  return { validFrom: from, validTo: addDays(addMonths(from, months), -1) };
}

/** The decision as it was recommended, in the language of the letter. null: nothing is recommended */
export function decisionDraft({ document, version, file, authority, validMonths, appealDays, guidance, language, today, follows }: DraftFacts): DecisionDraft | null {
  const recommended = file.recommendation?.content;
  if (!recommended) return null;
  const t = messages(language).cases.decide;
  const drafts = hearingDrafts(language, document, file, ruleAnswer(document, file));
  const opened = presentHearing(file)?.opened.content;
  const basis = pickText(document.basis, language)?.text ?? '';
  return {
    outcome: recommended.outcome,
    rule: [t.ruleOf(pickText(document.title, language)?.text ?? '', version), basis].filter((each) => each !== '').join(' '),
    considerations: opened?.reasons ?? recommended.reasons,
    facts: opened?.facts ?? drafts.facts,
    ...longestPeriod(follows === null || follows < today ? today : addDays(follows, 1), validMonths),
    conditions: recommended.conditions,
    guidance: guidance ?? { body: authority, how: t.howDefault(authority, appealDays) },
    language,
  };
}
