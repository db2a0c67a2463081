/** Claims of profiles, and what is known of a profile that may be claimed. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { organisation, person, profileClaim, provider } from '#db/schema/index.ts';
import { ownDomains, type ClaimProof, type ClaimState } from './model.ts';

export interface ClaimableProfile {
  providerId: number;
  organisationId: number;
  slug: string;
  name: string;
  scheme: string;
  number: string;
  ownDomains: string[];
  /** Present owners there are. */
  owned: boolean;
  claimedAt: Date | null;
  suspended: boolean;
}

/** @param lock for a command that goes on to change it */
async function claimable(db: Db, where: ReturnType<typeof sql>, lock: boolean): Promise<ClaimableProfile | null> {
  if (lock) await db.execute(sql`select 1 from provider p where ${where} for update`);
  const [found] = await rows<Omit<ClaimableProfile, 'ownDomains' | 'claimedAt'> & { claimedAt: string | null; contact: { website?: string; email?: string } | null }>(
    db,
    sql`select p.id as "providerId", o.id as "organisationId", p.slug, coalesce(v.profile->>'name', o.name) as name, o.scheme, o.value as number,
          v.profile->'contact' as contact, p.claimed_at::text as "claimedAt", o.suspended_at is not null as suspended,
          exists (select 1 from membership m join person q on q.id = m.person_id
                  where m.organisation_id = o.id and m.role = 'owner' and m.ended_at is null and q.erased_at is null) as owned
        from provider p join organisation o on o.id = p.organisation_id join provider_version v on v.id = p.version_id
        where ${where}`,
  );
  if (!found) return null;
  const { contact, claimedAt, ...rest } = found;
  return { ...rest, claimedAt: claimedAt === null ? null : new Date(claimedAt), ownDomains: ownDomains(contact ?? undefined) };
}

/** A published profile. */
export const claimableBySlug = (db: Db, slug: string): Promise<ClaimableProfile | null> => claimable(db, sql`p.slug = ${slug}`, false);
export const claimableById = (db: Db, providerId: number, lock = false): Promise<ClaimableProfile | null> => claimable(db, sql`p.id = ${providerId}`, lock);

export interface Claim {
  id: number;
  providerId: number;
  organisationId: number;
  slug: string;
  organisationName: string;
  personId: string;
  personName: string;
  personEmail: string;
  state: ClaimState;
  proof: ClaimProof;
  contested: boolean;
  reason: string | null;
  answer: string | null;
  decision: string | null;
  createdAt: Date;
  decidedAt: Date | null;
}

const claims = (db: Db) =>
  db
    .select({
      id: profileClaim.id, providerId: profileClaim.providerId, organisationId: provider.organisationId, slug: provider.slug, organisationName: organisation.name,
      personId: profileClaim.personId, personName: person.name, personEmail: person.email, state: sql<ClaimState>`${profileClaim.state}`, proof: sql<ClaimProof>`${profileClaim.proof}`,
      contested: profileClaim.contested, reason: profileClaim.reason, answer: profileClaim.answer, decision: profileClaim.decision,
      createdAt: profileClaim.createdAt, decidedAt: profileClaim.decidedAt,
    })
    .from(profileClaim)
    .innerJoin(provider, eq(provider.id, profileClaim.providerId))
    .innerJoin(organisation, eq(organisation.id, provider.organisationId))
    .innerJoin(person, eq(person.id, profileClaim.personId));

export async function claimById(db: Db, id: number): Promise<Claim | null> {
  const [found] = await claims(db).where(eq(profileClaim.id, id));
  return found ?? null;
}

/** Waiting for an operator, oldest first. */
export const openClaims = (db: Db): Promise<Claim[]> => claims(db).where(eq(profileClaim.state, 'open')).orderBy(asc(profileClaim.id));

/** Decided ones, newest first. */
export const decidedClaims = (db: Db, limit: number): Promise<Claim[]> => claims(db).where(sql`${profileClaim.state} <> 'open'`).orderBy(desc(profileClaim.id)).limit(limit);

export const claimsOfPerson = (db: Db, personId: string): Promise<Claim[]> => claims(db).where(eq(profileClaim.personId, personId)).orderBy(desc(profileClaim.id));

/** Open claims of a profile that others look after already. */
export const claimsAgainst = (db: Db, organisationId: number): Promise<Claim[]> =>
  claims(db).where(and(eq(provider.organisationId, organisationId), eq(profileClaim.state, 'open'))).orderBy(asc(profileClaim.id));

/** All there were of one profile, newest first. */
export const claimsOfProvider = (db: Db, providerId: number): Promise<Claim[]> => claims(db).where(eq(profileClaim.providerId, providerId)).orderBy(desc(profileClaim.id));

export async function openClaimCount(db: Db): Promise<number> {
  const [found] = await rows<{ n: number }>(db, sql`select count(*)::int as n from profile_claim where state = 'open'`);
  return found?.n ?? 0;
}
