import { randomBytes } from 'node:crypto';
import { and, eq, gte, isNull, lte } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { authority, reviewPool } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import type { IssuerPort } from '#features/reviews/issuer-port.ts';
import { factsOf, poolById, providerForPool, type Pool } from '#features/reviews/pools/queries.ts';

export interface NewPool {
  authorityId: number;
  /** Organisation that signs: the authority itself, or another one for the authority's own service. */
  issuerId: number;
  slug: string;
  programme: string;
  /** First and last day of the starts, a quarter or longer. */
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;
const MIN_DAYS = 90;
const wrong = (field: string | null, reason: string) => new Refused('invalid', { field, reason });

async function isAuthority(tx: Db, organisationId: number): Promise<boolean> {
  const found = await tx.select({ id: authority.organisationId }).from(authority).where(and(eq(authority.organisationId, organisationId), isNull(authority.endedAt))).for('update');
  return found.length === 1;
}

async function write(ctx: Context, { authorityId, issuerId, slug, programme, from, to }: NewPool): Promise<string> {
  const id = randomBytes(12).toString('hex');
  await ctx.db.transaction(async (tx) => {
    // Locked: two people at once do not open the same pool twice.
    if (!(await isAuthority(tx, authorityId))) throw wrong(null, 'invalid');
    const provider = await providerForPool(tx, slug);
    if (!provider) throw wrong('slug', 'pool-provider');
    if (!provider.programmes.some(({ code }) => code === programme)) throw wrong('programme', 'choose');
    if (from > today() || (Date.parse(to) - Date.parse(from)) / DAY_MS + 1 < MIN_DAYS) throw wrong('period', 'pool-period');
    // Whoever is reviewed does not sign: it could write reviews of itself, and see who collects.
    if (issuerId === provider.organisationId) throw wrong('issuer', 'pool-own-issuer');
    const own = authorityId === provider.organisationId;
    if (own ? !(await isAuthority(tx, issuerId)) : issuerId !== authorityId) throw wrong('issuer', 'choose');
    const [same] = await tx.select({ id: reviewPool.id }).from(reviewPool)
      .where(and(eq(reviewPool.authorityId, authorityId), eq(reviewPool.providerId, provider.providerId), eq(reviewPool.programmeCode, programme), lte(reviewPool.fromDay, to), gte(reviewPool.toDay, from))).limit(1);
    if (same) throw new Refused('conflict', { field: 'period', reason: 'pool-overlaps' });
    await tx.insert(reviewPool).values({ id, providerId: provider.providerId, authorityId, issuerId, programmeCode: programme, fromDay: from, toDay: to, state: 'registering', createdAt: now() });
    await audit(tx, { actor: ctx.actor, action: 'pool.open', object: `pool:${id}`, detail: { providerId: provider.providerId, authorityId, issuerId, from, to } });
  });
  return id;
}

/** The issuer makes the key and keeps it; again only where it was not made. */
export async function ensureKey(ctx: Context, issuer: IssuerPort, pool: Pool): Promise<Pool> {
  if (pool.keyId !== null) return pool;
  const { keyId, spki } = await issuer.makePool({ poolId: pool.id, issuerId: pool.issuerId, facts: factsOf(pool) });
  await ctx.db.update(reviewPool).set({ keyId, spki }).where(and(eq(reviewPool.id, pool.id), isNull(reviewPool.keyId)));
  return { ...pool, keyId, spki };
}

/**
 * @returns id of the pool @throws Refused when the provider would be its own issuer, or the stays would be in two pools
 * @throws DomainError unavailable when the issuer is away: the pool is there, and the next act makes its key
 */
export async function openPool(ctx: Context, issuer: IssuerPort, given: NewPool): Promise<string> {
  const id = await write(ctx, given);
  const pool = await poolById(ctx.db, id);
  if (pool) await ensureKey(ctx, issuer, pool);
  return id;
}
