import type { APIRoute } from 'astro';
import { slugsOfSlice } from '#features/providers/addresses.ts';
import { urlSet, xml } from './_sitemap.ts';

export const GET: APIRoute = async ({ locals, params }) => {
  const { db, env } = locals.runtime;
  const slice = /^\d{1,6}$/.test(params.slice ?? '') ? Number(params.slice) : null;
  const slugs = slice === null ? [] : await slugsOfSlice(db, slice);
  if (slugs.length === 0) return new Response('No such sitemap.\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  return xml(urlSet(env.siteUrl, slugs.map((slug) => `/providers/${slug}`)));
};
