/** The bytes of a provider's table, from wherever they come: never more of them than such a table can have. */
import { DomainError } from '#platform/errors.ts';
import { MAX_BYTES } from './cohort-csv.ts';

/**
 * Reads to the end, or stops where the file is larger than a table may be: what comes after is not read.
 * @param name of the file, for the message
 * @throws DomainError `too-large`
 */
export async function readCohortFile(chunks: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new DomainError('too-large', `${name} is larger than ${MAX_BYTES / 1024 / 1024} MB; a cohort table is small.`);
    kept.push(chunk);
  }
  return Buffer.concat(kept, size);
}
