/** What a search of the audit trail finds, as a spreadsheet. Names of columns and values are the same in every language. */
import type { APIRoute } from 'astro';
import { allow } from '#platform/permissions.ts';
import { searchAudit } from '#platform/audit/queries.ts';
import { csvLine } from '#platform/csv.ts';
import { auditQuery, CSV_MOST } from './audit/_query.ts';

/** Spreadsheets take a file for Latin-1 without it. */
const BYTE_ORDER_MARK = '\ufeff';

export const GET: APIRoute = async (context) => {
  const refused = await allow(context);
  if (refused) return refused;
  const { entries } = await searchAudit(context.locals.runtime.db, { ...auditQuery(context.url), before: undefined, limit: CSV_MOST });
  const lines = entries.map(({ id, at, actor, action, object, detail }) => csvLine([id, at.toISOString(), actor, action, object, JSON.stringify(detail)]));
  return new Response(BYTE_ORDER_MARK + csvLine(['id', 'at', 'actor', 'action', 'object', 'detail']) + lines.join(''), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="audit.csv"', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
  });
};
