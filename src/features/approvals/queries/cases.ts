/** Cases as the two desks list and open them. */
import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { LocalisedText } from '#platform/input.ts';
import type { AppealState } from '../model/appeal.ts';
import type { ApplicationState } from '../model/application.ts';
import type { ApprovalState } from '../model/approval.ts';
import type { Case } from '../model/case.ts';
import type { Outcome } from '../model/outcome.ts';
import { adoptableFindings, type AdoptableFinding } from './adoptable.ts';
import { aroundCase, type AroundCase } from './around.ts';
import { dossierById, type Dossier } from './dossiers.ts';
import { entriesOf, type KeptEntry } from './entries.ts';

export interface ListedCase {
  id: number;
  provider: { id: number; slug: string; name: string };
  authority: { id: number; name: string };
  standard: { slug: string; version: number; title: LocalisedText };
  state: ApplicationState;
  /** A measure about an approval, and not the application. */
  measure: boolean;
  renewal: boolean;
  competitor: boolean;
  assessor: { personId: string; name: string } | null;
  /** Days are YYYY-MM-DD. */
  sentOn: string;
  dueOn: string;
  /** Last day of the applicant to answer; null: it waits for the authority. */
  replyBy: string | null;
  decidedOn: string | null;
  /** Last decision; null: there is none. */
  outcome: Outcome | null;
  appeal: AppealState;
  approval: ApprovalState | null;
  validFrom: string | null;
  validTo: string | null;
  /** The next day on which a condition is due. */
  conditionDue: string | null;
}

const COLUMNS = sql`
  c.id, json_build_object('id', p.id, 'slug', p.slug, 'name', coalesce(v.profile->>'name', po.name)) as provider, json_build_object('id', a.id, 'name', a.name) as authority,
  json_build_object('slug', s.slug, 'version', n.number, 'title', n.title) as standard,
  c.state, c.measure, c.renews_id is not null as renewal, c.competitor, case when q.id is null then null else json_build_object('personId', q.id, 'name', q.name) end as assessor,
  c.sent_on::text as "sentOn", c.due_on::text as "dueOn", c.reply_by::text as "replyBy", c.decided_on::text as "decidedOn",
  (select d.outcome from approval_decision d where d.case_id = c.id order by d.seq desc limit 1) as outcome,
  c.appeal, c.approval, c.valid_from::text as "validFrom", c.valid_to::text as "validTo", c.condition_due::text as "conditionDue"`;
const AROUND = sql`
  join provider p on p.id = c.provider_id join organisation po on po.id = p.organisation_id left join provider_version v on v.id = p.version_id join organisation a on a.id = c.authority_id
  join standard s on s.id = c.standard_id join titled n on n.id = c.standard_version_id left join person q on q.id = c.assessor_id`;
/** A standard is long, and its title is read once and not once a line. */
const TITLED = sql`with titled as materialized (select v.id, v.number, v.document->'title' as title from standard_version v where v.state = 'published')`;

/** All of a provider, newest first. */
export function ownCases(db: Db, providerId: number): Promise<ListedCase[]> {
  return rows<ListedCase>(db, sql`${TITLED} select ${COLUMNS} from approval_case c ${AROUND} where c.provider_id = ${providerId} order by c.id desc limit 200`);
}

/** open: all that wait for a decision · free: nobody has it · decide: recommended, and heard where that is needed · waiting: for the applicant · follow-up: conditions and measures of approvals */
export const QUEUE_FILTERS = ['open', 'mine', 'free', 'decide', 'waiting', 'appeals', 'follow-up', 'decided'] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

const OPEN = sql`c.state not in ('decided', 'withdrawn')`;

/** What each filter shows. @param personId whose desk it is */
const WHICH: Readonly<Record<QueueFilter, (personId: string) => SQL>> = {
  open: () => OPEN,
  mine: (personId) => sql`${OPEN} and c.assessor_id = ${personId}`,
  free: () => sql`${OPEN} and c.state = 'received'`,
  decide: () => sql`${OPEN} and c.state in ('proposed', 'heard')`,
  waiting: () => sql`${OPEN} and c.state in ('questioned', 'hearing')`,
  appeals: () => sql`c.appeal = 'lodged'`,
  'follow-up': () => sql`c.follow_up`,
  decided: () => sql`c.state = 'decided'`,
};
/** Least time left first; what is decided, newest first. */
const ORDER: Partial<Record<QueueFilter, SQL>> = { 'follow-up': sql`c.condition_due, c.id`, decided: sql`c.decided_on desc nulls last, c.id desc nulls last` };

export const QUEUE_PAGE = 25;

export interface Queue {
  cases: ListedCase[];
  total: number;
  /** From 1. */
  page: number;
  pages: number;
}

