/** Acts on a provider's own description: its pages, publication, history, what is open and whether all is right. */
import { z } from 'zod';
import { today } from '#platform/clock.ts';
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import { DomainError } from '#platform/errors.ts';
import { LOCALES, optional } from '#platform/input.ts';
import { readNumber } from '#platform/document-form/figures.ts';
import { entriesOf } from '#platform/document-form/read.ts';
import { PROFILE_SECTIONS } from '#features/providers/sections.ts';
import { changeProgramme, PROGRAMME_CHANGES } from './commands/change-programme.ts';
import { confirmDescription } from './commands/confirm-description.ts';
import { discardDraft } from './commands/discard-draft.ts';
import { dismissProposal } from './commands/dismiss-proposal.ts';
import { draftFromVersion } from './commands/draft-from-version.ts';
import { publishDraft } from './commands/publish-draft.ts';
import { savePart } from './commands/save-part.ts';
import { setOpenings } from './commands/set-openings.ts';
import { deskHome, nextPart, partPath } from './desk-path.ts';
import { deskProvider, presentDescription, type DeskProvider } from './desk-queries.ts';
import type { DraftPart } from './draft.ts';
import { PROGRAMME_PARTS } from './sections.ts';

const slug = z.string().min(1).max(100);
const id = z.coerce.number().int().min(1).max(2_147_483_647);
const revision = z.coerce.number().int().min(0).max(2_147_483_647);
const code = z.string().min(1).max(200);
const figure = optional(z.string().transform((text, context) => {
  const value = readNumber(text);
  if (value === null) context.addIssue({ code: 'custom', message: 'number', input: text });
  return value;
}));

const at = z.object({
  slug,
  section: z.enum(PROFILE_SECTIONS).optional(),
  programme: z.string().max(200).default(''),
  part: z.enum(PROGRAMME_PARTS).optional(),
  language: z.enum(LOCALES),
  area: z.string().regex(/^[a-z]{2}$/),
  seen: z.string().max(40),
  then: z.enum(['next', 'stay']).default('stay'),
  remove: z.string().max(200).optional(),
});

async function provider({ ctx }: ActRequest, of: string): Promise<DeskProvider> {
  const found = await deskProvider(ctx.db, of);
  if (!found) throw new DomainError('not-found', 'There is no such provider.');
  return found;
}

const whose = async ({ ctx }: ActRequest, of: string) => {
  const found = await deskProvider(ctx.db, of);
  return found && { organisationId: found.organisationId };
};

async function onwards(request: ActRequest, found: DeskProvider, part: DraftPart): Promise<string> {
  const { description } = await presentDescription(request.ctx.db, found);
  const next = nextPart(description, part, today());
  return next ? partPath(found.slug, next) : `${deskHome(found.slug)}/preview`;
}

export const descriptionActs = {
  savePart: defineAct({
    action: 'provider.edit',
    input: z.object({ at }),
    object: (request, input) => whose(request, input.at.slug),
    async run(request, { at: { section, part: page, programme, language, area, seen, then, remove, ...rest } }) {
      const found = await provider(request, rest.slug);
      if (section === undefined && page === undefined) throw new DomainError('not-found', 'There is no such page.');
      const part: DraftPart = section === undefined ? { programme, part: page ?? 'basics' } : { section };
      const { code: saved } = await savePart(request.ctx, {
        providerId: found.id, part, entries: entriesOf(request.form), tab: { language, area }, seen, remove: remove ?? null,
      });
      const here: DraftPart = 'section' in part ? part : { programme: saved ?? programme, part: part.part };
      if (then === 'stay' || remove !== undefined) return { to: `${partPath(found.slug, here)}?language=${language}&area=${area}`, done: 'draft-saved' };
      return { to: await onwards(request, found, here), done: 'draft-saved' };
    },
  }),
  publish: defineAct({
    action: 'provider.publish',
    input: z.object({ slug, revision }),
    object: (request, input) => whose(request, input.slug),
    async run(request, input) {
      const found = await provider(request, input.slug);
      await publishDraft(request.ctx, { providerId: found.id, revision: input.revision });
      return { to: deskHome(found.slug), done: 'draft-published' };
    },
  }),
  discard: defineAct({
    action: 'provider.edit',
    input: z.object({ slug, revision }),
    object: (request, input) => whose(request, input.slug),
    async run(request, input) {
      const found = await provider(request, input.slug);
      await discardDraft(request.ctx, { providerId: found.id, revision: input.revision });
      return { to: deskHome(found.slug), done: 'draft-discarded' };
    },
  }),
  restore: defineAct({
    action: 'provider.edit',
    input: z.object({ slug, revision, version: id, proposal: z.literal('yes').optional() }),
    object: (request, input) => whose(request, input.slug),
    async run(request, input) {
      const found = await provider(request, input.slug);
      await draftFromVersion(request.ctx, { providerId: found.id, versionId: input.version, revision: input.revision });
      return { to: `${deskHome(found.slug)}/preview`, done: input.proposal ? 'proposal-adopted' : 'version-restored' };
    },
  }),
  dismiss: defineAct({
    action: 'provider.edit',
    input: z.object({ slug, version: id }),
    object: (request, input) => whose(request, input.slug),
    async run(request, input) {
      const found = await provider(request, input.slug);
      await dismissProposal(request.ctx, { providerId: found.id, versionId: input.version });
      return { to: `${deskHome(found.slug)}/history`, done: 'proposal-dismissed' };
    },
  }),
  changeProgramme: defineAct({
    action: 'programme.edit',
    input: z.object({ slug, revision, code, how: z.enum(PROGRAMME_CHANGES) }),
    object: (request, input) => whose(request, input.slug),
    async run(request, input) {
      const found = await provider(request, input.slug);
      const changed = await changeProgramme(request.ctx, { providerId: found.id, code: input.code, how: input.how, revision: input.revision });
      if (input.how === 'duplicate') return { to: partPath(found.slug, { programme: changed.code, part: 'basics' }), done: 'programme-duplicated' };
      return { to: `${deskHome(found.slug)}/programmes`, done: input.how === 'end' ? 'programme-ended' : 'programme-removed' };
    },
  }),
  openings: defineAct({
    action: 'openings.edit',
    input: z.object({ slug, code, waitingWeeks: figure, capacity: figure }),
    object: (request, input) => whose(request, input.slug),
    async run(request, input) {
      const found = await provider(request, input.slug);
      await setOpenings(request.ctx, { providerId: found.id, code: input.code, waitingWeeks: input.waitingWeeks ?? null, capacity: input.capacity ?? null });
      return { to: deskHome(found.slug), done: 'openings-saved' };
    },
  }),
  confirm: defineAct({
    action: 'provider.confirm-fresh',
    input: z.object({ slug }),
    object: (request, input) => whose(request, input.slug),
    async run(request, input) {
      const found = await provider(request, input.slug);
      await confirmDescription(request.ctx, { providerId: found.id });
      return { to: deskHome(found.slug), done: 'description-confirmed' };
    },
  }),
} satisfies Record<string, Act>;
