/** Taking a row out of a form that was sent: of what was typed and of the document below it alike. Pure. */
import { isDocument, type Document, type Entries } from './fields.ts';

function without(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return value;
  if (Array.isArray(value)) {
    const index = Number(step);
    return rest.length === 0 ? value.filter((_, n) => n !== index) : value.map((each: unknown, n) => (n === index ? without(each, rest) : each));
  }
  if (!isDocument(value) || !Object.hasOwn(value, step)) return value;
  return { ...value, [step]: without(value[step], rest) };
}

/** @param row such as `staff.development.0.funding.1`; what is no row is left alone */
export function withoutRow(entries: Entries, document: Document, row: string): { entries: Entries; document: Document } {
  const match = /^(.+)\.(\d+)$/.exec(row);
  if (!match?.[1] || match[2] === undefined) return { entries, document };
  const [list, gone] = [match[1], Number(match[2])];
  const left = new Map<string, readonly string[]>();
  for (const [name, values] of entries) {
    const inList = name.startsWith(`${list}.`) ? /^(\d+)(.*)$/.exec(name.slice(list.length + 1)) : null;
    const index = inList ? Number(inList[1]) : -1;
    if (index === gone) continue;
    left.set(index > gone ? `${list}.${index - 1}${inList?.[2] ?? ''}` : name, values);
  }
  return { entries: left, document: without(document, row.split('.')) as Document };
}
