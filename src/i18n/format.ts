/** The only place that makes Intl formatters: each costs more than the page around it, so all are kept. */
import { LOCALES, type Locale, type LocalisedText } from '#platform/input.ts';

export { LOCALES, type Locale };
export const DEFAULT_LOCALE: Locale = 'da';

/** Formats follow the language; for English, the European habits (day before month). */
const TAG: Record<Locale, string> = { da: 'da-DK', en: 'en-GB', sv: 'sv-SE', nl: 'nl-NL', fi: 'fi-FI' };

const kept = new Map<string, unknown>();
function keep<T>(key: string, make: () => T): T {
  let value = kept.get(key) as T | undefined;
  if (value === undefined) kept.set(key, (value = make()));
  return value;
}

export function formatNumber(locale: Locale, value: number, options: Intl.NumberFormatOptions = {}): string {
  return keep(`n${locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(TAG[locale], options)).format(value);
}

/** @param share 0 to 1. Whole per cent, as method.md wants. */
export function formatPercent(locale: Locale, share: number): string {
  return formatNumber(locale, share, { style: 'percent', maximumFractionDigits: 0 });
}

/** @param amount in the minor unit (øre, cent). Whole amounts are written without decimals. */
export function formatMoney(locale: Locale, amount: number, currency: string): string {
  const digits = keep(`d${currency}`, () => {
    try {
      return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    } catch {
      return 2;
    }
  });
  const value = amount / 10 ** digits;
  return formatNumber(locale, value, {
    style: 'currency', currency, minimumFractionDigits: Number.isInteger(value) ? 0 : digits, maximumFractionDigits: digits,
  });
}

/** @param day YYYY-MM-DD */
export function formatDay(locale: Locale, day: string, style: 'long' | 'month' = 'long'): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'long' ? { day: 'numeric', month: 'long', year: 'numeric' } : { month: 'long', year: 'numeric' };
  return keep(`t${locale}${style}`, () => new Intl.DateTimeFormat(TAG[locale], { ...options, timeZone: 'UTC' })).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A moment, as the day it was in Denmark. */
export function formatMoment(locale: Locale, moment: Date): string {
  return keep(`m${locale}`, () =>
    new Intl.DateTimeFormat(TAG[locale], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Copenhagen' }),
  ).format(moment);
}

/** A moment with its time of day in Denmark; for those who look after the site. */
export function formatTime(locale: Locale, moment: Date): string {
  return keep(`s${locale}`, () =>
    new Intl.DateTimeFormat(TAG[locale], { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Copenhagen' }),
  ).format(moment);
}

export function formatList(locale: Locale, items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return keep(`l${locale}${type}`, () => new Intl.ListFormat(TAG[locale], { type })).format(items);
}

/** The name of a language in the reader's language; the tag itself when there is none. */
export function languageName(locale: Locale, tag: string): string {
  try {
    return keep(`g${locale}`, () => new Intl.DisplayNames([TAG[locale]], { type: 'language' })).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** @param code two letters, either case. The code itself where there is no such country. */
export function countryName(locale: Locale, code: string): string {
  try {
    return keep(`r${locale}`, () => new Intl.DisplayNames([TAG[locale]], { type: 'region' })).of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

export function collator(locale: Locale): Intl.Collator {
  return keep(`c${locale}`, () => new Intl.Collator(TAG[locale], { numeric: true, sensitivity: 'base' }));
}

export type PluralForms = { one: string; other: string };

/** `#` in the chosen form becomes the number. */
export function plural(locale: Locale, count: number, forms: PluralForms): string {
  const rule = keep(`p${locale}`, () => new Intl.PluralRules(TAG[locale])).select(count);
  return (rule === 'one' ? forms.one : forms.other).replaceAll('#', formatNumber(locale, count));
}

export interface SpokenText {
  text: string;
  /** The language it is really in: mark it with `lang` when it is not the page's. */
  lang: Locale;
}

/** The reader's own language, else the first of da, en, sv, nl, fi that there is. */
export function pickText(text: LocalisedText | null | undefined, locale: Locale): SpokenText | null {
  if (!text) return null;
  for (const lang of [locale, ...LOCALES]) {
    const value = text[lang];
    if (value !== undefined) return { text: value, lang };
  }
  return null;
}
