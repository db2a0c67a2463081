/** Acts of the site's operators. Each leaves an entry in the audit trail; so does looking somebody up by address. */
import { audit } from '#platform/audit.ts';
import { recordCheck } from '#platform/audit/record-check.ts';
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import { releaseFile, refuseFile } from '#platform/files/commands/decide-file.ts';
import { fileById } from '#platform/files/queries.ts';
import { Refused } from '#platform/form.ts';
import { retryJob } from '#platform/jobs-desk.ts';
import { eraseMail, retryMail } from '#platform/mail-desk.ts';
import type { PolicyObject } from '#platform/permissions.ts';
import { actingPerson } from '../actions.ts';
import { changeSiteRoles } from '../commands/change-site-roles.ts';
import { invite } from '../commands/invite.ts';
import { suspendOrganisation } from '../commands/suspend-organisation.ts';
import { suspendPerson } from '../commands/suspend-person.ts';
import { tellFileRefused } from '../commands/tell-file-refused.ts';
import { normaliseEmail } from '../identity/model.ts';
import { personByEmail } from '../identity/queries.ts';
import { organisationById } from '../queries.ts';
import { fileInput, findInput, jobInput, mailInput, nothingInput, organisationReason, personReason, siteInvitationInput, siteRolesInput } from './input.ts';
import { partiesOfPerson, siteInvitations } from './queries.ts';

async function ofOrganisation({ ctx }: ActRequest, { organisationId }: { organisationId: number }): Promise<PolicyObject | null> {
  return (await organisationById(ctx.db, organisationId)) && { partyOrganisationIds: [organisationId] };
}

const ofPerson = ({ ctx }: ActRequest, { personId }: { personId: string }): Promise<PolicyObject | null> => partiesOfPerson(ctx.db, personId);

async function ofFile({ ctx }: ActRequest, { fileId }: { fileId: string }): Promise<PolicyObject | null> {
  const file = await fileById(ctx.db, fileId);
  return file && { partyOrganisationIds: [file.organisationId] };
}

const suspending = (what: 'suspend' | 'restore') => ({
  organisation: defineAct({
    action: `site.${what}`,
    input: organisationReason,
    object: ofOrganisation,
    async run({ ctx }, { organisationId, reason }) {
      await suspendOrganisation(ctx, { organisationId, what, reason });
      return { done: what === 'suspend' ? 'site-suspended' : 'site-restored' };
    },
  }),
  person: defineAct({
    action: `site.${what}`,
    input: personReason,
    object: ofPerson,
    async run({ ctx }, { personId, reason }) {
      await suspendPerson(ctx, { personId, what, reason });
      return { done: what === 'suspend' ? 'site-suspended' : 'site-restored' };
    },
  }),
});
const suspend = suspending('suspend');
const restore = suspending('restore');

export const siteActs = {
  suspendOrganisation: suspend.organisation,
  restoreOrganisation: restore.organisation,
  suspendPerson: suspend.person,
  restorePerson: restore.person,
  /** Sent and not asked for by address, so that no mail address comes to stand in a link or a history. */
  findPerson: defineAct({
    action: 'site.view-people',
    input: findInput,
    object: () => ({}),
    async run({ ctx }, { email }) {
      const found = await personByEmail(ctx.db, email);
      if (!found) throw new Refused('invalid', { field: 'email', reason: 'no-such-person' });
      await audit(ctx.db, { actor: ctx.actor, action: 'site.find-person', object: `person:${found.id}` });
      return { to: `/desk/site/people/${found.id}` };
    },
  }),
  changeSiteRoles: defineAct({
    action: 'site.give-role',
    input: siteRolesInput,
    object: ofPerson,
    async run({ ctx, runtime }, { personId, roles }) {
      await changeSiteRoles(ctx, { personId, roles, siteUrl: runtime.env.siteUrl });
      return { done: 'roles-changed' };
    },
  }),
  inviteToSite: defineAct({
    action: 'site.give-role',
    input: siteInvitationInput,
    object: () => ({}),
    async run(request, input) {
      const { ctx, person, locale, runtime } = request;
      const open = await siteInvitations(ctx.db);
      if (open.some((each) => each.address === normaliseEmail(input.email))) throw new Refused('conflict', { field: 'email', reason: 'already-invited' });
      await invite(ctx, { ...input, organisationId: null, invitedBy: actingPerson(request), inviterName: person?.name ?? '', locale, siteUrl: runtime.env.siteUrl });
      return { done: 'invited' };
    },
  }),
  retryJob: defineAct({
    action: 'site.retry-jobs',
    input: jobInput,
    object: () => ({}),
    async run({ ctx, runtime }, { name, jobId }) {
      await retryJob(ctx, runtime.jobs, name, jobId);
      return { done: 'tried-again' };
    },
  }),
  retryMail: defineAct({
    action: 'site.handle-mail',
    input: mailInput,
    object: () => ({}),
    async run({ ctx }, { mailId }) {
      await retryMail(ctx, mailId);
      return { done: 'tried-again' };
    },
  }),
  eraseMail: defineAct({
    action: 'site.handle-mail',
    input: mailInput,
    object: () => ({}),
    async run({ ctx }, { mailId }) {
      await eraseMail(ctx, mailId);
      return { done: 'mail-erased' };
    },
  }),
  releaseFile: defineAct({
    action: 'site.decide-evidence',
    input: fileInput,
    object: ofFile,
    async run({ ctx }, input) {
      await releaseFile(ctx, input);
      return { done: 'file-released' };
    },
  }),
  refuseFile: defineAct({
    action: 'site.decide-evidence',
    input: fileInput,
    object: ofFile,
    async run({ ctx, runtime }, input) {
      const file = await fileById(ctx.db, input.fileId);
      await refuseFile(ctx, runtime.files, input, async (tx) => {
        if (file) await tellFileRefused(ctx, tx, file, input.reason);
      });
      return { done: 'file-refused' };
    },
  }),
  checkAudit: defineAct({
    action: 'site.check-audit',
    input: nothingInput,
    object: () => ({}),
    async run({ ctx, runtime }) {
      const sound = await recordCheck(ctx, runtime.env);
      return { done: sound ? 'trail-sound' : 'trail-not-sound' };
    },
  }),
} satisfies Record<string, Act>;
