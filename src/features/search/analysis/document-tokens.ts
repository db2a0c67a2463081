/** From a summary to tokens. Pure. */
import { LOCALES, type Locale, type LocalisedText } from '#platform/input.ts';
import { parsePlaceNames } from '#features/regions/suggest.ts';
import type { Register } from '#features/regions/register.ts';
import type { ProviderSummary } from '../model.ts';
import { conceptToken, type Lexicon } from './lexicon.ts';
import { STOP } from './stop-words.ts';
import { placeToken, type AnalysedDocument, type Level } from './tokens.ts';
import type { ReadText, Word } from './word-reader.ts';

export interface Tools {
  lexicon: Lexicon;
  register: Register;
  read: ReadText;
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

/** Gathers tokens at their strongest level, and a word for each that was shortened. */
class Tokens implements AnalysedDocument {
  readonly tokens = new Map<string, Level>();
  readonly surfaces = new Map<string, string>();
  readonly #tools: Tools;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  add(token: string, level: Level): void {
    const known = this.tokens.get(token);
    if (known === undefined || level < known) this.tokens.set(token, level);
  }

  concept(concept: string, level: Level): void {
    this.add(conceptToken(concept), level);
    for (const other of this.#tools.lexicon.near(concept)) this.add(conceptToken(other), weaker(level));
  }

  text(text: string, locale: Locale, level: Level): void {
    const found = this.#tools.read(text, locale);
    found.forEach((word, i) => {
      const meant = this.#tools.lexicon.find(found, i, locale);
      if (meant) this.concept(meant.concept, level);
      // In a name every word counts.
      if (level === 0 || !STOP[locale].has(word.form)) this.#word(word, locale, level);
    });
  }

  localised(text: LocalisedText | null, level: Level): void {
    for (const locale of LOCALES) if (text?.[locale] !== undefined) this.text(text[locale], locale, level);
  }

  #word({ stem, word, parts }: Word, locale: Locale, level: Level): void {
    this.add(stem, level);
    if (stem !== word && !this.surfaces.has(stem)) this.surfaces.set(stem, word);
    for (const part of parts ?? []) {
      this.add(part, weaker(level));
      const meant = this.#tools.lexicon.ofStem(part, locale);
      if (meant !== null) this.concept(meant, weaker(level));
    }
  }
}

export function documentTokens(summary: ProviderSummary, tools: Tools): AnalysedDocument {
  const { lexicon, register } = tools;
  const tokens = new Tokens(tools);
  // A name belongs to no language, and its place is found whoever it serves.
  for (const locale of LOCALES) tokens.text(summary.name, locale, 0);
  for (const country of summary.countries) {
    for (const place of parsePlaceNames(register, summary.name, country).places) tokens.add(placeToken(place.region), 0);
  }
  for (const code of codesOf(summary)) for (const concept of lexicon.ofCode(code)) tokens.concept(concept, 1);
  tokens.localised(summary.summary, 1);
  for (const programme of summary.programmes) tokens.localised(programme.title, 1);
  for (const { region, city, postcode } of summary.locations) {
    for (const code of [region, ...register.ancestors(region).map((each) => each.code)]) tokens.add(placeToken(code), 1);
    for (const locale of LOCALES) tokens.text(`${city ?? ''} ${postcode ?? ''}`, locale, 1);
  }
  for (const text of [...summary.texts.programmes, ...summary.texts.descriptions]) tokens.localised(text, 2);
  for (const area of summary.areas) tokens.add(placeToken(area), 2);
  return tokens;
}
