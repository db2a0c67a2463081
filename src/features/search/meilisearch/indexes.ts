/** Upkeep of the two indexes: made, filled, emptied. Every write is a task, and waited for. */
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { MeilisearchApiError, type Meilisearch } from 'meilisearch';
import { today } from '#platform/clock.ts';
import type { Register } from '#features/regions/register.ts';
import { BASE_WORDS, HEADS } from '../analysis/base-words.ts';
import { CONCEPTS } from '../analysis/lexicon/index.ts';
import { analyserFor, searchDocument, type SearchDocument } from '../document.ts';
import type { ProviderSummary } from '../model.ts';
import { finished } from './client.ts';
import { meiliDocument, wordDocuments } from './documents.ts';
import { PROVIDER_SETTINGS, WORD_SETTINGS } from './settings.ts';
import type { IndexNames } from './words.ts';

const BATCH = 500;
/** Documents analysed before others get their turn. */
const SLICE = 20;
/** Where the words index keeps the position in the change sequence, so that it is swapped in together with what it says. */
const STATE = 'state';

const exists = (client: Meilisearch, uid: string) => client.getRawIndex(uid).then(() => true, () => false);

/** Makes what is missing and brings the settings up to date. */
export async function prepareIndexes(client: Meilisearch, { providers, words }: IndexNames): Promise<void> {
  for (const [uid, settings] of [[providers, PROVIDER_SETTINGS], [words, WORD_SETTINGS]] as const) {
    if (!(await exists(client, uid))) await finished(client.createIndex(uid, { primaryKey: 'id' }));
    await finished(client.index(uid).updateSettings(settings));
  }
}

export async function deleteIndexes(client: Meilisearch, { providers, words }: IndexNames): Promise<void> {
  for (const uid of [providers, words]) if (await exists(client, uid)) await finished(client.deleteIndex(uid));
}

/** Both pairs in one task: no search ever sees one old and one new. */
export async function swapIndexes(client: Meilisearch, a: IndexNames, b: IndexNames): Promise<void> {
  const pairs: [string, string][] = [[a.providers, b.providers], [a.words, b.words]];
  await finished(client.swapIndexes(pairs.map((indexes) => ({ indexes, rename: false }))));
}

export async function putSummaries(client: Meilisearch, names: IndexNames, summaries: readonly ProviderSummary[], register: Register): Promise<void> {
  const analyser = analyserFor(register);
  const day = today();
  for (let start = 0; start < summaries.length; start += BATCH) {
    const batch = summaries.slice(start, start + BATCH);
    const documents: SearchDocument[] = [];
    for (let i = 0; i < batch.length; i += SLICE) {
      documents.push(...batch.slice(i, i + SLICE).map((summary) => searchDocument(summary, analyser, register)));
      await nextTurn();
    }
    const added = client.index(names.providers).addDocuments(documents.map((document) => meiliDocument(document, day)));
    const learnt = client.index(names.words).addDocuments([...wordDocuments(documents)]);
    await Promise.all([finished(added), finished(learnt)]);
  }
}

export async function dropProviders(client: Meilisearch, names: IndexNames, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await finished(client.index(names.providers).deleteDocuments([...ids]));
}

/**
 * Which analysis an index was filled with. Words and settings are in it by themselves;
 * the number goes up when the code between them changes what a text becomes.
 */
export const ANALYSIS = createHash('sha256').update(JSON.stringify([1, CONCEPTS, BASE_WORDS, HEADS, PROVIDER_SETTINGS, WORD_SETTINGS])).digest('base64url').slice(0, 16);

export interface IndexState {
  seq: number;
  analysis: string;
}

/** null: it was never filled. @throws when the server does not answer: that is no empty index */
export async function readState(client: Meilisearch, { words }: IndexNames): Promise<IndexState | null> {
  const found = await client.index<{ id: string } & Partial<IndexState>>(words).getDocument(STATE).catch((error: unknown) => {
    if (error instanceof MeilisearchApiError && error.cause?.code === 'document_not_found') return null;
    throw error;
  });
  return found?.seq === undefined ? null : { seq: found.seq, analysis: found.analysis ?? '' };
}

export async function writeState(client: Meilisearch, { words }: IndexNames, seq: number): Promise<void> {
  await finished(client.index(words).addDocuments([{ id: STATE, seq, analysis: ANALYSIS }]));
}
