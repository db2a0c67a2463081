/** `?year=2026`: statements of reasons for the DSA Transparency Database. */
import type { APIRoute } from 'astro';
import { allow } from '#platform/permissions.ts';
import { databaseStatements } from '#features/moderation/export/facts.ts';
import { periodOf } from './_period.ts';

export const GET: APIRoute = async (context) => {
  const refused = await allow(context);
  if (refused) return refused;
  const { year, period } = periodOf(context.url);
  const statements = await databaseStatements(context.locals.runtime.db, period);
  return new Response(JSON.stringify({ statements }, null, 2), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="statements-${year}.json"`, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
  });
};
