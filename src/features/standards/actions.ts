/** Acts of authorities that write standards, and of everybody who says something to them. */
import { now } from '#platform/clock.ts';
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import { entriesOf } from '#platform/document-form/read.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import type { LimitRule } from '#platform/rate-limit.ts';
import { unseal } from '#platform/seal.ts';
import { organisationById } from '#features/accounts/queries.ts';
import { LEAST_MS } from '#features/enquiries/model.ts';
import { abandonVersion, beginVersion } from './commands/begin-version.ts';
import { addComment, answerComment, hideComment } from './commands/comments.ts';
import { openConsultation, reviseAfterConsultation } from './commands/consultation.ts';
import { createStandard } from './commands/create-standard.ts';
import { publishVersion } from './commands/publish-version.ts';
import { orderPart, savePart } from './commands/save-part.ts';
import { simulateVersion } from './commands/simulate-version.ts';
import { endUse, useStandard } from './commands/use-standard.ts';
import type { Part } from './draft.ts';
import * as input from './input.ts';
import { LIMITS } from './limits.ts';
import { deskStandards, deskVersion, partSteps, standardPath } from './paths.ts';
import { authorityArea, commentOwner, ownerOfStandard, standardVersion, versionById, type StandardVersion } from './queries.ts';

const whoseVersion = async ({ ctx }: ActRequest, { versionId }: { versionId: number }) => {
  const found = await versionById(ctx.db, versionId);
  return found && { organisationId: found.authorityId };
};
const whoseComment = async ({ ctx }: ActRequest, { commentId }: { commentId: number }) => {
  const found = await commentOwner(ctx.db, commentId);
  return found && { organisationId: found.authorityId };
};
const whoseDesk = async ({ ctx }: ActRequest, { authorityId }: { authorityId: number }) => {
  const found = await organisationById(ctx.db, authorityId);
  return found?.authority ? { organisationId: found.id } : null;
};

async function version({ ctx }: ActRequest, id: number): Promise<StandardVersion> {
  const found = await versionById(ctx.db, id);
  if (!found) throw new DomainError('not-found', 'no such version of a standard');
  return found;
}

async function deskOf(request: ActRequest, versionId: number): Promise<string> {
  const { authorityId, slug, number } = await version(request, versionId);
  return deskVersion(authorityId, slug, number);
}

const draftActs = {
  create: defineAct({
    action: 'standards.edit',
    input: input.createInput,
    object: whoseDesk,
    async run({ ctx, locale }, { authorityId, title }) {
      const { slug } = await createStandard(ctx, { authorityId, title: { [locale]: title } });
      return { to: deskVersion(authorityId, slug, 1), done: 'standard-created' };
    },
  }),
  begin: defineAct({
    action: 'standards.edit',
    input: input.standardInput,
    async object({ ctx }, { standardId }) {
      const owner = await ownerOfStandard(ctx.db, standardId);
      return owner === null ? null : { organisationId: owner };
    },
    async run(request, { standardId, reason }) {
      const { versionId } = await beginVersion(request.ctx, { standardId, reason: reason === undefined ? null : { [request.locale]: reason } });
      return { to: await deskOf(request, versionId), done: 'standard-begun' };
    },
  }),
  abandon: defineAct({
    action: 'standards.edit',
    input: input.versionInput,
    object: whoseVersion,
    async run(request, given) {
      const { authorityId } = await version(request, given.versionId);
      await abandonVersion(request.ctx, given);
      return { to: deskStandards(authorityId), done: 'standard-abandoned' };
    },
  }),
  savePart: defineAct({
    action: 'standards.edit',
    input: input.partInput,
    object: (request, { at }) => whoseVersion(request, at),
    async run(request, { at }) {
      const part: Part = at.part === 'basics' ? { part: 'basics' } : at.part === 'theme' ? { part: 'theme', code: at.code ?? null } : { part: 'criterion', theme: at.theme ?? '', code: at.code ?? null };
      const entries = entriesOf(request.form);
      await savePart(request.ctx, { versionId: at.versionId, part, entries, tab: { language: at.language, area: 'dk' }, seen: at.seen, remove: at.remove ?? null });
      const desk = await deskOf(request, at.versionId);
      if (at.then === 'back' && at.remove === undefined) return { to: desk, done: 'saved' };
      // It may have a new code, or have just been made.
      const saved: Part = part.part === 'basics' ? part : { ...part, code: entries.get('code')?.[0] ?? null };
      return { to: `${desk}/edit/${partSteps(saved)}?language=${at.language}`, done: 'saved' };
    },
  }),
  order: defineAct({
    action: 'standards.edit',
    input: input.orderInput,
    object: whoseVersion,
    async run(request, given) {
      await orderPart(request.ctx, given);
      return { to: await deskOf(request, given.versionId), done: 'saved' };
    },
  }),
  simulate: defineAct({
    action: 'standards.edit',
    input: input.runInput,
    object: whoseVersion,
    async run(request, { versionId }) {
      const { authorityId, slug, number } = await version(request, versionId);
      await simulateVersion(request.ctx, { versionId, area: await authorityArea(request.ctx.db, authorityId), register: request.runtime.register });
      return { to: `${deskVersion(authorityId, slug, number)}/simulation`, done: 'standard-simulated' };
    },
  }),
};

