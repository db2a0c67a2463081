/** One whole index in memory: bitsets for facets and places, a dictionary for words. */
import { TypedFastBitSet } from 'typedfastbitset';
import type { SearchDocument } from '../document.ts';
import { FILTER_FACETS, type FilterFacet } from '../model.ts';
import { Slots } from './slots.ts';
import { Names } from './names.ts';
import { TextIndex, type HeldConcepts } from './text-index.ts';
import { ValueBits } from './value-bits.ts';

export class IndexState {
  readonly #slots = new Slots();
  /** What a slot holds, to take it out again; words are in the dictionary. */
  readonly #held: (HeldDocument | undefined)[] = [];
  readonly all = new TypedFastBitSet();
  readonly countries = new ValueBits();
  readonly areas = new ValueBits();
  /** Areas of those who do not help at a distance: they and `remote` are never counted twice. */
  readonly onSpot = new ValueBits();
  readonly remote = new ValueBits();
  readonly local = new ValueBits();
  readonly programmeGroups = new ValueBits();
  readonly facets = Object.fromEntries(FILTER_FACETS.map((facet) => [facet, new ValueBits()])) as Record<FilterFacet, ValueBits>;
  readonly text = new TextIndex();
  readonly names = new Names();

  get size(): number {
    return this.#slots.size;
  }

  put(document: SearchDocument): void {
    this.drop(document.id);
    const slot = this.#slots.take(document.id);
    const { tokens: _, surfaces: __, ...rest } = document;
    const held: HeldDocument = { ...rest, concepts: this.text.add(slot, document) };
    this.#held[slot] = held;
    this.all.add(slot);
    for (const [bits, values] of this.#fields(held)) bits.add(slot, values);
    this.names.add(document);
  }

  drop(id: number): void {
    const slot = this.#slots.slotOf(id);
    const held = slot === undefined ? undefined : this.#held[slot];
    if (slot === undefined || !held) return;
    this.all.remove(slot);
    for (const [bits, values] of this.#fields(held)) bits.remove(slot, values);
    this.text.remove(slot, held.concepts);
    this.names.remove(held);
    this.#held[slot] = undefined;
    this.#slots.release(id);
  }

  held(slot: number): HeldDocument {
    return this.#held[slot] as HeldDocument;
  }

  #fields(held: HeldDocument): [ValueBits, readonly string[]][] {
    return [
      [this.countries, held.countries],
      [this.areas, held.areas],
      [this.onSpot, held.remoteIn.length > 0 ? [] : held.areas],
      [this.remote, held.remoteIn],
      [this.local, held.localAreas],
      [this.programmeGroups, held.programmeGroups],
      ...FILTER_FACETS.map((facet): [ValueBits, readonly string[]] => [this.facets[facet], held.facets[facet]]),
    ];
  }
}

export type HeldDocument = Omit<SearchDocument, 'tokens' | 'surfaces'> & { concepts: HeldConcepts };
