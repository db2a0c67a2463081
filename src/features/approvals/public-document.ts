/** What everybody may read of a case: the documents that the public log commits to. Pure. */
import type { JsonObject } from '#platform/public-log/entry.ts';
import type { LocalisedText } from '#platform/input.ts';
import { messages, type Locale } from '#i18n/index.ts';
import type { CaseEntry, DecisionContent, EventKind, Redaction, Score, SetCondition } from './model/events.ts';
import type { Outcome } from './model/outcome.ts';

/** The same for all entries of a case, so that they are found together. */
export const caseSubject = (caseId: number): string => `approval-case:${caseId}`;

/** Who and by what. Names as they were on the day. */
export interface PublicCase {
  caseId: number;
  provider: { id: number; name: string };
  authority: { id: number; name: string };
  standard: { slug: string; version: number; title: LocalisedText };
}
export interface PublicFinding {
  /** Code, and title in the decision's language. */
  criterion: string;
  title: string;
  score: Score;
  grounds: string;
  /** Authority whose finding was taken over; null: its own. */
  adoptedFrom: string | null;
}

/** As it is in the log and on its page; people and trade secrets are out of every text. */
export interface DecisionDocument {
  form: 'decision/1';
  case: number;
  seq: number;
  provider: { id: number; name: string };
  authority: { id: number; name: string };
  standard: { slug: string; version: number; title: LocalisedText };
  outcome: Outcome;
  /** Days are YYYY-MM-DD. */
  decidedOn: string;
  validFrom: string | null;
  validTo: string | null;
  language: Locale;
  rule: string;
  considerations: string;
  facts: string;
  answerTreated: string | null;
  findings: readonly PublicFinding[];
  conditions: readonly SetCondition[];
  appeal: { body: string; how: string; until: string };
  /** How often something was left out on which ground. */
  redactions: readonly { ground: Redaction['ground']; count: number }[];
}

/** Takes each passage out of a text, longest first, and leaves its ground in its place. */
function redacted(text: string, redactions: readonly Redaction[], words: Record<Redaction['ground'], string>, count: (ground: Redaction['ground'], times: number) => void): string {
  return [...redactions].sort((a, b) => b.passage.length - a.passage.length).reduce((left, { passage, ground }) => {
    if (passage === '') return left;
    const parts = left.split(passage);
    count(ground, parts.length - 1);
    return parts.join(`[${words[ground]}]`);
  }, text);
}

export interface DecisionFacts {
  seq: number;
  decidedOn: string;
  content: DecisionContent;
  findings: readonly PublicFinding[];
  appealUntil: string;
}

/** @param content of the entry `decided`, whose passages to leave out are left out of every text */
export function decisionDocument({ caseId, provider, authority, standard }: PublicCase, { seq, decidedOn, content, findings, appealUntil }: DecisionFacts): DecisionDocument {
  const counts = new Map<Redaction['ground'], number>();
  const words = messages(content.language).decisions.leftOut;
  const clean = (text: string) => redacted(text, content.redactions, words, (ground, times) => counts.set(ground, (counts.get(ground) ?? 0) + times));
  return {
    form: 'decision/1', case: caseId, seq, provider, authority, standard,
    outcome: content.outcome, decidedOn, validFrom: content.validFrom, validTo: content.validTo, language: content.language,
    rule: clean(content.rule), considerations: clean(content.considerations), facts: clean(content.facts),
    answerTreated: content.answerTreated === null ? null : clean(content.answerTreated),
    findings: findings.map((each) => ({ ...each, grounds: clean(each.grounds) })),
    conditions: content.conditions.map(({ text, dueOn }) => ({ text: clean(text), dueOn })),
    appeal: { body: clean(content.guidance.body), how: clean(content.guidance.how), until: appealUntil },
    redactions: [...counts].filter(([, count]) => count > 0).map(([ground, count]) => ({ ground, count })),
  };
}

/** What happens after a decision and is public: that it happened and when, without words that somebody wrote. */
export const PUBLIC_EVENTS = ['condition-judged', 'condition-extended', 'expired', 'replaced', 'appeal-lodged', 'appeal-taken-back', 'appeal-decided', 'reopened'] as const satisfies readonly EventKind[];
export type PublicEvent = (typeof PUBLIC_EVENTS)[number];
export const isPublicEvent = (kind: EventKind): kind is PublicEvent => (PUBLIC_EVENTS as readonly EventKind[]).includes(kind);

export interface EventDocument {
  form: 'approval-entry/1';
  case: number;
  seq: number;
  provider: { id: number; name: string };
  authority: { id: number; name: string };
  standard: { slug: string; version: number; title: LocalisedText };
  event: PublicEvent;
  on: string;
  /** Number of a condition, and its new last day. */
  condition: number | null;
  met: boolean | null;
  dueOn: string | null;
  /** Of an appeal. */
  result: 'upheld' | 'dismissed' | 'sent-back' | null;
  body: string | null;
  validFrom: string | null;
  validTo: string | null;
}

/** @param entry of one of the kinds in PUBLIC_EVENTS */
export function eventDocument({ caseId, provider, authority, standard }: PublicCase, entry: CaseEntry<PublicEvent>): EventDocument {
  const nothing = { condition: null, met: null, dueOn: null, result: null, body: null, validFrom: null, validTo: null };
  const said = (): Partial<EventDocument> => {
    switch (entry.kind) {
      case 'condition-judged': return { condition: entry.content.number, met: entry.content.met };
      case 'condition-extended': return { condition: entry.content.number, dueOn: entry.content.dueOn };
      case 'appeal-decided': return { result: entry.content.result, body: entry.content.body, validFrom: entry.content.validFrom, validTo: entry.content.validTo };
      case 'replaced': return { validFrom: entry.content.from };
      default: return {};
    }
  };
  return { form: 'approval-entry/1', case: caseId, seq: entry.seq, provider, authority, standard, event: entry.kind, on: entry.on, ...nothing, ...said() };
}

/** For `appendPublic`. */
export const decisionRecord = (document: DecisionDocument) => ({ kind: 'decision' as const, subject: caseSubject(document.case), document: document as unknown as JsonObject });
export const eventRecord = (document: EventDocument) =>
  ({ kind: document.event.startsWith('appeal') ? ('appeal-entry' as const) : ('approval-entry' as const), subject: caseSubject(document.case), document: document as unknown as JsonObject });
