/**
 * Follows the tokens of a catalogue file without ever holding it whole: top-level values and the elements of
 * `providers` are handed over one by one. Pure.
 */
import { Assembler } from 'stream-json/assembler.js';
import type { Token } from 'stream-json/parser.js';
import { DomainError } from '#platform/errors.ts';
import { escapePointer } from './faults.ts';

/** What to do with a top-level field: take it whole, its elements one by one, only count them, or pass it by. */
export type Treatment = 'whole' | 'elements' | 'count' | 'pass';

/** A value with the JSON pointers, relative to it, of fields that it has twice. */
export interface Taken {
  value: unknown;
  twice: string[];
}

export interface Listener {
  treatment(field: string): Treatment;
  whole(field: string, taken: Taken): void;
  element(field: string, index: number, taken: Taken): void;
}

/** Deeper than any catalogue; a guard against files made to exhaust the reader. */
const MAX_DEPTH = 64;

const opens = (name: Token['name']) => name === 'startObject' || name === 'startArray';
const closes = (name: Token['name']) => name === 'endObject' || name === 'endArray';

export class CatalogueWalker {
  /** Elements seen in each top-level list. */
  readonly counts = new Map<string, number>();
  readonly fieldsTwice: string[] = [];
  /** Grows whenever something ends that need not be held any longer. */
  boundaries = 0;
  readonly #listener: Listener;
  readonly #fields = new Set<string>();
  #depth = 0;
  #field = '';
  #treatment: Treatment = 'pass';
  #inList = false;
  #assembler: Assembler | null = null;
  #twice: string[] = [];

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  /** Whether the whole file, one object, has been read. */
  get complete(): boolean {
    return this.#depth === 0 && this.boundaries > 0;
  }

  push(token: Token): void {
    const { name } = token;
    if (this.#depth === 0) return this.#begin(name);
    if (this.#assembler || this.#depth > this.#base()) return this.#inside(token);
    if (name === 'keyValue') return this.#enterField(token.value);
    if (closes(name)) return this.#leave();
    if (!this.#inList && name === 'startArray' && (this.#treatment === 'elements' || this.#treatment === 'count')) {
      this.#depth += 1;
      this.#inList = true;
      if (!this.counts.has(this.#field)) this.counts.set(this.#field, 0);
      return;
    }
    this.#inside(token);
  }

  #base(): number {
    return this.#inList ? 2 : 1;
  }

  #begin(name: Token['name']): void {
    if (name !== 'startObject') throw new DomainError('invalid', 'This is not a catalogue file: it must be one JSON object.');
    this.#depth = 1;
    this.boundaries += 1;
  }

  #enterField(field: string): void {
    if (this.#fields.has(field)) this.fieldsTwice.push(`/${escapePointer(field)}`);
    this.#fields.add(field);
    this.#field = field;
    this.#treatment = this.#listener.treatment(field);
    this.boundaries += 1;
  }

  /** The end of a top-level list, or of the file. */
  #leave(): void {
    this.#depth -= 1;
    this.#inList = false;
    this.boundaries += 1;
  }

  #inside(token: Token): void {
    const { name } = token;
    if (opens(name)) this.#depth += 1;
    else if (closes(name)) this.#depth -= 1;
    if (this.#depth > MAX_DEPTH) throw new DomainError('invalid', `The file is nested deeper than ${MAX_DEPTH} levels.`);
    if (this.#treatment === 'whole' || this.#treatment === 'elements') this.#assemble(token);
    if (this.#treatment === 'pass') this.boundaries += 1;
    if (this.#depth === this.#base()) this.#handOver();
  }

  #assemble(token: Token): void {
    this.#assembler ??= new Assembler();
    if (token.name === 'keyValue' && Object.hasOwn(this.#assembler.current as object, token.value)) {
      this.#twice.push([...this.#assembler.path, token.value].map((step) => `/${escapePointer(String(step))}`).join(''));
    }
    this.#assembler.consume(token);
  }

  #handOver(): void {
    const taken: Taken = { value: this.#assembler?.current, twice: this.#twice };
    this.#assembler = null;
    this.#twice = [];
    this.boundaries += 1;
    if (this.#inList) {
      const index = this.counts.get(this.#field) ?? 0;
      this.counts.set(this.#field, index + 1);
      if (this.#treatment === 'elements') this.#listener.element(this.#field, index, taken);
    } else if (this.#treatment !== 'pass') {
      this.#listener.whole(this.#field, taken);
    }
  }
}
