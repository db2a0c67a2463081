/** From what stands in the fields of a form to a document. What the form does not show stays as it was. Pure. */
import { readAmount, readNumber } from './figures.ts';
import { inArea, isDocument, listOf, NONE, type Document, type Entries, type Field, type Tab } from './fields.ts';
import { rowsIn } from './write.ts';

/** More rows than any form has: a hand-made request must not make us count to a million. */
const MOST_ROWS = 500;

function cleaned(value: string): string {
  return value.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed().trim();
}

/** A browser's form as entries; files and empty fields are left out. */
export function entriesOf(form: Iterable<[string, unknown]>): Entries {
  const entries = new Map<string, string[]>();
  for (const [name, value] of form) {
    const text = typeof value === 'string' ? cleaned(value) : '';
    if (text !== '') entries.set(name, [...(entries.get(name) ?? []), text]);
  }
  return entries;
}

const first = (entries: Entries, name: string): string | undefined => entries.get(name)?.[0];

/** What is no number stays as the text it is, so that the schema refuses it and the form still shows it. */
function figure(text: string | undefined, read: (text: string) => number | null): unknown {
  return text === undefined ? undefined : (read(text) ?? text);
}

function words(before: unknown, text: string | undefined, tab: Tab): Document | undefined {
  const { [tab.language]: _replaced, ...others } = isDocument(before) ? before : {};
  const all = text === undefined ? others : { ...others, [tab.language]: text };
  return Object.values(all).some((each) => each !== undefined) ? all : undefined;
}

/** Codes chosen before keep their place; new ones follow. */
function inOrder(before: readonly unknown[], chosen: readonly string[]): string[] {
  const kept = before.filter((each): each is string => typeof each === 'string' && chosen.includes(each));
  return [...kept, ...chosen.filter((code, index) => !kept.includes(code) && chosen.indexOf(code) === index)];
}

function ticks(field: Field & { kind: 'checks' }, entries: Entries, name: string, before: unknown, tab: Tab): string[] | undefined {
  const given = (entries.get(name) ?? []).filter((code) => code !== NONE);
  const hidden = field.byArea ? listOf(before).filter((each): each is string => typeof each === 'string' && !inArea(each, tab.area)) : [];
  const codes = inOrder(listOf(before), [...hidden, ...given]);
  if (codes.length > 0 || field.always) return codes;
  return field.none && first(entries, name) === NONE ? [] : undefined;
}

function rows(field: Field & { kind: 'rows' | 'wordList' }, entries: Entries, name: string, before: unknown, tab: Tab): unknown[] | undefined {
  const known = listOf(before);
  const count = Math.min(Math.max(rowsIn(entries, name), known.length), MOST_ROWS);
  const found = Array.from({ length: count }, (_, index) => {
    if (field.kind === 'wordList') return words(known[index], first(entries, `${name}.${index}`), tab);
    return readFields(field.fields, entries, known[index], `${name}.${index}.`, tab);
  }).filter((row) => row !== undefined);
  return found.length > 0 || field.always ? found : undefined;
}

function picks(field: Field & { kind: 'picks' }, entries: Entries, name: string, before: unknown, tab: Tab): unknown[] | undefined {
  const known = new Map(listOf(before).flatMap((row) => (isDocument(row) ? [[row[field.key], row] as const] : [])));
  const codes = inOrder([...known.keys()], entries.get(name) ?? []);
  const found = codes.map((code) => ({ ...readFields(field.fields, entries, known.get(code), `${name}.${code}.`, tab), [field.key]: code }));
  return found.length > 0 ? found : undefined;
}

function readField(field: Field, entries: Entries, name: string, before: unknown, tab: Tab): unknown {
  const text = first(entries, name);
  switch (field.kind) {
    case 'line':
    case 'text':
    case 'day':
    case 'choice':
      return text;
    case 'number':
      return figure(text, readNumber);
    case 'money':
      return figure(text, readAmount);
    case 'yesNo':
      return text === undefined ? undefined : text === 'yes';
    case 'words':
      return words(before, text, tab);
    case 'wordList':
      return rows(field, entries, name, before, tab);
    case 'checks':
      return ticks(field, entries, name, before, tab);
    case 'group':
      return readFields(field.fields, entries, before, `${name}.`, tab);
    case 'rows':
      return rows(field, entries, name, before, tab);
    case 'picks':
      return picks(field, entries, name, before, tab);
  }
}

/** `said`: anything in any field; a preset choice alone says nothing. */
function readAll(fields: readonly Field[], entries: Entries, before: unknown, prefix: string, tab: Tab): { found: Document; said: boolean } {
  const found: Record<string, unknown> = { ...(isDocument(before) ? before : {}) };
  let said = false;
  for (const field of fields) {
    const value = readField(field, entries, prefix + field.name, found[field.name], tab);
    if (value === undefined) delete found[field.name];
    else found[field.name] = value;
    const preset = field.kind === 'choice' && field.preset === value;
    const empty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!preset && !empty) said = true;
  }
  return { found, said };
}

function readFields(fields: readonly Field[], entries: Entries, before: unknown, prefix: string, tab: Tab): Document | undefined {
  const { found, said } = readAll(fields, entries, before, prefix, tab);
  return said ? found : undefined;
}

/** @param before the document as it is; its other properties, languages and regions stay. The result is not checked. */
export function fromEntries(fields: readonly Field[], entries: Entries, before: Document, tab: Tab): Document {
  return readAll(fields, entries, before, '', tab).found;
}
