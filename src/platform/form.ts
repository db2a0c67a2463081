/** What a form sent, as nested values; and what was wrong with it, by field, as keys that pages put into words. Pure. */
import type { z } from 'zod';
import { DomainError, type ErrorCode } from './errors.ts';

/** `field` is the input's name (`prices.0.amount`); null: the form as a whole. `reason` is a key of i18n `forms.problems`. */
export interface Problem {
  field: string | null;
  reason: string;
  params?: Readonly<Record<string, string | number>>;
}

/** A command's refusal that the person who filled in the form can do something about. */
export class Refused extends DomainError {
  readonly problems: readonly Problem[];
  constructor(code: ErrorCode, ...problems: Problem[]) {
    super(code, problems.map(({ field, reason }) => (field === null ? reason : `${field}: ${reason}`)).join('; '));
    this.problems = problems;
  }
}

/** By shape and not by class: scripts and the built site may hold two copies of this module. */
export function problemsOf(error: unknown): readonly Problem[] {
  const { problems, faults } = (error ?? {}) as { problems?: readonly Problem[]; faults?: DomainError['faults'] };
  if (Array.isArray(problems)) return problems;
  return (faults ?? []).map(({ pointer, expected }) => ({ field: pointer.replace(/^\//, '').replaceAll('/', '.') || null, reason: 'invalid', params: { expected } }));
}

/**
 * Two people at the same text: who saves second is told, instead of undoing the first.
 * @throws Refused conflict when what is stored is not what the form was filled from
 */
export function sameVersion(given: string | number, present: string | number): void {
  if (String(given) !== String(present)) throw new Refused('conflict', { field: null, reason: 'changed-meanwhile' });
}

type Nested = { [name: string]: Nested | FormDataEntryValue | FormDataEntryValue[] };
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_INDEX = 500;

function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof File) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, listed(inner)] as const);
  if (entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name) && Number(name) <= MAX_INDEX)) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
  }
  return Object.fromEntries(entries);
}

/**
 * `title.da` makes a nested value, `stages.0.name` a list of them (in order, without holes), `groups[]` a list of texts.
 * Empty inputs count as not given; line ends are those of Unix.
 */
export function formValues(form: FormData): Record<string, unknown> {
  const values: Nested = Object.create(null) as Nested;
  for (const [name, raw] of form) {
    // No keyboard writes a null character, and no database takes it.
    const value = typeof raw === 'string' ? raw.replace(/\r\n?/g, '\n').replaceAll('\0', '') : raw;
    if (name.startsWith('_') || (typeof value === 'string' ? value.trim() === '' : value.size === 0 && value.name === '')) continue;
    const many = name.endsWith('[]');
    const path = (many ? name.slice(0, -2) : name).split('.');
    if (path.length > 6 || path.some((each) => each === '' || FORBIDDEN_NAMES.has(each))) continue;
    const last = path.pop() ?? '';
    let at: Nested = values;
    for (const step of path) {
      const next = at[step];
      at = typeof next === 'object' && !Array.isArray(next) && !(next instanceof File) ? next : (at[step] = Object.create(null) as Nested);
    }
    if (!many) at[last] = value;
    else at[last] = [...(Array.isArray(at[last]) ? at[last] : []), value];
  }
  return listed(values) as Record<string, unknown>;
}

const KEY = /^[a-z]+(-[a-z]+)*$/;
const FORMATS: Record<string, string> = { email: 'email', url: 'url', date: 'date' };

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined), values);
}

/** A schema may name its own reason: `z.string().regex(…, { error: 'cvr' })`; else the kind of fault names it. */
export function problemOf(issue: z.core.$ZodIssue, values: unknown): Problem {
  const field = issue.path.length === 0 ? null : issue.path.map(String).join('.');
  if (valueAt(values, issue.path) === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) return { field, reason: 'required' };
  if (KEY.test(issue.message)) return { field, reason: issue.message };
  if (issue.code === 'too_small') return { field, reason: issue.origin === 'string' ? 'too-short' : issue.origin === 'array' ? 'too-few' : 'too-small', params: { limit: Number(issue.minimum) } };
  if (issue.code === 'too_big') return { field, reason: issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-large', params: { limit: Number(issue.maximum) } };
  if (issue.code === 'invalid_format') return { field, reason: FORMATS[issue.format] ?? 'invalid' };
  return { field, reason: issue.code === 'invalid_value' ? 'choose' : issue.code === 'invalid_type' && issue.expected === 'number' ? 'number' : 'invalid' };
}

/** A form that was sent and not taken: kept for the page that shows it again. */
export interface SentForm {
  /** Name of the act, such as `accounts.invite`, and the hidden input `_key` where a page has several of it. */
  act: string;
  key: string;
  data: FormData | null;
  problems: readonly Problem[];
  /** What an act shows this once instead of leading on, such as a new token. */
  shown: Readonly<Record<string, string>> | null;
}

/** What a page needs to show one of its forms, fresh or sent back. */
export interface FormState {
  /** It was sent and is shown again. */
  sent: boolean;
  problems: readonly Problem[];
  shown: Readonly<Record<string, string>> | null;
  /** What was typed; @param present what the field holds when the form is fresh */
  value(name: string, present?: string): string;
  /** All values of a name, such as `groups[]`. */
  values(name: string, present?: readonly string[]): readonly string[];
  problem(name: string): Problem | null;
}

/** @param act as in `actions`, such as `accounts.invite` @param key tells several forms of one act on a page apart */
export function formState(page: { locals: { form?: SentForm } }, act: string, key = ''): FormState {
  const found = page.locals.form;
  const sent = found?.act === act && found.key === key ? found : null;
  const texts = (name: string) => (sent?.data?.getAll(name) ?? []).filter((each) => typeof each === 'string');
  return {
    sent: sent !== null,
    problems: sent?.problems ?? [],
    shown: sent?.shown ?? null,
    value: (name, present = '') => (sent?.data ? (texts(name)[0] ?? '') : present),
    values: (name, present = []) => (sent?.data ? texts(name) : present),
    problem: (name) => sent?.problems.find(({ field }) => field === name.replace(/\[\]$/, '')) ?? null,
  };
}
