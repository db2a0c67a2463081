import { Refused, sameVersion } from '#platform/form.ts';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { Document } from '#platform/document-form/fields.ts';
import { newCode, type Description } from '../draft.ts';
import { usedCodes, type Present } from '../desk-queries.ts';
import { changeDraft } from './change-draft.ts';

export const PROGRAMME_CHANGES = ['duplicate', 'end', 'remove'] as const;
export type ProgrammeChange = (typeof PROGRAMME_CHANGES)[number];

export interface ProgrammeChangeInput {
  providerId: number;
  code: string;
  how: ProgrammeChange;
  /** Of the draft that the person has seen; 0: there was none. */
  revision: number;
}

function changed(how: ProgrammeChange, { description, shown }: Present, found: Document, fresh: string): Description {
  const { programmes } = description;
  switch (how) {
    case 'duplicate': {
      const { endedOn: _ended, ...rest } = found;
      return { ...description, programmes: programmes.flatMap((each) => (each === found ? [each, { ...rest, code: fresh }] : [each])) };
    }
    case 'end':
      return { ...description, programmes: programmes.map((each) => (each === found ? { ...each, endedOn: today() } : each)) };
    case 'remove':
      // Results and people's memory point to what was shown: that is ended, not removed.
      if (shown?.programmes.some((each) => each['code'] === found['code'])) throw new Refused('conflict', { field: null, reason: 'conflict' });
      return { ...description, programmes: programmes.filter((each) => each !== found) };
  }
}

/** Copies, ends or removes a programme, in the draft. @returns the code of the programme to look at */
export async function changeProgramme(ctx: Context, { providerId, code, how, revision }: ProgrammeChangeInput): Promise<{ code: string }> {
  return changeDraft(ctx, {
    providerId,
    action: 'provider.change-programme',
    detail: { programme: code, how },
    async change(tx, before) {
      sameVersion(revision, before.draft?.revision ?? 0);
      const found = before.description.programmes.find((each) => each['code'] === code);
      if (!found) throw new Refused('gone', { field: null, reason: 'no-programme' });
      const used = await usedCodes(tx, providerId);
      for (const each of before.description.programmes) used.add(String(each['code']));
      const fresh = newCode(found['title'], used);
      return { description: changed(how, before, found, fresh), result: { code: how === 'duplicate' ? fresh : code } };
    },
  });
}
