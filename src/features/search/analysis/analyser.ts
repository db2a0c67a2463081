/** From a summary to searchable tokens, and from what somebody typed to the tokens it asks for. Serves both engines. Pure. */
import { LOCALES, type Locale, type LocalisedText } from '#platform/input.ts';
import { parsePlaceNames } from '#features/regions/suggest.ts';
import type { Register } from '#features/regions/register.ts';
import type { ProviderSummary } from '../model.ts';
import { splitCompound } from './compounds.ts';
import { fold, words } from './fold.ts';
import { conceptToken, createLexicon, LONGEST_PHRASE, type Lexicon, type WordEntry } from './lexicon.ts';
import { stem } from './stem.ts';
import { SOFT, STOP } from './stop-words.ts';

/** Where a token stands, strongest first: the name; what the data and the short texts say; longer texts; parts of words there. */
export const LEVELS = ['name', 'tags', 'text', 'parts'] as const;
export type Level = 0 | 1 | 2 | 3;

export interface AnalysedDocument {
  /** Each token once, at its strongest level. */
  tokens: Map<string, Level>;
  /** Token → a word that it came from, where they differ; to say what was searched instead. */
  surfaces: Map<string, string>;
}

/** One reading of a word. `strict` holds all of `loose`, so that strictly fewer documents have it. */
export interface Reading {
  /** The very word, and all of `loose`. */
  strict: string[];
  /** What it means, or the parts it is made of. */
  loose: string[];
}

export interface PlannedWord {
  /** As typed, lower-case. */
  surface: string;
  /** Best first: the page's own language, then others. The first one that any document knows is taken. */
  readings: Reading[];
  /** Beginning of tokens, when no reading is known; null: too short, or a place. */
  prefix: string | null;
}

export interface Analyser {
  document(summary: ProviderSummary): AnalysedDocument;
  /** @param country where place names are looked for */
  query(text: string, locale: Locale, country: string): PlannedWord[];
  readonly lexicon: Lexicon;
}

export const placeToken = (region: string): string => `zzp${region.replace(/[^a-z0-9]/g, '')}`;

const MOST_WORDS = 8;
const SHORTEST_PREFIX = 3;
/** Words of one language that are kept analysed; texts repeat themselves. */
const KEPT_WORDS = 60_000;

interface Word extends WordEntry {
  word: string;
  parts: readonly string[] | null;
}

/** Analyses words and remembers them. */
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

/** What the data say, as codes of the lexicon. */
function codesOf(summary: ProviderSummary): string[] {
  return [
    `kind:${summary.kind}`,
    ...summary.services.map((each) => `service:${each}`),
    ...summary.groups.map((each) => `group:${each}`),
    ...summary.languages.map((each) => `language:${each.split('-')[0] ?? each}`),
    ...summary.accessibility.map((each) => `access:${each}`),
    ...summary.sectors.map((each) => `sector:${each}`),
    ...(summary.remote === true || summary.delivery.includes('remote') ? ['remote'] : []),
    ...(summary.freeForCitizen === true ? ['free'] : []),
  ];
}

const weaker = (level: Level): Level => (level === 0 ? 1 : level === 1 ? 2 : 3);

export function createAnalyser(register: Register): Analyser {
  const lexicon = createLexicon([
    ...register.targetGroups().map((each) => ({ code: `group:${each.code}`, names: each.names })),
    ...register.sectors().map((each) => ({ code: `sector:${each.code}`, names: each.short ?? each.names })),
  ]);
  const readers = new Map(LOCALES.map((locale) => [locale, wordReader(locale, lexicon)]));
  const read = (text: string, locale: Locale): Word[] => words(text).map(readers.get(locale) as (word: string) => Word);

  return {
    lexicon,
    document: (summary) => analyseDocument(summary, { lexicon, register, read }),
    query: (text, locale, country) => planQuery(text, locale, country, { lexicon, register, read }),
  };
}

interface Tools {
  lexicon: Lexicon;
  register: Register;
  read(text: string, locale: Locale): Word[];
}

function analyseDocument(summary: ProviderSummary, { lexicon, register, read }: Tools): AnalysedDocument {
  const tokens = new Map<string, Level>();
  const surfaces = new Map<string, string>();
  const add = (token: string, level: Level) => {
    const known = tokens.get(token);
    if (known === undefined || level < known) tokens.set(token, level);
  };
  const addConcept = (concept: string, level: Level) => {
    add(conceptToken(concept), level);
    for (const other of lexicon.near(concept)) add(conceptToken(other), weaker(level));
  };
  const addText = (text: string, locale: Locale, level: Level) => {
    const found = read(text, locale);
    found.forEach((word, i) => {
      const concept = lexicon.find(found, i, locale);
      if (concept) addConcept(concept.concept, level);
      if (STOP[locale].has(word.form) && level > 0) return;
      add(word.stem, level);
      if (word.stem !== word.word && !surfaces.has(word.stem)) surfaces.set(word.stem, word.word);
      for (const part of word.parts ?? []) {
        add(part, weaker(level));
        const meant = lexicon.ofStem(part, locale);
        if (meant !== null) addConcept(meant, weaker(level));
      }
    });
  };
  const addLocalised = (text: LocalisedText | null, level: Level) => {
    for (const locale of LOCALES) if (text?.[locale] !== undefined) addText(text[locale], locale, level);
  };

  // A name belongs to no language, and its place is found whoever it serves.
  for (const locale of LOCALES) addText(summary.name, locale, 0);
  for (const country of summary.countries) {
    for (const place of parsePlaceNames(register, summary.name, country).places) add(placeToken(place.region), 0);
  }
  for (const code of codesOf(summary)) for (const concept of lexicon.ofCode(code)) addConcept(concept, 1);
  addLocalised(summary.summary, 1);
  for (const programme of summary.programmes) addLocalised(programme.title, 1);
  for (const location of summary.locations) {
    for (const code of [location.region, ...register.ancestors(location.region).map((region) => region.code)]) add(placeToken(code), 1);
    for (const locale of LOCALES) addText(`${location.city ?? ''} ${location.postcode ?? ''}`, locale, 1);
  }
  for (const text of [...summary.texts.programmes, ...summary.texts.descriptions]) addLocalised(text, 2);
  return { tokens, surfaces };
}

