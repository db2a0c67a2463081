import { and, count, eq, gt, isNull } from 'drizzle-orm';
import { apiToken } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import type { TokenScope } from '../policy.ts';
import { MOST_TOKENS, newToken, tokenHash } from './model.ts';

const DAY_MS = 86_400_000;

export interface TokenInput {
  organisationId: number;
  name: string;
  scopes: readonly TokenScope[];
  days: number;
}

/** @returns the token itself, which nobody can look up again @throws Refused too-many-tokens */
export async function makeToken(ctx: Context, { organisationId, name, scopes, days }: TokenInput): Promise<string> {
  const token = newToken();
  const at = now();
  await ctx.db.transaction(async (tx) => {
    const [open] = await tx.select({ n: count() }).from(apiToken).where(and(eq(apiToken.organisationId, organisationId), isNull(apiToken.revokedAt), gt(apiToken.expiresAt, at)));
    if ((open?.n ?? 0) >= MOST_TOKENS) throw new Refused('conflict', { field: null, reason: 'too-many-tokens' });
    const [made] = await tx
      .insert(apiToken)
      .values({ organisationId, name, hash: tokenHash(token), scopes: [...scopes], createdBy: ctx.actor, createdAt: at, expiresAt: new Date(at.getTime() + days * DAY_MS) })
      .returning({ id: apiToken.id });
    await audit(tx, { actor: ctx.actor, action: 'tokens.make', object: `token:${made?.id ?? 0}`, detail: { organisation: organisationId, scopes, days } });
  });
  return token;
}

/** It stops working at once. A second time changes nothing. */
export async function revokeToken(ctx: Context, tokenId: number): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const changed = await tx.update(apiToken).set({ revokedAt: now() }).where(and(eq(apiToken.id, tokenId), isNull(apiToken.revokedAt))).returning({ id: apiToken.id });
    if (changed.length > 0) await audit(tx, { actor: ctx.actor, action: 'tokens.revoke', object: `token:${tokenId}` });
  });
}
