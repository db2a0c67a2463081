/** What the search field offers while somebody types: each suggestion with what choosing it does. */
import { suggestPlaces } from '#features/regions/suggest.ts';
import type { Register } from '#features/regions/register.ts';
import { localePath, messages, type Locale } from '#i18n/index.ts';
import type { SearchEngine, Suggestion } from './model.ts';

/** One of three: `href` opens a page, `set` adds a filter in place of the text, neither completes the text. */
export interface OfferedSuggestion {
  text: string;
  /** What it is, in the reader's language. */
  note?: string;
  href?: string;
  set?: { name: 'service' | 'group' | 'place'; value: string };
}

const LIMIT = 6;
const LONGEST = 60;

function offered({ kind, text, value }: Suggestion, locale: Locale): OfferedSuggestion {
  const note = messages(locale).search.box.kind[kind];
  if (kind === 'provider') return { text, note, href: localePath(locale, `/providers/${value}`) };
  return kind === 'programme' ? { text, note } : { text, note, set: { name: kind, value } };
}

export interface SuggestRequest {
  prefix: string;
  locale: Locale;
  country: string;
  /** Completions for the place field alone. */
  placesOnly: boolean;
}

export async function offeredSuggestions(engine: SearchEngine, register: Register, request: SuggestRequest): Promise<OfferedSuggestion[]> {
  const { locale, country, placesOnly } = request;
  const prefix = request.prefix.trim().slice(0, LONGEST);
  if (prefix === '') return [];
  if (placesOnly) return suggestPlaces(register, prefix, country, LIMIT).map(({ text }) => ({ text }));
  return (await engine.suggest(prefix, locale, LIMIT)).map((each) => offered(each, locale));
}
