/** Decisions as everybody may read them: from the public log, with what is true of their cases now. */
import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { LocalisedText } from '#platform/input.ts';
import { logEntriesOf, logEntry, type ShownEntry } from '#platform/public-log/queries.ts';
import { caseSubject, type DecisionDocument, type EventDocument } from '../public-document.ts';
import type { Outcome } from '../model/outcome.ts';

export interface DecisionQuery {
  /** All of them must be in the text. */
  words?: readonly string[];
  /** Part of the name, or the whole slug. */
  provider?: string;
  providerId?: number;
  authorityId?: number;
  outcome?: Outcome;
  /** YYYY-MM-DD, both included. */
  from?: string;
  until?: string;
  /** From 1. */
  page?: number;
  pageSize?: number;
}

export interface ListedDecision {
  /** Where it stands in the log, which is also its address: /decisions/INDEX. */
  index: number;
  provider: { id: number; slug: string; name: string; demo: boolean };
  authority: { id: number; name: string };
  standard: { slug: string; version: number; title: LocalisedText };
  outcome: Outcome;
  decidedOn: string;
  validFrom: string | null;
  validTo: string | null;
}

export const DECISIONS_PAGE = 20;

const NAME = sql`coalesce(v.profile->>'name', po.name)`;
const TABLES = sql`
  approval_decision d join approval_case c on c.id = d.case_id join provider p on p.id = c.provider_id join organisation po on po.id = p.organisation_id
  left join provider_version v on v.id = p.version_id join organisation a on a.id = c.authority_id
  join standard s on s.id = c.standard_id join standard_version n on n.id = c.standard_version_id join public_log_document doc on doc.index = d.log_index`;

