/** The comparison as a spreadsheet: the rows of the page, in its language. */
import type { APIRoute } from 'astro';
import { messages, type Locale } from '#i18n/index.ts';
import { today } from '#platform/clock.ts';
import { csvLine } from '#platform/csv.ts';
import { providerPages } from '#features/programmes/queries.ts';
import { publishedFigures } from '#features/results/queries.ts';
import { comparedProviders } from '#features/search/compare.ts';
import { comparedGroups, csvRows } from '#features/search/compare-view.ts';
import { marketOf } from '#features/search/queries.ts';
import { COMPARE_MAX, COMPARE_MIN, readPicks } from '#features/search/tray.ts';

/** Spreadsheets take a file for Latin-1 without it. */
const BYTE_ORDER_MARK = '\ufeff';

export const GET: APIRoute = async ({ locals, url, currentLocale }) => {
  const locale = currentLocale as Locale;
  const { db, register } = locals.runtime;
  const pages = await providerPages(db, readPicks(url.searchParams).slice(0, COMPARE_MAX));
  if (pages.length < COMPARE_MIN) return new Response(`${messages(locale).compare.missing.noneText}\n`, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  const ids = pages.map((page) => page.id);
  const compared = comparedProviders(pages, await publishedFigures(db, ids), today(), await marketOf(db, ids, today()));
  const lines = csvRows(compared, comparedGroups(compared, locale, register), locale).map(csvLine);
  return new Response(BYTE_ORDER_MARK + lines.join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${messages(locale).compare.csv.file}.csv"`,
      'x-robots-tag': 'noindex',
      'x-cache-tags': pages.map((page) => `provider:${page.id}`).join(','),
    },
  });
};
