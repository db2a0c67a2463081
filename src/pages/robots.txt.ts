/** A choice sheet is somebody's own and not for search engines; the sitemap must be named by its full address. */
import type { APIRoute } from 'astro';
import { LOCALES, localePath } from '#i18n/index.ts';

export const GET: APIRoute = ({ locals }) => {
  const own = LOCALES.map((locale) => `Disallow: ${localePath(locale, '/choice')}`);
  const lines = ['User-agent: *', ...own, 'Disallow: /api/', '', `Sitemap: ${locals.runtime.env.siteUrl}/sitemap.xml`, ''];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
