/**
 * What was really asked for: which reading of each word the index knows, what a mistyped word should have been,
 * and whether one provider has them all. The same for both engines; each answers through a port.
 */
import { forgiven, typingDistance } from '#features/regions/names.ts';
import type { Analyser, PlannedWord, Reading } from './analysis/analyser.ts';
import { fold } from './analysis/fold.ts';
import { stem } from './analysis/stem.ts';
import type { Locale } from '#platform/input.ts';

/** All tokens, or any token that begins like the prefix. */
export interface Need {
  tokens: readonly string[];
  prefix: string | null;
}

export interface KnownWord {
  token: string;
  /** A whole word that the token stands for. */
  surface: string;
  documents: number;
}

export interface TextPort {
  /** How many documents of the country meet each need. */
  counts(needs: readonly Need[]): Promise<number[]>;
  /** Tokens about that many letters away from this one; more are no harm. */
  near(token: string, distance: number): Promise<KnownWord[]>;
  /** Tokens that share many groups of three letters with this one. */
  alike(token: string): Promise<KnownWord[]>;
}

/** One word as it will be searched for: strictly first, loosely second. */
export interface AskedWord {
  strict: Need;
  loose: Need;
}

export interface AskedText {
  words: AskedWord[];
  /** Of the words, so many must be there. */
  atLeast: number;
  corrected: string | null;
}

interface Question {
  text: string;
  locale: Locale;
  country: string;
}

const needOf = (tokens: readonly string[]): Need => ({ tokens, prefix: null });

export function askedReading(reading: Reading): AskedWord {
  return { strict: needOf(reading.strict), loose: needOf(reading.loose) };
}

/** Every word in its first reading: what most texts mean, and all that an engine far away asks for at first. */
export function plainText(words: readonly PlannedWord[]): AskedText {
  const asked = words.flatMap((word) => word.readings.slice(0, 1).map(askedReading));
  return { words: asked, atLeast: asked.length, corrected: null };
}

const MOST_CANDIDATES = 6;
const MOST_ROUNDS = 3;

/** null: nothing of it is known, and nothing like it. */
export async function resolveText({ text, locale, country }: Question, analyser: Analyser, port: TextPort): Promise<AskedText | null> {
  let searched = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const planned = analyser.query(searched, locale, country);
    if (planned.length === 0) return null;
    const asked = await knownWords(planned, port);
    const unknown = planned.filter((_, i) => asked[i] === null);
    if (unknown.length === 0) {
      const words = asked.filter((word) => word !== null);
      return { words, atLeast: await mostTogether(words, port), corrected: searched === text ? null : searched };
    }
    if (unknown.length === planned.length && planned.length > 1) return oneOfMany(planned, { text, locale, country }, analyser, port);
    const better = await corrections(unknown, { text: searched, locale, country }, analyser, port);
    searched = replaceWords(searched, better);
    if (searched.trim() === '') return null;
  }
  return null;
}

/** When no word at all is known, at least half must be recognised: else it is noise that happens to look like a word. */
async function oneOfMany(planned: readonly PlannedWord[], question: Question, analyser: Analyser, port: TextPort): Promise<AskedText | null> {
  const better = await corrections(planned, question, analyser, port);
  const found = better.filter(([, word]) => word !== '');
  if (found.length * 2 < planned.length) return null;
  const searched = replaceWords(question.text, better);
  const words = (await knownWords(analyser.query(searched, question.locale, question.country), port)).filter((word) => word !== null);
  return words.length === 0 ? null : { words, atLeast: await mostTogether(words, port), corrected: searched };
}

/** The first reading that some document has; else as the beginning of a word; null: neither. */
async function knownWords(planned: readonly PlannedWord[], port: TextPort): Promise<(AskedWord | null)[]> {
  const options = planned.map((word): AskedWord[] => {
    const begun: Need | null = word.prefix === null ? null : { tokens: [], prefix: word.prefix };
    return [...word.readings.map(askedReading), ...(begun ? [{ strict: begun, loose: begun }] : [])];
  });
  const counts = await port.counts(options.flat().map((option) => option.loose));
  let at = 0;
  return options.map((choices) => {
    const own = counts.slice(at, (at += choices.length));
    return choices[own.findIndex((count) => count > 0)] ?? null;
  });
}

/** The largest number of these words that one document has; at least half of them count as an answer. */
async function mostTogether(words: readonly AskedWord[], port: TextPort): Promise<number> {
  const [all] = await port.counts([together(words)]);
  return all === 0 ? Math.ceil(words.length / 2) : words.length;
}

