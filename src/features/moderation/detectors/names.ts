/**
 * Names of people (trust.md M3): of the provider's own list of staff, of a list of common names, and by where they stand.
 * Never certain, so always for a person to look at. Pure.
 */
import { ALSO_WORDS, FIRST_NAMES, NOT_PEOPLE, STREETS, SURNAMES } from './name-lists.ts';
import type { Finding } from './types.ts';

interface Word {
  text: string;
  start: number;
  end: number;
  /** First of its sentence. */
  first: boolean;
  /** What stands between it and the word before. */
  gap: string;
}

const WORD = /\p{L}[\p{L}’'-]*\p{L}|\p{L}/gu;
const ENDS_SENTENCE = /[.!?:\n"”»(]/;

function wordsOf(text: string): Word[] {
  let end = 0;
  return [...text.matchAll(WORD)].map((found) => {
    const gap = text.slice(end, found.index);
    const word = { text: found[0], start: found.index, end: found.index + found[0].length, first: end === 0 || ENDS_SENTENCE.test(gap), gap };
    end = word.end;
    return word;
  });
}

const isCapital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}[\p{Ll}’'-]/u.test(word.text) && !/^\p{Lu}{2}/u.test(word.text);
const lower = (word: Word): string => word.text.toLowerCase();
const bare = (text: string): string => text.replace(/[’']?s$/u, '');

/** In a list, as it is or in the genitive. */
const among = (list: ReadonlySet<string>, text: string): boolean => list.has(text) || list.has(bare(text));
const isFirstName = (word: Word): boolean => among(FIRST_NAMES, lower(word)) || lower(word).split('-').some((part, _, all) => all.length > 1 && FIRST_NAMES.has(part));
const isSurname = (word: Word): boolean => among(SURNAMES, lower(word)) || /.{3}(?:sen|søn|gaard|gård|enko|ski|wicz|oğlu|ović|vić)s?$/iu.test(word.text) || /^(?:El|Al|Abu|Ben)-/u.test(word.text);
const isNoPerson = (word: Word): boolean => among(NOT_PEOPLE, lower(word));

/** What somebody is to the writer, or how they are addressed: a name follows. */
const TITLE = /^(?:hr|fru|frk|dr|sagsbehandler|jobkonsulent|konsulent|virksomhedskonsulent|vejleder|underviser|lærer|mentor|chef|leder|afdelingsleder|teamleder|psykolog|coach|rådgiver|jobrådgiver|socialrådgiver|praktikvært|kollega|sidekammerat|nabo|tolk|læge|medarbejder|direktør|koordinator)(?:en)?$/iu;
const CALLED = /^(?:hedder|hed|navn|kaldet|navnet)$/iu;

/** What people do: after a word that is a name too, it makes it one. */
const DOES = /^(?:er|var|har|havde|sagde|siger|fik|får|lærte|hjalp|hjælper|ringede|ringer|kom|gav|giver|tog|kan|kunne|vil|ville|glemte|lyttede|fandt|svarede|skrev|gjorde|mente|hedder|fra|sendte|viste|talte|snakkede|blev)$/u;

const joins = (word: Word | undefined): boolean => word !== undefined && /^\.?[\s ]$/.test(word.gap);

/** From a word on: as many as belong to one name, such as `Hans Jørgen Madsen` or `Lotte K`. */
function nameFrom(words: readonly Word[], at: number): number {
  let end = at;
  for (let next = words[end + 1]; next && joins(next); next = words[end + 1]) {
    const initial = /^\p{Lu}$/u.test(next.text) && next.gap === ' ';
    const particle = /^(?:von|van|de|el|al)$/u.test(next.text) && isCapital(words[end + 2]);
    if (next.gap !== ' ' && !/^\p{Lu}$/u.test(words[end]?.text ?? '')) break;
    if (!initial && !particle && (!isCapital(next) || (isNoPerson(next) && !isSurname(next)))) break;
    end += 1;
  }
  return end;
}

const isStreet = (words: readonly Word[], end: number): boolean => {
  const [last, next] = [words[end], words[end + 1]];
  return (last !== undefined && STREETS.test(last.text)) || (next !== undefined && next.gap === ' ' && STREETS.test(next.text));
};

function introduced(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const gap = words[at]?.gap ?? '';
  return before !== undefined && ((TITLE.test(before.text) && /^[.,]?\s$/.test(gap)) || (CALLED.test(before.text) && /^\s$/.test(gap)));
}

function startsName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  const next = words[at + 1];
  const pair = next !== undefined && isCapital(next) && next.gap === ' ' && !isNoPerson(next) ? next : null;
  if (!isCapital(word)) {
    // Sloppily written; a word that means something else is none.
    if (/^\p{Lu}$/u.test(word.text)) return next !== undefined && /^\.\s?$/.test(next.gap) && isCapital(next) && isSurname(next);
    return word.text.length >= 4 && FIRST_NAMES.has(word.text) && !ALSO_WORDS.has(word.text);
  }
  if (introduced(words, at)) return !isNoPerson(word);
  const initial = next !== undefined && next.gap === ' ' && /^\p{Lu}$/u.test(next.text);
  if (isFirstName(word)) return !word.first || !ALSO_WORDS.has(lower(word)) || pair !== null || initial || (next !== undefined && next.gap === ' ' && DOES.test(next.text));
  if (isNoPerson(word)) return false;
  if (isSurname(word) && /sen|søn/.test(word.text) && !word.first) return true;
  return pair !== null && (isSurname(pair) || !word.first) && word.text.length > 2;
}

function ofStaff(text: string, staff: readonly string[]): Finding[] {
  const low = text.toLowerCase();
  const parts = staff.flatMap((name) => [name, ...name.split(/\s+/).filter((part) => part.length > 2 && !ALSO_WORDS.has(part.toLowerCase()))]);
  return [...new Set(parts.map((each) => each.trim().toLowerCase()).filter((each) => each.length > 2))].flatMap((part) => {
    const found: Finding[] = [];
    for (let at = low.indexOf(part); at >= 0; at = low.indexOf(part, at + part.length)) {
      const [before, after] = [low[at - 1] ?? ' ', low.slice(at + part.length)];
      if (!/[\p{L}\p{N}]/u.test(before) && /^(?:[’']?s)?(?![\p{L}\p{N}])/u.test(after)) found.push({ detector: 'name', start: at, end: at + part.length });
    }
    return found;
  });
}

/** @param staff names of people that the provider's own page tells */
export function findNames(text: string, staff: readonly string[] = []): Finding[] {
  const words = wordsOf(text);
  const found: Finding[] = ofStaff(text, staff);
  for (let at = 0; at < words.length; at += 1) {
    if (!startsName(words, at)) continue;
    const end = nameFrom(words, at);
    const [first, last] = [words[at], words[end]];
    if (first && last && !isStreet(words, end)) found.push({ detector: 'name', start: first.start, end: last.end });
    at = end;
  }
  return found;
}
