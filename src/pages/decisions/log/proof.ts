/**
 * Proofs: `?entry=12` answers all that is needed to check an entry against the last checkpoint; `?entry=12&size=40` the
 * hashes for a log of that size alone; `?from=12&size=40` that the log of 12 entries is the beginning of that of 40.
 */
import { z } from 'zod';
import { readQuery } from '#features/catalogue/api/read-query.ts';
import { DomainError } from '#platform/errors.ts';
import { readRoute } from '#platform/http/api.ts';
import { bundleOf } from '#platform/public-log/queries.ts';
import { consistencyProof, inclusionProof } from '#platform/public-log/tree.ts';
import { json } from './_answer.ts';

const number = z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional();
const query = z.object({ entry: number, from: number, size: number });

export const GET = readRoute(async ({ url, locals: { runtime: { db } } }) => {
  const { entry, from, size } = readQuery(query, url.searchParams);
  if (entry !== undefined && size === undefined) return json(await bundleOf(db, entry));
  if (entry !== undefined && size !== undefined) return json({ entry, size, proof: await inclusionProof(db, entry, size) });
  if (from !== undefined && size !== undefined) return json({ from, size, proof: await consistencyProof(db, from, size) });
  throw new DomainError('bad-request', 'Ask for ?entry=, for ?entry= with size=, or for ?from= with size=.');
});
