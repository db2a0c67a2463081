/** What is wrong with a record, in words for the person who made the file. Pure. */
import type { z } from 'zod';
import type { Fault } from '#platform/errors.ts';

export type { Fault } from '#platform/errors.ts';

/** RFC 6901. */
export function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function pointerTo(base: string, path: readonly PropertyKey[]): string {
  return base + path.map((step) => `/${escapePointer(String(step))}`).join('');
}

/** @param value null where the field is missing */
export function fault(pointer: string, value: unknown, expected: string): Fault {
  const steps = pointer.split('/').slice(1);
  const field = steps.findLast((step) => !/^\d+$/.test(step)) ?? '';
  return { pointer, field: field.replaceAll('~1', '/').replaceAll('~0', '~'), value: shown(value), expected };
}

const LONGEST_SHOWN = 120;

/** Values as they can be printed and sent: nothing long, nothing that JSON does not know. */
function shown(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'string') return value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : value;
}

type Issue = z.core.$ZodRawIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', object: 'an object', array: 'a list',
};

function limit(issue: Issue & ({ code: 'too_small' } | { code: 'too_big' })): string {
  const small = issue.code === 'too_small';
  const bound = small ? issue.minimum : issue.maximum;
  if (issue.origin === 'array') return small ? `at least ${bound} in the list` : `at most ${bound} in the list`;
  if (issue.origin === 'string') return small && Number(bound) === 1 ? 'a text that is not empty' : `a text of ${small ? 'at least' : 'at most'} ${bound} characters`;
  const { format } = (issue as { schema?: { def?: { format?: string } } }).schema?.def ?? {};
  const kind = issue.origin === 'int' || format === 'safeint' ? 'a whole number' : 'a number';
  return small ? `${kind} of ${bound} or more` : `${kind} of ${bound} or less`;
}

/** `expected` for an issue whose schema has no words of its own. */
export function expectation(issue: Issue): string {
  const required = issue.input === undefined ? ' (required)' : '';
  switch (issue.code) {
    case 'invalid_type':
      return (KINDS[issue.expected] ?? issue.expected) + required;
    case 'invalid_value':
      return (issue.values.length === 1 ? JSON.stringify(issue.values[0]) : `one of ${issue.values.join(', ')}`) + required;
    case 'invalid_format':
      return issue.format === 'date' ? 'a day that exists, as YYYY-MM-DD' : `a text of the form ${issue.format}`;
    case 'too_small':
    case 'too_big':
      return limit(issue);
    case 'unrecognized_keys':
      return `no such field; the fields here are ${knownFields(issue).join(', ')}`;
    default:
      return 'something else';
  }
}

function knownFields(issue: Issue): string[] {
  const inst = issue.inst as { _zod?: { def?: { shape?: object } } } | undefined;
  return Object.keys(inst?._zod?.def?.shape ?? {});
}

/** Parses with plain words. @param base pointer of the value in the file */
export function check<T extends z.ZodType>(schema: T, value: unknown, base: string): { data: z.output<T> } | { faults: Fault[] } {
  const parsed = schema.safeParse(value, { error: expectation, reportInput: true });
  if (parsed.success) return { data: parsed.data };
  return {
    faults: parsed.error.issues.flatMap((issue) => {
      if (issue.code !== 'unrecognized_keys') return [fault(pointerTo(base, issue.path), issue.input, issue.message)];
      const holder = issue.input as Record<string, unknown>;
      return issue.keys.map((key) => fault(pointerTo(base, [...issue.path, key]), holder[key], issue.message));
    }),
  };
}

/** Text that no database and no page can hold: U+0000 and halves of surrogate pairs. */
const UNSTORABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** @param json the same value as JSON text, to look at first: almost no file has such a text */
export function textFaults(value: unknown, json: string, base: string): Fault[] {
  if (!UNSTORABLE.test(json)) return [];
  if (typeof value === 'string') {
    const storable = value.isWellFormed() && !value.includes('\0');
    return storable ? [] : [fault(base, value.toWellFormed().replaceAll('\0', '\uFFFD'), 'a text without U+0000 and without halves of surrogate pairs')];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textFaults(each, json, pointerTo(base, [key])));
}

/** Counts every fault and keeps the first ones. */
export class FaultList {
  static readonly KEPT = 100;
  readonly shown: Fault[] = [];
  count = 0;

  add(faults: readonly Fault[]): void {
    this.count += faults.length;
    for (const each of faults) if (this.shown.length < FaultList.KEPT) this.shown.push(each);
  }
}
