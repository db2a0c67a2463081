/** Sitemap XML (sitemaps.org 0.9). Not a page: its name begins with an underscore. */
import { localePath, LOCALES } from '#i18n/index.ts';

/** Pages that are the same for every visitor, without language. `/compare`, `/choice` answer one visitor's own choice. */
export const STATIC_PAGES = [
  '/', '/providers', '/map', '/rights', '/method', '/about', '/about/decisions', '/about/sources', '/privacy', '/accessibility',
  '/terms', '/contact', '/notice', '/data', '/developers', '/standards', '/decisions', '/decisions/verify', '/moderation',
] as const;

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Each page in each language, with its translations. @param paths without language */
export function urlSet(siteUrl: string, paths: readonly string[]): string {
  const urls = paths.flatMap((path) => {
    const address = (locale: (typeof LOCALES)[number]) => escape(`${siteUrl}${localePath(locale, path)}`);
    const links = [...LOCALES.map((locale) => [locale, address(locale)] as const), ['x-default', address('en')] as const].map(
      ([hreflang, href]) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`,
    );
    return LOCALES.map((locale) => `<url><loc>${address(locale)}</loc>${links.join('')}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

/** @param paths of sitemaps on this site */
export function sitemapIndex(siteUrl: string, paths: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => `<sitemap><loc>${escape(siteUrl + path)}</loc></sitemap>`).join('\n')}
</sitemapindex>
`;
}

export function xml(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8', 'x-cache-tags': 'providers' } });
}
