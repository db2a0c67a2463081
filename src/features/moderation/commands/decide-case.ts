/** A person decides about a text; a removal waits for another person. One transaction: text, record, statement, letters. */
import type { Db } from '#db/client.ts';
import { audit } from '#platform/audit.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { domainErrorCode } from '#platform/errors.ts';
import { Refused, sameVersion } from '#platform/form.ts';
import { messages } from '#i18n/index.ts';
import { asLocale } from '#features/accounts/commands/people.ts';
import { decide, waited, type DecidedCase, type Decision, type Outcome, type PersonActor, type Refusal } from '../model.ts';
import { leavesWords, placesOf, redactText, type Passage } from '../redaction.ts';
import { REASONS, type ReasonCode } from '../reasons.ts';
import { isDetectorName, REASON_OF } from '../detectors/types.ts';
import { handsFor, isOurs, lockedText, type SubjectText } from '../subjects.ts';
import { addEntry, addStatement, lockedCase, saveCase, type CaseRow, type Opened } from './case-rows.ts';
import { answerNotices } from './notice-rows.ts';

export interface DecisionInput {
  caseId: number;
  /** That the form was made from. */
  version: number;
  outcome: Outcome;
  reason: ReasonCode | null;
  /** For the statement of reasons: what the facts are, without names. */
  facts: string;
  /** Numbers of the findings to take out. */
  findings: readonly number[];
  /** Passages to take out, as they stand in the text. */
  passages: readonly string[];
  /** The notices have no ground at all. */
  unfounded: boolean;
}

export const refused = (refusal: Refusal): Refused => new Refused('conflict', { field: null, reason: `moderation-${refusal}` });

export function personActor(ctx: Context): PersonActor {
  if (!ctx.actor.startsWith('person:')) throw new Error('A person decides.');
  return ctx.actor as PersonActor;
}

/** @throws Refused when a passage does not stand in the text, none was chosen, or nothing would be left */
function passagesOf(row: CaseRow, text: string, { findings, passages, reason }: DecisionInput): Passage[] {
  const found = findings.flatMap((n): Passage[] => {
    const finding = row.findings[n];
    return finding && isDetectorName(finding.detector) ? [{ start: finding.start, end: finding.end, reason: REASON_OF[finding.detector] }] : [];
  });
  const typed = passages.flatMap((passage) => {
    const places = placesOf(text, passage);
    if (places.length === 0) throw new Refused('invalid', { field: 'passages', reason: 'moderation-passage', params: { passage: passage.slice(0, 60) } });
    return places.map((place): Passage => ({ ...place, reason: reason ?? 'other-illegal' }));
  });
  if (found.length + typed.length === 0) throw new Refused('invalid', { field: 'passages', reason: 'moderation-nothing-chosen' });
  const all = [...found, ...typed];
  // To take out all of it is to remove it, and for that there have to be two people.
  if (reason !== null && REASONS[reason].outcomes.includes('remove') && !leavesWords(text, all)) throw new Refused('invalid', { field: 'passages', reason: 'moderation-nothing-left' });
  return all;
}

async function restored(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (domainErrorCode(error) === 'conflict') throw new Refused('gone', { field: null, reason: 'moderation-text-gone' });
    throw error;
  }
}

/** Does to the text what was decided. @returns how many passages were taken out */
async function carryOut(ctx: Context, tx: Db, { row }: Opened, text: SubjectText, input: DecisionInput): Promise<number> {
  const looked = { id: row.subjectId, revision: row.subjectRevision };
  const hands = handsFor(row.subjectKind);
  const wasRemoved = row.outcome === 'remove';
  if (input.outcome === 'keep') {
    if (row.held) await hands.release(ctx, tx, looked);
    return 0;
  }
  if (input.outcome === 'remove') {
    if (!wasRemoved) await hands.remove(ctx, tx, looked);
    return 0;
  }
  const passages = input.outcome === 'redact' && isOurs(row.subjectKind) ? passagesOf(row, text.text ?? '', input) : [];
  if (wasRemoved) await restored(() => hands.restore(ctx, tx, looked));
  const shown = input.outcome === 'restore' ? text.text : redactText(text.text ?? '', passages, messages(asLocale(text.language ?? 'da')).moderation.marks);
  if (isOurs(row.subjectKind)) await hands.show(ctx, tx, looked, shown);
  if (row.held && !wasRemoved) await hands.release(ctx, tx, looked);
  return passages.length;
}

