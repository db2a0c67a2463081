/** Reads of places on offer, of enquiries and of who answers them. */
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import { enquiry, enquiryMessage, opening } from '#db/schema/index.ts';
import { tokenHash } from '#features/accounts/invitation.ts';
import { asLocale } from '#features/accounts/commands/people.ts';
import type { Contact as Member } from '#features/accounts/queries.ts';
import type { Locale, LocalisedText } from '#platform/input.ts';
import { unseal } from '#platform/seal.ts';
import { inOrder, isCurrent, type Opening } from './model.ts';

/** The columns of an `opening` o as JSON of the type `Opening`; for other reads that need them too. */
export const OPENING_JSON = sql`json_build_object(
  'id', o.id, 'programme', o.programme_code, 'startsOn', o.starts_on, 'freePlaces', o.free_places, 'language', o.language, 'region', o.region,
  'delivery', o.delivery, 'note', o.note, 'confirmedOn', to_char(o.confirmed_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD'))`;

/** Shown to everybody on a day, in order. */
export async function openingsOf(db: Db, providerId: number, day: string): Promise<Opening[]> {
  const found = await rows<{ opening: Opening }>(db, sql`select ${OPENING_JSON} as opening from opening o where o.provider_id = ${providerId} and o.closed_at is null`);
  return inOrder(found.map((each) => each.opening).filter((each) => isCurrent(each, day)));
}

/** Those of several providers. */
export async function openingsOfAll(db: Db, providerIds: readonly number[], day: string): Promise<Map<number, Opening[]>> {
  if (providerIds.length === 0) return new Map();
  const found = await rows<{ provider_id: number; opening: Opening }>(
    db,
    sql`select o.provider_id, ${OPENING_JSON} as opening from opening o join ${recordset(providerIds.map((id) => ({ id })), 'id int')} on r.id = o.provider_id where o.closed_at is null`,
  );
  const byProvider = new Map<number, Opening[]>();
  for (const each of found) if (isCurrent(each.opening, day)) byProvider.set(each.provider_id, [...(byProvider.get(each.provider_id) ?? []), each.opening]);
  return new Map([...byProvider].map(([id, openings]) => [id, inOrder(openings)]));
}

export interface DeskOpening extends Opening {
  revision: number;
}

/** What its own desk shows: also those whose time is over, until they are closed. */
export async function deskOpenings(db: Db, providerId: number): Promise<DeskOpening[]> {
  const found = await rows<{ opening: Opening; revision: number }>(
    db, sql`select ${OPENING_JSON} as opening, o.revision from opening o where o.provider_id = ${providerId} and o.closed_at is null`,
  );
  const revisions = new Map(found.map(({ opening: { id }, revision }) => [id, revision]));
  return inOrder(found.map((each) => each.opening)).map((each) => ({ ...each, revision: revisions.get(each.id) ?? 0 }));
}

/** Whom a citizen can ask here. */
export interface AskedProvider {
  id: number;
  slug: string;
  name: string;
  organisationId: number;
  /** Somebody looks after its enquiries, and it has not closed. */
  answers: boolean;
  programmes: { code: string; title: LocalisedText }[];
}

const ANSWERING = sql`o.suspended_at is null and exists (
  select 1 from membership m join person q on q.id = m.person_id
  where m.organisation_id = o.id and m.role in ('owner', 'editor') and m.ended_at is null and q.erased_at is null)`;

/** Published ones only. @param day YYYY-MM-DD, today */
export async function askedProvider(db: Db, slug: string, day: string): Promise<AskedProvider | null> {
  const [found] = await rows<Omit<AskedProvider, 'programmes'> & { programmes: AskedProvider['programmes'] | null }>(
    db,
    sql`select p.id, p.slug, v.profile->>'name' as name, o.id as "organisationId",
          coalesce(v.profile->>'closedOn', '9999') > ${day} and ${ANSWERING} as answers,
          (select json_agg(json_build_object('code', g.code, 'title', g.programme->'title') order by g.position) from programme_version g
           where g.provider_version_id = v.id and coalesce(g.programme->>'endedOn', '9999') > ${day}) as programmes
        from provider p join organisation o on o.id = p.organisation_id join provider_version v on v.id = p.version_id
        where p.slug = ${slug}`,
  );
  return found ? { ...found, programmes: found.programmes ?? [] } : null;
}

/** Whether a citizen can ask this provider here: somebody there answers. */
export async function answersHere(db: Db, providerId: number): Promise<boolean> {
  const [found] = await rows<{ answers: boolean }>(db, sql`select ${ANSWERING} as answers from provider p join organisation o on o.id = p.organisation_id where p.id = ${providerId}`);
  return found?.answers === true;
}

/** People to tell of a word of a citizen. */
export function answeringPeople(db: Db, organisationId: number): Promise<Member[]> {
  return rows<Member>(
    db,
    sql`select distinct q.id as "personId", q.name, q.email, q.locale from membership m join person q on q.id = m.person_id
        where m.organisation_id = ${organisationId} and m.role in ('owner', 'editor') and m.ended_at is null and q.erased_at is null order by q.id`,
  );
}

/** Sealed in the row. */
export interface Contact {
  email: string;
  name: string | null;
  /** Of the citizen's link. */
  token: string;
}

export interface Message {
  author: 'citizen' | 'provider';
  text: string;
  at: Date;
}

export type EnquiryRow = typeof enquiry.$inferSelect;

