/** The open list as a spreadsheet. Names of columns and values are the same in every language. */
import type { APIRoute } from 'astro';
import { csvLine } from '#platform/csv.ts';
import { ledgerLines, ledgerNow } from '#features/moderation/ledger.ts';

export const GET: APIRoute = async ({ locals }) => {
  const lines = ledgerLines(await ledgerNow(locals.runtime.db)).map((each) => csvLine(each));
  return new Response(`\ufeff${lines.join('')}`, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="moderation.csv"', 'cache-control': 'no-store' } });
};
