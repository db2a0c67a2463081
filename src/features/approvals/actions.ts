/** Acts of those who apply for approval, and of those who answer. */
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import { DomainError } from '#platform/errors.ts';
import { removeFile } from '#platform/files/commands/decide-file.ts';
import type { PolicyObject } from '#platform/permissions.ts';
import { deskProvider, type DeskProvider } from '#features/programmes/desk-queries.ts';
import { caseActs } from './case-actions.ts';
import { answerHearing } from './commands/answer-hearing.ts';
import { answerQuestion } from './commands/answer-question.ts';
import { beginDossier } from './commands/begin-dossier.ts';
import type { Caller } from './commands/case-rows.ts';
import { discardDossier } from './commands/discard-dossier.ts';
import { lodgeAppeal } from './commands/lodge-appeal.ts';
import { saveAssessment } from './commands/save-assessment.ts';
import { sendApplication } from './commands/send-application.ts';
import { showCondition } from './commands/show-condition.ts';
import { takeBackAppeal } from './commands/take-back-appeal.ts';
import { withFiles, type SentFile } from './commands/take-files.ts';
import { withdrawApplication } from './commands/withdraw-application.ts';
import {
  answerInput, appealInput, assessmentInput, beginInput, caseInput, dossierInput, hearingAnswerInput, sendInput, showConditionInput, withdrawInput,
} from './input.ts';
import { applicationsPath, dossierPath, ownCasePath } from './paths.ts';
import { caseOwner } from './queries/around.ts';

async function provider({ ctx }: ActRequest, slug: string): Promise<DeskProvider> {
  const found = await deskProvider(ctx.db, slug);
  if (!found) throw new DomainError('not-found', 'no such provider');
  return found;
}

async function ofProvider({ ctx }: ActRequest, { slug }: { slug: string }): Promise<PolicyObject | null> {
  const found = await deskProvider(ctx.db, slug);
  return found && { organisationId: found.organisationId };
}

async function ofApplicant({ ctx }: ActRequest, { caseId }: { caseId: number }): Promise<PolicyObject | null> {
  const found = await caseOwner(ctx.db, caseId);
  return found && { organisationId: found.providerOrganisationId };
}

const applicant = ({ actor, runtime }: ActRequest): Caller => ({ by: { person: actor.personId ?? '', role: 'applicant' }, siteUrl: runtime.env.siteUrl });
const sentFile = (file: File | undefined, field = 'file'): SentFile[] => (file === undefined ? [] : [{ field, file }]);

/** With the file of the form, if it has one, in the applicant's store. */
async function withFile({ ctx, runtime }: ActRequest, caseId: number, file: File | undefined, use: (files: readonly string[]) => Promise<void>): Promise<void> {
  const owner = await caseOwner(ctx.db, caseId);
  if (!owner) throw new DomainError('not-found', 'no such case');
  await withFiles(ctx, runtime.files, owner.providerOrganisationId, sentFile(file), use);
}

const dossierActs = {
  begin: defineAct({
    action: 'approvals.apply',
    input: beginInput,
    object: ofProvider,
    async run(request, { slug, versionId }) {
      const { id } = await provider(request, slug);
      return { to: dossierPath(slug, await beginDossier(request.ctx, { providerId: id, versionId, person: request.actor.personId ?? '' })) };
    },
  }),
  saveAssessment: defineAct({
    action: 'approvals.apply',
    input: assessmentInput,
    object: ofProvider,
    async run(request, { slug, dossierId, revision, items }) {
      const { ctx, runtime } = request;
      const { id: providerId, organisationId } = await provider(request, slug);
      const sent = items.flatMap(({ file }, n) => sentFile(file, `items.${n}.file`));
      const unused = await withFiles(ctx, runtime.files, organisationId, sent, async (ids) => {
        const fileOf = new Map(sent.map(({ field }, n) => [field, ids[n]]));
        const said = items.map(({ criterion, score, statement, links, files }, n) => {
          const fresh = fileOf.get(`items.${n}.file`);
          return { criterion, score: score ?? null, statement: statement ?? '', links: links ?? [], files: [...(files ?? []), ...(fresh === undefined ? [] : [fresh])] };
        });
        return saveAssessment(ctx, { providerId, organisationId, dossierId, revision, items: said });
      });
      for (const id of unused) await removeFile(ctx, runtime.files, id);
      return { done: 'saved' };
    },
  }),
  discard: defineAct({
    action: 'approvals.apply',
    input: dossierInput,
    object: ofProvider,
    async run(request, { slug, ...input }) {
      await discardDossier(request.ctx, request.runtime.files, { ...input, providerId: (await provider(request, slug)).id });
      return { to: applicationsPath(slug), done: 'dossier-discarded' };
    },
  }),
  send: defineAct({
    action: 'approvals.apply',
    input: sendInput,
    object: ofProvider,
    async run(request, { slug, ...input }) {
      const { id: providerId } = await provider(request, slug);
      const [first, ...more] = await sendApplication(request.ctx, applicant(request), request.runtime.register, { ...input, providerId });
      return { to: first === undefined || more.length > 0 ? applicationsPath(slug) : ownCasePath(slug, first), done: 'case-sent' };
    },
  }),
};

export const approvalsActs = {
  ...dossierActs,
  withdraw: defineAct({
    action: 'approvals.apply',
    input: withdrawInput,
    object: ofApplicant,
    async run(request, { reason, ...which }) {
      await withdrawApplication(request.ctx, applicant(request), { ...which, reason: reason ?? null });
      return { done: 'case-withdrawn' };
    },
  }),
  answer: defineAct({
    action: 'approvals.answer',
    input: answerInput,
    object: ofApplicant,
    async run(request, { file, ...input }) {
      await withFile(request, input.caseId, file, (files) => answerQuestion(request.ctx, applicant(request), { ...input, files }));
      return { done: 'case-answered' };
    },
  }),
  answerHearing: defineAct({
    action: 'approvals.answer',
    input: hearingAnswerInput,
    object: ofApplicant,
    async run(request, { file, corrections, ...input }) {
      await withFile(request, input.caseId, file, (files) => answerHearing(request.ctx, applicant(request), { ...input, corrections: corrections ?? [], files }));
      return { done: 'case-answered' };
    },
  }),
  showCondition: defineAct({
    action: 'approvals.answer',
    input: showConditionInput,
    object: ofApplicant,
    async run(request, { file, ...input }) {
      await withFile(request, input.caseId, file, (files) => showCondition(request.ctx, applicant(request), { ...input, files }));
      return { done: 'condition-shown' };
    },
  }),
  appeal: defineAct({
    action: 'approvals.appeal',
    input: appealInput,
    object: ofApplicant,
    async run(request, input) {
      await lodgeAppeal(request.ctx, applicant(request), input);
      return { done: 'appeal-lodged' };
    },
  }),
  takeBackAppeal: defineAct({
    action: 'approvals.appeal',
    input: caseInput,
    object: ofApplicant,
    async run(request, which) {
      await takeBackAppeal(request.ctx, applicant(request), which);
      return { done: 'appeal-taken-back' };
    },
  }),
  ...caseActs,
} satisfies Record<string, Act>;
