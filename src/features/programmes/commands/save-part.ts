import { Refused, sameVersion } from '#platform/form.ts';
import type { Context } from '#platform/context.ts';
import type { Entries, Tab } from '#platform/document-form/fields.ts';
import { withoutRow } from '#platform/document-form/remove.ts';
import { rowsIn } from '#platform/document-form/write.ts';
import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import { partKey, shownDocument, writePart, type Description, type DraftPart } from '../draft.ts';
import { usedCodes } from '../desk-queries.ts';
import { changeDraft } from './change-draft.ts';

export interface PartInput {
  providerId: number;
  part: DraftPart;
  entries: Entries;
  tab: Tab;
  /** What the form was filled from (`partKey`). */
  seen: string;
  /** A row that goes, such as `locations.1`; null: none. */
  remove: string | null;
}

/**
 * Saves one page of the desk in the draft.
 * @returns the programme's code, also of one that was just added; null for a page about the provider
 * @throws Refused when somebody else changed the same fields meanwhile, or when they are not right
 */
export async function savePart(ctx: Context, input: PartInput): Promise<{ code: string | null }> {
  const { providerId, part, tab } = input;
  const detail = 'section' in part ? { section: part.section } : { programme: part.programme, part: part.part };
  return changeDraft(ctx, {
    providerId,
    action: 'provider.write-draft',
    detail,
    async change(tx, before) {
      if (shownDocument(before.description, part) === null) throw new Refused('gone', { field: null, reason: 'no-programme' });
      sameVersion(input.seen, partKey(before.description, part, tab));
      const { entries, description } = removed(input, before.description);
      const placed = 'section' in part && part.section === 'places' ? await withRegions(tx, entries, tab) : entries;
      const used = await usedCodes(tx, providerId);
      for (const each of description.programmes) used.add(String(each['code']));
      const written = writePart(description, part, placed, tab, used);
      if (written.problems.length > 0) throw new Refused('invalid', ...written.problems);
      return { description: written.description, result: { code: written.code } };
    },
  });
}

/** The row is taken out of what was typed and of what lies below it. */
function removed({ part, entries, remove }: PartInput, description: Description): { entries: Entries; description: Description } {
  if (remove === null) return { entries, description };
  if ('section' in part) {
    const left = withoutRow(entries, description.profile, remove);
    return { entries: left.entries, description: { ...description, profile: left.document } };
  }
  const found = description.programmes.find((each) => each['code'] === part.programme);
  if (!found) return { entries, description };
  const left = withoutRow(entries, found, remove);
  return { entries: left.entries, description: { ...description, programmes: description.programmes.map((each) => (each === found ? left.document : each)) } };
}

/** An address whose municipality was left open lies where most of its postcode does. */
async function withRegions(tx: Db, entries: Entries, { area }: Tab): Promise<Entries> {
  const open = Array.from({ length: rowsIn(entries, 'locations') }, (_, n) => ({ n, code: (entries.get(`locations.${n}.postcode`)?.[0] ?? '').replace(/\s/g, '') }))
    .filter(({ n, code }) => code !== '' && !entries.has(`locations.${n}.region`));
  if (open.length === 0) return entries;
  const found = await rows<{ n: number; region: string }>(
    tx,
    sql`select r.n, p.region from ${recordset(open, 'n int, code text')} join postcode p on p.country = ${area} and p.code = r.code and p.main`,
  );
  return new Map([...entries, ...found.map(({ n, region }) => [`locations.${n}.region`, [region]] as const)]);
}
