/** A draft as forms show it: the standard itself, one theme, or one criterion at a time. Pure but for a hash. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { isDocument, type Document, type Entries, type Field, type Tab } from '#platform/document-form/fields.ts';
import { formProblems } from '#platform/document-form/problems.ts';
import { fromEntries } from '#platform/document-form/read.ts';
import { withoutRow } from '#platform/document-form/remove.ts';
import { entriesKey, toEntries } from '#platform/document-form/write.ts';
import type { Problem } from '#platform/form.ts';
import { CHECK_FIELDS, machineCheck, standardDocument } from './input.ts';
import type { Criterion, StandardDocument, Theme } from './model.ts';

/** `code` or `theme` null: one that is being added. */
export type Part = { part: 'basics' } | { part: 'theme'; code: string | null } | { part: 'criterion'; theme: string; code: string | null };

const CODE: Field = { kind: 'line', name: 'code', must: true, rule: 'standard-code' };
const words = (name: string, lines = 1): Field => ({ kind: 'words', name, lines });
const number = (name: string): Field => ({ kind: 'number', name, must: true });

const BASICS: readonly Field[] = [
  { ...words('title'), must: true }, words('summary', 3), words('basis', 2), number('validMonths'),
  { kind: 'group', name: 'limits', fields: ['decision', 'reply', 'hearing', 'appeal'].map(number) },
  { kind: 'group', name: 'rule', fields: ['metFrom', 'partlyFrom', 'approveFrom', 'conditionsFrom'].map(number) },
];
const THEME: readonly Field[] = [CODE, { ...words('title'), must: true }, words('text', 3)];
const CRITERION: readonly Field[] = [
  CODE, { ...words('title'), must: true }, words('text', 3), number('weight'),
  { kind: 'yesNo', name: 'mandatory', must: true },
  { kind: 'rows', name: 'indicators', always: true, fields: [CODE, { ...words('text', 2), must: true }, words('evidence', 2)] },
  { kind: 'choice', name: 'scale', options: 'scale', must: true },
  { kind: 'group', name: 'anchors', fields: ['1', '2', '3', '4', '5'].map((score) => words(score, 2)) },
  {
    kind: 'group', name: 'check',
    fields: [
      { kind: 'choice', name: 'kind', options: 'check' }, { kind: 'number', name: 'halfYears' }, { kind: 'choice', name: 'grade', options: 'grade' },
      { kind: 'number', name: 'months' }, { kind: 'choice', name: 'by', options: 'by' }, { kind: 'number', name: 'percent' },
    ],
  },
];

export const fieldsOf = ({ part }: Part): readonly Field[] => (part === 'basics' ? BASICS : part === 'theme' ? THEME : CRITERION);

const themeOf = ({ themes }: StandardDocument, code: string | null): Theme | undefined => (code === null ? undefined : themes.find((each) => each.code === code));
const criterionOf = (theme: Theme | undefined, code: string | null): Criterion | undefined => (code === null ? undefined : theme?.criteria.find((each) => each.code === code));

/** The next free number: `3`, or `2.4` within theme 2; `2.4.b` for what shows it. */
function freeCode(taken: readonly string[], before: string): string {
  for (let number = taken.length + 1; ; number++) if (!taken.includes(`${before}${number}`)) return `${before}${number}`;
}

const NEW_CRITERION = { weight: 2, mandatory: false, scale: 'met', indicators: [] };

/** null: there is no such part. */
export function shownDocument(document: StandardDocument, part: Part): Document | null {
  if (part.part === 'basics') return document;
  if (part.part === 'theme') return part.code === null ? { code: freeCode(document.themes.map(({ code }) => code), ''), criteria: [] } : (themeOf(document, part.code) ?? null);
  const theme = themeOf(document, part.theme);
  if (!theme) return null;
  if (part.code === null) return { code: freeCode(theme.criteria.map(({ code }) => code), `${theme.code}.`), ...NEW_CRITERION };
  return criterionOf(theme, part.code) ?? null;
}

/** What a form was filled from: sent back with it, so that nobody overwrites what they have not seen. */
export function seenKey(document: StandardDocument, part: Part, tab: Tab): string {
  return createHash('sha256').update(entriesKey(toEntries(fieldsOf(part), shownDocument(document, part) ?? {}, tab))).digest('base64url').slice(0, 22);
}

/** A check keeps the fields of its own kind; without a kind there is none. */
function tidyCheck(criterion: Document): Document {
  const { check, ...rest } = criterion;
  const kind = isDocument(check) ? check['kind'] : undefined;
  if (!isDocument(check) || typeof kind !== 'string') return rest;
  const own = CHECK_FIELDS[kind as keyof typeof CHECK_FIELDS] ?? [];
  return { ...rest, check: Object.fromEntries(Object.entries(check).filter(([name]) => name === 'kind' || (own as readonly string[]).includes(name))) };
}