export interface Enquiry {
  id: number;
  providerId: number;
  slug: string;
  providerName: string;
  organisationId: number;
  kind: EnquiryRow['kind'];
  state: EnquiryRow['state'];
  programme: { code: string; title: LocalisedText } | null;
  opening: Opening | null;
  locale: Locale;
  showAddress: boolean;
  contact: Contact;
  createdAt: Date;
  lastWordAt: Date;
  placeGivenAt: Date | null;
}

export const contactOf = (row: Pick<EnquiryRow, 'contact'>): Contact => JSON.parse(unseal('enquiry', row.contact)) as Contact;

interface Around {
  slug: string;
  providerName: string;
  organisationId: number;
  title: LocalisedText | null;
  opening: Opening | null;
}

async function withAround(db: Db, row: EnquiryRow): Promise<Enquiry> {
  const [around] = await rows<Around>(
    db,
    sql`select p.slug, coalesce(v.profile->>'name', n.name) as "providerName", n.id as "organisationId",
          (select g.programme->'title' from programme_version g where g.provider_version_id = p.version_id and g.code = ${row.programmeCode}) as title,
          (select ${OPENING_JSON} from opening o where o.id = ${row.openingId}) as opening
        from provider p join organisation n on n.id = p.organisation_id left join provider_version v on v.id = p.version_id where p.id = ${row.providerId}`,
  );
  if (!around) throw new Error('An enquiry without its provider.');
  const { title, ...rest } = around;
  const { id, providerId, kind, state, showAddress, createdAt, lastWordAt, placeGivenAt, programmeCode } = row;
  return {
    ...rest, id, providerId, kind, state, showAddress, createdAt, lastWordAt, placeGivenAt, locale: asLocale(row.locale), contact: contactOf(row),
    programme: programmeCode === null ? null : { code: programmeCode, title: title ?? { da: programmeCode } },
  };
}

/** By the token in the citizen's link. */
export async function enquiryOfLink(db: Db, token: string): Promise<Enquiry | null> {
  const [row] = await db.select().from(enquiry).where(eq(enquiry.tokenHash, tokenHash(token)));
  return row ? withAround(db, row) : null;
}

export async function enquiryById(db: Db, id: number): Promise<Enquiry | null> {
  const [row] = await db.select().from(enquiry).where(eq(enquiry.id, id));
  return row ? withAround(db, row) : null;
}

/** One that its provider may read: the citizen has confirmed it. */
export async function deskEnquiry(db: Db, providerId: number, id: number): Promise<Enquiry | null> {
  const found = await enquiryById(db, id);
  return found && found.providerId === providerId && found.state !== 'unconfirmed' ? found : null;
}

export async function messagesOf(db: Db, enquiryId: number): Promise<Message[]> {
  const found = await db.select().from(enquiryMessage).where(eq(enquiryMessage.enquiryId, enquiryId)).orderBy(asc(enquiryMessage.id));
  return found.map(({ author, sealed, at }) => ({ author, at, text: unseal('enquiry', sealed) }));
}

export interface ListedEnquiry {
  id: number;
  kind: EnquiryRow['kind'];
  state: EnquiryRow['state'];
  programme: LocalisedText | null;
  name: string | null;
  askedAt: Date;
  lastWordAt: Date;
}

/** Of one provider: those that wait first, longest first; then the others, newest word first. */
export async function listedEnquiries(db: Db, providerId: number): Promise<ListedEnquiry[]> {
  const found = await db
    .select({
      row: enquiry,
      title: sql<LocalisedText | null>`(select g.programme->'title' from programme_version g join provider p on p.version_id = g.provider_version_id where p.id = ${enquiry.providerId} and g.code = ${enquiry.programmeCode})`,
    })
    .from(enquiry)
    .where(and(eq(enquiry.providerId, providerId), sql`${enquiry.state} <> 'unconfirmed'`))
    .orderBy(sql`case when ${enquiry.state} = 'waiting' then ${enquiry.lastWordAt} end asc nulls last`, desc(enquiry.lastWordAt), asc(enquiry.id));
  return found.map(({ row, title }) => ({
    id: row.id, kind: row.kind, state: row.state, programme: title, name: contactOf(row).name, askedAt: row.confirmedAt ?? row.createdAt, lastWordAt: row.lastWordAt,
  }));
}

/** How many wait for an answer. */
export async function waitingCount(db: Db, providerId: number): Promise<number> {
  const [found] = await db.select({ n: sql<number>`count(*)::int` }).from(enquiry).where(and(eq(enquiry.providerId, providerId), eq(enquiry.state, 'waiting')));
  return found?.n ?? 0;
}

/** Of this provider, open to everybody, with a free place. */
export async function offeredOpening(db: Db, providerId: number, id: number, day: string): Promise<Opening | null> {
  const [row] = await db.select({ id: opening.id }).from(opening).where(and(eq(opening.id, id), eq(opening.providerId, providerId), isNull(opening.closedAt), gt(opening.freePlaces, 0)));
  return row ? ((await openingsOf(db, providerId, day)).find((each) => each.id === row.id) ?? null) : null;
}

/** By the part of an address that should be its id. */
export async function deskEnquiryOfParam(db: Db, providerId: number, param: string | undefined): Promise<Enquiry | null> {
  return param !== undefined && /^[1-9]\d{0,8}$/.test(param) ? deskEnquiry(db, providerId, Number(param)) : null;
}
