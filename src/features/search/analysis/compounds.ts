/** Splits compounds of the Nordic languages and Dutch into words of our field. Pure. */
import type { Locale } from '#platform/input.ts';
import { BASE_WORDS, HEADS } from './base-words.ts';
import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** Letters that link parts: arbejd-s-giver, sprog-e-. None in English and Finnish. */
const LINKS: Readonly<Record<Locale, readonly string[]>> = { da: ['', 's', 'e', 'es'], sv: ['', 's', 'o'], nl: ['', 's', 'e', 'en'], fi: [''], en: [''] };
const SHORTEST_COMPOUND = 6;
const SHORTEST_REST = 4;
const MOST_PARTS = 4;

interface Words {
  /** Folded base word → its stem. */
  firsts: ReadonlyMap<string, string>;
  /** Stems that a compound may end in, in any inflection. */
  lasts: ReadonlySet<string>;
  heads: ReadonlyMap<string, string>;
}

function wordsOf(locale: Locale): Words {
  const list = (text: string) => text.split(/\s+/).filter(Boolean);
  const base = list(BASE_WORDS[locale]);
  return {
    firsts: new Map(base.map((word) => [fold(word), stem(word, locale)])),
    lasts: new Set(base.filter((word) => word.length > 2).map((word) => stem(word, locale))),
    heads: new Map(list(HEADS[locale]).map((word) => [stem(word, locale), stem(word, locale)])),
  };
}

const WORDS: Readonly<Record<Locale, Words>> = {
  da: wordsOf('da'), en: wordsOf('en'), sv: wordsOf('sv'), nl: wordsOf('nl'), fi: wordsOf('fi'),
};

/** Every part known; the longest first part wins, so `arbejdsgiver…` is not cut at `arbejd`. */
function whole(rest: string, locale: Locale, room: number): string[] | null {
  const { firsts, lasts } = WORDS[locale];
  if (room < MOST_PARTS) {
    const last = stem(rest, locale);
    if (rest.length >= 2 && (lasts.has(last) || firsts.has(rest))) return [firsts.get(rest) ?? last];
  }
  if (room === 0) return null;
  for (let end = rest.length - 2; end >= 2; end--) {
    const first = firsts.get(rest.slice(0, end));
    if (first === undefined) continue;
    for (const link of LINKS[locale]) {
      if (!rest.startsWith(link, end)) continue;
      const tail = whole(rest.slice(end + link.length), locale, room - 1);
      if (tail) return [first, ...tail];
    }
  }
  return null;
}

/** `ordblindelærer` with an unknown beginning: what stands before a known head. */
function byHead(folded: string, locale: Locale): string[] | null {
  const { heads } = WORDS[locale];
  for (let start = SHORTEST_REST; start <= folded.length - 3; start++) {
    const head = heads.get(stem(folded.slice(start), locale));
    if (head !== undefined) return [stem(folded.slice(0, start), locale), head];
  }
  return null;
}

/**
 * Stems of the parts of a compound, first to last: `jobsøgningskurser` is job, søgning, kurs. Null: not a compound we know.
 * @param word lower-case
 */
export function splitCompound(word: string, locale: Locale): string[] | null {
  const folded = fold(word);
  if (folded.length < SHORTEST_COMPOUND || WORDS[locale].firsts.has(folded)) return null;
  if (!/^\p{L}+$/u.test(folded)) return null;
  const parts = whole(folded, locale, MOST_PARTS) ?? byHead(folded, locale);
  return parts && parts.length > 1 ? parts : null;
}
