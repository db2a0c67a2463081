/** From a summary to searchable tokens, and from what somebody typed to the tokens it asks for. Serves both engines. Pure. */
import type { Locale } from '#platform/input.ts';
import type { Register } from '#features/regions/register.ts';
import type { ProviderSummary } from '../model.ts';
import { documentTokens, type Tools } from './document-tokens.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { queryPlan } from './query-plan.ts';
import type { AnalysedDocument, PlannedWord } from './tokens.ts';
import { textReader } from './word-reader.ts';

export { LEVELS, placeToken, type AnalysedDocument, type Level, type PlannedWord, type Reading } from './tokens.ts';

export interface Analyser {
  document(summary: ProviderSummary): AnalysedDocument;
  /** @param country where place names are looked for */
  query(text: string, locale: Locale, country: string): PlannedWord[];
  readonly lexicon: Lexicon;
}

export function createAnalyser(register: Register): Analyser {
  const lexicon = createLexicon([
    ...register.targetGroups().map((each) => ({ code: `group:${each.code}`, names: each.names })),
    ...register.sectors().map((each) => ({ code: `sector:${each.code}`, names: each.short ?? each.names })),
  ]);
  const tools: Tools = { lexicon, register, read: textReader(lexicon) };
  return {
    lexicon,
    document: (summary) => documentTokens(summary, tools),
    query: (text, locale, country) => queryPlan(text, locale, country, tools),
  };
}
