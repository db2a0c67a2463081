/** `?year=2026`: one part of the yearly report in the harmonised template. */
import type { APIRoute } from 'astro';
import { allow } from '#platform/permissions.ts';
import { today } from '#platform/clock.ts';
import { reportFacts } from '#features/moderation/export/facts.ts';
import { isReportPart, reportCsv } from '#features/moderation/export/report.ts';
import { periodOf } from '../_period.ts';

export const GET: APIRoute = async (context) => {
  const refused = await allow(context);
  if (refused) return refused;
  const { part } = context.params;
  if (!isReportPart(part)) return context.rewrite('/404');
  const { runtime } = context.locals;
  const { year, period } = periodOf(context.url);
  const facts = await reportFacts(runtime.db, period, { service: 'Vejviser', provider: runtime.env.OPERATOR_NAME ?? 'Vejviser', publishedOn: today() });
  return new Response(reportCsv(part, facts), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${part}_${year}.csv"`, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
  });
};
