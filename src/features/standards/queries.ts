/** Reads of standards: versions with their dates, what was said to them, and what a trial run came to. */
import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { Locale, LocalisedText } from '#platform/input.ts';
import { openVersions, nextPublished, type StandardDocument, type VersionDates } from './model.ts';
import type { Simulation } from './simulation.ts';

/** A version without its document. Days are YYYY-MM-DD. */
export interface VersionSummary extends VersionDates {
  id: number;
  standardId: number;
  number: number;
  title: LocalisedText;
  summary: LocalisedText | null;
  example: boolean;
  criteria: number;
  hash: string;
  revision: number;
  reason: LocalisedText | null;
  logIndex: number | null;
  updatedAt: Date;
}

export interface StandardVersion extends VersionSummary {
  slug: string;
  authorityId: number;
  authorityName: string;
  document: StandardDocument;
  /** What was last put out to consultation; null: nothing was. */
  consulted: StandardDocument | null;
}

export interface StandardCard {
  id: number;
  slug: string;
  authorityId: number;
  authorityName: string;
  authorityArea: string | null;
  /** Its scheme is `demo`. */
  demo: boolean;
  /** Oldest first. */
  versions: VersionSummary[];
}

type Dated<T> = Omit<T, 'updatedAt'> & { updatedAt: string | Date };

const SUMMARY = sql`json_build_object(
  'id', v.id, 'standardId', v.standard_id, 'number', v.number, 'state', v.state, 'title', v.document->'title', 'summary', v.document->'summary', 'example', v.document->'example',
  'criteria', (select coalesce(sum(jsonb_array_length(t->'criteria')), 0)::int from jsonb_array_elements(v.document->'themes') t),
  'hash', v.hash, 'revision', v.revision, 'reason', v.reason, 'logIndex', v.log_index, 'updatedAt', v.updated_at,
  'consultationFrom', v.consultation_from, 'consultationUntil', v.consultation_until, 'publishedOn', to_char(v.published_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD'),
  'inForceFrom', v.in_force_from, 'applicationsFrom', v.applications_from, 'graceUntil', v.grace_until)`;

const summaryOf = <T extends Dated<VersionSummary>>(row: T): Omit<T, 'updatedAt'> & { updatedAt: Date } => ({ ...row, updatedAt: new Date(row.updatedAt) });

/** What the public may see: consultations too, drafts and what was given up not. */
const PUBLIC = sql`v.state in ('consultation', 'published')`;

async function cards(db: Db, which: SQL, versions: SQL): Promise<StandardCard[]> {
  const found = await rows<Omit<StandardCard, 'versions'> & { versions: Dated<VersionSummary>[] }>(
    db,
    sql`select s.id, s.slug, s.authority_id as "authorityId", o.name as "authorityName", a.area as "authorityArea", o.scheme = 'demo' as demo, json_agg(${SUMMARY} order by v.number) as versions
        from standard s join organisation o on o.id = s.authority_id join authority a on a.organisation_id = s.authority_id join standard_version v on v.standard_id = s.id
        where ${which} and ${versions} group by s.id, o.id, a.organisation_id order by o.name, s.slug`,
  );
  return found.map((each) => ({ ...each, versions: each.versions.map(summaryOf) }));
}

/** Standards of which something is published or out to consultation. */
export const publicStandards = (db: Db): Promise<StandardCard[]> => cards(db, sql`true`, PUBLIC);

export async function publicStandard(db: Db, slug: string): Promise<StandardCard | null> {
  return (await cards(db, sql`s.slug = ${slug}`, PUBLIC))[0] ?? null;
}

/** Only what is published, as applications see it. */
export async function publishedStandards(db: Db): Promise<StandardCard[]> {
  return cards(db, sql`true`, sql`v.state = 'published'`);
}

/** Everything that one authority has written, drafts included. */
export const standardsOfAuthority = (db: Db, authorityId: number): Promise<StandardCard[]> => cards(db, sql`s.authority_id = ${authorityId}`, sql`true`);

export async function standardOnDesk(db: Db, slug: string): Promise<StandardCard | null> {
  return (await cards(db, sql`s.slug = ${slug}`, sql`true`))[0] ?? null;
}

async function versions(db: Db, which: SQL): Promise<StandardVersion[]> {
  const found = await rows<{ summary: Dated<VersionSummary> } & Pick<StandardVersion, 'slug' | 'authorityId' | 'authorityName' | 'document' | 'consulted'>>(
    db,
    sql`select ${SUMMARY} as summary, s.slug, s.authority_id as "authorityId", o.name as "authorityName", v.document, v.consulted
        from standard_version v join standard s on s.id = v.standard_id join organisation o on o.id = s.authority_id where ${which} order by v.number`,
  );
  return found.map(({ summary, ...rest }) => ({ ...summaryOf(summary), ...rest }));
}

export async function versionById(db: Db, id: number): Promise<StandardVersion | null> {
  return (await versions(db, sql`v.id = ${id}`))[0] ?? null;
}

/** As the public sees it: published, or out to consultation. */
export async function standardVersion(db: Db, slug: string, number: number): Promise<StandardVersion | null> {
  return (await versions(db, sql`s.slug = ${slug} and v.number = ${number} and ${PUBLIC}`))[0] ?? null;
}

/** Whole texts that the public may read, by number of version. */
export async function publicDocuments(db: Db, slug: string): Promise<Map<number, StandardDocument>> {
  return new Map((await versions(db, sql`s.slug = ${slug} and ${PUBLIC}`)).map(({ number, document }) => [number, document]));
}

