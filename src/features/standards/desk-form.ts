/** One part of a draft as it is shown: fresh, or sent back with what was typed. Pure but for a hash. */
import { isLocale, LANGUAGE_OWN_NAMES, messages, pickText, type Locale } from '#i18n/index.ts';
import { isDocument, type Document, type Entries, type Field, type Tab } from '#platform/document-form/fields.ts';
import { entriesOf } from '#platform/document-form/read.ts';
import { toEntries } from '#platform/document-form/write.ts';
import type { Problem, SentForm } from '#platform/form.ts';
import type { LocalisedText } from '#platform/input.ts';
import { fieldsOf, seenKey, shownDocument, type Part } from './draft.ts';
import { CHECK_GRADES, CHECK_KINDS, AREA_WAYS, SCALES } from './input.ts';
import type { StandardDocument } from './model.ts';

export const SAVE_PART = 'standards.savePart';

export interface PartForm {
  part: Part;
  tab: Tab;
  /** What stands in the fields. */
  entries: Entries;
  /** What lies below them, in other languages. */
  document: Document;
  seen: string;
  problems: ReadonlyMap<string, Problem>;
  sent: boolean;
}

/** @param language of the address @param sent a form that the page has not taken. null: there is no such part */
export function partForm(whole: StandardDocument, part: Part, language: string | null, sent: SentForm | undefined): PartForm | null {
  const document = shownDocument(whole, part);
  if (!document) return null;
  const data = sent?.act === SAVE_PART ? sent.data : null;
  const wanted = data ? data.get('at.language') : language;
  const tab: Tab = { language: typeof wanted === 'string' && isLocale(wanted) ? wanted : 'da', area: 'dk' };
  return {
    part, tab, document,
    entries: data ? entriesOf(data) : toEntries(fieldsOf(part), document, tab),
    seen: data && typeof data.get('at.seen') === 'string' ? String(data.get('at.seen')) : seenKey(whole, part, tab),
    problems: new Map((data ? (sent?.problems ?? []) : []).map((problem) => [problem.field ?? '', problem])),
    sent: data !== null,
  };
}

type Labels = Readonly<Record<string, string>>;

/** @param path of a field without row numbers */
export const fieldLabel = (locale: Locale, path: string): string => (messages(locale).deskStandards.form.labels as Labels)[path] ?? path;
export const fieldHint = (locale: Locale, path: string): string | null => (messages(locale).deskStandards.form.hints as Labels)[path] ?? null;

/** Codes and their words. */
export function optionsOf(locale: Locale, field: Field): { value: string; text: string }[] {
  if (field.kind !== 'choice') return [];
  const { deskStandards: { form }, standards } = messages(locale);
  const listed = <K extends string>(codes: readonly K[], words: Readonly<Record<K, string>>) => codes.map((value) => ({ value, text: words[value] }));
  switch (field.options) {
    case 'scale':
      return listed(SCALES, standards.scale);
    case 'check':
      return listed(CHECK_KINDS, form.kinds);
    case 'grade':
      return listed(CHECK_GRADES, form.grades);
    default:
      return listed(AREA_WAYS, form.ways);
  }
}

/** What a text says in another language; null: nothing, or the form shows that one. */
export function elsewhere(locale: Locale, value: unknown, { language }: Tab): { label: string; text: string; lang: Locale } | null {
  if (!isDocument(value)) return null;
  const { [language]: _shown, ...others } = value as LocalisedText;
  const spoken = pickText(others, locale);
  return spoken && { label: messages(locale).deskStandards.form.elsewhere(LANGUAGE_OWN_NAMES[spoken.lang]), ...spoken };
}

export function partTitle(locale: Locale, part: Part): string {
  const { title } = messages(locale).deskStandards.form;
  if (part.part === 'basics') return title.basics;
  if (part.code === null) return part.part === 'theme' ? title.newTheme : title.newCriterion;
  return `${title[part.part]} ${part.code}`;
}
