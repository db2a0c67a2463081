/** Pools as the desks read them. */
import { and, asc, desc, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { rows, type Db } from '#db/client.ts';
import { authority, organisation, provider, reviewCode, reviewPool } from '#db/schema/index.ts';
import type { PoolFacts } from '../issuer-port.ts';

export type PoolRow = typeof reviewPool.$inferSelect;

export interface Pool extends PoolRow {
  provider: string;
  slug: string;
  providerOrganisationId: number;
  authority: string;
  issuer: string;
  /** Of the programme, by language; empty where it is no longer shown. */
  programme: Record<string, string>;
}

const authorityName = alias(organisation, 'authority_name');
const issuerName = alias(organisation, 'issuer_name');

const nameOfProvider = sql<string>`coalesce((select v.profile->>'name' from provider_version v where v.id = ${provider.versionId}), ${organisation.name})`;
const titleOfProgramme = sql<Record<string, string>>`coalesce((select m.programme->'title' from programme_version m where m.provider_version_id = ${provider.versionId} and m.code = ${reviewPool.programmeCode} limit 1), '{}'::jsonb)`;

const pools = (db: Db) =>
  db
    .select({ pool: reviewPool, provider: nameOfProvider, slug: provider.slug, providerOrganisationId: provider.organisationId, authority: authorityName.name, issuer: issuerName.name, programme: titleOfProgramme })
    .from(reviewPool)
    .innerJoin(provider, eq(provider.id, reviewPool.providerId))
    .innerJoin(organisation, eq(organisation.id, provider.organisationId))
    .innerJoin(authorityName, eq(authorityName.id, reviewPool.authorityId))
    .innerJoin(issuerName, eq(issuerName.id, reviewPool.issuerId));

const flat = ({ pool, ...names }: Awaited<ReturnType<typeof pools>>[number]): Pool => ({ ...pool, ...names });

export async function poolById(db: Db, poolId: string): Promise<Pool | null> {
  const [found] = await pools(db).where(eq(reviewPool.id, poolId));
  return found ? flat(found) : null;
}

/** Those whose stays are the organisation's, and those that it issues for others. */
export async function poolsOfAuthority(db: Db, organisationId: number): Promise<Pool[]> {
  return (await pools(db).where(or(eq(reviewPool.authorityId, organisationId), eq(reviewPool.issuerId, organisationId))).orderBy(desc(reviewPool.fromDay), asc(reviewPool.id))).map(flat);
}

/** Those that the provider is asked about, as soon as their number is declared. */
export async function poolsOfProvider(db: Db, providerId: number): Promise<Pool[]> {
  return (await pools(db).where(and(eq(reviewPool.providerId, providerId), sql`${reviewPool.state} <> 'registering'`)).orderBy(desc(reviewPool.fromDay), asc(reviewPool.id))).map(flat);
}

/** As log and issuer show it: the Danish title, else any, else the code. */
export const factsOf = ({ authority: name, provider: of, programme, programmeCode, fromDay, toDay }: Pool): PoolFacts => ({
  authority: name, provider: of, programme: programme['da'] ?? Object.values(programme)[0] ?? programmeCode, from: fromDay, to: toDay,
});

/** Another pool of the same stays has some that start after this one and until that day: whoever is in it must not be in two. */
export async function isTakenUntil(db: Db, { id, authorityId, providerId, programmeCode, toDay }: PoolRow, until: string): Promise<boolean> {
  const same = and(eq(reviewPool.authorityId, authorityId), eq(reviewPool.providerId, providerId), eq(reviewPool.programmeCode, programmeCode), ne(reviewPool.id, id));
  return (await db.$count(reviewPool, and(same, gt(reviewPool.toDay, toDay), lte(reviewPool.fromDay, until)))) > 0;
}

export interface ProgrammeChoice {
  code: string;
  title: Record<string, string>;
}

export interface ProviderForPool {
  providerId: number;
  organisationId: number;
  slug: string;
  name: string;
  programmes: ProgrammeChoice[];
}

/** A provider in view with the programmes that it shows; null: there is none by that address. */
export async function providerForPool(db: Db, slug: string): Promise<ProviderForPool | null> {
  const [found] = await rows<ProviderForPool>(db, sql`
    select p.id as "providerId", p.organisation_id as "organisationId", p.slug, v.profile->>'name' as name,
      coalesce((select json_agg(json_build_object('code', m.code, 'title', m.programme->'title') order by m.position) from programme_version m where m.provider_version_id = v.id), '[]'::json) as programmes
    from provider p join provider_version v on v.id = p.version_id where p.slug = ${slug}`);
  return found ?? null;
}

/** Who could issue where an authority's own service is reviewed: every other authority. */
export async function otherAuthorities(db: Db, organisationId: number): Promise<{ id: number; name: string }[]> {
  return db.select({ id: organisation.id, name: organisation.name }).from(authority).innerJoin(organisation, eq(organisation.id, authority.organisationId)).where(sql`${authority.organisationId} <> ${organisationId} and ${authority.endedAt} is null`).orderBy(asc(organisation.name));
}

export async function printedCodes(db: Db, poolId: string): Promise<number> {
  return db.$count(reviewCode, eq(reviewCode.poolId, poolId));
}

/** Those that time or the issuer may move on. */
export async function livingPools(db: Db): Promise<PoolRow[]> {
  return db.select().from(reviewPool).where(ne(reviewPool.state, 'expired')).orderBy(asc(reviewPool.id));
}

export async function isAuthority(db: Db, organisationId: number): Promise<boolean> {
  return (await db.$count(authority, and(eq(authority.organisationId, organisationId), isNull(authority.endedAt)))) === 1;
}
