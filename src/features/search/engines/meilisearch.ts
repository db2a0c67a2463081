/** The engine for several web processes or many providers: the same analysis, facets and order over a Meilisearch server. */
import { Meilisearch } from 'meilisearch';
import { DomainError } from '#platform/errors.ts';
import type { Locale } from '#platform/input.ts';
import type { Register } from '#features/regions/register.ts';
import { fold, words } from '../analysis/fold.ts';
import { analyserFor } from '../document.ts';
import { Names } from '../embedded/names.ts';
import { finished } from '../meilisearch/client.ts';
import { countHits } from '../meilisearch/counts.ts';
import { NAME_FIELDS, type NameFields } from '../meilisearch/documents.ts';
import { filtersOf, needText } from '../meilisearch/filters.ts';
import { ANALYSIS, deleteIndexes, dropProviders, prepareIndexes, putSummaries, readState, swapIndexes, writeState } from '../meilisearch/indexes.ts';
import { allWords, everybody, mostWords, nobody, WINDOW, type MeiliMatch } from '../meilisearch/match.ts';
import { pageOf } from '../meilisearch/page.ts';
import { meiliTextPort, type IndexNames } from '../meilisearch/words.ts';
import type { ProviderSummary, SearchAnswer, SearchEngine, SearchQuery, Suggestion } from '../model.ts';
import { shuffleRank } from '../order.ts';
import { plainText, resolveText } from '../resolve.ts';
import { suggestions } from '../suggest.ts';

export interface MeilisearchOptions {
  url: string;
  key: string | null;
  /** Begins the names of the indexes; tests have their own. */
  prefix?: string;
  /** How many hits count as few enough to be ordered here; for tests. */
  window?: number;
}

type Change = { put: readonly ProviderSummary[] } | { drop: readonly number[] };

const IDS_AT_ONCE = 10_000;
const MOST_NAMES = 50;

