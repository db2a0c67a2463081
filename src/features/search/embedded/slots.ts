/** Gives each provider a place in the bitsets, and uses places again. */
export class Slots {
  readonly #slotOf = new Map<number, number>();
  readonly #free: number[] = [];
  #next = 0;

  get size(): number {
    return this.#slotOf.size;
  }

  slotOf(id: number): number | undefined {
    return this.#slotOf.get(id);
  }

  take(id: number): number {
    const slot = this.#slotOf.get(id) ?? this.#free.pop() ?? this.#next++;
    this.#slotOf.set(id, slot);
    return slot;
  }

  release(id: number): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#slotOf.delete(id);
    this.#free.push(slot);
  }
}