/** The page's own language first, then those that most texts are in. */
export const languagesFrom = (locale: Locale): Locale[] => [locale, ...LOCALES.filter((each) => each !== locale)];

function planQuery(text: string, locale: Locale, country: string, tools: Tools): PlannedWord[] {
  const { places, rest } = parsePlaceNames(tools.register, text, country);
  const planned: PlannedWord[] = places.map((place) => ({
    surface: place.text.toLowerCase(),
    readings: [
      { strict: [placeToken(place.region)], loose: [placeToken(place.region)] },
      ...literalReadings(words(place.text), locale, tools),
    ],
    prefix: null,
  }));
  const typed = words(rest);
  const soft: PlannedWord[] = [];
  const empty: PlannedWord[] = [];
  for (let i = 0; i < typed.length; ) {
    const meant = conceptAt(typed, i, locale, tools);
    const taken = typed.slice(i, i + (meant?.length ?? 1));
    const word = plannedWord(taken, meant?.reading ?? null, locale, tools);
    const form = fold(taken[0] ?? '');
    const little = taken.length === 1 && meant === null;
    if (little && STOP[locale].has(form)) empty.push(word);
    else if (little && isSoft(form, taken[0] ?? '', locale, tools)) soft.push(word);
    else planned.push(word);
    i += taken.length;
  }
  const chosen = [planned, soft, empty].find((words) => words.length > 0) ?? [];
  const seen = new Set<string>();
  return chosen.filter((word) => !seen.has(word.surface) && seen.add(word.surface)).slice(0, MOST_WORDS);
}

/** `jobhjælp` says as little as `job` and `hjælp`. */
function isSoft(form: string, word: string, locale: Locale, { read }: Tools): boolean {
  if (SOFT[locale].has(form)) return true;
  const parts = read(word, locale)[0]?.parts;
  return parts?.every((part) => SOFT[locale].has(part)) ?? false;
}

/** The longest phrase that some language knows; of equal ones, the page's own language. */
function conceptAt(typed: readonly string[], from: number, locale: Locale, { lexicon, read }: Tools): { reading: Reading; length: number } | null {
  let best: { reading: Reading; length: number } | null = null;
  for (const language of languagesFrom(locale)) {
    const found = read(typed.slice(from, from + LONGEST_PHRASE).join(' '), language);
    const concept = lexicon.find(found, 0, language);
    if (!concept || concept.length <= (best?.length ?? 0)) continue;
    if (language !== locale && concept.length === 1 && STOP[locale].has(fold(typed[from] ?? ''))) continue;
    const taken = found.slice(0, concept.length);
    const telling = taken.filter((word) => !STOP[language].has(word.form));
    const strict = (telling.length > 0 ? telling : taken).map((word) => word.stem);
    best = { reading: { strict: [...strict, conceptToken(concept.concept)], loose: [conceptToken(concept.concept)] }, length: concept.length };
  }
  return best;
}

function plannedWord(taken: readonly string[], meant: Reading | null, locale: Locale, tools: Tools): PlannedWord {
  const [first] = taken;
  const form = fold(first ?? '');
  return {
    surface: taken.join(' '),
    readings: [...(meant ? [meant] : []), ...literalReadings(taken, locale, tools)],
    prefix: taken.length === 1 && form.length >= SHORTEST_PREFIX ? form : null,
  };
}

/** The word as a word of each language: its stem, or the parts of the compound that it is. */
function literalReadings(taken: readonly string[], locale: Locale, { lexicon, read }: Tools): Reading[] {
  const readings = languagesFrom(locale).map((language): Reading => {
    const found = read(taken.join(' '), language);
    const loose = found.flatMap((word) => word.parts?.map((part) => asMeant(part, language, lexicon)) ?? [word.stem]);
    return { strict: [...new Set([...found.map((word) => word.stem), ...loose])], loose: [...new Set(loose)] };
  });
  const seen = new Set<string>();
  return readings.filter((reading) => {
    const key = `${reading.strict.join(' ')}/${reading.loose.join(' ')}`;
    return !seen.has(key) && seen.add(key);
  });
}

function asMeant(part: string, language: Locale, lexicon: Lexicon): string {
  const concept = lexicon.ofStem(part, language);
  return concept === null ? part : conceptToken(concept);
}
