/** What differs between two descriptions, field by field and in words. Pure. */
import { messages } from '#i18n/index.ts';
import type { Document } from '#platform/document-form/fields.ts';
import { differences, type Difference } from '#platform/document-form/describe.ts';
import { openProfile } from '#features/providers/sections.ts';
import { ALL_SECTIONS, fieldsOf, partsOf, type Description, type DraftPart } from './draft.ts';
import { fieldLabel, programmeTitle, wordsFor, type Around } from './desk-words.ts';

export interface PartDifference extends Difference {
  label: string;
}

export interface DifferenceGroup {
  /** null: the profile itself. */
  heading: string | null;
  fields: PartDifference[];
}

function ofPart(around: Around, part: DraftPart, before: Document, after: Document): PartDifference[] {
  return differences(fieldsOf(part), before, after, wordsFor(around, part)).map((each) => ({ ...each, label: fieldLabel(around.locale, part, each.path) }));
}

/** @param around its description is the later one, whose programmes give their names */
export function descriptionDifferences(around: Around, before: Description, after: Description): DifferenceGroup[] {
  const t = messages(around.locale).deskProfile.diff;
  const profile = ALL_SECTIONS.flatMap((part) => ofPart(around, part, openProfile(before.profile), openProfile(after.profile)));
  const find = ({ programmes }: Description, code: string) => programmes.find((each) => each['code'] === code);
  const codes = [...new Set([...after.programmes, ...before.programmes].map((each) => String(each['code'])))];
  const programmes = codes.flatMap((code): DifferenceGroup[] => {
    const [old, fresh] = [find(before, code), find(after, code)];
    const title = programmeTitle(around.locale, fresh ?? old ?? {}).text;
    if (!fresh) return [{ heading: t.programmeRemoved(title), fields: [] }];
    const fields = partsOf(code).flatMap((part) => ofPart(around, part, old ?? {}, fresh));
    if (!old) return [{ heading: t.programmeNew(title), fields }];
    return fields.length > 0 ? [{ heading: t.programmeChanged(title), fields }] : [];
  });
  const both = new Set(codes.filter((code) => find(before, code) && find(after, code)));
  const order = (each: Description) => each.programmes.map(({ code }) => String(code)).filter((code) => both.has(code)).join(' ');
  const moved: DifferenceGroup[] = order(before) === order(after) ? [] : [{ heading: t.moved, fields: [] }];
  return [...(profile.length > 0 ? [{ heading: null, fields: profile }] : []), ...programmes, ...moved];
}

/** Of one page: what somebody else saved meanwhile against what was typed. `removed` is theirs, `added` is one's own. */
export function partDifferences(around: Around, part: DraftPart, theirs: Document, own: Document): PartDifference[] {
  return ofPart(around, part, theirs, own);
}
