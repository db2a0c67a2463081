/** Messages of the five languages. Danish is the source: its shape is the type, so a missing key does not compile. */
import da from './da/index.ts';
import en from './en/index.ts';
import fi from './fi/index.ts';
import nl from './nl/index.ts';
import sv from './sv/index.ts';
import { DEFAULT_LOCALE, LOCALES, type Locale } from './format.ts';

export * from './format.ts';

type Shape<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly (infer E)[]
      ? readonly Shape<E>[]
      : { [K in keyof T]: Shape<T[K]> };
export type Messages = Shape<typeof da>;

const ALL: Record<Locale, Messages> = { da, en, sv, nl, fi };

export function messages(locale: Locale): Messages {
  return ALL[locale];
}

export function isLocale(value: string | undefined): value is Locale {
  return (LOCALES as readonly (string | undefined)[]).includes(value);
}

/** The address of a page in a language: `/en/providers`; Danish has no prefix. @param path begins with a slash. */
export function localePath(locale: Locale, path: string): string {
  if (locale === DEFAULT_LOCALE) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** The language of a page by its address; also right where no page was found. */
export function localeOfPath(path: string): Locale {
  const first = path.split('/')[1];
  return isLocale(first) ? first : DEFAULT_LOCALE;
}

/** The path without its language. */
export function barePath(path: string): string {
  const [, first, ...rest] = path.split('/');
  return isLocale(first) && first !== DEFAULT_LOCALE ? `/${rest.join('/')}` : path;
}

/** Each language's own name for itself. */
export const LANGUAGE_OWN_NAMES: Record<Locale, string> = { da: 'Dansk', en: 'English', sv: 'Svenska', nl: 'Nederlands', fi: 'Suomi' };
