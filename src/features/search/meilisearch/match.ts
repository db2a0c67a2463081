/** Which providers have the words: as a query where all words must be there, as a list of ids where most must. */
import type { Meilisearch } from 'meilisearch';
import { BANDS } from '../order.ts';
import { together, type AskedText, type AskedWord, type Need } from '../resolve.ts';
import { askAll, type Ask } from './client.ts';
import { fieldsTo } from './documents.ts';
import { countryFilter, isOneOf } from './filters.ts';

/** How many hits are put in order in this process; beyond, the engine's own order goes on. */
export const WINDOW = 1_000;

export interface MeiliMatch {
  /** Query text that every hit meets; null: no words, or `scope` says who. */
  need: Need | null;
  scope: string[];
  partial: boolean;
  /** For each id its band. @param filter who is asked about */
  bands(filter: readonly string[]): Promise<Map<number, number>>;
}

const LEVELS = [0, 1, 2, 3] as const;
const noBands = async () => new Map<number, number>();

export const everybody: MeiliMatch = { need: null, scope: [], partial: false, bands: noBands };
/** No id is negative. */
export const nobody: MeiliMatch = { need: null, scope: [isOneOf('id', [-1])], partial: false, bands: noBands };

/** The word itself without what it only means: any text that has it means that as well. */
function strictly(words: readonly AskedWord[]): Need {
  const tokens = words.flatMap(({ strict, loose }) => {
    const own = strict.tokens.filter((token) => !loose.tokens.includes(token));
    return own.length > 0 ? own : strict.tokens;
  });
  return { tokens: [...new Set(tokens)], prefix: together(words).prefix };
}

/** All words: band k strictly at level k, or loosely at the level before. */
export function allWords(client: Meilisearch, index: string, asked: AskedText): MeiliMatch {
  const loose = together(asked.words);
  const strict = strictly(asked.words);
  return {
    need: loose,
    scope: [],
    partial: false,
    async bands(filter) {
      const ask = (need: Need, level: number): Ask => ({ need, filter, searchIn: fieldsTo(level), size: WINDOW });
      const asks = LEVELS.flatMap((level) => [
        { band: level, ask: ask(strict, level) },
        ...(level < 3 ? [{ band: level + 1, ask: ask(loose, level) }] : []),
      ]);
      const answers = await askAll<{ id: number }>(client, index, asks.map((each) => each.ask));
      const bands = new Map<number, number>();
      asks.forEach(({ band }, i) => {
        for (const { id } of answers[i]?.hits ?? []) bands.set(id, Math.min(band, bands.get(id) ?? BANDS - 1));
      });
      return bands;
    },
  };
}

/** Most words: whoever has the largest number of them, at least as many as asked for. Looks at the first thousand for each word. */
export async function mostWords(client: Meilisearch, index: string, asked: AskedText, country: string): Promise<MeiliMatch> {
  const filter = countryFilter(country);
  const asks = asked.words.flatMap((word) => LEVELS.map((level): Ask => ({ need: word.loose, filter, searchIn: fieldsTo(level), size: WINDOW })));
  const answers = await askAll<{ id: number }>(client, index, asks);
  const has = LEVELS.map((level) => {
    const counts = new Map<number, number>();
    asked.words.forEach((_, word) => {
      for (const { id } of answers[word * LEVELS.length + level]?.hits ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
    });
    return counts;
  });
  const most = Math.max(0, ...(has[3]?.values() ?? []));
  if (most < asked.atLeast) return nobody;
  const ids = [...(has[3] ?? [])].flatMap(([id, count]) => (count === most ? [id] : []));
  const bandOf = (id: number) => 1 + LEVELS.findIndex((level) => (has[level]?.get(id) ?? 0) >= most);
  const bands = new Map(ids.map((id) => [id, bandOf(id)]));
  return { need: null, scope: [isOneOf('id', ids)], partial: true, bands: async () => bands };
}
