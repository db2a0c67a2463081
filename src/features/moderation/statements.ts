/** Statements of reasons as the person concerned reads them (DSA Art. 17): what, why, how it was found, and what one can do. */
import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { moderationCase, moderationEntry, moderationStatement } from '#db/schema/index.ts';
import { formatDay, messages, type Locale } from '#i18n/index.ts';
import { today } from '#platform/clock.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import type { AuthorStatement } from '#features/reviews/ports.ts';
import { QUESTION } from './commands/appeal-case.ts';
import type { CaseRow, StatementRow } from './commands/case-rows.ts';
import { APPEAL_DAYS } from './model.ts';
import { isReason, REASONS } from './reasons.ts';
import type { Subject } from './subjects.ts';

/** Whole sentences, in their order. */
export function statementSentences(locale: Locale, row: StatementRow): string[] {
  const t = messages(locale).moderation;
  const s = t.statement;
  const reason = isReason(row.reason) ? t.reasons[row.reason] : null;
  const law = isReason(row.reason) ? REASONS[row.reason].law : undefined;
  return [
    s.restriction[row.restriction],
    ...(row.restriction === 'lifted' || reason === null ? [] : [s.reason(reason.name), reason.text, row.ground === 'law' ? s.law(law ?? s.lawOther) : s.terms]),
    ...(row.facts === '' ? [] : [s.facts(row.facts)]),
    s.source[row.source],
    row.automatedDecision ? (row.automatedDetection ? s.byMachine : s.heldByMachine) : row.automatedDetection ? s.foundByMachine : s.byPeople,
    ...(row.restriction === 'lifted' || row.restriction === 'held' ? [] : [s.redress(formatDay(locale, addDays(row.madeOn, APPEAL_DAYS))), s.outside]),
  ];
}

/** A notice says that it is defamation: the author may answer first. */
function question(locale: Locale, { id, roundOn, authorUntil, authorAnswered }: CaseRow): AuthorStatement[] {
  if (authorUntil === null) return [];
  const s = messages(locale).moderation.statement;
  const open = !authorAnswered && today() <= authorUntil;
  return [{ id: `${QUESTION}${id}`, madeOn: roundOn, sentences: authorAnswered ? [s.asked, s.answered] : [s.asked, s.answerBy(formatDay(locale, authorUntil))], appealable: open, appealed: authorAnswered }];
}

/** Newest last; only the last one about a decided case can be appealed. */
export async function authorStatements(db: Db, { kind, id }: Subject, locale: Locale): Promise<AuthorStatement[]> {
  const rows = await db
    .select()
    .from(moderationStatement)
    .where(and(eq(moderationStatement.subjectKind, kind), eq(moderationStatement.subjectId, id)))
    .orderBy(asc(moderationStatement.madeOn), asc(moderationStatement.caseId), asc(moderationStatement.seq));
  const cases = await db.select().from(moderationCase).where(and(eq(moderationCase.subjectKind, kind), eq(moderationCase.subjectId, id))).orderBy(desc(moderationCase.openedOn));
  const present = cases.find((each) => each.state === 'open' || each.state === 'second');
  const appeals = await db.selectDistinct({ caseId: moderationEntry.caseId }).from(moderationEntry)
    .where(and(eq(moderationEntry.kind, 'appealed'), ne(moderationEntry.actor, 'notifier'), inArray(moderationEntry.caseId, cases.map((each) => each.id))));
  const told = rows.map((row): AuthorStatement => {
    const of = cases.find((each) => each.id === row.caseId);
    const last = rows.filter((each) => each.caseId === row.caseId).at(-1)?.id === row.id;
    const restricts = row.restriction === 'redacted' || row.restriction === 'removed';
    const appealable = last && restricts && of?.state === 'decided' && present === undefined && !appeals.some(({ caseId }) => caseId === of.id) && addDays(of.decidedOn ?? row.madeOn, APPEAL_DAYS) >= today();
    return { id: row.id, madeOn: row.madeOn, sentences: statementSentences(locale, row), appealable, appealed: last && restricts && of !== undefined && (of.state === 'open' || of.state === 'second') && of.round > 1 };
  });
  return [...told, ...(present === undefined ? [] : question(locale, present))];
}

export interface ReplyStatements {
  reviewId: string;
  statements: AuthorStatement[];
}

/** What was decided about a provider's answers to reviews, newest first. */
export async function replyStatements(db: Db, providerId: number, locale: Locale): Promise<ReplyStatements[]> {
  const cases = await db
    .selectDistinctOn([moderationCase.subjectId], { reviewId: moderationCase.subjectId, on: moderationCase.openedOn })
    .from(moderationCase)
    .where(and(eq(moderationCase.subjectKind, 'reply'), eq(moderationCase.providerId, providerId)))
    .orderBy(moderationCase.subjectId, desc(moderationCase.openedOn));
  const found: ReplyStatements[] = [];
  for (const { reviewId } of cases.sort((a, b) => (a.on < b.on ? 1 : -1))) found.push({ reviewId, statements: await authorStatements(db, { kind: 'reply', id: reviewId }, locale) });
  return found.filter(({ statements }) => statements.length > 0);
}
