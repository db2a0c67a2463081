import { and, desc, eq, gt, isNull, lt, notExists, or, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { apiToken, membership, organisation } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import { NOBODY, type Actor } from '#platform/permissions.ts';
import { tokenHash } from './model.ts';

export interface TokenRow extends Omit<typeof apiToken.$inferSelect, 'hash'> {
  /** Whoever made it saw it, and looks after the organisation no more. */
  makerLeft: boolean;
}

/** The newest first; closed and expired ones too. */
export async function tokensOf(db: Db, organisationId: number): Promise<TokenRow[]> {
  const { id, name, scopes, createdBy, createdAt, expiresAt, lastUsedAt, revokedAt } = apiToken;
  const owners = db
    .select({ id: membership.id })
    .from(membership)
    .where(and(eq(membership.organisationId, apiToken.organisationId), eq(membership.role, 'owner'), isNull(membership.endedAt), eq(sql`'person:' || ${membership.personId}`, createdBy)));
  return db
    .select({ id, organisationId: apiToken.organisationId, name, scopes, createdBy, createdAt, expiresAt, lastUsedAt, revokedAt, makerLeft: sql<boolean>`${notExists(owners)}` })
    .from(apiToken).where(eq(apiToken.organisationId, organisationId)).orderBy(desc(apiToken.id)).limit(100);
}

/** Whose a token is, for the policy; null: there is none. */
export async function tokenOwner(db: Db, id: number): Promise<{ organisationId: number } | null> {
  const [found] = await db.select({ organisationId: apiToken.organisationId }).from(apiToken).where(eq(apiToken.id, id));
  return found ?? null;
}

const HOUR_MS = 3_600_000;

/** Who acts by this token now; nobody where it is not known, closed or expired. Notes its use, to the hour. */
export async function actorByToken(db: Db, token: string): Promise<Actor> {
  const at = now();
  const [found] = await db
    .select({ id: apiToken.id, organisationId: apiToken.organisationId, scopes: apiToken.scopes, suspendedAt: organisation.suspendedAt })
    .from(apiToken)
    .innerJoin(organisation, eq(organisation.id, apiToken.organisationId))
    .where(and(eq(apiToken.hash, tokenHash(token)), isNull(apiToken.revokedAt), gt(apiToken.expiresAt, at)));
  if (!found) return NOBODY;
  const hour = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
  await db.update(apiToken).set({ lastUsedAt: hour }).where(and(eq(apiToken.id, found.id), or(isNull(apiToken.lastUsedAt), lt(apiToken.lastUsedAt, hour))));
  const { id, organisationId, scopes, suspendedAt } = found;
  return { ...NOBODY, token: { id, organisationId, scopes, organisationSuspended: suspendedAt !== null } };
}