const put = <T extends { code: string }>(list: readonly T[], before: string | null, fresh: T): T[] => (before === null ? [...list, fresh] : list.map((each) => (each.code === before ? fresh : each)));

/** The whole document with one part of it changed. */
function withPart(document: StandardDocument, part: Part, fresh: Document): Document {
  if (part.part === 'basics') return fresh;
  if (part.part === 'theme') return { ...document, themes: put(document.themes, part.code, fresh as Theme) };
  return { ...document, themes: document.themes.map((theme) => (theme.code === part.theme ? { ...theme, criteria: put(theme.criteria, part.code, fresh as Criterion) } : theme)) };
}

/** Where the part stands in the document. */
function pathOf(document: StandardDocument, part: Part): (string | number)[] {
  const at = (list: readonly { code: string }[], code: string | null) => (code === null ? list.length : list.findIndex((each) => each.code === code));
  if (part.part === 'basics') return [];
  if (part.part === 'theme') return ['themes', at(document.themes, part.code)];
  const theme = at(document.themes, part.theme);
  return ['themes', theme, 'criteria', at(document.themes[theme]?.criteria ?? [], part.code)];
}

/** A code may stand once: findings, comments and differences point to it. */
function codeProblems(document: StandardDocument, part: Part, fresh: Document): Problem[] {
  if (part.part === 'basics') return [];
  const others = document.themes.flatMap((theme) => [
    ...(part.part === 'theme' && theme.code === part.code ? [] : [theme.code]),
    ...theme.criteria.flatMap((each) => (part.part === 'criterion' && each.code === part.code ? [] : [each.code, ...each.indicators.map(({ code }) => code)])),
  ]);
  const signs = Array.isArray(fresh['indicators']) ? (fresh['indicators'] as Document[]) : [];
  const own = [{ field: 'code', code: fresh['code'] }, ...signs.map(({ code }, index) => ({ field: `indicators.${index}.code`, code }))];
  return own.flatMap(({ field, code }, index) => (others.includes(String(code)) || own.findIndex((each) => each.code === code) < index ? [{ field, reason: 'standard-same-code' }] : []));
}

/** What is missing in a check stands with its kind. */
function checkProblems(check: unknown): Problem[] {
  if (check === undefined) return [];
  const parsed = machineCheck.safeParse(check);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => ({ field: `check.${String(path[0] ?? 'kind')}`, reason: path[0] === undefined ? 'choose' : 'required' }));
}

const issuesOf = (value: unknown): z.core.$ZodIssue[] => standardDocument.safeParse(value, { reportInput: true }).error?.issues ?? [];

export interface Written {
  /** null: something is wrong with the form. */
  document: StandardDocument | null;
  problems: Problem[];
}

/** @param remove a row that goes, such as `indicators.1`; null: none */
export function writePart(document: StandardDocument, part: Part, entries: Entries, tab: Tab, remove: string | null): Written {
  const shown = shownDocument(document, part);
  if (shown === null) return { document: null, problems: [{ field: null, reason: 'changed-meanwhile' }] };
  const left = remove === null ? { entries, document: shown } : withoutRow(entries, shown, remove);
  const raw = fromEntries(fieldsOf(part), left.entries, left.document, tab);
  const fresh = part.part === 'criterion' ? tidyCheck(raw) : raw;
  const whole = withPart(document, part, fresh);
  const checks = checkProblems(part.part === 'criterion' ? fresh['check'] : undefined);
  const fields = fieldsOf(part).filter(({ name }) => name !== 'check');
  const problems = [...formProblems(issuesOf(whole), fields, fresh, pathOf(document, part)), ...checks, ...codeProblems(document, part, fresh)];
  const parsed = standardDocument.safeParse(whole);
  if (problems.length > 0) return { document: null, problems };
  return parsed.success ? { document: parsed.data, problems } : { document: null, problems: [{ field: null, reason: 'invalid' }] };
}

function moved<T extends { code: string }>(list: readonly T[], code: string, by: -1 | 1): T[] {
  const [from, next] = [list.findIndex((each) => each.code === code), [...list]];
  const [each] = from < 0 || from + by < 0 || from + by >= list.length ? [] : next.splice(from, 1);
  if (each) next.splice(from + by, 0, each);
  return next;
}

const inThemes = (document: StandardDocument, change: <T extends { code: string }>(list: readonly T[]) => T[]): StandardDocument => ({
  ...document,
  themes: change(document.themes).map((theme) => ({ ...theme, criteria: change(theme.criteria) })),
});

/** A theme or criterion one place up or down among its own. */
export const movePart = (document: StandardDocument, code: string, by: -1 | 1): StandardDocument => inThemes(document, (list) => moved(list, code, by));

/** A theme goes with its criteria. */
export const removePart = (document: StandardDocument, code: string): StandardDocument => inThemes(document, (list) => list.filter((each) => each.code !== code));
