/** The engine for several web processes or many providers: the same analysis, facets and order over a Meilisearch server. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { today } from '#platform/clock.ts';
import { DomainError } from '#platform/errors.ts';
import type { Locale } from '#platform/input.ts';
import type { Register } from '#features/regions/register.ts';
import { analyserFor, regionCounts, searchDocument, type SearchDocument } from '../document.ts';
import { Names } from '../embedded/names.ts';
import { askAll, finished, type Asked } from '../meilisearch/client.ts';
import { facetField, fieldsTo, meiliDocument, NAME_FIELDS, wordDocuments, type NameFields } from '../meilisearch/documents.ts';
import { filtersOf, needText } from '../meilisearch/filters.ts';
import { allWords, everybody, mostWords, nobody, WINDOW, type MeiliMatch } from '../meilisearch/match.ts';
import { pageOf } from '../meilisearch/page.ts';
import { PROVIDER_SETTINGS, WORD_SETTINGS } from '../meilisearch/settings.ts';
import { meiliTextPort, type IndexNames } from '../meilisearch/words.ts';
import { ANY_COUNTRY, FILTER_FACETS, type FilterFacet, type ProviderSummary, type SearchAnswer, type SearchEngine, type SearchQuery, type Suggestion } from '../model.ts';
import { shuffleRank } from '../order.ts';
import { plainText, resolveText } from '../resolve.ts';
import { suggestions } from '../suggest.ts';
import { fold, words } from '../analysis/fold.ts';

export interface MeilisearchOptions {
  url: string;
  key: string | null;
  /** Begins the names of the indexes; tests have their own. */
  prefix?: string;
  /** How many hits count as few enough to be ordered here; for tests. */
  window?: number;
}

type Change = { put: readonly ProviderSummary[] } | { drop: readonly number[] };

const BATCH = 500;
/** Documents analysed before others get their turn. */
const SLICE = 20;
const IDS_AT_ONCE = 10_000;
const MOST_NAMES = 50;
/** Where the words index keeps the position. */
const STATE = 'state';

