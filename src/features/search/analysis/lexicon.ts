/** Finds the concept that a word or phrase means. Built once from the concepts and the names of target groups and sectors. Pure. */
import { LOCALES, type Locale, type LocalisedText } from '#platform/input.ts';
import { splitCompound } from './compounds.ts';
import { fold, words } from './fold.ts';
import { CONCEPTS, type Concept } from './lexicon/index.ts';
import { stem } from './stem.ts';

/** The longest name of a target group has nine words. */
export const LONGEST_PHRASE = 9;
const SHORTEST_BEGINNING = 3;

/** Codes with names in several languages, such as a target group that a catalogue brought: `group:x`. */
export interface NamedCode {
  code: string;
  names: LocalisedText;
}

export interface Found {
  concept: string;
  /** How many words it took. */
  length: number;
}

/** What the lexicon knows of one word by itself; worked out once for each word. */
export interface WordEntry {
  form: string;
  stem: string;
  /** Its own meaning. */
  concept: string | null;
  /** Some phrase begins with it. */
  starts: boolean;
}

export interface Lexicon {
  entry(form: string, stem: string, locale: Locale): WordEntry;
  /** The longest phrase that begins here, in whatever inflection. */
  find(words: readonly WordEntry[], from: number, locale: Locale): Found | null;
  /** Of the stem of one word, such as a part of a compound. */
  ofStem(stem: string, locale: Locale): string | null;
  /** Concepts that a code of a provider's data means. */
  ofCode(code: string): readonly string[];
  near(concept: string): readonly string[];
  /** Every single word it knows, folded; for typing mistakes. */
  readonly spellings: ReadonlyMap<string, string>;
}

interface Words {
  phrases: Map<string, string>;
  /** Folded beginning → concept. */
  beginnings: Map<string, string>;
  /** First stem → length of the longest phrase that it starts. */
  starters: Map<string, number>;
}

const list = (text: string | undefined) => (text ?? '').split(',').map((each) => each.trim()).filter(Boolean);

const tokens = new Map<string, string>();

/** A token that no text can hold: words of texts keep their letters, and none begins like this. */
export function conceptToken(concept: string): string {
  const known = tokens.get(concept) ?? `zz${fold(concept).replace(/[^a-z0-9]/g, '')}`;
  tokens.set(concept, known);
  return known;
}

function addPhrase(known: Words, stems: readonly string[], concept: string): void {
  const [first] = stems;
  if (first === undefined || stems.length > LONGEST_PHRASE) return;
  const key = stems.join(' ');
  if (!known.phrases.has(key)) known.phrases.set(key, concept);
  known.starters.set(first, Math.max(known.starters.get(first) ?? 0, stems.length));
}

function addEntry(known: Words, entry: string, concept: string, locale: Locale): void {
  const open = /[*~]$/.test(entry);
  const parts = words(entry);
  if (!entry.endsWith('~')) {
    addPhrase(known, parts.map((word) => stem(word, locale)), concept);
    addPhrase(known, parts.map(fold), concept);
  }
  const [only] = parts;
  if (parts.length !== 1 || only === undefined) return;
  const beginning = fold(only);
  if (open && beginning.length >= SHORTEST_BEGINNING && !known.beginnings.has(beginning)) known.beginnings.set(beginning, concept);
  // `job søgning` written apart is the same as in one word.
  const split = splitCompound(only, locale);
  if (split) addPhrase(known, split, concept);
}

/** The code's own concept where the list above has none, so that a catalogue's target group is found by its name. */
function conceptsOfNames(named: readonly NamedCode[]): Concept[] {
  return named.map(({ code, names }) => ({ id: `code ${code}`, codes: code, ...names }));
}

export function createLexicon(named: readonly NamedCode[]): Lexicon {
  const byLocale = new Map<Locale, Words>(LOCALES.map((locale) => [locale, { phrases: new Map(), beginnings: new Map(), starters: new Map() }]));
  const wordsIn = (locale: Locale) => byLocale.get(locale) as Words;
  const byCode = new Map<string, string[]>();
  const near = new Map<string, string[]>();
  const spellings = new Map<string, string>();
  for (const concept of [...CONCEPTS, ...conceptsOfNames(named)]) {
    near.set(concept.id, list(concept.near));
    for (const code of list(concept.codes)) byCode.set(code, [...(byCode.get(code) ?? []), concept.id]);
    for (const locale of LOCALES) {
      // A name may hold a comma or an asterisk of its own; only our own lists use them as signs.
      const entries = concept.id.startsWith('code ') ? [words(concept[locale] ?? '').join(' ')].filter(Boolean) : list(concept[locale]);
      for (const entry of entries) {
        addEntry(wordsIn(locale), entry, concept.id, locale);
        const [only, more] = words(entry);
        if (only === undefined || more !== undefined || entry.endsWith('~')) continue;
        if (!spellings.has(fold(only))) spellings.set(fold(only), only);
      }
    }
  }

  const byBeginning = (form: string, locale: Locale): string | null => {
    const { beginnings } = wordsIn(locale);
    for (let end = form.length; end >= SHORTEST_BEGINNING; end--) {
      const concept = beginnings.get(form.slice(0, end));
      if (concept !== undefined) return concept;
    }
    return null;
  };
  const longestPhrase = (sequence: readonly WordEntry[], from: number, locale: Locale, written: 'stem' | 'form'): Found | null => {
    const { phrases, starters } = wordsIn(locale);
    const longest = Math.min(starters.get(sequence[from]?.[written] ?? '') ?? 0, sequence.length - from);
    for (let length = longest; length > 1; length--) {
      const concept = phrases.get(sequence.slice(from, from + length).map((word) => word[written]).join(' '));
      if (concept !== undefined) return { concept, length };
    }
    return null;
  };

  return {
    entry(form, stemmed, locale) {
      const { phrases, starters } = wordsIn(locale);
      const concept = phrases.get(stemmed) ?? phrases.get(form) ?? byBeginning(form, locale);
      return { form, stem: stemmed, concept, starts: Math.max(starters.get(stemmed) ?? 0, starters.get(form) ?? 0) > 1 };
    },
    find(sequence, from, locale) {
      const word = sequence[from];
      if (!word) return null;
      if (word.starts) {
        const stemmed = longestPhrase(sequence, from, locale, 'stem');
        const typed = longestPhrase(sequence, from, locale, 'form');
        const longest = (typed?.length ?? 0) > (stemmed?.length ?? 0) ? typed : stemmed;
        if (longest) return longest;
      }
      return word.concept === null ? null : { concept: word.concept, length: 1 };
    },
    ofStem: (stemmed, locale) => wordsIn(locale).phrases.get(stemmed) ?? null,
    ofCode: (code) => byCode.get(code) ?? [],
    near: (concept) => near.get(concept) ?? [],
    spellings,
  };
}