const publicationActs = {
  openConsultation: defineAct({
    action: 'standards.publish',
    input: input.consultationInput,
    object: whoseVersion,
    async run(request, { consultationFrom: from, consultationUntil: until, ...given }) {
      await openConsultation(request.ctx, { ...given, from, until });
      return { to: await deskOf(request, given.versionId), done: 'standard-consulted' };
    },
  }),
  revise: defineAct({
    action: 'standards.edit',
    input: input.versionInput,
    object: whoseVersion,
    async run(request, given) {
      await reviseAfterConsultation(request.ctx, given);
      return { to: await deskOf(request, given.versionId), done: 'standard-revised' };
    },
  }),
  publish: defineAct({
    action: 'standards.publish',
    input: input.publicationInput,
    object: whoseVersion,
    async run(request, { graceUntil, ...given }) {
      await publishVersion(request.ctx, { ...given, graceUntil: graceUntil ?? null });
      return { to: await deskOf(request, given.versionId), done: 'standard-published' };
    },
  }),
  use: defineAct({
    action: 'standards.publish',
    input: input.useInput,
    object: whoseDesk,
    async run({ ctx }, use) {
      await useStandard(ctx, use);
      return { to: deskStandards(use.authorityId), done: 'standard-used' };
    },
  }),
  endUse: defineAct({
    action: 'standards.publish',
    input: input.useInput,
    object: whoseDesk,
    async run({ ctx }, use) {
      await endUse(ctx, use);
      return { to: deskStandards(use.authorityId), done: 'standard-use-ended' };
    },
  }),
};

/** @throws Refused when the form came back faster than anybody reads, or was not made here */
function requireTime(started: string): void {
  let at = NaN;
  try {
    at = Date.parse(unseal('comment', started));
  } catch {
    // Answered below, like any other time that cannot be.
  }
  if (!(now().getTime() - at >= LEAST_MS)) throw new Refused('invalid', { field: null, reason: 'too-fast' });
}

async function limit({ runtime }: ActRequest, rule: LimitRule, key: string): Promise<void> {
  const refused = await runtime.limiter.take(rule, key);
  if (refused) throw new Refused('unavailable', { field: null, reason: 'comments-too-often' });
}

const commentActs = {
  comment: defineAct({
    action: 'standards.comment',
    input: input.commentInput,
    object: () => ({}),
    async run(request, { slug, number, about, author, side, text, started, website }) {
      const found = await standardVersion(request.ctx.db, slug, number);
      if (!found) throw new DomainError('not-found', 'no such standard');
      const sent = { to: standardPath(slug, number), done: 'comment-shown' };
      // A machine filled in what nobody sees: it hears what everybody hears.
      if (website !== undefined) return sent;
      requireTime(started);
      await limit(request, LIMITS.commentByAddress, request.address);
      await limit(request, LIMITS.commentByVersion, String(found.id));
      await addComment(request.ctx, { versionId: found.id, about: about ?? null, author: author ?? null, side, text, locale: request.locale });
      return sent;
    },
  }),
  answer: defineAct({
    action: 'standards.edit',
    input: input.answerInput,
    object: whoseComment,
    async run(request, given) {
      await answerComment(request.ctx, { ...given, locale: request.locale });
      return { to: await commentsDesk(request, given.commentId), done: 'comment-answered' };
    },
  }),
  hide: defineAct({
    action: 'standards.edit',
    input: input.hideInput,
    object: whoseComment,
    async run(request, given) {
      await hideComment(request.ctx, given);
      return { to: await commentsDesk(request, given.commentId), done: 'comment-hidden' };
    },
  }),
};

async function commentsDesk({ ctx }: ActRequest, commentId: number): Promise<string> {
  const found = await commentOwner(ctx.db, commentId);
  if (!found) throw new DomainError('not-found', 'no such comment');
  return `${deskVersion(found.authorityId, found.slug, found.number)}/comments`;
}

export const standardActs = { ...draftActs, ...publicationActs, ...commentActs } satisfies Record<string, Act>;