export class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch';
  readonly shared = true;
  readonly #client: Meilisearch;
  readonly #register: () => Register;
  readonly #names: IndexNames;
  readonly #next: IndexNames;
  readonly #window: number;
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
    await this.#prepare(this.#names);
    return this;
  }

  async #prepare({ providers, words: wordIndex }: IndexNames): Promise<void> {
    for (const [uid, settings] of [[providers, PROVIDER_SETTINGS], [wordIndex, WORD_SETTINGS]] as const) {
      const exists = await this.#client.getRawIndex(uid).then(() => true, () => false);
      if (!exists) await finished(this.#client.createIndex(uid, { primaryKey: 'id' }));
      await finished(this.#client.index(uid).updateSettings(settings));
    }
  }

  async position(): Promise<number | null> {
    const found = await this.#client.index<{ id: string; seq?: number }>(this.#names.words).getDocument(STATE, { fields: ['seq'] }).catch(() => null);
    return found?.seq ?? null;
  }

  async moveTo(seq: number): Promise<void> {
    await finished(this.#client.index(this.#names.words).addDocuments([{ id: STATE, seq }]));
  }

  async upsert(summaries: readonly ProviderSummary[]): Promise<void> {
    this.#missed?.push({ put: summaries });
    await this.#put(this.#names, summaries);
  }

  async remove(ids: readonly number[]): Promise<void> {
    this.#missed?.push({ drop: ids });
    await this.#drop(this.#names, ids);
  }

  async rebuild(summaries: AsyncIterable<readonly ProviderSummary[]>, seq?: number): Promise<void> {
    if (this.#missed) throw new Error('A rebuild is under way.');
    const missed: Change[] = (this.#missed = []);
    try {
      await this.#deleteNext();
      await this.#prepare(this.#next);
      for await (const batch of summaries) await this.#put(this.#next, batch);
      const position = seq ?? (await this.position());
      if (position !== null) await finished(this.#client.index(this.#next.words).addDocuments([{ id: STATE, seq: position }]));
      for (let change = missed.shift(); change; change = missed.shift()) {
        if ('put' in change) await this.#put(this.#next, change.put);
        else await this.#drop(this.#next, change.drop);
      }
      await finished(
        this.#client.swapIndexes([
          { indexes: [this.#names.providers, this.#next.providers], rename: false },
          { indexes: [this.#names.words, this.#next.words], rename: false },
        ]),
      );
    } finally {
      this.#missed = null;
    }
    await this.#deleteNext();
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const { match, corrected } = await this.#match(query);
    const filter = [...match.scope, ...filtersOf(query, null)];
    const { total, facets } = await this.#count(query, match);
    const hits = await pageOf({ client: this.#client, index: this.#names.providers, query, match, filter }, total, this.#window);
    return { hits, total, facets, corrected, partial: match.partial, engine: this.name };
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

  /** One search for all facets that are not filtered, and one more for each that is: its counts ignore its own filter. */
  async #count(query: SearchQuery, match: MeiliMatch): Promise<{ total: number; facets: SearchAnswer['facets'] }> {
    const filtered = FILTER_FACETS.filter((facet) => (query.filters[facet] ?? []).length > 0);
    const apart: (FilterFacet | 'region')[] = [...filtered, ...(query.place ? (['region'] as const) : [])];
    const fields = (facet: FilterFacet | 'region') => (facet === 'region' ? ['on_spot', 'remote_in'] : [facetField(facet)]);
    const others = [...FILTER_FACETS, 'region' as const].filter((facet) => !apart.includes(facet)).flatMap(fields);
    const ask = (without: FilterFacet | 'region' | null, facets: string[]) => ({
      need: match.need, filter: [...match.scope, ...filtersOf(query, without)], searchIn: fieldsTo(3), facets,
    });
    const [all, ...own] = await askAll(this.#client, this.#names.providers, [ask(null, others), ...apart.map((facet) => ask(facet, fields(facet)))]);
    const of = (facet: FilterFacet | 'region'): Asked<object>['facets'] => (apart.includes(facet) ? own[apart.indexOf(facet)] : all)?.facets ?? {};
    const counts = FILTER_FACETS.map((facet) => [facet, known(of(facet)[facetField(facet)])] as const);
    const country = query.country === ANY_COUNTRY ? null : query.country;
    const region = regionCounts(known(of('region')['on_spot']), known(of('region')['remote_in']), country, this.#register());
    return { total: all?.total ?? 0, facets: { region, ...Object.fromEntries(counts) } as SearchAnswer['facets'] };
  }

  async #put(names: IndexNames, summaries: readonly ProviderSummary[]): Promise<void> {
    const register = this.#register();
    const analyser = analyserFor(register);
    const day = today();
    for (let start = 0; start < summaries.length; start += BATCH) {
      const batch = summaries.slice(start, start + BATCH);
      const documents: SearchDocument[] = [];
      for (let i = 0; i < batch.length; i += SLICE) {
        documents.push(...batch.slice(i, i + SLICE).map((summary) => searchDocument(summary, analyser, register)));
        await nextTurn();
      }
      const added = this.#client.index(names.providers).addDocuments(documents.map((document) => meiliDocument(document, day)));
      const learnt = this.#client.index(names.words).addDocuments([...wordDocuments(documents)]);
      await Promise.all([finished(added), finished(learnt)]);
    }
  }

  async #drop(names: IndexNames, ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await finished(this.#client.index(names.providers).deleteDocuments([...ids]));
  }

  async #deleteNext(): Promise<void> {
    for (const uid of [this.#next.providers, this.#next.words]) {
      const exists = await this.#client.getRawIndex(uid).then(() => true, () => false);
      if (exists) await finished(this.#client.deleteIndex(uid));
    }
  }
}

/** Values that none has are left out. */
function known(counts: Record<string, number> | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(counts ?? {}).filter(([, count]) => count > 0));
}

/** @throws DomainError unavailable when the server does not answer */
export function openMeilisearch(register: () => Register, options: MeilisearchOptions): Promise<MeilisearchEngine> {
  return new MeilisearchEngine(register, options).open();
}