export const together = (words: readonly AskedWord[]): Need => ({
  tokens: [...new Set(words.flatMap((word) => word.loose.tokens))],
  prefix: words.map((word) => word.loose.prefix).find((prefix) => prefix !== null) ?? null,
});

type Correction = readonly [typed: string, instead: string];

/** Another word for each, or nothing where none is near enough. */
async function corrections(unknown: readonly PlannedWord[], question: Question, analyser: Analyser, port: TextPort): Promise<Correction[]> {
  return Promise.all(unknown.map(async (word): Promise<Correction> => [word.surface, await correction(word.surface, question, analyser, port)]));
}

async function correction(surface: string, { locale, country }: Question, analyser: Analyser, port: TextPort): Promise<string> {
  const form = fold(surface);
  const token = stem(surface, locale);
  const near = nearestWords(form, token, analyser, await port.near(token, forgiven(form.length)));
  const known = await firstKnown(near, locale, country, analyser, port);
  if (known !== null) return known;
  const alike = bySharedLetters(token, await port.alike(token));
  return (await firstKnown(alike, locale, country, analyser, port)) ?? '';
}

async function firstKnown(candidates: readonly string[], locale: Locale, country: string, analyser: Analyser, port: TextPort): Promise<string | null> {
  const chosen = candidates.slice(0, MOST_CANDIDATES);
  const needs = chosen.map((word) => {
    const reading = analyser.query(word, locale, country)[0]?.readings[0];
    return needOf(reading?.loose ?? []);
  });
  const counts = needs.length === 0 ? [] : await port.counts(needs);
  return chosen[counts.findIndex((count) => count > 0)] ?? null;
}

/** Words of the field and words of the documents, fewest mistakes first, then the more usual. */
function nearestWords(form: string, token: string, analyser: Analyser, terms: readonly KnownWord[]): string[] {
  const limit = forgiven(form.length);
  if (limit === 0) return [];
  const found: { surface: string; distance: number; documents: number }[] = [];
  for (const term of terms) {
    const distance = Math.min(typingDistance(token, term.token, limit), typingDistance(form, fold(term.surface), limit));
    if (distance <= limit && term.token.length > 2 && !term.token.startsWith('zz')) found.push({ surface: term.surface, distance, documents: term.documents });
  }
  for (const [spelling, surface] of analyser.lexicon.spellings) {
    const distance = typingDistance(form, spelling, limit);
    if (distance <= limit && spelling.length > 3) found.push({ surface, distance, documents: 0 });
  }
  found.sort((a, b) => a.distance - b.distance || b.documents - a.documents || (a.surface < b.surface ? -1 : 1));
  return [...new Set(found.map((each) => each.surface))];
}

export function letterGroups(word: string): string[] {
  return [...new Set(Array.from({ length: Math.max(0, word.length - 2) }, (_, i) => word.slice(i, i + 3)))];
}

const SHARED_AT_LEAST = 4;

/** Words that share half of their groups of three letters, and at least four. */
export function bySharedLetters(token: string, terms: readonly KnownWord[]): string[] {
  const wanted = letterGroups(token);
  const scored = terms.flatMap(({ token: term, surface, documents }) => {
    if (term.startsWith('zz')) return [];
    const own = letterGroups(term);
    const shared = wanted.filter((group) => own.includes(group)).length;
    const share = shared / Math.max(wanted.length, own.length);
    return shared >= SHARED_AT_LEAST && share >= 0.5 ? [{ surface, share, documents }] : [];
  });
  scored.sort((a, b) => b.share - a.share || b.documents - a.documents || (a.surface < b.surface ? -1 : 1));
  return scored.map((each) => each.surface);
}

/** An empty word takes the typed one away. */
function replaceWords(text: string, corrections: readonly Correction[]): string {
  let result = text;
  for (const [typed, instead] of corrections) {
    const at = result.toLowerCase().indexOf(typed);
    // Parts joined by a hyphen are typed otherwise than they are read: then the whole text gives way.
    if (at >= 0) result = result.slice(0, at) + instead + result.slice(at + typed.length);
    else result = result.split(/[^\p{L}\p{N}]+/u).map((word) => (typed.split(' ').includes(word.toLowerCase()) ? '' : word)).join(' ') + ` ${instead}`;
  }
  return result.replace(/\s+/g, ' ').replace(/^[\s\-–,.]+|[\s\-–,.]+$/g, '').trim();
}