/** One page of an authority's queue; a page that is not there is the last one. */
export async function caseQueue(db: Db, authorityId: number, { filter, personId, page = 1, pageSize = QUEUE_PAGE }: { filter: QueueFilter; personId: string; page?: number; pageSize?: number }): Promise<Queue> {
  const where = sql`c.authority_id = ${authorityId} and ${WHICH[filter](personId)}`;
  const [count] = await rows<{ n: number }>(db, sql`select count(*)::int as n from approval_case c where ${where}`);
  const total = count?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  const order = ORDER[filter] ?? sql`c.due_on, c.id`;
  const cases = await rows<ListedCase>(
    db,
    sql`${TITLED} select ${COLUMNS} from (select c.* from approval_case c where ${where} order by ${order} limit ${pageSize} offset ${(shown - 1) * pageSize}) c ${AROUND} order by ${order}`,
  );
  return { cases, total, page: shown, pages };
}

/** Of one authority, whatever became of them, by a part of the provider's name; those that are open first. */
export function casesNamed(db: Db, authorityId: number, name: string): Promise<ListedCase[]> {
  const like = `%${name.replace(/[\\%_]/g, '\\$&')}%`;
  return rows<ListedCase>(
    db,
    sql`${TITLED} select ${COLUMNS} from approval_case c ${AROUND} where c.authority_id = ${authorityId} and coalesce(v.profile->>'name', po.name) ilike ${like}
        order by c.state in ('decided', 'withdrawn'), c.due_on, c.id limit 50`,
  );
}

export type QueueCounts = Readonly<Record<QueueFilter, number>>;

/** Those that are counted in one walk over what is open. */
const WITHIN_OPEN = ['open', 'mine', 'free', 'decide', 'waiting'] as const satisfies readonly QueueFilter[];
const APART = ['appeals', 'follow-up', 'decided'] as const satisfies readonly QueueFilter[];

/** How many each filter would show. */
export async function queueCounts(db: Db, authorityId: number, personId: string): Promise<QueueCounts> {
  const within = WITHIN_OPEN.map((filter) => sql`count(*) filter (where ${WHICH[filter](personId)})::int as ${sql.identifier(filter)}`);
  const apart = APART.map((filter) => sql`(select count(*)::int from approval_case c where c.authority_id = ${authorityId} and ${WHICH[filter](personId)}) as ${sql.identifier(filter)}`);
  const [found] = await rows<QueueCounts>(
    db,
    sql`select o.*, ${sql.join(apart, sql`, `)} from (select ${sql.join(within, sql`, `)} from approval_case c where c.authority_id = ${authorityId} and ${OPEN}) o`,
  );
  return found ?? { open: 0, mine: 0, free: 0, decide: 0, waiting: 0, appeals: 0, 'follow-up': 0, decided: 0 };
}

/** A case with all its parts. */
export interface CaseOnDesk extends AroundCase {
  sentOn: string;
  renewsId: number | null;
  present: Case;
  /** In order. */
  entries: KeptEntry[];
  dossier: Dossier;
  /** Names of everybody who did something in it; erased people have none. */
  people: ReadonlyMap<string, string>;
  /** What other authorities found and may be taken over. */
  adoptable: AdoptableFinding[];
}

interface CaseHead {
  id: number;
  dossierId: number;
  providerId: number;
  authorityId: number;
  standardVersionId: number;
  sentOn: string;
  renewsId: number | null;
}

/** null: there is no such case. */
export async function caseOnDesk(db: Db, caseId: number): Promise<CaseOnDesk | null> {
  const [head] = await rows<CaseHead>(
    db,
    sql`select id, dossier_id as "dossierId", provider_id as "providerId", authority_id as "authorityId", standard_version_id as "standardVersionId", sent_on::text as "sentOn", renews_id as "renewsId"
        from approval_case where id = ${caseId}`,
  );
  const around = head ? await aroundCase(db, caseId) : null;
  const dossier = head ? await dossierById(db, head.dossierId, null) : null;
  if (!head || !around || !dossier) return null;
  const { entries, present } = await entriesOf(db, caseId);
  const named = await rows<{ id: string; name: string }>(
    db,
    sql`select q.id, q.name from person q where q.id in (select actor from case_entry where case_id = ${caseId} union select content->>'person' from case_entry where case_id = ${caseId} and kind in ('assigned', 'decider-named'))`,
  );
  return {
    ...around, sentOn: head.sentOn, renewsId: head.renewsId, present, entries, dossier, people: new Map(named.map(({ id, name }) => [id, name])), adoptable: await adoptableFindings(db, head),
  };
}

export interface Caseworker {
  personId: string;
  name: string;
  decides: boolean;
  /** Has no part in what the authority itself offers. */
  apart: boolean;
}

/** Who can have a case at an authority, by name. */
export function caseworkersOf(db: Db, authorityId: number): Promise<Caseworker[]> {
  return rows<Caseworker>(
    db,
    sql`select q.id as "personId", q.name, bool_or(m.role = 'decider') as decides, not bool_or(m.role in ('owner', 'editor', 'reporter')) as apart
        from membership m join person q on q.id = m.person_id where m.organisation_id = ${authorityId} and m.ended_at is null and q.erased_at is null
        group by q.id, q.name having bool_or(m.role in ('assessor', 'decider')) order by q.name, q.id`,
  );
}
