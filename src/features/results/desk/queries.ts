/** What a provider's own people and those it asked may see of its reported results. Confidential: only behind the desk. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { authority, organisation, provider, resultDraft } from '#db/schema/index.ts';
import { filesByIds, type FileRow } from '#platform/files/queries.ts';
import type { Shortfall } from '../evidence.ts';
import type { Evidence, Result } from '../input.ts';
import type { ToldRow } from './half-years.ts';

export interface DeskProvider {
  providerId: number;
  organisationId: number;
  slug: string;
  name: string;
}

const OF_PROVIDER = sql`select p.id as "providerId", p.organisation_id as "organisationId", p.slug, coalesce(v.profile->>'name', o.name) as name
  from provider p join organisation o on o.id = p.organisation_id left join provider_version v on v.id = p.version_id`;

export async function deskProvider(db: Db, slug: string): Promise<DeskProvider | null> {
  const [found] = await rows<DeskProvider>(db, sql`${OF_PROVIDER} where p.slug = ${slug}`);
  return found ?? null;
}

/** Whose a provider is, for the policy; null: there is none. */
export async function providerOwner(db: Db, slug: string): Promise<{ organisationId: number } | null> {
  const [found] = await db.select({ organisationId: provider.organisationId }).from(provider).where(eq(provider.slug, slug));
  return found ?? null;
}

/** All that counts now, the provider's own and what others have reported of it. */
export async function toldRows(db: Db, providerId: number): Promise<ToldRow[]> {
  const found = await rows<{ source: string; result: Result; evidence: Evidence; shortfall: Shortfall | null; checked: boolean }>(
    db,
    sql`select s.title as source, v.result, v.evidence, e.detail->>'shortfall' as shortfall, e.id is not null as checked
        from reported_result r join reported_result_version v on v.result_id = r.id and v.state = 'current'
        join source s on s.id = r.source_id left join evidence_verification e on e.id = v.verification_id
        where r.provider_id = ${providerId} and r.counted_over = 'starters'
        order by r.from_day desc nulls last, v.position, r.id`,
  );
  return found;
}

/** Programmes that the public profile shows, with the longest planned stay of each. */
export async function shownProgrammes(db: Db, providerId: number): Promise<{ code: string; title: Record<string, string>; plannedMaxDays: number | null }[]> {
  return rows(
    db,
    sql`select m.code, m.programme->'title' as title, (m.programme->>'plannedMaxDays')::int as "plannedMaxDays"
        from provider p join programme_version m on m.provider_version_id = p.version_id where p.id = ${providerId} order by m.position`,
  );
}

/** Titles of sources under which the provider itself has reported, the latest first. */
export async function ownSources(db: Db, { providerId, name }: DeskProvider): Promise<{ id: number; title: string }[]> {
  return rows(
    db,
    sql`select s.id, s.title from source s join reported_result r on r.source_id = s.id
        join reported_result_version v on v.result_id = r.id and v.state = 'current'
        where r.provider_id = ${providerId} and s.publisher = ${name} group by s.id, s.title order by max(v.id) desc`,
  );
}

export interface Correction {
  at: Date;
  reason: string | null;
  before: Result;
  /** null: it was taken back. */
  after: Result | null;
}

/** Figures that were others once, the newest first. */
export async function reportedCorrections(db: Db, providerId: number): Promise<Correction[]> {
  const found = await rows<Omit<Correction, 'at'> & { at: string | Date }>(
    db,
    sql`select v.replaced_at as at, v.reason, v.result as before,
          (select n.result from reported_result_version n where n.result_id = v.result_id and n.id > v.id and n.state in ('past', 'current', 'withdrawn') order by n.id limit 1) as after
        from reported_result_version v join reported_result r on r.id = v.result_id
        where r.provider_id = ${providerId} and v.state in ('past', 'withdrawn') and v.replaced_at is not null
        order by v.replaced_at desc, v.id desc limit 100`,
  );
  return found.map((each) => ({ ...each, at: new Date(each.at) }));
}

export interface ResultDraft {
  version: string;
  source: string;
  scope: 'half-years' | 'rows';
  rows: Result[];
}

export async function draftOf(db: Db, providerId: number): Promise<ResultDraft | null> {
  const [found] = await db.select().from(resultDraft).where(eq(resultDraft.providerId, providerId));
  return found ? { version: found.version, source: found.source, scope: found.scope, rows: found.rows as unknown as Result[] } : null;
}

export interface EvidenceFile extends FileRow {
  halfYears: string[];
}

export async function evidenceFiles(db: Db, providerId: number): Promise<EvidenceFile[]> {
  const links = await rows<{ id: string; half_years: string[] }>(
    db,
    sql`select file_id as id, json_agg(half_year order by half_year) as half_years from result_evidence_file where provider_id = ${providerId} group by file_id`,
  );
  const halves = new Map(links.map((each) => [each.id, each.half_years]));
  return (await filesByIds(db, [...halves.keys()])).map((file) => ({ ...file, halfYears: halves.get(file.id) ?? [] }));
}

/** Authorities that can be asked, by name. @param except an organisation does not check itself */
export async function authoritiesToAsk(db: Db, except: number): Promise<{ id: number; name: string }[]> {
  return db
    .select({ id: organisation.id, name: organisation.name })
    .from(authority)
    .innerJoin(organisation, eq(organisation.id, authority.organisationId))
    .where(and(isNull(authority.endedAt), isNull(organisation.suspendedAt), sql`${organisation.id} <> ${except}`))
    .orderBy(asc(organisation.name), desc(organisation.id));
}
