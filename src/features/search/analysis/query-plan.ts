/** From what somebody typed to the words that are searched for. Pure. */
import { LOCALES, type Locale } from '#platform/input.ts';
import { parsePlaceNames } from '#features/regions/suggest.ts';
import type { Tools } from './document-tokens.ts';
import { fold, words } from './fold.ts';
import { conceptToken, LONGEST_PHRASE, type Lexicon } from './lexicon.ts';
import { SOFT, STOP } from './stop-words.ts';
import { placeToken, type PlannedWord, type Reading } from './tokens.ts';

const MOST_WORDS = 8;
const SHORTEST_PREFIX = 3;

/** The page's own language first, then those that most texts are in. */
const languagesFrom = (locale: Locale): Locale[] => [locale, ...LOCALES.filter((each) => each !== locale)];

/** A place is asked for as such; if nobody is there, as a word like any other. */
function placeWords(places: readonly { region: string; text: string }[], locale: Locale, tools: Tools): PlannedWord[] {
  return places.map((place) => ({
    surface: place.text.toLowerCase(),
    readings: [{ strict: [placeToken(place.region)], loose: [placeToken(place.region)] }, ...literalReadings(words(place.text), locale, tools)],
    prefix: null,
  }));
}

/** @param country where place names are looked for */
export function queryPlan(text: string, locale: Locale, country: string, tools: Tools): PlannedWord[] {
  const { places, rest } = parsePlaceNames(tools.register, text, country);
  const typed = words(rest);
  const telling = placeWords(places, locale, tools);
  const soft: PlannedWord[] = [];
  const empty: PlannedWord[] = [];
  for (let i = 0; i < typed.length; ) {
    const meant = conceptAt(typed, i, locale, tools);
    const taken = typed.slice(i, i + (meant?.length ?? 1));
    const weight = taken.length > 1 || meant ? telling : STOP[locale].has(fold(taken[0] ?? '')) ? empty : isSoft(taken[0] ?? '', locale, tools) ? soft : telling;
    weight.push(plannedWord(taken, meant?.reading ?? null, locale, tools));
    i += taken.length;
  }
  const chosen = [telling, soft, empty].find((words) => words.length > 0) ?? [];
  const seen = new Set<string>();
  return chosen.filter((word) => !seen.has(word.surface) && seen.add(word.surface)).slice(0, MOST_WORDS);
}

/** `jobhjælp` says as little as `job` and `hjælp`. */
function isSoft(word: string, locale: Locale, { read }: Tools): boolean {
  if (SOFT[locale].has(fold(word))) return true;
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
