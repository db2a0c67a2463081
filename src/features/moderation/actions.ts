/** Acts of whoever moderates, of whoever reports something, and of providers whose answers were moderated. */
import { now } from '#platform/clock.ts';
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import type { LimitRule } from '#platform/rate-limit.ts';
import { unseal } from '#platform/seal.ts';
import { LEAST_MS } from '#features/enquiries/model.ts';
import { deskProvider } from '#features/programmes/desk-queries.ts';
import { appealAsNotifier, appealAsProvider } from './commands/appeal-case.ts';
import { answerRemoval } from './commands/confirm-removal.ts';
import { decideCase } from './commands/decide-case.ts';
import { fileNotice } from './commands/file-notice.ts';
import { warnSender } from './commands/warn-sender.ts';
import { appealInput, decisionInput, noticeInput, replyAppealInput, secondInput, warnInput } from './input.ts';
import { noticePath } from './letters.ts';
import { LIMITS } from './limits.ts';
import { caseOfNotice, caseParties } from './queries.ts';
import { senderOf, sitePath } from './sender.ts';

const EVERYBODY = () => ({});
const parties = ({ ctx }: ActRequest, { caseId }: { caseId: number }) => caseParties(ctx.db, caseId);

async function limit({ runtime }: ActRequest, rule: LimitRule, key: string): Promise<void> {
  const refused = await runtime.limiter.take(rule, key);
  if (refused) throw new Refused('unavailable', { field: null, reason: 'too-many-today' });
}

/** @throws Refused when the form came back faster than anybody reads, or was not made here */
function requireTime(started: string): void {
  let at = NaN;
  try {
    at = Date.parse(unseal('moderation', started));
  } catch {
    // Answered below, like any other time that cannot be.
  }
  if (!(now().getTime() - at >= LEAST_MS)) throw new Refused('invalid', { field: null, reason: 'too-fast' });
}

const passagesOf = (text: string | undefined): string[] => (text ?? '').split('\n').map((each) => each.trim()).filter((each) => each !== '');

export const moderationActs = {
  decide: defineAct({
    action: 'moderation.decide',
    input: decisionInput,
    object: parties,
    async run({ ctx, runtime }, { caseId, version, outcome, reason, facts, findings, passages, unfounded }) {
      const came = await decideCase(
        ctx,
        { caseId, version, outcome, reason: reason ?? null, facts: facts ?? '', findings: findings ?? [], passages: passagesOf(passages), unfounded: unfounded === 'yes' },
        runtime.env.siteUrl,
      );
      return came === 'second' ? { to: `/desk/moderation/${caseId}`, done: 'removal-proposed' } : { to: '/desk/moderation', done: 'moderation-decided' };
    },
  }),
  second: defineAct({
    action: 'moderation.decide',
    input: secondInput,
    object: parties,
    async run({ ctx, runtime }, { caseId, version, agrees, words }) {
      await answerRemoval(ctx, { caseId, version, agrees: agrees === 'yes', words: words ?? '' }, runtime.env.siteUrl);
      return { to: '/desk/moderation', done: agrees === 'yes' ? 'moderation-decided' : 'removal-declined' };
    },
  }),
  warn: defineAct({
    action: 'moderation.decide',
    input: warnInput,
    // Of the notice and not of the case that the form names beside it.
    object: async ({ ctx }, { noticeId }) => {
      const caseId = await caseOfNotice(ctx.db, noticeId);
      return caseId === null ? null : caseParties(ctx.db, caseId);
    },
    async run({ ctx }, { noticeId, caseId }) {
      await warnSender(ctx, noticeId);
      return { to: `/desk/moderation/${caseId}`, done: 'sender-warned' };
    },
  }),
  report: defineAct({
    action: 'notices.send',
    input: noticeInput,
    object: EVERYBODY,
    async run(request, { page, reason, sentence, explanation, as, name, email, started, website }) {
      // A machine filled in what nobody sees: it hears what everybody hears.
      if (website !== undefined) return { to: '/notice', done: 'notice-sent' };
      requireTime(started);
      const { siteUrl } = request.runtime.env;
      const path = sitePath(page, siteUrl);
      if (path === null) throw new Refused('invalid', { field: 'page', reason: 'not-this-site' });
      await limit(request, LIMITS.noticeByAddress, request.address);
      if (email !== undefined) await limit(request, LIMITS.noticeByAccount, email.toLowerCase());
      const token = await fileNotice(request.ctx, {
        path, reason, sentence: sentence ?? null, explanation, illegal: false, name: name ?? null, email: email ?? null,
        from: await senderOf(request.ctx.db, request.actor, as), locale: request.locale, siteUrl,
      });
      return { to: noticePath(token), done: 'notice-sent' };
    },
  }),
  appeal: defineAct({
    action: 'notices.send',
    input: appealInput,
    object: EVERYBODY,
    async run(request, { token, words }) {
      await limit(request, LIMITS.appealByNotice, token);
      await appealAsNotifier(request.ctx, token, words);
      return { to: noticePath(token), done: 'moderation-appealed' };
    },
  }),
  appealReply: defineAct({
    action: 'reviews.reply',
    input: replyAppealInput,
    object: async ({ ctx }, { slug }) => {
      const found = await deskProvider(ctx.db, slug);
      return found && { organisationId: found.organisationId };
    },
    async run({ ctx }, { slug, reviewId, words }) {
      const found = await deskProvider(ctx.db, slug);
      if (!found) throw new DomainError('not-found', 'no such provider');
      await appealAsProvider(ctx, { reviewId, providerId: found.id, words });
      return { to: `/desk/provider/${slug}/moderation`, done: 'moderation-appealed' };
    },
  }),
} satisfies Record<string, Act>;
