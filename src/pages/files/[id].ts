/** An evidence file, to save. The address itself says that somebody was allowed to have it (src/platform/files/address.ts). */
import type { APIRoute } from 'astro';
import { mayFetch } from '#platform/files/address.ts';
import { fileHeaders } from '#platform/files/answer.ts';
import { fileById } from '#platform/files/queries.ts';

const gone = () => new Response('This address is no longer good. Open the file from the desk again.\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });

export const GET: APIRoute = async ({ params, url, locals: { runtime } }) => {
  const { id = '' } = params;
  if (!mayFetch(id, url.searchParams)) return gone();
  const file = await fileById(runtime.db, id);
  const bytes = file?.state === 'released' ? await runtime.files.store.get(id) : null;
  return file && bytes ? new Response(bytes as BodyInit, { headers: fileHeaders(file) }) : gone();
};
