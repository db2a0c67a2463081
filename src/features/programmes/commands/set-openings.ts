import { Refused } from '#platform/form.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import type { Document } from '#platform/document-form/fields.ts';
import { lockedProvider, presentDescription } from '../desk-queries.ts';
import { readyDescription, type Description } from '../draft.ts';
import { storeDraft } from './change-draft.ts';
import { showDescription } from './show-description.ts';

export interface Openings {
  providerId: number;
  code: string;
  /** null: not known. */
  waitingWeeks: number | null;
  capacity: number | null;
}

function withOpenings(description: Description, { code, waitingWeeks, capacity }: Openings): Description {
  const patched = (programme: Document): Document => {
    const { waitingWeeks: _wait, capacity: _places, ...rest } = programme;
    return { ...rest, ...(waitingWeeks === null ? {} : { waitingWeeks }), ...(capacity === null ? {} : { capacity }) };
  };
  return { ...description, programmes: description.programmes.map((each) => (each['code'] === code ? patched(each) : each)) };
}

/** How long one waits and how many can come, of a shown programme: at once, for everybody, and in the draft too. */
export async function setOpenings(ctx: Context, input: Openings): Promise<void> {
  const { providerId, code } = input;
  await ctx.db.transaction(async (tx) => {
    const provider = await lockedProvider(tx, providerId);
    const present = provider && (await presentDescription(tx, provider));
    if (!provider || !present?.shown) throw new DomainError('not-found', 'There is no such published provider.');
    if (!present.shown.programmes.some((each) => each['code'] === code)) throw new Refused('gone', { field: null, reason: 'no-programme' });
    const ready = readyDescription(withOpenings(present.shown, input));
    if (Array.isArray(ready)) throw new Refused('invalid', { field: null, reason: 'number' });
    const versionId = await showDescription(ctx, tx, provider, ready, now());
    const { draft } = present;
    if (draft) await storeDraft(tx, ctx, provider, present, withOpenings(draft, input), versionId);
    await audit(tx, { actor: ctx.actor, action: 'provider.set-openings', object: `provider:${providerId}`, detail: { programme: code, versionId } });
  });
}