/** What people wrote in it, without the names of fields. */
const TEXT = sql`(select concat_ws(' ', ${NAME}, a.name, j->>'rule', j->>'considerations', j->>'facts', j->>'answerTreated', (select string_agg(concat_ws(' ', f->>'title', f->>'grounds'), ' ') from jsonb_array_elements(j->'findings') f),
  (select string_agg(k->>'text', ' ') from jsonb_array_elements(j->'conditions') k)) from (select coalesce(doc.document::jsonb, doc.shown, '{}'::jsonb) as j) t)`;

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function conditions({ words = [], provider, providerId, authorityId, outcome, from, until }: DecisionQuery): SQL {
  const all = [
    ...words.map((word) => sql`${TEXT} ilike ${like(word)}`),
    ...(provider === undefined ? [] : [sql`(${NAME} ilike ${like(provider)} or p.slug = ${provider})`]),
    ...(providerId === undefined ? [] : [sql`c.provider_id = ${providerId}`]),
    ...(authorityId === undefined ? [] : [sql`c.authority_id = ${authorityId}`]),
    ...(outcome === undefined ? [] : [sql`d.outcome = ${outcome}`]),
    ...(from === undefined ? [] : [sql`d.decided_on >= ${from}`]),
    ...(until === undefined ? [] : [sql`d.decided_on <= ${until}`]),
  ];
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

/** Newest first. */
export async function searchDecisions(db: Db, query: DecisionQuery): Promise<{ total: number; results: ListedDecision[] }> {
  const { page = 1, pageSize = DECISIONS_PAGE } = query;
  const where = conditions(query);
  const [count] = await rows<{ n: number }>(db, sql`select count(*)::int as n from ${TABLES} where ${where}`);
  const results = await rows<ListedDecision>(db, sql`
    select d.log_index::int as index, json_build_object('id', p.id, 'slug', p.slug, 'name', ${NAME}, 'demo', po.scheme = 'demo') as provider, json_build_object('id', a.id, 'name', a.name) as authority,
      json_build_object('slug', s.slug, 'version', n.number, 'title', n.document->'title') as standard,
      d.outcome, d.decided_on::text as "decidedOn", d.valid_from::text as "validFrom", d.valid_to::text as "validTo"
    from ${TABLES} where ${where} order by d.decided_on desc, d.log_index desc limit ${pageSize} offset ${(page - 1) * pageSize}`);
  return { total: count?.n ?? 0, results };
}

export interface DecidingAuthority {
  id: number;
  name: string;
}

/** Authorities that have decided something, by name. */
export function decidingAuthorities(db: Db): Promise<DecidingAuthority[]> {
  return rows<DecidingAuthority>(db, sql`select o.id, o.name from organisation o where exists (select 1 from approval_case c join approval_decision d on d.case_id = c.id where c.authority_id = o.id) order by o.name`);
}

/** What a case has given, as it is on a day. */
export type Standing = 'none' | 'counts' | 'later' | 'suspended' | 'over';

export interface GivenApproval {
  state: 'in-force' | 'suspended' | 'over';
  validFrom: string;
  overFrom: string;
}

export function standingOn(given: GivenApproval | null, day: string): Standing {
  if (!given) return 'none';
  if (given.state === 'suspended') return 'suspended';
  if (day >= given.overFrom) return 'over';
  return day < given.validFrom ? 'later' : 'counts';
}

/** A line of the log about the same case. */
export interface CaseLine {
  index: number;
  /** Null: what it says was taken out. */
  document: DecisionDocument | EventDocument | null;
}

export interface PublicDecision {
  index: number;
  at: Date;
  /** As the log commits to it, or what is left of it; null: nothing is. */
  document: DecisionDocument | null;
  withheld: { at: Date; ground: string } | null;
  caseId: number;
  provider: { id: number; slug: string; name: string; demo: boolean };
  standing: Standing;
  /** What came after it in the same case, oldest first. */
  later: CaseLine[];
}

/** What is left of a withheld one is shown where it still has the form of the whole. */
function documentOf({ document, shown }: ShownEntry): CaseLine['document'] {
  const read = (document === null ? shown : JSON.parse(document)) as CaseLine['document'];
  return read?.form === 'decision/1' || read?.form === 'approval-entry/1' ? read : null;
}

interface Around {
  caseId: number;
  provider: PublicDecision['provider'];
  approval: GivenApproval | null;
}

const aroundDecision = (db: Db, index: number): Promise<Around[]> => rows<Around>(db, sql`
  select c.id as "caseId", json_build_object('id', p.id, 'slug', p.slug, 'name', ${NAME}, 'demo', po.scheme = 'demo') as provider,
    (select json_build_object('state', g.state, 'validFrom', g.valid_from, 'overFrom', g.over_from) from approval g where g.case_id = c.id order by g.seq desc limit 1) as approval
  from ${TABLES} where d.log_index = ${index}`);

/** @param day today @returns null: there is no decision at that place of the log */
export async function publicDecision(db: Db, index: number, day: string): Promise<PublicDecision | null> {
  const [around] = await aroundDecision(db, index);
  const entry = around ? await logEntry(db, index) : null;
  if (!around || !entry) return null;
  const { caseId, provider, approval } = around;
  const own = documentOf(entry);
  const later = (await logEntriesOf(db, caseSubject(caseId))).filter((each) => each.index > index);
  return {
    index, at: entry.at, caseId, provider, document: own?.form === 'decision/1' ? own : null,
    withheld: entry.withheldAt === null ? null : { at: entry.withheldAt, ground: entry.ground ?? '' },
    standing: standingOn(approval, day),
    later: later.map((each) => ({ index: each.index, document: documentOf(each) })),
  };
}

/** The decision that an entry about what came later belongs to; null: it is of no case. */
export async function decisionBefore(db: Db, index: number): Promise<number | null> {
  const [found] = await rows<{ index: number }>(db, sql`
    select d.log_index::int as index from case_entry e join approval_decision d on d.case_id = e.case_id and d.seq <= e.seq where e.log_index = ${index} order by d.seq desc limit 1`);
  return found?.index ?? null;
}
