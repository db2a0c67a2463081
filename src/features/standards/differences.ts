/** What differs between two versions, element by element. Pure. */
import { LOCALES, type Locale, type LocalisedText } from '#platform/input.ts';
import type { StandardDocument } from './model.ts';

export type ElementKind = 'standard' | 'theme' | 'criterion' | 'indicator';
export type Value = string | number | boolean;

/** One field of one element; `language` where it is said in a certain one. */
export interface FieldDifference {
  /** Such as `title`, `weight`, `anchors.3`, `check`, `limits.hearing`; `under`: what it belongs to; `order`: what stands in it. */
  field: string;
  language: Locale | null;
  /** null: it is not there. */
  before: Value | null;
  after: Value | null;
}

export interface ElementDifference {
  kind: ElementKind;
  /** '' for the standard itself. */
  code: string;
  change: 'added' | 'removed' | 'changed';
  fields: FieldDifference[];
}

interface Element {
  kind: ElementKind;
  code: string;
  /** By field and language, such as `title da`. */
  fields: ReadonlyMap<string, Value>;
}

type Fields = [field: string, value: Value | LocalisedText | undefined][];

function element(kind: ElementKind, code: string, given: Fields): Element {
  const fields = new Map<string, Value>();
  for (const [field, value] of given) {
    if (value === undefined) continue;
    if (typeof value !== 'object') fields.set(`${field} `, value);
    else for (const language of LOCALES) if (value[language] !== undefined) fields.set(`${field} ${language}`, value[language]);
  }
  return { kind, code, fields };
}

const prefixed = (name: string, values: Readonly<Record<string, Value | LocalisedText | undefined>>): Fields => Object.entries(values).map(([key, value]) => [`${name}.${key}`, value]);
const codes = (list: readonly { code: string }[]): string => list.map(({ code }) => code).join(' ');

/** Everything a document says, once; two documents with the same elements are the same. */
function elementsOf(document: StandardDocument): Element[] {
  const { title, summary, basis, example, validMonths, limits, rule, themes } = document;
  return [
    element('standard', '', [
      ['title', title], ['summary', summary], ['basis', basis], ['example', example], ['validMonths', validMonths], ...prefixed('limits', limits), ...prefixed('rule', rule), ['order', codes(themes)],
    ]),
    ...themes.flatMap((theme) => [
      element('theme', theme.code, [['title', theme.title], ['text', theme.text], ['order', codes(theme.criteria)]]),
      ...theme.criteria.flatMap((each) => [
        element('criterion', each.code, [
          ['under', theme.code], ['title', each.title], ['text', each.text], ['weight', each.weight], ['mandatory', each.mandatory], ['scale', each.scale],
          ...prefixed('anchors', each.anchors ?? {}), ['check', each.check && JSON.stringify(Object.fromEntries(Object.entries(each.check).sort()))], ['order', codes(each.indicators)],
        ]),
        ...each.indicators.map((sign) => element('indicator', sign.code, [['under', each.code], ['text', sign.text], ['evidence', sign.evidence]])),
      ]),
    ]),
  ];
}

const keyOf = ({ kind, code }: Pick<Element, 'kind' | 'code'>): string => `${kind} ${code}`;
/** A code may stand twice while a draft is written: each is compared with the one of the same place among them. */
function byKey(elements: readonly Element[]): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const each of elements) {
    const key = keyOf(each);
    let number = 1;
    while (found.has(`${key} ${number}`)) number++;
    found.set(`${key} ${number}`, each);
  }
  return found;
}

/** What is only new or gone does not change the order of what stays. */
function orderStays(before: Value | null, after: Value | null): boolean {
  const [old, fresh] = [before, after].map((each) => String(each ?? '').split(' ').filter(Boolean)) as [string[], string[]];
  return old.filter((code) => fresh.includes(code)).join(' ') === fresh.filter((code) => old.includes(code)).join(' ');
}

function fieldDifferences(before: Element['fields'], after: Element['fields']): FieldDifference[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => {
    const [was, is] = [before.get(name) ?? null, after.get(name) ?? null];
    const [field = '', language = ''] = name.split(' ');
    if (was === is || (field === 'order' && orderStays(was, is))) return [];
    return [{ field, language: language === '' ? null : (language as Locale), before: was, after: is }];
  });
}

const NOTHING: Element['fields'] = new Map();

/** In the order of the newer version; what is gone stands last. Empty: both say the same. */
export function differences(before: StandardDocument, after: StandardDocument): ElementDifference[] {
  const [old, fresh] = [byKey(elementsOf(before)), byKey(elementsOf(after))];
  const keys = [...fresh.keys(), ...[...old.keys()].filter((key) => !fresh.has(key))];
  return keys.flatMap((key): ElementDifference[] => {
    const [was, is] = [old.get(key), fresh.get(key)];
    const { kind, code } = (is ?? was) as Element;
    const fields = fieldDifferences(was?.fields ?? NOTHING, is?.fields ?? NOTHING);
    const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return change === 'changed' && fields.length === 0 ? [] : [{ kind, code, change, fields }];
  });
}
