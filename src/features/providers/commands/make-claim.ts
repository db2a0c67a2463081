import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { person, profileClaim, provider } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { giveRoles, lockOrganisation } from '#features/accounts/commands/roles.ts';
import { membersOf, ownersOf } from '#features/accounts/queries.ts';
import { proofOf } from '../claims/model.ts';
import { claimableById, type ClaimableProfile } from '../claims/queries.ts';
import { tellClaimant, tellOwners } from '../claims/tell.ts';
import { organisationKey, organisationNumberProblem } from '../model.ts';

export interface NewClaim {
  providerId: number;
  personId: string;
  /** Registration number that the person gives; must be the provider's own. */
  number: string;
  /** Organisation that the eID names in this session, as `dk-cvr:12345678`. */
  vouched: string | null;
  /** Why it is theirs; needed where somebody has to look at it. */
  reason: string | undefined;
  siteUrl: string;
}

const OPEN_MOST = 5;

function requireNumber({ scheme, number }: ClaimableProfile, given: string): void {
  if (organisationNumberProblem(scheme, given) !== null) throw new Refused('invalid', { field: 'number', reason: 'organisation-number' });
  if (organisationKey({ scheme, value: given.trim() }).value !== number) throw new Refused('invalid', { field: 'number', reason: 'number-of-another' });
}

async function requireRoom(tx: Db, profile: ClaimableProfile, personId: string): Promise<void> {
  if ((await membersOf(tx, profile.organisationId)).some((each) => each.personId === personId)) throw new Refused('conflict', { field: null, reason: 'already-member' });
  const open = await tx.select({ providerId: profileClaim.providerId }).from(profileClaim).where(and(eq(profileClaim.personId, personId), eq(profileClaim.state, 'open')));
  if (open.some((each) => each.providerId === profile.providerId)) throw new Refused('conflict', { field: null, reason: 'already-claimed' });
  if (open.length >= OPEN_MOST) throw new Refused('conflict', { field: null, reason: 'too-many-claims' });
}

/** The profile is looked after from now on: imports propose, and the person is its owner. */
export async function takeOver(ctx: Context, tx: Db, profile: ClaimableProfile, personId: string): Promise<void> {
  await giveRoles(tx, personId, profile.organisationId, ['owner']);
  await tx.update(provider).set({ claimedAt: sql`coalesce(${provider.claimedAt}, ${now().toISOString()}::timestamptz)` }).where(eq(provider.id, profile.providerId));
  await ctx.outbox.send(tx, 'providers.changed', { providerIds: [profile.providerId] });
}

/**
 * Somebody says that a profile is their organisation's. Shown to be so, and nobody's yet, it is theirs at once; else it
 * waits for an operator, and nothing changes before.
 * @returns whether it was granted at once
 */
export async function makeClaim(ctx: Context, { providerId, personId, number, vouched, reason, siteUrl }: NewClaim): Promise<{ claimId: number; granted: boolean }> {
  return ctx.db.transaction(async (tx) => {
    const before = await claimableById(tx, providerId, true);
    if (!before) throw new DomainError('not-found', 'no such profile');
    await lockOrganisation(tx, before.organisationId);
    const profile = (await claimableById(tx, providerId)) ?? before;
    const [who] = await tx.select().from(person).where(eq(person.id, personId));
    if (!who) throw new DomainError('not-found', 'no such person');
    requireNumber(profile, number);
    await requireRoom(tx, profile, personId);
    const { proof, atOnce } = proofOf({
      organisation: { scheme: profile.scheme, value: profile.number }, ownDomains: profile.ownDomains, owned: profile.owned, suspended: profile.suspended,
      address: who.email, addressVerified: who.emailVerified, vouched,
    });
    if (!atOnce && reason === undefined) throw new Refused('invalid', { field: 'reason', reason: 'reason-needed' });
    const at = now();
    const state = atOnce ? 'granted' : 'open';
    const [row] = await tx
      .insert(profileClaim)
      .values({ providerId, personId, state, proof, contested: profile.owned, reason: reason ?? null, createdAt: at, decidedAt: atOnce ? at : null })
      .returning({ id: profileClaim.id });
    if (!row) throw new Error('The claim was not written.');
    await audit(tx, { actor: ctx.actor, action: 'claim.make', object: `claim:${row.id}`, detail: { providerId, proof, contested: profile.owned, granted: atOnce } });
    if (atOnce) {
      await tellOwners(ctx, tx, 'passed-on', profile, await ownersOf(tx, profile.organisationId, false), siteUrl);
      await takeOver(ctx, tx, profile, personId);
    } else await tellOwners(ctx, tx, 'contested', profile, await ownersOf(tx, profile.organisationId), siteUrl);
    await tellClaimant(ctx, tx, atOnce ? 'granted' : 'received', profile, { ...who, personId }, siteUrl, null);
    return { claimId: row.id, granted: atOnce };
  });
}
