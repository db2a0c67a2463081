/** The fields of the desk and what stands in them, in words. Pure. */
import { collator, formatDay, formatMoney, languageName, messages, pickText, type Locale } from '#i18n/index.ts';
import type { Document, Field, Tab } from '#platform/document-form/fields.ts';
import { isDocument, listOf } from '#platform/document-form/fields.ts';
import { writeNumber } from '#platform/document-form/figures.ts';
import type { Words } from '#platform/document-form/describe.ts';
import type { Register } from '#features/regions/register.ts';
import type { LocalisedText } from '#platform/input.ts';
import type { Description, DraftPart } from './draft.ts';

export interface Option {
  code: string;
  text: string;
  lang?: Locale | undefined;
  /** Heading that it stands under. */
  group?: string | undefined;
}

/** What the words of a page need to know. */
export interface Around {
  locale: Locale;
  register: Register;
  description: Description;
}

/** Asked for first; any other that a document holds is offered too. */
const LANGUAGES = [
  'da', 'en', 'sv', 'no', 'de', 'nl', 'fi', 'fo', 'kl', 'ar', 'bs', 'es', 'fa', 'fr', 'ku', 'pl', 'ro', 'ru', 'so', 'ta', 'th', 'ti', 'tr', 'uk', 'ur', 'vi', 'zh',
];
const CURRENCIES = ['DKK', 'EUR', 'SEK', 'NOK', 'GBP', 'USD'];

type Labels = Readonly<Record<string, string>>;
type Coded = Readonly<Record<string, Labels>>;

export function isProgramme(part: DraftPart): part is Extract<DraftPart, { programme: string }> {
  return 'programme' in part;
}

/** @param path of a field without row numbers; the last step where a label is missing, which a test refuses */
export function fieldLabel(locale: Locale, part: DraftPart, path: string): string {
  const t = messages(locale).deskProfile;
  const labels: Labels = isProgramme(part) ? t.programmeLabel : t.profileLabel;
  return labels[path] ?? path;
}

export function fieldHint(locale: Locale, part: DraftPart, path: string): string | null {
  const hints: Labels = messages(locale).deskProfile.hint;
  return (isProgramme(part) ? hints[`programme.${path}`] : undefined) ?? hints[path] ?? null;
}

/** `Address 2`; for lists without a word of their own, `No. 2`. */
export function rowName(locale: Locale, name: string, number: number): string {
  const words: Readonly<Record<string, (n: number) => string>> = messages(locale).deskProfile.row;
  return (words[name] ?? messages(locale).deskProfile.row.other)(number);
}

export function programmeTitle(locale: Locale, programme: Document): { text: string; lang: Locale } {
  return pickText(isDocument(programme['title']) ? (programme['title'] as LocalisedText) : null, locale) ?? { text: messages(locale).deskProfile.programmes.untitled, lang: locale };
}

export function partTitle(locale: Locale, part: DraftPart): string {
  const t = messages(locale).deskProfile;
  return isProgramme(part) ? t.parts[part.part].title : t.sections[part.section].title;
}

function coded(locale: Locale, options: string): Labels | null {
  const { terms, deskProfile } = messages(locale);
  if (options === 'scheme') return deskProfile.scheme;
  return (terms as unknown as Coded)[options] ?? null;
}

/** One code of a list of options, as a person reads it. */
export function optionWord({ locale, register, description }: Around, options: string, code: string): Option {
  const spoken = (text: { text: string; lang: Locale } | null): Option => ({ code, text: text?.text ?? code, lang: text?.lang });
  switch (options) {
    case 'municipality':
    case 'coverage':
      return spoken(register.name(code, locale));
    case 'targetGroup':
      return spoken(pickText(register.targetGroup(code)?.names, locale));
    case 'sector':
      return spoken(pickText(register.sector(code)?.short, locale) ?? pickText(register.sector(code)?.names, locale));
    case 'language':
      return { code, text: languageName(locale, code) };
    case 'programme': {
      const found = description.programmes.find((each) => each['code'] === code);
      return found ? spoken(programmeTitle(locale, found)) : { code, text: code };
    }
    default:
      return { code, text: coded(locale, options)?.[code] ?? code };
  }
}

function offered({ locale, register, description }: Around, options: string, area: string): { code: string; group?: string }[] {
  switch (options) {
    case 'municipality':
      return register.municipalities(area).map(({ code, parent }) => ({ code, group: parent === null ? '' : register.name(parent, locale).text }));
    case 'targetGroup':
      return register.targetGroups().map(({ code }) => ({ code }));
    case 'sector':
      return register.sectors().map(({ code }) => ({ code }));
    case 'language':
      return LANGUAGES.map((code) => ({ code }));
    case 'currency':
      return CURRENCIES.map((code) => ({ code }));
    case 'programme':
      return description.programmes.map((each) => ({ code: String(each['code']) }));
    default:
      return Object.keys(coded(locale, options) ?? {}).map((code) => ({ code }));
  }
}

const SORTED = new Set(['municipality', 'language']);

/** What can be chosen, and what is chosen already whatever it is. */
export function optionsFor(around: Around, options: string, tab: Tab, chosen: readonly string[]): Option[] {
  const known = offered(around, options, tab.area);
  const codes = new Set(known.map((each) => each.code));
  const all: { code: string; group?: string }[] = [...known, ...chosen.filter((code) => !codes.has(code)).map((code) => ({ code }))];
  const words = all.map(({ code, group }): Option => ({ ...optionWord(around, options, code), group }));
  if (!SORTED.has(options)) return words;
  const compare = collator(around.locale).compare;
  return words.sort((a, b) => compare(a.group ?? '', b.group ?? '') || compare(a.text, b.text));
}

function moneyText(locale: Locale, amount: number, document: Document): string {
  const currency = typeof document['currency'] === 'string' ? document['currency'] : 'DKK';
  return formatMoney(locale, amount, currency);
}

function valueText(around: Around, field: Field, value: unknown, document: Document): string {
  const { locale } = around;
  const { common } = messages(locale);
  if (field.kind === 'choice' || field.kind === 'checks' || field.kind === 'picks') return optionWord(around, field.options, String(value)).text;
  if (field.kind === 'yesNo') return value === true ? common.yes : common.no;
  if (field.kind === 'day') return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? formatDay(locale, String(value)) : String(value);
  if (typeof value !== 'number') return String(value);
  return field.kind === 'money' ? moneyText(locale, value, document) : writeNumber(value);
}

/** The words in which the fields of a page are described and compared. */
export function wordsFor(around: Around, part: DraftPart): Words {
  return {
    label: (path) => fieldLabel(around.locale, part, path),
    value: (field, value, document) => valueText(around, field, value, document),
  };
}

/** The countries that can be chosen: those of the registers, that of the organisation's number first. */
export function areasFor({ locale, register }: Pick<Around, 'locale' | 'register'>): Option[] {
  return register.countries().filter(({ code }) => register.municipalities(code).length > 0).map(({ code }) => ({ code, text: register.name(code, locale).text }));
}

/** Country in which the form begins: of what is chosen already, else of the organisation's number. */
export function homeArea(description: Description): string {
  const { coverage, locations, id } = description.profile;
  const place = listOf(locations).flatMap((each) => (isDocument(each) && typeof each['region'] === 'string' ? [each['region']] : []));
  const first = [...listOf(coverage), ...place].find((each) => typeof each === 'string');
  const scheme = isDocument(id) ? String(id['scheme']) : '';
  const found = (typeof first === 'string' ? first : scheme).slice(0, 2);
  return /^(dk|se|nl|fi)$/.test(found) || typeof first === 'string' ? found : 'dk';
}
