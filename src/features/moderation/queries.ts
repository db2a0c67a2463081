/** Reads for the people who moderate, and for whoever has sent a notice. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { moderationCase, moderationNotice, moderationStatement, moderationWords } from '#db/schema/index.ts';
import { unseal } from '#platform/seal.ts';
import { tokenHash } from '#features/accounts/invitation.ts';
import { caseOf, entriesOf, type CaseRow, type EntryRow, type StatementRow } from './commands/case-rows.ts';
import { contactOf, wordsOf, type NoticeRow, type NoticeWords } from './commands/notice-rows.ts';
import { suspendedUntil, unfoundedCount } from './commands/warn-sender.ts';
import { decideBy, type Case } from './model.ts';
import { lockedText, type SubjectText } from './subjects.ts';

export interface QueuedCase {
  row: CaseRow;
  providerName: string | null;
  notices: number;
  /** The last day on which it is decided in time. */
  dueOn: string;
}

export const QUEUE_MOST = 100;
const OPEN = inArray(moderationCase.state, ['open', 'second']);

/** Where somebody may be in danger first, then the oldest. @param only `second`: removals that wait for another person; `appeals`; null: all */
export async function queue(db: Db, only: 'second' | 'appeals' | 'danger' | null): Promise<QueuedCase[]> {
  const found = await db
    .select({
      row: moderationCase,
      providerName: sql<string | null>`(select coalesce(v.profile->>'name', o.name) from provider p join organisation o on o.id = p.organisation_id left join provider_version v on v.id = p.version_id where p.id = moderation_case.provider_id)`,
      notices: sql<number>`(select count(*)::int from moderation_notice n where n.case_id = moderation_case.id and n.decided_on is null)`,
    })
    .from(moderationCase)
    .where(and(OPEN, only === 'second' ? eq(moderationCase.state, 'second') : undefined, only === 'appeals' ? sql`${moderationCase.round} > 1` : undefined, only === 'danger' ? sql`${moderationCase.priority} = 2` : undefined))
    .orderBy(desc(moderationCase.priority), asc(moderationCase.roundOn), asc(moderationCase.id))
    .limit(QUEUE_MOST);
  return found.map((each) => ({ ...each, dueOn: decideBy(each.row.roundOn) }));
}

export interface QueueCounts {
  all: number;
  danger: number;
  second: number;
  appeals: number;
}

export async function queueCounts(db: Db): Promise<QueueCounts> {
  const [found] = await rows<QueueCounts>(
    db,
    sql`select count(*)::int as all, count(*) filter (where priority = 2)::int as danger, count(*) filter (where state = 'second')::int as second, count(*) filter (where round > 1)::int as appeals
        from moderation_case where state in ('open', 'second')`,
  );
  return found ?? { all: 0, danger: 0, second: 0, appeals: 0 };
}

export interface NoticeOnDesk {
  row: NoticeRow;
  words: NoticeWords | null;
  name: string | null;
  organisation: string | null;
  /** Until when its sender's notices are read last. */
  suspendedUntil: string | null;
  /** Notices without any ground by the same sender lately. */
  unfounded: number;
}

export interface CaseOnDesk {
  row: CaseRow;
  case: Case;
  entries: EntryRow[];
  /** By the number of their entry. */
  words: Map<number, string>;
  notices: NoticeOnDesk[];
  statements: StatementRow[];
  /** null: its author has taken it back. */
  text: SubjectText | null;
  provider: { id: number; slug: string; name: string; organisationId: number } | null;
  dueOn: string;
  /** Names of the people in the entries, by `person:ID`. */
  people: Map<string, string>;
}

async function noticesOnDesk(db: Db, caseId: number): Promise<NoticeOnDesk[]> {
  const found = await db
    .select({ row: moderationNotice, organisation: sql<string | null>`(select o.name from organisation o where o.id = moderation_notice.organisation_id)` })
    .from(moderationNotice)
    .where(eq(moderationNotice.caseId, caseId))
    .orderBy(asc(moderationNotice.id));
  const notices: NoticeOnDesk[] = [];
  for (const { row, organisation } of found) {
    const sender = row.senderName;
    notices.push({
      row, organisation, words: wordsOf(row), name: contactOf(row)?.name ?? null,
      suspendedUntil: sender === null ? null : await suspendedUntil(db, sender), unfounded: sender === null ? 0 : await unfoundedCount(db, sender),
    });
  }
  return notices;
}

/** Whose case it is, for the question who may decide about it. null: there is none. */
export async function caseParties(db: Db, id: number): Promise<{ partyOrganisationIds: number[] } | null> {
  const [found] = await rows<{ organisationIds: number[] | null }>(
    db,
    sql`select (select json_agg(distinct x.id) from (
            select p.organisation_id as id from provider p where p.id = c.provider_id
            union select n.organisation_id from moderation_notice n where n.case_id = c.id and n.organisation_id is not null) x) as "organisationIds"
        from moderation_case c where c.id = ${id}`,
  );
  return found ? { partyOrganisationIds: found.organisationIds ?? [] } : null;
}