export async function versionOnDesk(db: Db, slug: string, number: number): Promise<StandardVersion | null> {
  return (await versions(db, sql`s.slug = ${slug} and v.number = ${number}`))[0] ?? null;
}

/** Versions by which somebody may apply on that day, newest first: the one in force, and the one before while its grace lasts. @param day YYYY-MM-DD */
export async function versionsForApplications(db: Db, standardId: number, day: string): Promise<StandardVersion[]> {
  return openVersions(await versions(db, sql`v.standard_id = ${standardId} and v.state = 'published'`), day);
}

/** The newest version by which somebody may apply on that day; null: none. */
export async function versionForApplications(db: Db, standardId: number, day: string): Promise<StandardVersion | null> {
  return (await versionsForApplications(db, standardId, day))[0] ?? null;
}

export interface OpenStandard {
  card: StandardCard;
  /** Taken now, newest first. */
  versions: VersionSummary[];
  /** Who decides by it now; not those whose organisation is suspended. */
  authorities: { id: number; name: string; area: string | null }[];
}

/** Everything that a provider can apply by on that day. */
export async function standardsForApplications(db: Db, day: string): Promise<OpenStandard[]> {
  const uses = await rows<{ standardId: number; id: number; name: string; area: string | null }>(
    db,
    sql`select u.standard_id as "standardId", o.id, o.name, a.area from standard_use u join organisation o on o.id = u.authority_id join authority a on a.organisation_id = o.id
        where u.ended_at is null and a.ended_at is null and o.suspended_at is null order by o.name`,
  );
  return (await publishedStandards(db)).flatMap((card) => {
    const open = openVersions(card.versions, day);
    const authorities = uses.filter(({ standardId }) => standardId === card.id).map(({ standardId: _, ...each }) => each);
    return open.length > 0 && authorities.length > 0 ? [{ card, versions: open, authorities }] : [];
  });
}

/** Code of the place that it is the authority of; null: of none in particular. */
export async function authorityArea(db: Db, authorityId: number): Promise<string | null> {
  const [row] = await rows<{ area: string | null }>(db, sql`select area from authority where organisation_id = ${authorityId}`);
  return row?.area ?? null;
}

/** Whose standard it is; null: there is none. */
export async function ownerOfStandard(db: Db, standardId: number): Promise<number | null> {
  const [row] = await rows<{ authorityId: number }>(db, sql`select authority_id as "authorityId" from standard where id = ${standardId}`);
  return row?.authorityId ?? null;
}

/** The published version that replaces this one; null: none does. */
export const replacedBy = (card: StandardCard, number: number): VersionSummary | null => nextPublished(card.versions, number);

/** Authorities that decide by a standard now. */
export function authoritiesUsing(db: Db, standardId: number): Promise<{ id: number; name: string }[]> {
  return rows(db, sql`select o.id, o.name from standard_use u join organisation o on o.id = u.authority_id where u.standard_id = ${standardId} and u.ended_at is null order by o.name`);
}

export interface Comment {
  id: number;
  kind: 'comment' | 'question';
  about: string | null;
  author: string | null;
  side: 'citizen' | 'provider' | 'authority' | 'other';
  text: string;
  locale: Locale;
  day: string;
  hiddenOn: string | null;
  hiddenReason: string | null;
  answer: string | null;
  answerLocale: Locale | null;
  answeredOn: string | null;
}

/** In the order in which they came. */
export function commentsOf(db: Db, versionId: number): Promise<Comment[]> {
  return rows<Comment>(
    db,
    sql`select id, kind, about, author, side, text, locale, day::text, hidden_on::text as "hiddenOn", hidden_reason as "hiddenReason", answer, answer_locale as "answerLocale", answered_on::text as "answeredOn"
        from standard_comment where version_id = ${versionId} order by id`,
  );
}

/** Whose comment it is to answer; null: there is no such comment. */
export async function commentOwner(db: Db, commentId: number): Promise<{ authorityId: number; slug: string; number: number } | null> {
  const [row] = await rows<{ authorityId: number; slug: string; number: number }>(
    db,
    sql`select s.authority_id as "authorityId", s.slug, v.number from standard_comment c join standard_version v on v.id = c.version_id join standard s on s.id = v.standard_id where c.id = ${commentId}`,
  );
  return row ?? null;
}

export interface KeptSimulation {
  id: number;
  /** Of the document that it was run with. */
  hash: string;
  day: string;
  area: string | null;
  simulation: Simulation;
}

/** Newest first. */
export function simulationsOf(db: Db, versionId: number): Promise<KeptSimulation[]> {
  return rows<KeptSimulation>(db, sql`select id, hash, day::text, area, document as simulation from standard_simulation where version_id = ${versionId} order by id desc limit 20`);
}

/** Ids of standards that an authority decides by now. */
export async function standardsUsedBy(db: Db, authorityId: number): Promise<Set<number>> {
  const found = await rows<{ id: number }>(db, sql`select standard_id as id from standard_use where authority_id = ${authorityId} and ended_at is null`);
  return new Set(found.map(({ id }) => id));
}

/** How many comments of each version have no answer yet. */
export async function unansweredOf(db: Db, authorityId: number): Promise<Map<number, number>> {
  const found = await rows<{ id: number; n: number }>(
    db,
    sql`select c.version_id as id, count(*)::int as n from standard_comment c join standard_version v on v.id = c.version_id join standard s on s.id = v.standard_id
        where s.authority_id = ${authorityId} and c.answer is null and c.hidden_on is null group by 1`,
  );
  return new Map(found.map(({ id, n }) => [id, n]));
}
