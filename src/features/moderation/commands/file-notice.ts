/** Somebody says that something may not stand here (DSA Art. 16): it gets a case, and a receipt at once. */
import type { Db } from '#db/client.ts';
import { moderationNotice } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { Locale } from '#platform/input.ts';
import { blindName, seal } from '#platform/seal.ts';
import { newToken, tokenHash } from '#features/accounts/invitation.ts';
import { detect, REASON_OF } from '../detectors/index.ts';
import { askAuthor, type Priority } from '../model.ts';
import { REASONS, type ReasonCode } from '../reasons.ts';
import { handsFor, isOurs, lockedText, type Subject, type SubjectText } from '../subjects.ts';
import { addEntry, addStatement, insertCase, presentCase, saveCase, type CaseRow, type Opened } from './case-rows.ts';
import { tellNotifier } from './notice-rows.ts';
import { suspendedUntil } from './warn-sender.ts';

export interface NewNotice {
  /** Path on this site, with its fragment. */
  path: string;
  reason: ReasonCode;
  /** The passage that it is about. */
  sentence: string | null;
  explanation: string;
  illegal: boolean;
  name: string | null;
  email: string | null;
  /** In whose name it is sent, as the sender's session says; null: as a person. */
  from: { organisationId: number; as: 'provider' | 'authority' } | null;
  locale: Locale;
  siteUrl: string;
}

/** What stands at an address: a review or its answer by the fragment, a provider's page, or another page. */
export function subjectOf(path: string): Subject {
  const [bare = '', fragment = ''] = path.split('#', 2);
  const named = /^(review|reply)-([0-9a-f]{8,64})$/.exec(fragment);
  if (named?.[1] && named[2]) return { kind: named[1] as 'review' | 'reply', id: named[2] };
  const page = bare.replace(/^\/(?:en|sv|nl|fi)(?=\/|$)/, '').replace(/\?.*$/, '') || '/';
  const slug = /^\/providers\/([^/]+)/.exec(page)?.[1];
  return slug === undefined ? { kind: 'page', id: page } : { kind: 'profile', id: decodeURIComponent(slug) };
}

async function subjectAndText(tx: Db, path: string): Promise<{ subject: Subject; text: SubjectText }> {
  const named = subjectOf(path);
  const text = await lockedText(tx, named);
  // What nobody can see, nobody can report.
  if (text && (!isOurs(named.kind) || text.state === 'published' || text.state === 'held')) return { subject: named, text };
  const page = subjectOf(path.split('#', 1)[0] ?? '/');
  const found = await lockedText(tx, page);
  if (found === null) throw new Error('A page is always there.');
  return { subject: page, text: found };
}

/** Others are looked at while they stand: to hold whatever somebody reports would be to let them remove it. */
function holdsAtOnce(reason: ReasonCode, { text }: SubjectText): boolean {
  if (reason === 'child-abuse') return true;
  const sees = new Set(['person-number', 'threat', 'self-harm']);
  return sees.has(reason) && text !== null && detect(text).some(({ detector }) => REASON_OF[detector] === reason);
}

const PRIORITY: Partial<Record<ReasonCode, Priority>> = { threat: 2, 'self-harm': 2, 'child-abuse': 2, crime: 2, 'person-number': 1, health: 1, privacy: 1, defamation: 1, hate: 1 };

async function openOrJoin(tx: Db, subject: Subject, text: SubjectText, { reason, from }: NewNotice, held: boolean): Promise<{ row: CaseRow; present: Opened | null }> {
  const priority = PRIORITY[reason] ?? 0;
  const present = await presentCase(tx, subject);
  const requester = from?.as ?? 'person';
  if (present) {
    const row = await saveCase(tx, present.row, { priority: Math.max(present.row.priority, priority), held: present.row.held || held });
    return { row, present };
  }
  const findings = text.text === null || !isOurs(subject.kind) ? [] : detect(text.text);
  const row = await insertCase(tx, { subject, revision: text.revision, providerId: text.providerId, requester, rule: reason, priority, findings, held });
  await addEntry(tx, row.id, 1, { kind: 'opened', actor: 'system' });
  return { row, present: null };
}

async function holdIt(ctx: Context, tx: Db, row: CaseRow, reason: ReasonCode, language: string | null): Promise<void> {
  await handsFor(row.subjectKind).hold(ctx, tx, { id: row.subjectId, revision: row.subjectRevision });
  const seq = await addEntry(tx, row.id, row.round, { kind: 'held', actor: 'system' });
  await addStatement(tx, row, { seq, restriction: 'held', reason, facts: '', source: 'notice', automatedDetection: reason !== 'child-abuse', automatedDecision: true, language });
}

/** @returns the token of the sender's link */
export async function fileNotice(ctx: Context, input: NewNotice): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const { reason, path, sentence, explanation, illegal, name, email, from, locale, siteUrl } = input;
    const { subject, text } = await subjectAndText(tx, path);
    const held = isOurs(subject.kind) && text.state === 'published' && holdsAtOnce(reason, text);
    const { row, present } = await openOrJoin(tx, subject, text, input, held);
    if (held) await holdIt(ctx, tx, row, reason, text.language);
    const token = newToken();
    const senderName = email === null ? null : blindName('moderation', email.toLowerCase());
    const [notice] = await tx
      .insert(moderationNotice)
      .values({
        tokenHash: tokenHash(token), caseId: row.id, path: path.split('#', 1)[0] ?? path, providerId: text.providerId, reason, illegal: illegal || REASONS[reason].ground === 'law',
        sender: from?.as ?? 'person', organisationId: from?.organisationId ?? null, senderName, words: seal('moderation', JSON.stringify({ sentence, explanation })),
        contact: email === null ? null : seal('moderation', JSON.stringify({ email, name, token })), locale, goodFaith: true, stars: text.stars, receivedOn: today(),
      })
      .returning();
    if (!notice) throw new Error('The notice was not written.');
    const suspended = senderName !== null && (await suspendedUntil(tx, senderName)) !== null;
    await addEntry(tx, row.id, row.round, { kind: 'noticed', actor: 'notifier', reason, detail: { notice: notice.id, sender: notice.sender, ...(suspended ? { suspended } : {}) } });
    if (reason === 'defamation' && subject.kind === 'review') await askTheAuthor(tx, row, present);
    await audit(tx, { actor: ctx.actor, action: 'notice.send', object: `case:${row.id}`, detail: { notice: notice.id, reason } });
    await tellNotifier(ctx, tx, notice, 'received', siteUrl);
    return token;
  });
}

async function askTheAuthor(tx: Db, row: CaseRow, present: Opened | null): Promise<void> {
  const step = askAuthor(present?.case ?? { state: 'open', round: 1, effective: 'none', earlier: [], authorUntil: null, authorAnswered: false }, today());
  if (!step.ok || row.authorUntil !== null) return;
  await addEntry(tx, row.id, row.round, { kind: 'author-asked', actor: 'system', detail: { until: step.next.authorUntil } });
  await saveCase(tx, row, { authorUntil: step.next.authorUntil });
}
