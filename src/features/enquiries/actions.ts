/** Acts of citizens who ask, and of providers who offer places and answer. */
import { now } from '#platform/clock.ts';
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import type { LimitRule } from '#platform/rate-limit.ts';
import { unseal } from '#platform/seal.ts';
import { deskProvider, type DeskProvider } from '#features/programmes/desk-queries.ts';
import { addOpening } from './commands/add-opening.ts';
import { answerEnquiry } from './commands/answer-enquiry.ts';
import { changePlaces, closeOpening, confirmOpenings } from './commands/change-opening.ts';
import { confirmEnquiry } from './commands/confirm-enquiry.ts';
import { sendEnquiry } from './commands/send-enquiry.ts';
import { withdrawEnquiry } from './commands/withdraw-enquiry.ts';
import { writeAgain } from './commands/write-again.ts';
import { answerInput, askInput, closeInput, linkInput, openingInput, placesInput, slugInput, writeInput } from './input.ts';
import { askPath } from './letters.ts';
import { LIMITS } from './limits.ts';
import { LEAST_MS } from './model.ts';

const EVERYBODY = () => ({});

/** Whose desk it is; everything else in the form is looked up among what is that provider's. */
async function desk({ ctx }: ActRequest, { slug }: { slug: string }): Promise<{ organisationId: number } | null> {
  const found = await deskProvider(ctx.db, slug);
  return found && { organisationId: found.organisationId };
}

async function provider({ ctx }: ActRequest, slug: string): Promise<DeskProvider> {
  const found = await deskProvider(ctx.db, slug);
  if (!found) throw new DomainError('not-found', 'no such provider');
  return found;
}

async function limit({ runtime }: ActRequest, rule: LimitRule, key: string): Promise<void> {
  const refused = await runtime.limiter.take(rule, key);
  if (refused) throw new Refused('unavailable', { field: null, reason: 'asked-too-often' });
}

/** @throws Refused when the form came back faster than anybody reads, or was not made here */
function requireTime(started: string): void {
  let at = NaN;
  try {
    at = Date.parse(unseal('enquiry', started));
  } catch {
    // Answered below, like any other time that cannot be.
  }
  if (!(now().getTime() - at >= LEAST_MS)) throw new Refused('invalid', { field: null, reason: 'too-fast' });
}

const places = (slug: string) => `/desk/provider/${slug}/openings`;

const openingActs = {
  addOpening: defineAct({
    action: 'openings.edit',
    input: openingInput,
    object: desk,
    async run(request, { slug, note, startsOn, language, region, delivery, programme, freePlaces }) {
      const { id } = await provider(request, slug);
      await addOpening(request.ctx, {
        providerId: id, programme, freePlaces, startsOn: startsOn ?? null, language: language ?? null, region: region ?? null, delivery: delivery ?? null,
        note: note === undefined ? null : { [request.locale]: note },
      });
      return { to: places(slug), done: 'opening-added' };
    },
  }),
  changePlaces: defineAct({
    action: 'openings.edit',
    input: placesInput,
    object: desk,
    async run(request, { slug, ...input }) {
      await changePlaces(request.ctx, { ...input, providerId: (await provider(request, slug)).id });
      return { to: places(slug), done: 'saved' };
    },
  }),
  closeOpening: defineAct({
    action: 'openings.edit',
    input: closeInput,
    object: desk,
    async run(request, { slug, ...input }) {
      await closeOpening(request.ctx, { ...input, providerId: (await provider(request, slug)).id });
      return { to: places(slug), done: 'opening-closed' };
    },
  }),
  confirmOpenings: defineAct({
    action: 'openings.edit',
    input: slugInput,
    object: desk,
    async run(request, { slug }) {
      await confirmOpenings(request.ctx, (await provider(request, slug)).id);
      return { to: places(slug), done: 'openings-confirmed' };
    },
  }),
};

export const enquiryActs = {
  ...openingActs,
  ask: defineAct({
    action: 'enquiries.send',
    input: askInput,
    object: EVERYBODY,
    async run(request, { slug, kind, programme, opening, message, name, email, showAddress, started, website }) {
      const sent = { to: `/providers/${encodeURIComponent(slug)}/ask`, done: 'ask-sent' };
      // A machine filled in what nobody sees: it hears what everybody hears.
      if (website !== undefined) return sent;
      requireTime(started);
      await limit(request, LIMITS.askByAddress, request.address);
      await limit(request, LIMITS.askByAccount, email.toLowerCase());
      await sendEnquiry(request.ctx, {
        slug, kind, message, email, programme: programme ?? null, opening: opening ?? null, name: name ?? null, showAddress: showAddress === 'yes', locale: request.locale,
      });
      return sent;
    },
  }),
  confirm: defineAct({
    action: 'enquiries.send',
    input: linkInput,
    object: EVERYBODY,
    async run({ ctx, runtime }, { token }) {
      await confirmEnquiry(ctx, token, runtime.env.siteUrl);
      return { to: askPath(token), done: 'ask-confirmed' };
    },
  }),
  write: defineAct({
    action: 'enquiries.send',
    input: writeInput,
    object: EVERYBODY,
    async run(request, { token, message }) {
      await limit(request, LIMITS.writeByEnquiry, token);
      await writeAgain(request.ctx, { token, message, siteUrl: request.runtime.env.siteUrl });
      return { to: askPath(token), done: 'ask-written' };
    },
  }),
  withdraw: defineAct({
    action: 'enquiries.send',
    input: linkInput,
    object: EVERYBODY,
    async run({ ctx }, { token }) {
      await withdrawEnquiry(ctx, token);
      return { to: askPath('erased'), done: 'ask-withdrawn' };
    },
  }),
  answer: defineAct({
    action: 'enquiries.answer',
    input: answerInput,
    object: desk,
    async run(request, { slug, ...input }) {
      await answerEnquiry(request.ctx, { ...input, providerId: (await provider(request, slug)).id });
      return { to: `/desk/provider/${slug}/enquiries`, done: 'answer-sent' };
    },
  }),
} satisfies Record<string, Act>;
