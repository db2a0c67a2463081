/** Chooses the engine: Meilisearch where an address is given, else the one in this process. */
import type { Register } from '#features/regions/register.ts';
import type { SearchEngine } from '../model.ts';
import { EmbeddedEngine } from './embedded.ts';

export interface EngineOptions {
  /** MEILI_URL; absent or null: the embedded engine. */
  url?: string | null | undefined;
  key?: string | null | undefined;
}

/**
 * @param register the present one; asked anew each time
 * @throws DomainError `unavailable` when a Meilisearch address is given and does not answer
 */
export async function openEngine(register: () => Register, { url, key }: EngineOptions = {}): Promise<SearchEngine> {
  if (!url) return new EmbeddedEngine(register);
  // The client is loaded only where there is a server for it.
  const { openMeilisearch } = await import('./meilisearch.ts');
  return openMeilisearch(register, { url, key: key ?? null });
}
