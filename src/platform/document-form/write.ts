/** From a document to what stands in the fields of a form. Pure. */
import { writeAmount, writeNumber } from './figures.ts';
import { inArea, isDocument, listOf, NONE, type Entries, type Field, type Tab } from './fields.ts';

type Put = (name: string, ...values: string[]) => void;

function text(value: unknown): string[] {
  return typeof value === 'string' && value !== '' ? [value] : [];
}

function words(value: unknown, tab: Tab): string[] {
  return isDocument(value) ? text(value[tab.language]) : [];
}

function ticks(field: Field & { kind: 'checks' }, value: unknown, tab: Tab): string[] {
  const codes = listOf(value).filter((each) => typeof each === 'string');
  if (field.none && Array.isArray(value) && codes.length === 0) return [NONE];
  return field.byArea ? codes.filter((code) => inArea(code, tab.area)) : codes;
}

function writeField(field: Field, value: unknown, name: string, tab: Tab, put: Put): void {
  switch (field.kind) {
    case 'line':
    case 'text':
    case 'day':
    case 'choice':
      return put(name, ...text(value));
    case 'number':
      return put(name, ...(typeof value === 'number' ? [writeNumber(value)] : text(value)));
    case 'money':
      return put(name, ...(typeof value === 'number' ? [writeAmount(value)] : text(value)));
    case 'yesNo':
      return put(name, ...(typeof value === 'boolean' ? [value ? 'yes' : 'no'] : []));
    case 'words':
      return put(name, ...words(value, tab));
    case 'wordList':
      return listOf(value).forEach((each, index) => put(`${name}.${index}`, ...words(each, tab)));
    case 'checks':
      return put(name, ...ticks(field, value, tab));
    case 'group':
      return writeFields(field.fields, value, `${name}.`, tab, put);
    case 'rows':
      return listOf(value).forEach((row, index) => writeFields(field.fields, row, `${name}.${index}.`, tab, put));
    case 'picks':
      return listOf(value).forEach((row) => {
        const code = isDocument(row) ? text(row[field.key]) : [];
        put(name, ...code);
        if (code[0] !== undefined) writeFields(field.fields, row, `${name}.${code[0]}.`, tab, put);
      });
  }
}

function writeFields(fields: readonly Field[], document: unknown, prefix: string, tab: Tab, put: Put): void {
  if (!isDocument(document)) return;
  for (const field of fields) writeField(field, document[field.name], prefix + field.name, tab, put);
}

/** @param document the whole of it, or the part that the fields describe; other properties do not matter */
export function toEntries(fields: readonly Field[], document: unknown, tab: Tab): Entries {
  const entries = new Map<string, string[]>();
  writeFields(fields, document, '', tab, (name, ...values) => {
    if (values.length > 0) entries.set(name, [...(entries.get(name) ?? []), ...values]);
  });
  return entries;
}

/** How many rows a list has in these entries: one more than its highest number. */
export function rowsIn(entries: Entries, name: string): number {
  let count = 0;
  for (const key of entries.keys()) {
    if (!key.startsWith(`${name}.`)) continue;
    const number = /^\d+/.exec(key.slice(name.length + 1));
    if (number) count = Math.max(count, Number(number[0]) + 1);
  }
  return count;
}

/** The same for the same contents whatever their order; tells whether somebody else changed what a form showed. */
export function entriesKey(entries: Entries): string {
  return JSON.stringify([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
