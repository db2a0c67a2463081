import type { Context } from '#platform/context.ts';
import type { Entries, Tab } from '#platform/document-form/fields.ts';
import { Refused, sameVersion } from '#platform/form.ts';
import { movePart, removePart, seenKey, writePart, type Part } from '../draft.ts';
import { changeDocument } from './change-document.ts';

export interface PartInput {
  versionId: number;
  part: Part;
  entries: Entries;
  tab: Tab;
  /** What the form was filled from. */
  seen: string;
  remove: string | null;
}

/** @throws Refused when somebody else changed the same fields meanwhile, or when they are not right */
export async function savePart(ctx: Context, { versionId, part, entries, tab, seen, remove }: PartInput): Promise<void> {
  await changeDocument(ctx, {
    versionId,
    detail: { part: part.part, code: part.part === 'basics' ? '' : (part.code ?? '') },
    change(document) {
      sameVersion(seen, seenKey(document, part, tab));
      const written = writePart(document, part, entries, tab, remove);
      if (written.document === null) throw new Refused('invalid', ...written.problems);
      return written.document;
    },
  });
}

/** A theme or criterion up, down, or out of the draft. What is not there any more is left alone. */
export async function orderPart(ctx: Context, { versionId, code, how }: { versionId: number; code: string; how: 'up' | 'down' | 'remove' }): Promise<void> {
  await changeDocument(ctx, {
    versionId,
    detail: { part: how, code },
    change: (document) => (how === 'remove' ? removePart(document, code) : movePart(document, code, how === 'up' ? -1 : 1)),
  });
}
