import type { AcceptedProvider } from './check-provider.ts';

/** Records (providers, programmes, results) in one staging transaction; few where the database stops the pages meanwhile. */
export const BATCH_RECORDS = { postgres: 1_000, embedded: 250 };
/** Characters. */
const MAX_SIZE = 2_000_000;

export class Batch {
  readonly providers: AcceptedProvider[] = [];
  readonly #most: number;
  #records = 0;
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @returns whether it is full */
  add(provider: AcceptedProvider): boolean {
    this.providers.push(provider);
    this.#records += 1 + provider.programmes.length + provider.results.length;
    this.#size += provider.size;
    return this.#records >= this.#most || this.#size >= MAX_SIZE;
  }
}
