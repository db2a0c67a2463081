/** One page of the desk as it is shown: fresh, or sent back with what was typed. */
import { isLocale, messages, type Locale } from '#i18n/index.ts';
import type { Problem, SentForm } from '#platform/form.ts';
import type { Document, Entries, Tab } from '#platform/document-form/fields.ts';
import { placeOfName } from '#platform/document-form/problems.ts';
import { entriesOf, fromEntries } from '#platform/document-form/read.ts';
import { toEntries } from '#platform/document-form/write.ts';
import { fieldsOf, partKey, shownDocument, type DraftPart } from './draft.ts';
import { partDifferences, type PartDifference } from './desk-differences.ts';
import { fieldLabel, homeArea, rowName, type Around } from './desk-words.ts';

export const SAVE_PART = 'description.savePart';

export interface PartForm {
  part: DraftPart;
  around: Around;
  tab: Tab;
  /** What stands in the fields. */
  entries: Entries;
  /** What lies below them: other languages, other countries. */
  document: Document;
  /** What the fields were filled from; sent back, so that nobody overwrites what they have not seen. */
  seen: string;
  problems: ReadonlyMap<string, Problem>;
  /** Somebody else saved meanwhile: what is theirs (`removed`) and what was typed (`added`). null: nobody did. */
  conflict: PartDifference[] | null;
  sent: boolean;
}

/** From the address, else from the form that was sent. @param given values by name */
export function tabOf(given: { language: string | null; area: string | null }, around: Around): Tab {
  const { language, area } = given;
  return {
    language: language !== null && isLocale(language) ? language : 'da',
    area: area !== null && around.register.municipalities(area).length > 0 ? area : homeArea(around.description),
  };
}

/** @param query of the address @param sent a form that this page has not taken. null: the description has no such programme */
export function partForm(around: Around, part: DraftPart, query: URLSearchParams, sent: SentForm | undefined): PartForm | null {
  const document = shownDocument(around.description, part);
  if (!document) return null;
  const data = sent?.act === SAVE_PART ? sent.data : null;
  const from = (name: string) => (data ? (data.get(`at.${name}`) as string | null) : query.get(name));
  const tab = tabOf({ language: from('language'), area: from('area') }, around);
  const entries = data ? entriesOf(data) : toEntries(fieldsOf(part), document, tab);
  const problems = data ? (sent?.problems ?? []) : [];
  const conflict = problems.some(({ reason }) => reason === 'changed-meanwhile')
    ? partDifferences(around, part, document, fromEntries(fieldsOf(part), entries, document, tab))
    : null;
  return {
    part, around, tab, entries, document, conflict, sent: data !== null, seen: partKey(around.description, part, tab),
    problems: new Map(problems.map((problem) => [problem.field ?? '', problem])),
  };
}

/** `Address 2, Town`: what to call the field of a problem. */
export function problemPlace(locale: Locale, part: DraftPart, name: string): string {
  const place = placeOfName(fieldsOf(part), name);
  if (!place) return messages(locale).deskProfile.form.errorTitle;
  const label = fieldLabel(locale, part, place.path);
  if (place.row === null) return label;
  return `${rowName(locale, place.path.split('.')[0] ?? '', place.row)}, ${label}`;
}
