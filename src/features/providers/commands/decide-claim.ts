import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { person, profileClaim } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { endRoles, lockOrganisation } from '#features/accounts/commands/roles.ts';
import { membersOf, ownersOf } from '#features/accounts/queries.ts';
import { claimableById } from '../claims/queries.ts';
import { tellClaimant, tellOwners } from '../claims/tell.ts';
import { takeOver } from './make-claim.ts';

export interface ClaimDecision {
  claimId: number;
  /** Operator who decides. */
  decidedBy: string;
  outcome: 'granted' | 'refused';
  /** Of a granted claim: those who looked after the profile until now lose their access. */
  replace: boolean;
  /** Told to both sides. */
  reasons: string;
  siteUrl: string;
}

/** Closes an open claim; @throws Refused when it was decided or withdrawn meanwhile */
async function close(tx: Db, claimId: number, set: { state: string; decidedBy?: string; decision?: string }): Promise<{ providerId: number; personId: string; contested: boolean }> {
  const [row] = await tx
    .update(profileClaim)
    .set({ ...set, decidedAt: now() })
    .where(and(eq(profileClaim.id, claimId), eq(profileClaim.state, 'open')))
    .returning({ providerId: profileClaim.providerId, personId: profileClaim.personId, contested: profileClaim.contested });
  if (!row) throw new Refused('conflict', { field: null, reason: 'claim-over' });
  return row;
}

export async function decideClaim(ctx: Context, { claimId, decidedBy, outcome, replace, reasons, siteUrl }: ClaimDecision): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { providerId, personId } = await close(tx, claimId, { state: outcome, decidedBy, decision: reasons });
    const profile = await claimableById(tx, providerId, true);
    const [who] = await tx.select().from(person).where(eq(person.id, personId));
    if (!profile || !who) throw new DomainError('not-found', 'no such profile');
    await lockOrganisation(tx, profile.organisationId);
    const owners = await ownersOf(tx, profile.organisationId);
    const removed = outcome === 'granted' && replace ? (await membersOf(tx, profile.organisationId)).map((each) => each.personId).filter((id) => id !== personId) : [];
    for (const each of removed) await endRoles(tx, each, profile.organisationId);
    if (outcome === 'granted') await takeOver(ctx, tx, profile, personId);
    await audit(tx, { actor: ctx.actor, action: 'claim.decide', object: `claim:${claimId}`, detail: { providerId, outcome, removed } });
    await tellClaimant(ctx, tx, outcome, profile, { ...who, personId }, siteUrl, reasons);
    await tellOwners(ctx, tx, outcome === 'refused' ? 'kept' : replace ? 'replaced' : 'joined', profile, owners.filter((each) => each.personId !== personId), siteUrl, reasons);
  });
}

/** By who made it. */
export async function withdrawClaim(ctx: Context, claimId: number): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await close(tx, claimId, { state: 'withdrawn' });
    await audit(tx, { actor: ctx.actor, action: 'claim.withdraw', object: `claim:${claimId}` });
  });
}

/** What those who look after the profile say to a contested claim, for the operator who decides. */
export async function answerClaim(ctx: Context, claimId: number, answer: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .update(profileClaim)
      .set({ answer, answeredAt: now() })
      .where(and(eq(profileClaim.id, claimId), eq(profileClaim.state, 'open')))
      .returning({ id: profileClaim.id });
    if (!row) throw new Refused('conflict', { field: null, reason: 'claim-over' });
    await audit(tx, { actor: ctx.actor, action: 'claim.answer', object: `claim:${claimId}` });
  });
}
