import { TypedFastBitSet } from 'typedfastbitset';

/** For each value of a field, the set of those that have it. */
export class ValueBits {
  readonly #byValue = new Map<string, TypedFastBitSet>();

  add(slot: number, values: readonly string[]): void {
    for (const value of values) {
      let bits = this.#byValue.get(value);
      if (!bits) this.#byValue.set(value, (bits = new TypedFastBitSet()));
      bits.add(slot);
    }
  }

  remove(slot: number, values: readonly string[]): void {
    for (const value of values) {
      const bits = this.#byValue.get(value);
      bits?.remove(slot);
      if (bits?.isEmpty()) this.#byValue.delete(value);
    }
  }

  of(value: string): TypedFastBitSet | null {
    return this.#byValue.get(value) ?? null;
  }

  /** Those that have any of the values. */
  any(values: readonly string[]): TypedFastBitSet {
    const found = new TypedFastBitSet();
    for (const value of values) {
      const bits = this.#byValue.get(value);
      if (bits) found.union(bits);
    }
    return found;
  }

  /** How many of `among` have each value; values that none has are left out. */
  counts(among: TypedFastBitSet, wanted: (value: string) => boolean = () => true): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [value, bits] of this.#byValue) {
      if (!wanted(value)) continue;
      const count = among.intersection_size(bits);
      if (count > 0) counts[value] = count;
    }
    return counts;
  }
}
