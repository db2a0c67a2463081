import type { APIRoute } from 'astro';
import { providerSlices } from '#features/providers/addresses.ts';
import { sitemapIndex, xml } from './_sitemap.ts';

export const GET: APIRoute = async ({ locals }) => {
  const { db, env } = locals.runtime;
  const slices = await providerSlices(db);
  return xml(sitemapIndex(env.siteUrl, ['/sitemap-pages.xml', ...slices.map((slice) => `/sitemap-providers-${slice}.xml`)]));
};
