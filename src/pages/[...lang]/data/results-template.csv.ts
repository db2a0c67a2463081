/** The empty table that providers fill in with their cohorts: Danish headings in Danish, English in the other languages. */
import type { APIRoute } from 'astro';
import { writeCohortCsv } from '#features/results/cohort-csv.ts';

export const GET: APIRoute = ({ currentLocale }) => {
  const language = currentLocale === 'da' ? 'da' : 'en';
  return new Response(writeCohortCsv([], language), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${language === 'da' ? 'resultater-skabelon' : 'results-template'}.csv"`,
      'x-robots-tag': 'noindex',
    },
  });
};
