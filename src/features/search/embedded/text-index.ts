/**
 * Words of all documents: MiniSearch as dictionary of terms, answers as bitsets.
 * Its scores are not used: the order works in bands, and a list of ten thousand scored results costs more than the search.
 */
import { LRUCache } from 'lru-cache';
import MiniSearch from 'minisearch';
import { TypedFastBitSet } from 'typedfastbitset';
import { LEVELS, type AnalysedDocument, type Level } from '../analysis/analyser.ts';
import { ValueBits } from './value-bits.ts';

/** Concepts and places are in few words and many documents: sets hold them in a fraction of the room. */
const isConcept = (token: string) => token.startsWith('zz');

/** What has to be known of a document to take it out again. */
export type HeldConcepts = readonly (readonly string[])[];

/** Those that have a token at this level or a stronger one; index is the level. */
export type LevelBits = readonly [TypedFastBitSet, TypedFastBitSet, TypedFastBitSet, TypedFastBitSet];

export interface Term {
  term: string;
  documents: number;
}

const CACHE_BYTES = 48 * 1024 * 1024;

const emptyLevels = (): LevelBits => [new TypedFastBitSet(), new TypedFastBitSet(), new TypedFastBitSet(), new TypedFastBitSet()];

type Indexed = { slot: number } & Record<(typeof LEVELS)[number], string>;

export class TextIndex {
  readonly #terms = new MiniSearch<Indexed>({
    idField: 'slot',
    fields: [...LEVELS],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    autoVacuum: { minDirtFactor: 0.1, minDirtCount: 200, batchSize: 2_000, batchWait: 5 },
  });
  readonly #concepts = LEVELS.map(() => new ValueBits());
  /** Token → a word it stands for, where they differ; also the list of all tokens. */
  readonly #surfaces = new Map<string, string | null>();
  readonly #kept = new LRUCache<string, LevelBits>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (levels) => 100 + levels.reduce((sum, bits) => sum + bits.words.byteLength, 0),
  });

  add(slot: number, document: AnalysedDocument): HeldConcepts {
    const words: string[][] = LEVELS.map(() => []);
    const concepts: string[][] = LEVELS.map(() => []);
    for (const [token, level] of document.tokens) {
      (isConcept(token) ? concepts : words)[level]?.push(token);
      if (!isConcept(token) && !this.#surfaces.get(token)) this.#surfaces.set(token, document.surfaces.get(token) ?? null);
    }
    const fields = Object.fromEntries(LEVELS.map((name, level) => [name, words[level]?.join(' ') ?? '']));
    this.#terms.add({ slot, ...fields } as Indexed);
    this.#concepts.forEach((bits, level) => bits.add(slot, concepts[level] ?? []));
    this.#kept.clear();
    return concepts;
  }

  /** What is left of its words in the dictionary goes when enough has gathered. */
  remove(slot: number, concepts: HeldConcepts): void {
    this.#terms.discard(slot);
    this.#concepts.forEach((bits, level) => bits.remove(slot, concepts[level] ?? []));
    this.#kept.clear();
  }

  /** @param prefix also tokens that begin like this */
  bits(token: string, prefix = false): LevelBits {
    const key = prefix ? `${token}*` : token;
    const known = this.#kept.get(key);
    if (known) return known;
    const levels = emptyLevels();
    LEVELS.forEach((name, level) => {
      const bits = levels[level as Level];
      if (isConcept(token)) bits.union(this.#concepts[level]?.of(token) ?? new TypedFastBitSet());
      else this.#visit(token, { prefix, fields: [name] }, (slot) => bits.add(slot));
      const stronger = levels[(level - 1) as Level];
      if (stronger) bits.union(stronger);
    });
    this.#kept.set(key, levels);
    return levels;
  }

  /** Tokens at most so many letters away. */
  near(token: string, distance: number): Term[] {
    const documents = new Map<string, number>();
    this.#visit(token, { fuzzy: distance, maxFuzzy: distance }, (_, term) => documents.set(term, (documents.get(term) ?? 0) + 1));
    return [...documents].map(([term, count]) => ({ term, documents: count }));
  }

  /** The hook sees every entry of the index; answering 0 drops it before a scored result is built. */
  #visit(token: string, options: object, see: (slot: number, term: string) => void): void {
    this.#terms.search(token, {
      ...options,
      boostDocument: (slot: number, term: string) => {
        see(slot, term);
        return 0;
      },
    });
  }

  tokens(): IterableIterator<string> {
    return this.#surfaces.keys();
  }

  surface(token: string): string {
    return this.#surfaces.get(token) ?? token;
  }
}
