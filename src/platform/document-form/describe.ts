/** A document said in lines, field by field, and what differs between two. Pure; the words come from the caller. */
import { LOCALES, type Locale } from '../input.ts';
import { isDocument, listOf, type Document, type Field } from './fields.ts';

/** One line as a person reads it; `lang` where it is said in a certain language. */
export interface Said {
  text: string;
  lang: Locale | null;
}

export interface Words {
  /** Of a field by its path without row numbers, such as `staff.development.title`. */
  label(path: string): string;
  /** Of a code in a list of options, a number, a day, yes or no. `document`: what it stands in, such as a price. */
  value(field: Field, value: unknown, document: Document): string;
}

export interface SaidField {
  path: string;
  lines: Said[];
}

const plain = (text: string): Said => ({ text, lang: null });

function spoken(value: unknown): Said[] {
  if (!isDocument(value)) return [];
  return LOCALES.flatMap((lang) => (typeof value[lang] === 'string' ? [{ text: value[lang], lang }] : []));
}

/** A row in one line, the names of its fields with it. */
function row(fields: readonly Field[], document: unknown, words: Words, path: string, begin = ''): Said {
  const parts = describe(fields, document, words, `${path}.`).map((each) => `${words.label(each.path)}: ${each.lines.map(({ text }) => text).join(' / ')}`);
  return plain([...(begin === '' ? [] : [begin]), ...parts].join('; '));
}

function linesOf(field: Field, value: unknown, document: Document, words: Words, path: string): Said[] {
  switch (field.kind) {
    case 'words':
      return spoken(value);
    case 'wordList':
      return listOf(value).flatMap(spoken);
    case 'checks':
      return listOf(value).map((code) => plain(words.value(field, code, document)));
    case 'rows':
      return listOf(value).map((each) => row(field.fields, each, words, path));
    case 'picks':
      return listOf(value).map((each) => row(field.fields, each, words, path, words.value(field, isDocument(each) ? each[field.key] : '', document)));
    case 'group':
      return [];
    default:
      return value === undefined || value === null ? [] : [plain(words.value(field, value, document))];
  }
}

/** Fields of which something is said, in the order of the form; groups taken apart. */
export function describe(fields: readonly Field[], document: unknown, words: Words, prefix = ''): SaidField[] {
  if (!isDocument(document)) return [];
  return fields.flatMap((field): SaidField[] => {
    const path = prefix + field.name;
    const value = document[field.name];
    if (field.kind === 'group') return describe(field.fields, value, words, `${path}.`);
    const lines = linesOf(field, value, document, words, path);
    return lines.length > 0 ? [{ path, lines }] : [];
  });
}

export interface Difference {
  path: string;
  removed: Said[];
  added: Said[];
  /** The same lines in another order. */
  moved: boolean;
}

/** Multiset difference: a line that stands twice in one and once in the other differs once. */
function without(lines: readonly Said[], others: readonly Said[]): Said[] {
  const key = ({ text, lang }: Said) => `${lang ?? ''} ${text}`;
  const left = new Map<string, number>();
  for (const each of others) left.set(key(each), (left.get(key(each)) ?? 0) + 1);
  return lines.filter((each) => {
    const count = left.get(key(each)) ?? 0;
    left.set(key(each), count - 1);
    return count <= 0;
  });
}

/** Fields that say something else, in the order of the form. */
export function differences(fields: readonly Field[], before: unknown, after: unknown, words: Words): Difference[] {
  const [old, fresh] = [before, after].map((each) => new Map(describe(fields, each, words).map(({ path, lines }) => [path, lines])));
  const paths = pathsOf(fields).filter((path) => old?.has(path) || fresh?.has(path));
  return paths.flatMap((path) => {
    const [was, is] = [old?.get(path) ?? [], fresh?.get(path) ?? []];
    const [removed, added] = [without(was, is), without(is, was)];
    const moved = removed.length + added.length === 0 && was.some((each, index) => each.text !== is[index]?.text || each.lang !== is[index]?.lang);
    return removed.length + added.length > 0 || moved ? [{ path, removed, added, moved }] : [];
  });
}

function pathsOf(fields: readonly Field[], prefix = ''): string[] {
  return fields.flatMap((field) => (field.kind === 'group' ? pathsOf(field.fields, `${prefix}${field.name}.`) : [prefix + field.name]));
}
