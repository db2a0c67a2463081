import { jsonVerifier } from 'stream-json/utils/verifier.js';
import { DomainError } from '#platform/errors.ts';
import type { CatalogueFileSource } from './read-file.ts';

/** The parser waits for more where a word could still become `true`; blanks after the end make it decide. */
export const AFTER_THE_END = ' '.repeat(20);

/** Reads the file once more to say where it stops being JSON; the fast parser does not know. */
export async function syntaxError(source: CatalogueFileSource, cause: unknown): Promise<DomainError> {
  const verify = jsonVerifier();
  const decoder = new TextDecoder();
  const stream = source.open();
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array | string>) {
      verify(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    }
    verify(AFTER_THE_END);
  } catch (error) {
    const { line, pos } = error as { line?: number; pos?: number };
    if (line !== undefined) return new DomainError('invalid', `${source.fileName} is not JSON: line ${line}, character ${pos} cannot be read.`, [], cause);
  } finally {
    stream.destroy();
  }
  return new DomainError('invalid', `${source.fileName} is not JSON.`, [], cause);
}
