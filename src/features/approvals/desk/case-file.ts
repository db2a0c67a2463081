/** The entries of a case, put together as pages show them: what belongs to one question, hearing, condition or appeal. Pure. */
import type { CaseEntry, CheckResult, Correction, EventKind } from '../model/events.ts';

export interface Asked {
  asked: CaseEntry<'asked'>;
  answer: CaseEntry<'answered'> | null;
  /** The case went on without an answer. */
  over: CaseEntry<'unanswered'> | null;
}
export interface TreatedCorrection extends Correction {
  /** From 1, as the entries have it. */
  number: number;
  treated: CaseEntry<'correction-treated'> | null;
}
export interface HearingOnFile {
  opened: CaseEntry<'hearing-opened'>;
  /** What the applicant is heard about. */
  about: CaseEntry<'recommended'> | null;
  /** The last day as it is now. */
  deadline: string;
  answer: CaseEntry<'hearing-answered'> | null;
  over: CaseEntry<'hearing-over'> | null;
  corrections: readonly TreatedCorrection[];
}
export interface AppealOnFile {
  lodged: CaseEntry<'appeal-lodged'>;
  decided: CaseEntry<'appeal-decided'> | null;
  takenBack: CaseEntry<'appeal-taken-back'> | null;
}
/** What was said about a condition, oldest first. */
export type AboutCondition = CaseEntry<'condition-shown'> | CaseEntry<'condition-judged'> | CaseEntry<'condition-extended'>;

export interface CaseFile {
  /** The last finding of each criterion. */
  findings: ReadonlyMap<string, CaseEntry<'finding'>>;
  checks: ReadonlyMap<string, CheckResult & { on: string }>;
  questions: readonly Asked[];
  /** What waits to be heard about or decided; null: nothing does. */
  recommendation: CaseEntry<'recommended'> | null;
  hearings: readonly HearingOnFile[];
  decisions: readonly CaseEntry<'decided'>[];
  appeals: readonly AppealOnFile[];
  conditions: ReadonlyMap<number, readonly AboutCondition[]>;
  visits: readonly CaseEntry<'visited'>[];
  notices: readonly CaseEntry<'notice'>[];
  notes: readonly CaseEntry<'noted'>[];
  /** Why it was sent back to be assessed, the last time; null once there is a new recommendation. */
  sentBack: CaseEntry<'taken-back'> | null;
  /** By person, what they said last. */
  declared: ReadonlyMap<string, CaseEntry<'impartiality'>>;
  apart: CaseEntry<'decider-named'> | null;
}

/** null: it is of another kind. */
const as = <K extends EventKind>(entry: CaseEntry, kind: K): CaseEntry<K> | null => (entry.kind === kind ? (entry as CaseEntry as CaseEntry<K>) : null);
const all = <K extends EventKind>(entries: readonly CaseEntry[], kind: K): CaseEntry<K>[] => entries.flatMap((each) => as(each, kind) ?? []);
const last = <T>(list: readonly T[]): T | null => list.at(-1) ?? null;

/** The entries after each opening one, up to the next of its kind. */
function stretches<K extends EventKind>(entries: readonly CaseEntry[], kind: K): { first: CaseEntry<K>; rest: CaseEntry[] }[] {
  const found: { first: CaseEntry<K>; rest: CaseEntry[] }[] = [];
  for (const entry of entries) {
    const first = as(entry, kind);
    if (first) found.push({ first, rest: [] });
    else found.at(-1)?.rest.push(entry);
  }
  return found;
}

const first = <K extends EventKind>(entries: readonly CaseEntry[], kind: K): CaseEntry<K> | null => all(entries, kind)[0] ?? null;

function hearingsOf(entries: readonly CaseEntry[]): HearingOnFile[] {
  return stretches(entries, 'hearing-opened').map(({ first: opened, rest }) => {
    const answer = first(rest, 'hearing-answered');
    const treated = all(rest, 'correction-treated');
    return {
      opened,
      about: last(all(entries, 'recommended').filter(({ seq }) => seq < opened.seq)),
      deadline: last(all(rest, 'hearing-extended'))?.content.deadline ?? opened.content.deadline,
      answer,
      over: first(rest, 'hearing-over'),
      corrections: (answer?.content.corrections ?? []).map((each, n) => ({ ...each, number: n + 1, treated: treated.find(({ content }) => content.number === n + 1) ?? null })),
    };
  });
}

function conditionsOf(entries: readonly CaseEntry[]): Map<number, AboutCondition[]> {
  const told = entries.filter((each): each is AboutCondition => each.kind === 'condition-shown' || each.kind === 'condition-judged' || each.kind === 'condition-extended');
  return Map.groupBy(told, ({ content }) => content.number);
}

function recommendationOf(entries: readonly CaseEntry[]): CaseEntry<'recommended'> | null {
  const given = last(all(entries, 'recommended'));
  const gone = last(entries.filter(({ kind }) => kind === 'taken-back' || kind === 'decided'));
  return given !== null && given.seq > (gone?.seq ?? 0) ? given : null;
}

function sentBackOf(entries: readonly CaseEntry[]): CaseEntry<'taken-back'> | null {
  const back = last(all(entries, 'taken-back'));
  const given = last(all(entries, 'recommended'));
  return back !== null && back.seq > (given?.seq ?? 0) ? back : null;
}

/** @param entries in order */
export function caseFile(entries: readonly CaseEntry[]): CaseFile {
  return {
    findings: new Map(all(entries, 'finding').map((each) => [each.content.criterion, each])),
    checks: new Map(all(entries, 'checked').flatMap(({ on, content }) => content.results.map((each) => [each.criterion, { ...each, on }] as const))),
    questions: stretches(entries, 'asked').map(({ first: asked, rest }) => ({ asked, answer: first(rest, 'answered'), over: first(rest, 'unanswered') })),
    recommendation: recommendationOf(entries),
    hearings: hearingsOf(entries),
    decisions: all(entries, 'decided'),
    appeals: stretches(entries, 'appeal-lodged').map(({ first: lodged, rest }) => ({ lodged, decided: first(rest, 'appeal-decided'), takenBack: first(rest, 'appeal-taken-back') })),
    conditions: conditionsOf(entries),
    visits: all(entries, 'visited'),
    notices: all(entries, 'notice'),
    notes: all(entries, 'noted'),
    sentBack: sentBackOf(entries),
    declared: new Map(all(entries, 'impartiality').map((each) => [each.by.person, each])),
    apart: last(all(entries, 'decider-named')),
  };
}

/** The hearing that the recommendation waits for, or that was held about it; null: there is none. */
export function presentHearing({ hearings, recommendation }: CaseFile): HearingOnFile | null {
  const newest = last(hearings);
  return newest !== null && recommendation !== null && newest.opened.seq > recommendation.seq ? newest : null;
}
