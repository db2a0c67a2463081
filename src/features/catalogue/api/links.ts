/** Addresses in answers: relative to the site, so that they hold behind any host name. Pure. */
import { localePath, type Locale } from '#i18n/index.ts';

const BASE = '/api/v1';

export function providerLinks(slug: string, lang: Locale) {
  const self = `${BASE}/providers/${encodeURIComponent(slug)}`;
  const page = localePath(lang, `/providers/${encodeURIComponent(slug)}`);
  return { self, html: page, results: `${self}/results`, reviews: `${self}/reviews`, approvals: `${self}/approvals` };
}

export function programmePage(slug: string, code: string, lang: Locale): string {
  return localePath(lang, `/providers/${encodeURIComponent(slug)}/programmes/${encodeURIComponent(code)}`);
}

/** @param page path of the page for people, without language; null: there is none */
export function listLinks(list: string, lang: Locale, page: string | null) {
  return { self: `${BASE}/${list}`, html: page === null ? null : localePath(lang, page) };
}

interface Paged {
  page: number;
  pageSize: number;
  total: number;
}

/** @param url of the request @param html path of the page for people that says the same, without language */
export function pageLinks(url: URL, { page, pageSize, total }: Paged, html: { path: string; lang: Locale } | null) {
  const pages = Math.ceil(total / pageSize);
  const at = (number: number) => {
    const params = new URLSearchParams(url.search);
    params.set('page', String(number));
    return `${url.pathname}?${params}`;
  };
  return {
    self: `${url.pathname}${url.search}`,
    next: page < pages ? at(page + 1) : null,
    previous: page > 1 && pages > 0 ? at(Math.min(page - 1, pages)) : null,
    html: html === null ? null : `${localePath(html.lang, html.path)}${pageQuery(url)}`,
  };
}

/** What the page for people understands too: all but how many a page holds and in what language. */
function pageQuery(url: URL): string {
  const params = new URLSearchParams([...url.searchParams].filter(([name]) => !['lang', 'page', 'pageSize'].includes(name)));
  return params.size === 0 ? '' : `?${params}`;
}

export function comparisonLinks(url: URL, slugs: readonly string[], lang: Locale) {
  const params = new URLSearchParams(slugs.map((slug) => ['p', slug]));
  return { self: `${url.pathname}${url.search}`, html: `${localePath(lang, '/compare')}?${params}` };
}
