/** The engines that every contract test runs on. Meilisearch only where MEILI_URL names a server; its absence is said aloud. */
import { randomBytes } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import type { Register } from '#features/regions/register.ts';
import { EmbeddedEngine } from '#features/search/engines/embedded.ts';
import { openMeilisearch } from '#features/search/engines/meilisearch.ts';
import type { ProviderSummary, SearchEngine } from '#features/search/model.ts';

export const MEILI_URL = process.env['MEILI_URL'] ?? '';
export const MEILI_KEY = process.env['MEILI_KEY'] ?? null;

export const ENGINE_NAMES = MEILI_URL === '' ? (['embedded'] as const) : (['embedded', 'meilisearch'] as const);
export type EngineName = (typeof ENGINE_NAMES)[number] | 'meilisearch';

if (MEILI_URL === '') {
  process.stderr.write('\n*** NOT RUN: the search contract against Meilisearch. Set MEILI_URL (and MEILI_KEY) to a server to run it. ***\n\n');
}

export interface TestEngine {
  engine: SearchEngine;
  /** Begins the names of its indexes; empty where it has none. */
  prefix: string;
  close(): Promise<void>;
}

/** @param window how many hits Meilisearch's engine orders itself; small: its own order is tested */
export async function testEngine(name: EngineName, register: Register, window?: number): Promise<TestEngine> {
  if (name === 'embedded') {
    const engine = new EmbeddedEngine(() => register);
    return { engine, prefix: '', close: () => engine.close() };
  }
  const prefix = `test_${randomBytes(5).toString('hex')}`;
  const engine = await openMeilisearch(() => register, { url: MEILI_URL, key: MEILI_KEY, prefix, ...(window === undefined ? {} : { window }) });
  return {
    engine,
    prefix,
    async close() {
      await engine.close();
      const client = new Meilisearch({ host: MEILI_URL, ...(MEILI_KEY === null ? {} : { apiKey: MEILI_KEY }) });
      await Promise.all(['providers', 'words'].map((index) => client.deleteIndex(`${prefix}_${index}`).waitTask({ timeout: 60_000 })));
    },
  };
}

export async function* inBatches(summaries: readonly ProviderSummary[], size = 50): AsyncGenerator<ProviderSummary[]> {
  for (let start = 0; start < summaries.length; start += size) yield summaries.slice(start, start + size);
}