export class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch';
  readonly shared = true;
  readonly #client: Meilisearch;
  readonly #register: () => Register;
  readonly #names: IndexNames;
  readonly #next: IndexNames;
  readonly #window: number;
  /** Filled with another analysis than this process asks with: to be made anew. */
  #outdated = false;
  #missed: Change[] | null = null;

  constructor(register: () => Register, { url, key, prefix = 'vejviser', window = WINDOW }: MeilisearchOptions) {
    this.#client = new Meilisearch({ host: url, ...(key === null ? {} : { apiKey: key }) });
    this.#register = register;
    this.#names = { providers: `${prefix}_providers`, words: `${prefix}_words` };
    this.#next = { providers: `${prefix}_providers_next`, words: `${prefix}_words_next` };
    this.#window = window;
  }

  /** Makes the indexes where they are missing. @throws DomainError unavailable */
  async open(): Promise<this> {
    try {
      await this.#client.health();
    } catch (error) {
      throw new DomainError('unavailable', 'Meilisearch does not answer at MEILI_URL.', [], error);
    }
    await prepareIndexes(this.#client, this.#names);
    // Asked only now: while an older and a newer process run side by side, they do not undo each other's index.
    const state = await readState(this.#client, this.#names);
    this.#outdated = state !== null && state.analysis !== ANALYSIS;
    return this;
  }

  async position(): Promise<number | null> {
    return this.#outdated ? null : ((await readState(this.#client, this.#names))?.seq ?? null);
  }

  moveTo(seq: number): Promise<void> {
    return writeState(this.#client, this.#names, seq);
  }

  async upsert(summaries: readonly ProviderSummary[]): Promise<void> {
    this.#missed?.push({ put: summaries });
    await putSummaries(this.#client, this.#names, summaries, this.#register());
  }

  async remove(ids: readonly number[]): Promise<void> {
    this.#missed?.push({ drop: ids });
    await dropProviders(this.#client, this.#names, ids);
  }

  async rebuild(summaries: AsyncIterable<readonly ProviderSummary[]>, seq?: number): Promise<void> {
    if (this.#missed) throw new Error('A rebuild is under way.');
    const missed: Change[] = (this.#missed = []);
    const client = this.#client;
    try {
      await deleteIndexes(client, this.#next);
      await prepareIndexes(client, this.#next);
      for await (const batch of summaries) await putSummaries(client, this.#next, batch, this.#register());
      const position = seq ?? (await this.position());
      if (position !== null) await writeState(client, this.#next, position);
      for (let change = missed.shift(); change; change = missed.shift()) {
        if ('put' in change) await putSummaries(client, this.#next, change.put, this.#register());
        else await dropProviders(client, this.#next, change.drop);
      }
      await swapIndexes(client, this.#names, this.#next);
      this.#outdated = false;
    } finally {
      this.#missed = null;
    }
    await deleteIndexes(client, this.#next);
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const { match, corrected } = await this.#match(query);
    const filter = [...match.scope, ...filtersOf(query, null)];
    const { total, facets, tiers } = await countHits(this.#client, this.#names.providers, query, match, this.#register());
    const hits = await pageOf({ client: this.#client, index: this.#names.providers, query, match, filter }, total, this.#window);
    return { hits, total, facets, tiers, corrected, partial: match.partial, engine: this.name };
  }

  async suggest(prefix: string, locale: Locale, limit: number): Promise<Suggestion[]> {
    const typed = words(prefix).map(fold);
    const last = typed.at(-1);
    const names = new Names();
    if (last !== undefined && typed.join('').length >= 2) {
      const need = { tokens: typed.slice(0, -1), prefix: last };
      const { hits } = await this.#client
        .index<NameFields>(this.#names.providers)
        .search(needText(need), { attributesToSearchOn: ['names'], matchingStrategy: 'all', limit: MOST_NAMES, attributesToRetrieve: [...NAME_FIELDS] });
      for (const hit of hits) names.add(hit);
    }
    return suggestions(prefix, locale, limit, this.#register(), names.find(prefix, limit));
  }

  async size(): Promise<number> {
    return (await this.#client.index(this.#names.providers).getStats()).numberOfDocuments;
  }

  /** Gives every document the day's shuffle, which orders lists too long to be ordered here. @param day YYYY-MM-DD */
  async newDay(day: string): Promise<void> {
    const index = this.#client.index<{ id: number }>(this.#names.providers);
    for (let offset = 0; ; offset += IDS_AT_ONCE) {
      const { results } = await index.getDocuments({ fields: ['id'], limit: IDS_AT_ONCE, offset });
      if (results.length === 0) return;
      await finished(index.updateDocuments(results.map(({ id }) => ({ id, shuffle: shuffleRank(id, day) }))));
    }
  }

  async close(): Promise<void> {}

  /** Asks for all words in their first reading; only when nobody has them does it look closer. */
  async #match(query: SearchQuery): Promise<{ match: MeiliMatch; corrected: string | null }> {
    if (query.text.trim() === '') return { match: everybody, corrected: null };
    const analyser = analyserFor(this.#register());
    const port = meiliTextPort(this.#client, this.#names, query.country);
    const plain = plainText(analyser.query(query.text, query.locale, query.country));
    const first = allWords(this.#client, this.#names.providers, plain);
    if (plain.words.length > 0 && first.need && (await port.counts([first.need]))[0] !== 0) return { match: first, corrected: null };
    const asked = await resolveText(query, analyser, port);
    if (!asked) return { match: nobody, corrected: null };
    const { providers } = this.#names;
    const match = asked.atLeast < asked.words.length ? await mostWords(this.#client, providers, asked, query.country) : allWords(this.#client, providers, asked);
    return { match, corrected: asked.corrected };
  }
}

/** @throws DomainError unavailable when the server does not answer */
export function openMeilisearch(register: () => Register, options: MeilisearchOptions): Promise<MeilisearchEngine> {
  return new MeilisearchEngine(register, options).open();
}
