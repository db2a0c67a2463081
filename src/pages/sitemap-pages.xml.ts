import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { STATIC_PAGES, urlSet, xml } from './_sitemap.ts';

export const GET: APIRoute = async ({ locals }) => {
  const decisions = (await getCollection('decisions')).map(({ id }) => `/about/decisions/${id}`);
  return xml(urlSet(locals.runtime.env.siteUrl, [...STATIC_PAGES, ...decisions.sort()]));
};
