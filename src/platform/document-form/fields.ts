/**
 * Forms described once: the same description writes a document into fields, reads it back, tells where a fault belongs
 * and what differs between two documents. Pure; knows no feature and no wording.
 */
import type { Locale } from '../input.ts';

interface Named {
  /** Property of the document, and the last step of the field's name in the form. */
  name: string;
  /** What the schema's own rule (a zod `custom` issue) on this field means to a person: a key of i18n area `problems`. */
  rule?: string;
  /** The schema asks for it. */
  must?: true;
}

interface Offered extends Named {
  /** Names a list of codes and their words; the page knows it. */
  options: string;
}

export type Field =
  | (Named & { kind: 'line' | 'text' | 'number' | 'money' | 'day' | 'yesNo' })
  /** A text for people, so many lines long: one language at a time, the others stay. */
  | (Named & { kind: 'words'; lines?: number })
  /** A list of such texts, one line each. */
  | (Named & { kind: 'wordList'; always?: boolean })
  /** `preset`: chosen in a new row, and no sign that the row is used. */
  | (Offered & { kind: 'choice'; preset?: string })
  /** `none`: an empty list says something else than no list. `always`: the document has the list even when it is empty. */
  | (Offered & { kind: 'checks'; none?: boolean; always?: boolean; byArea?: boolean })
  | (Named & { kind: 'group'; fields: readonly Field[] })
  | (Named & { kind: 'rows'; fields: readonly Field[]; always?: boolean })
  /** Objects chosen by a code, each with a few fields of its own. */
  | (Offered & { kind: 'picks'; key: string; fields: readonly Field[] });

/** Which part of a document a form shows: texts in one language, regions of one country. */
export interface Tab {
  language: Locale;
  /** Country code of two letters. */
  area: string;
}

/** What a browser sends, by name of field. Names with nothing in them are left out. */
export type Entries = ReadonlyMap<string, readonly string[]>;
export type Document = Readonly<Record<string, unknown>>;

/** `-` stands for "none of these" in a list of ticks. */
export const NONE = '-';

export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Whether a code belongs to the country that the form shows. */
export function inArea(code: string, area: string): boolean {
  return code === area || code.startsWith(`${area}-`);
}
