/** Faults that a schema found in a document, put to the fields of the form that shows it. Pure. */
import type { z } from 'zod';
import type { Problem } from '../form.ts';
import { isDocument, listOf, type Field } from './fields.ts';

type Issue = z.core.$ZodIssue;

type Fault = Pick<Problem, 'reason' | 'params'>;

/** Keys of i18n area `problems`. */
function faultOf(issue: Issue, field: Field): Fault {
  const missing = issue.input === undefined || issue.input === null;
  switch (issue.code) {
    case 'invalid_type':
      return { reason: missing ? 'required' : issue.expected === 'int' ? 'whole-number' : issue.expected === 'number' ? 'number' : 'invalid' };
    case 'invalid_value':
      return { reason: missing ? 'required' : 'choose' };
    case 'invalid_format':
      return { reason: field.kind === 'day' ? 'date' : (field.rule ?? 'invalid') };
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return { reason: 'required' };
      return { reason: 'too-small', params: { limit: Number(issue.minimum) } };
    case 'too_big':
      return { reason: issue.origin === 'string' ? 'too-long' : 'too-large', params: { limit: Number(issue.maximum) } };
    case 'custom':
      return { reason: field.rule ?? (field.kind === 'words' || field.kind === 'wordList' ? 'required' : field.kind === 'day' ? 'date' : 'invalid') };
    default:
      return { reason: 'invalid' };
  }
}

/** The field that shows what a path of the document leads to; null: this form does not show it. */
function fieldAt(fields: readonly Field[], path: readonly PropertyKey[], document: unknown, prefix: string): { name: string; field: Field } | null {
  const [step, next, ...rest] = path;
  const field = fields.find((each) => each.name === step);
  if (!field) return null;
  const name = prefix + field.name;
  const value = isDocument(document) ? document[field.name] : undefined;
  const inside = (deeper: readonly PropertyKey[], below: unknown, begin: string) =>
    field.kind === 'group' || field.kind === 'rows' || field.kind === 'picks' ? fieldAt(field.fields, deeper, below, begin) : null;
  if (next === undefined) return { name, field };
  if (field.kind === 'group') return inside([next, ...rest], value, `${name}.`) ?? { name, field };
  const row = listOf(value)[Number(next)];
  if (field.kind === 'wordList') return { name: `${name}.${String(next)}`, field };
  if (field.kind === 'rows') return inside(rest, row, `${name}.${String(next)}.`) ?? { name: `${name}.${String(next)}`, field };
  if (field.kind === 'picks') {
    const code = isDocument(row) ? row[field.key] : undefined;
    return inside(rest, row, `${name}.${String(code)}.`) ?? { name, field };
  }
  return { name, field };
}

/**
 * The first fault of each field.
 * @param issues of a schema asked with `reportInput`
 * @param path of the document in what was checked, such as ['programmes', 2]; issues elsewhere are none of this form's
 */
export function formProblems(issues: readonly Issue[], fields: readonly Field[], document: unknown, path: readonly PropertyKey[] = []): Problem[] {
  const problems = new Map<string, Problem>();
  for (const issue of issues) {
    if (!path.every((step, index) => issue.path[index] === step)) continue;
    const found = fieldAt(fields, issue.path.slice(path.length), document, '');
    if (found && !problems.has(found.name)) problems.set(found.name, { field: found.name, ...faultOf(issue, found.field) });
  }
  return [...problems.values()];
}

/** Where a field's name leads: its path without row numbers, and the number of its outermost row, from 1. */
export function placeOfName(fields: readonly Field[], name: string, before = ''): { path: string; row: number | null } | null {
  for (const field of fields) {
    const path = before + field.name;
    if (name === field.name) return { path, row: null };
    if (!name.startsWith(`${field.name}.`)) continue;
    const rest = name.slice(field.name.length + 1);
    if (field.kind === 'group') return placeOfName(field.fields, rest, `${path}.`);
    const [step = '', ...deeper] = rest.split('.');
    if (field.kind === 'wordList' || (field.kind === 'rows' && deeper.length === 0)) return { path, row: Number(step) + 1 };
    if (field.kind === 'rows') return { path: placeOfName(field.fields, deeper.join('.'), `${path}.`)?.path ?? path, row: Number(step) + 1 };
    // A code may hold a point: the field of its own is what stands last.
    if (field.kind === 'picks') return { path: `${path}.${rest.slice(rest.lastIndexOf('.') + 1)}`, row: null };
  }
  return null;
}
