/** Acts of people who say that a profile is theirs, and of those who look after it. */
import { z } from 'zod';
import { defineAct, type Act } from '#platform/define-action.ts';
import { DomainError } from '#platform/errors.ts';
import { actingPerson, requireSeldom, sendLink } from '#features/accounts/actions.ts';
import { LIMITS } from '#features/accounts/identity/limits.ts';
import { emailAddress, personName, rowId } from '#features/accounts/input.ts';
import { answerClaim, decideClaim, withdrawClaim } from '../commands/decide-claim.ts';
import { makeClaim } from '../commands/make-claim.ts';
import { claimableBySlug, claimById } from './queries.ts';

const slug = z.string().min(1).max(300);
const words = (least: number) => z.string().trim().min(least).max(2_000);

export const claimActs = {
  /** For somebody who is not signed in: the link that comes shows whose address it is. */
  start: defineAct({
    action: 'claim.start',
    input: z.object({ slug, name: personName, email: emailAddress }),
    object: () => ({}),
    async run(request, input) {
      const profile = await claimableBySlug(request.ctx.db, input.slug);
      if (!profile) throw new DomainError('not-found', 'no such profile');
      await sendLink(request, { email: input.email, name: input.name, next: `/providers/${profile.slug}/claim` });
      return { to: `/providers/${profile.slug}/claim`, done: 'link-sent' };
    },
  }),
  make: defineAct({
    action: 'claim.make',
    input: z.object({ slug, number: z.string({ error: 'required' }).trim().min(1, { error: 'required' }).max(100), reason: words(10).optional() }),
    object: () => ({}),
    async run(request, { slug: of, number, reason }) {
      const profile = await claimableBySlug(request.ctx.db, of);
      if (!profile) throw new DomainError('not-found', 'no such profile');
      await requireSeldom(request, LIMITS.claimByAccount, actingPerson(request));
      const { granted } = await makeClaim(request.ctx, {
        providerId: profile.providerId, personId: actingPerson(request), number, reason, vouched: request.actor.session?.organisation ?? null, siteUrl: request.runtime.env.siteUrl,
      });
      return { to: '/desk', done: granted ? 'claim-granted' : 'claim-received' };
    },
  }),
  withdraw: defineAct({
    action: 'claim.withdraw',
    input: z.object({ claimId: rowId }),
    async object({ ctx }, { claimId }) {
      const claim = await claimById(ctx.db, claimId);
      return claim && { personId: claim.personId };
    },
    async run({ ctx }, { claimId }) {
      await withdrawClaim(ctx, claimId);
      return { to: '/desk', done: 'claim-withdrawn' };
    },
  }),
  answer: defineAct({
    action: 'claim.answer',
    input: z.object({ claimId: rowId, answer: words(2) }),
    async object({ ctx }, { claimId }) {
      const claim = await claimById(ctx.db, claimId);
      return claim && { organisationId: claim.organisationId };
    },
    async run({ ctx }, { claimId, answer }) {
      await answerClaim(ctx, claimId, answer);
      return { to: '/desk', done: 'answer-sent' };
    },
  }),
  decide: defineAct({
    action: 'claim.decide',
    input: z.object({ claimId: rowId, outcome: z.enum(['granted', 'refused'], { error: 'choose' }), replace: z.literal('yes').optional(), reasons: words(20) }),
    async object({ ctx }, { claimId }) {
      const claim = await claimById(ctx.db, claimId);
      return claim && { partyOrganisationIds: [claim.organisationId], partyPersonIds: [claim.personId] };
    },
    async run(request, { claimId, outcome, replace, reasons }) {
      await decideClaim(request.ctx, { claimId, decidedBy: actingPerson(request), outcome, replace: replace === 'yes', reasons, siteUrl: request.runtime.env.siteUrl });
      return { done: 'claim-decided' };
    },
  }),
} satisfies Record<string, Act>;
