/** Analyses single words and remembers them: texts repeat themselves. Pure. */
import { LOCALES, type Locale } from '#platform/input.ts';
import { splitCompound } from './compounds.ts';
import { fold, words } from './fold.ts';
import type { Lexicon, WordEntry } from './lexicon.ts';
import { stem } from './stem.ts';

/** Words of one language that are kept. */
const KEPT_WORDS = 60_000;

export interface Word extends WordEntry {
  word: string;
  parts: readonly string[] | null;
}

export type ReadText = (text: string, locale: Locale) => Word[];

function wordReader(locale: Locale, lexicon: Lexicon): (word: string) => Word {
  const kept = new Map<string, Word>();
  return (word) => {
    let known = kept.get(word);
    if (!known) {
      known = { word, parts: splitCompound(word, locale), ...lexicon.entry(fold(word), stem(word, locale), locale) };
      if (kept.size >= KEPT_WORDS) kept.clear();
      kept.set(word, known);
    }
    return known;
  };
}

export function textReader(lexicon: Lexicon): ReadText {
  const readers = new Map(LOCALES.map((locale) => [locale, wordReader(locale, lexicon)]));
  return (text, locale) => words(text).map(readers.get(locale) as (word: string) => Word);
}
