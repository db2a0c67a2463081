/** Entries of the public log in their order: `?from=0&limit=100`. Whoever reads them all can work the whole tree out again. */
import { z } from 'zod';
import { readQuery } from '#features/catalogue/api/read-query.ts';
import { readRoute } from '#platform/http/api.ts';
import { logEntries } from '#platform/public-log/queries.ts';
import { logSize } from '#platform/public-log/tree.ts';
import { json } from './_answer.ts';

const MOST = 500;
const query = z.object({ from: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(0), limit: z.int().min(1).max(MOST).default(100) });

export const GET = readRoute(async ({ url, locals: { runtime } }) => {
  const { from, limit } = readQuery(query, url.searchParams);
  const found = await logEntries(runtime.db, from, limit);
  const size = await logSize(runtime.db);
  const next = from + found.length;
  return json({ size, entries: found.map(({ entry, document, salt, ground }) => ({ entry, document, salt, ground })), next: next < size ? next : null });
});
