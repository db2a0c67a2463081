/** Acts of those who report results, and of those whom they ask to check them. */
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import type { PolicyObject } from '#platform/permissions.ts';
import { Refused, type Problem } from '#platform/form.ts';
import { answerProblems } from './desk/problems.ts';
import { askConfirmation, withdrawConfirmation } from './commands/ask-confirmation.ts';
import { attachEvidence, removeEvidence } from './commands/attach-evidence.ts';
import { declineConfirmation, recordCheck } from './commands/answer-confirmation.ts';
import { discardDraft, draftResults, reportDraft } from './commands/draft-results.ts';
import { readCohortFile } from './cohort-file.ts';
import { confirmationById } from './desk/confirmations.ts';
import {
  askInput, coverageOf, declineInput, evidenceFileInput, evidenceInput, figuresInput, providerInput, registerInput, reportInput, requestInput, resultOf, sampleInput, uploadInput,
} from './desk/input.ts';
import { providerOwner, shownProgrammes, deskProvider } from './desk/queries.ts';

const desk = (slug: string, page = '') => `/desk/provider/${slug}/results${page}`;
const ofProvider = ({ ctx }: ActRequest, { slug }: { slug: string }): Promise<PolicyObject | null> => providerOwner(ctx.db, slug);

async function ofAsker({ ctx }: ActRequest, { confirmationId }: { confirmationId: number }): Promise<PolicyObject | null> {
  const found = await confirmationById(ctx.db, confirmationId);
  return found && { organisationId: found.providerOrganisationId };
}

async function ofAsked({ ctx }: ActRequest, { confirmationId }: { confirmationId: number }): Promise<PolicyObject | null> {
  const found = await confirmationById(ctx.db, confirmationId);
  return found && { authorityId: found.authorityId, partyOrganisationIds: [found.providerOrganisationId] };
}

async function confirmationsPage({ ctx }: ActRequest, confirmationId: number): Promise<string> {
  const found = await confirmationById(ctx.db, confirmationId);
  return `/desk/authority/${found?.authorityId ?? 0}/confirmations`;
}

/** A form names a programme by its code: only one that the profile shows. */
async function knownProgramme({ ctx }: ActRequest, slug: string, code: string | undefined): Promise<void> {
  const provider = await deskProvider(ctx.db, slug);
  const shown = provider ? await shownProgrammes(ctx.db, provider.providerId) : [];
  if (code !== undefined && !shown.some((each) => each.code === code)) throw new Refused('invalid', { field: 'programme', reason: 'choose' } satisfies Problem);
}

export const resultsActs = {
  upload: defineAct({
    action: 'results.report',
    input: uploadInput,
    object: ofProvider,
    async run({ ctx }, { slug, source, file }) {
      const csv = await readCohortFile(file.stream(), file.name).catch((error: unknown) => {
        throw answerProblems(error, 'file-too-large');
      });
      const drafted = await draftResults(ctx, { slug, source, csv });
      if (!drafted.ok) throw new Refused('invalid', ...drafted.faults.map(({ line, column, value, expected }) => ({ field: 'file', reason: 'table-fault', params: { line, column, value, expected } })), ...(drafted.more > 0 ? [{ field: 'file', reason: 'table-more', params: { limit: drafted.more } }] : []));
      return { to: desk(slug, '/check') };
    },
  }),
  figures: defineAct({
    action: 'results.report',
    input: figuresInput,
    object: ofProvider,
    async run(request, input) {
      await knownProgramme(request, input.slug, input.programme);
      if (input.targetGroup !== undefined && !request.runtime.register.targetGroup(input.targetGroup)) throw new Refused('invalid', { field: 'targetGroup', reason: 'choose' });
      await draftResults(request.ctx, { slug: input.slug, source: input.source, rows: [resultOf(input)], scope: 'rows' });
      return { to: desk(input.slug, '/check') };
    },
  }),
  report: defineAct({
    action: 'results.report',
    input: reportInput,
    object: ofProvider,
    async run({ ctx }, input) {
      const { outcome } = await reportDraft(ctx, input);
      return { to: desk(input.slug), done: outcome === 'unchanged' ? 'results-unchanged' : 'results-reported' };
    },
  }),
  discard: defineAct({
    action: 'results.report',
    input: providerInput,
    object: ofProvider,
    async run({ ctx }, { slug }) {
      await discardDraft(ctx, slug);
      return { to: desk(slug), done: 'results-discarded' };
    },
  }),
  addEvidence: defineAct({
    action: 'results.submit-evidence',
    input: evidenceInput,
    object: ofProvider,
    async run({ ctx, runtime }, { slug, halfYears, file }) {
      await attachEvidence(ctx, runtime.files, { slug, halfYears, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      return { to: desk(slug, '/evidence'), done: 'evidence-added' };
    },
  }),
  removeEvidence: defineAct({
    action: 'results.submit-evidence',
    input: evidenceFileInput,
    object: ofProvider,
    async run({ ctx, runtime }, input) {
      await removeEvidence(ctx, runtime.files, input);
      return { to: desk(input.slug, '/evidence'), done: 'evidence-removed' };
    },
  }),
  ask: defineAct({
    action: 'results.submit-evidence',
    input: askInput,
    object: ofProvider,
    async run({ ctx }, input) {
      await askConfirmation(ctx, input);
      return { to: desk(input.slug, '/evidence'), done: 'check-asked' };
    },
  }),
  withdrawRequest: defineAct({
    action: 'results.submit-evidence',
    input: requestInput,
    object: ofAsker,
    async run({ ctx }, { confirmationId }) {
      await withdrawConfirmation(ctx, confirmationId);
      return { done: 'request-withdrawn' };
    },
  }),
  confirmRegister: defineAct({
    action: 'results.confirm',
    input: registerInput,
    object: ofAsked,
    async run(request, { confirmationId, register, matchedBy, ...given }) {
      const { shortfall } = await recordCheck(request.ctx, confirmationId, { kind: 'register', register, matchedBy, coverage: coverageOf(given) });
      return { to: await confirmationsPage(request, confirmationId), done: shortfall === null ? 'check-held' : 'check-failed' };
    },
  }),
  recordSample: defineAct({
    action: 'results.confirm',
    input: sampleInput,
    object: ofAsked,
    async run(request, { confirmationId, auditor, drawn, errors, ...given }) {
      const { shortfall } = await recordCheck(request.ctx, confirmationId, { kind: 'sample', auditor, drawn, errors, coverage: coverageOf(given) });
      return { to: await confirmationsPage(request, confirmationId), done: shortfall === null ? 'check-held' : 'check-failed' };
    },
  }),
  decline: defineAct({
    action: 'results.confirm',
    input: declineInput,
    object: ofAsked,
    async run(request, { confirmationId, reason }) {
      await declineConfirmation(request.ctx, confirmationId, reason);
      return { to: await confirmationsPage(request, confirmationId), done: 'request-declined' };
    },
  }),
} satisfies Record<string, Act>;