const RESTRICTION = { redact: 'redacted', remove: 'removed', keep: 'lifted', restore: 'lifted' } as const;

interface Written {
  outcome: Outcome;
  reason: ReasonCode | null;
  facts: string;
  unfounded: boolean;
  siteUrl: string;
}

/** The record of a decision that has been carried out. */
export async function writeDecision(ctx: Context, tx: Db, open: Opened, next: DecidedCase, seq: number, text: SubjectText, { outcome, reason, facts, unfounded, siteUrl }: Written): Promise<void> {
  const { row } = open;
  const day = today();
  const stays = outcome === 'keep' && next.effective === 'redact';
  await saveCase(tx, row, { state: 'decided', outcome: next.effective, reason: stays ? row.reason : reason, held: false, decidedOn: day, waitedDays: waited(row.roundOn, day) });
  const restricts = outcome === 'redact' || outcome === 'remove';
  const told = restricts ? reason : row.held || row.outcome === 'redact' || row.outcome === 'remove' ? (reason ?? (row.reason as ReasonCode | null) ?? (row.rule as ReasonCode | null)) : null;
  // An appeal that changes nothing leaves the statement as it stands, and adds what was said about it.
  if (told !== null && isOurs(row.subjectKind)) {
    const source = row.round > 1 ? 'appeal' : row.requester === 'detector' || row.requester === 'own' ? 'own' : 'notice';
    const restriction = stays ? 'redacted' : RESTRICTION[outcome];
    await addStatement(tx, row, { seq, restriction, reason: told, facts, source, automatedDetection: row.findings.length > 0, automatedDecision: false, language: text.language });
  }
  const answered = await answerNotices(ctx, tx, row, { upheld: next.effective === 'redact' || next.effective === 'remove', unfounded, siteUrl });
  await audit(tx, { actor: ctx.actor, action: `moderation.${outcome}`, object: `case:${row.id}`, detail: { round: row.round, reason, notices: answered } });
}

export async function decideCase(ctx: Context, input: DecisionInput, siteUrl: string): Promise<'decided' | 'second'> {
  return ctx.db.transaction(async (tx) => {
    const open = await lockedCase(tx, input.caseId);
    const { row } = open;
    sameVersion(input.version, row.version);
    const text = await lockedText(tx, { kind: row.subjectKind, id: row.subjectId });
    if (!text) throw new Refused('gone', { field: null, reason: 'moderation-text-gone' });
    const { outcome, reason, facts, unfounded } = input;
    const restricts = outcome === 'redact' || outcome === 'remove';
    if (restricts && reason === null) throw new Refused('invalid', { field: 'reason', reason: 'choose' });
    if (restricts && reason !== null && !REASONS[reason].outcomes.includes(outcome)) throw new Refused('invalid', { field: 'reason', reason: 'moderation-reason' });
    const decision: Decision = restricts ? { outcome, reason: reason ?? 'other-illegal' } : { outcome, reason };
    const actor = personActor(ctx);
    const step = decide(open.case, row.subjectKind, decision, actor, today());
    if (!step.ok) throw refused(step.refusal);
    if (step.next.state === 'second') {
      await addEntry(tx, row.id, row.round, { kind: 'proposed', actor, outcome: 'remove', reason, words: facts });
      await saveCase(tx, row, { state: 'second' });
      await audit(tx, { actor, action: 'moderation.propose-removal', object: `case:${row.id}`, detail: { round: row.round, reason } });
      return 'second';
    }
    const passages = await carryOut(ctx, tx, open, text, input);
    const seq = await addEntry(tx, row.id, row.round, { kind: 'decided', actor, outcome, reason, ...(passages > 0 ? { detail: { passages } } : {}) });
    await writeDecision(ctx, tx, open, step.next, seq, text, { outcome, reason, facts, unfounded, siteUrl });
    return 'decided';
  });
}
