/** The engine inside the web process: for one process and up to some tens of thousands of providers. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Register } from '#features/regions/register.ts';
import { analyserFor, searchDocument } from '../document.ts';
import type { ProviderSummary, SearchAnswer, SearchEngine, SearchQuery, Suggestion } from '../model.ts';
import { resolveText } from '../resolve.ts';
import { suggestions } from '../suggest.ts';
import { answer, matchText, textPort, type TextMatch } from '../embedded/find.ts';
import { IndexState } from '../embedded/index-state.ts';
import type { Locale } from '#platform/input.ts';

type Change = { put: readonly ProviderSummary[] } | { drop: readonly number[] };

/** Documents analysed before others get their turn: some ten milliseconds. */
const SLICE = 10;

export class EmbeddedEngine implements SearchEngine {
  readonly name = 'embedded';
  readonly shared = false;
  #position: number | null = null;
  readonly #register: () => Register;
  #state = new IndexState();
  /** Changes that came while a new index was being built; the new one gets them too. */
  #missed: Change[] | null = null;
  /** Writes one after the other: a removal must not overtake the write before it. */
  #queue: Promise<unknown> = Promise.resolve();

  /** @param register the present one; asked anew for each document and query, because imports bring places and groups */
  constructor(register: () => Register) {
    this.#register = register;
  }

  upsert(summaries: readonly ProviderSummary[]): Promise<void> {
    this.#missed?.push({ put: summaries });
    return this.#write(() => this.#put(this.#state, summaries));
  }

  remove(ids: readonly number[]): Promise<void> {
    this.#missed?.push({ drop: ids });
    return this.#write(async () => {
      for (const id of ids) this.#state.drop(id);
    });
  }

  async position(): Promise<number | null> {
    return this.#position;
  }

  async moveTo(seq: number): Promise<void> {
    this.#position = seq;
  }

  async rebuild(summaries: AsyncIterable<readonly ProviderSummary[]>, seq?: number): Promise<void> {
    if (this.#missed) throw new Error('A rebuild is under way.');
    const missed: Change[] = (this.#missed = []);
    const fresh = new IndexState();
    try {
      for await (const batch of summaries) await this.#put(fresh, batch);
      for (let change = missed.shift(); change; change = missed.shift()) {
        if ('put' in change) await this.#put(fresh, change.put);
        else for (const id of change.drop) fresh.drop(id);
      }
      this.#state = fresh;
      if (seq !== undefined) this.#position = seq;
    } finally {
      this.#missed = null;
    }
  }

  /** The shuffle is worked out for each answer. */
  async newDay(): Promise<void> {}

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const state = this.#state;
    const register = this.#register();
    const { match, corrected } = await this.#match(state, query, register);
    return { ...answer(state, query, match, register), corrected, engine: this.name };
  }

  async #match(state: IndexState, query: SearchQuery, register: Register): Promise<{ match: TextMatch | null; corrected: string | null }> {
    if (query.text.trim() === '') return { match: null, corrected: null };
    const asked = await resolveText(query, analyserFor(register), textPort(state, query.country));
    return { match: matchText(state, asked ?? { words: [], atLeast: 0, corrected: null }, query.country), corrected: asked?.corrected ?? null };
  }

  async suggest(prefix: string, locale: Locale, limit: number): Promise<Suggestion[]> {
    return suggestions(prefix, locale, limit, this.#register(), this.#state.names.find(prefix, limit));
  }

  async size(): Promise<number> {
    return this.#state.size;
  }

  async close(): Promise<void> {
    await this.#queue;
  }

  async #put(state: IndexState, summaries: readonly ProviderSummary[]): Promise<void> {
    for (let start = 0; start < summaries.length; start += SLICE) {
      const register = this.#register();
      const analyser = analyserFor(register);
      for (const summary of summaries.slice(start, start + SLICE)) state.put(searchDocument(summary, analyser, register));
      await nextTurn();
    }
  }

  #write(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }
}
