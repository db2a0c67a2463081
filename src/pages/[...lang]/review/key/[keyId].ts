/** What everybody may know of a pool, and the proof that its key stands in the public log. For the page that collects. */
import { messages } from '#i18n/index.ts';
import { poolAnswer } from '#features/reviews/pool-query.ts';
import { verifierLine } from '#platform/audit/note.ts';
import { domainErrorCode } from '#platform/errors.ts';
import { logKey } from '#platform/public-log/note.ts';
import type { APIRoute } from 'astro';

const json = (status: number, value: unknown) => new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } });

export const GET: APIRoute = async ({ params, locals: { runtime, locale } }) => {
  try {
    return json(200, await poolAnswer(runtime.db, params['keyId'] ?? '', verifierLine(logKey(runtime.env)), locale));
  } catch (error) {
    if (domainErrorCode(error) === 'not-found') return json(404, { error: messages(locale).review.collect.faults.unknown });
    throw error;
  }
};