async function namesOf(db: Db, entries: readonly EntryRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(entries.flatMap(({ actor }) => (actor.startsWith('person:') ? [actor.slice('person:'.length)] : [])))];
  if (ids.length === 0) return new Map();
  const found = await rows<{ id: string; name: string }>(db, sql`select id, name from person where id in (${sql.join(ids.map((id) => sql`${id}`), sql`, `)})`);
  return new Map(found.map(({ id, name }) => [`person:${id}`, name]));
}

/** null: there is none. */
export async function caseOnDesk(db: Db, id: number): Promise<CaseOnDesk | null> {
  const [row] = await db.select().from(moderationCase).where(eq(moderationCase.id, id));
  if (!row) return null;
  const entries = await entriesOf(db, id);
  const words = await db.select().from(moderationWords).where(eq(moderationWords.caseId, id));
  const [provider] = await rows<{ id: number; slug: string; name: string; organisationId: number }>(
    db,
    sql`select p.id, p.slug, coalesce(v.profile->>'name', o.name) as name, o.id as "organisationId" from provider p join organisation o on o.id = p.organisation_id left join provider_version v on v.id = p.version_id where p.id = ${row.providerId}`,
  );
  return {
    row, entries, case: caseOf(row, entries), words: new Map(words.map(({ seq, sealed }) => [seq, unseal('moderation', sealed)])), notices: await noticesOnDesk(db, id),
    statements: await db.select().from(moderationStatement).where(eq(moderationStatement.caseId, id)).orderBy(asc(moderationStatement.seq)),
    text: await db.transaction((tx) => lockedText(tx, { kind: row.subjectKind, id: row.subjectId })),
    provider: provider ?? null, dueOn: decideBy(row.roundOn), people: await namesOf(db, entries),
  };
}

export interface DecidedNotice {
  row: NoticeRow;
  /** null: erased. */
  words: NoticeWords | null;
  case: CaseRow;
  /** Of the last decision; null: the text was left as it is, or nothing is decided. */
  statement: StatementRow | null;
}

/** By the token in the letter. */
export async function noticeOfLink(db: Db, token: string): Promise<DecidedNotice | null> {
  const [found] = await db.select({ row: moderationNotice, of: moderationCase }).from(moderationNotice).innerJoin(moderationCase, eq(moderationCase.id, moderationNotice.caseId)).where(eq(moderationNotice.tokenHash, tokenHash(token)));
  if (!found) return null;
  const [statement] = await db.select().from(moderationStatement).where(eq(moderationStatement.caseId, found.of.id)).orderBy(desc(moderationStatement.seq)).limit(1);
  return { row: found.row, words: wordsOf(found.row), case: found.of, statement: statement ?? null };
}

/** Cases that were decided lately, newest first. */
export function decidedCases(db: Db, limit: number): Promise<CaseRow[]> {
  return db.select().from(moderationCase).where(eq(moderationCase.state, 'decided')).orderBy(desc(moderationCase.decidedOn), asc(moderationCase.id)).limit(limit);
}

export interface NoticesOfProvider {
  filed: number;
  decided: number;
  upheld: number;
  /** By the stars of the review, 1 to 5: how many it has filed and how many of those were upheld. */
  byStars: { stars: number; filed: number; upheld: number }[];
}

/** Notices that the provider itself has filed about reviews of itself: for its page (trust.md M7). */
export async function noticesOfProvider(db: Db, providerId: number): Promise<NoticesOfProvider> {
  const found = await rows<{ stars: number | null; filed: number; decided: number; upheld: number }>(
    db,
    sql`select n.stars, count(*)::int as filed, count(n.decided_on)::int as decided, count(*) filter (where n.upheld)::int as upheld
        from moderation_notice n join moderation_case c on c.id = n.case_id join provider p on p.id = n.provider_id
        where n.provider_id = ${providerId} and n.sender = 'provider' and n.organisation_id = p.organisation_id and c.subject_kind = 'review' group by n.stars`,
  );
  const sum = (of: 'filed' | 'decided' | 'upheld') => found.reduce((total, each) => total + each[of], 0);
  const byStars = [1, 2, 3, 4, 5].map((stars) => {
    const row = found.find((each) => each.stars === stars);
    return { stars, filed: row?.filed ?? 0, upheld: row?.upheld ?? 0 };
  });
  return { filed: sum('filed'), decided: sum('decided'), upheld: sum('upheld'), byStars };
}

export async function caseOfNotice(db: Db, noticeId: number): Promise<number | null> {
  const [found] = await db.select({ caseId: moderationNotice.caseId }).from(moderationNotice).where(eq(moderationNotice.id, noticeId));
  return found?.caseId ?? null;
}
