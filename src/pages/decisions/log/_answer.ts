/** Answers of the public log to programs: open to every site, kept by nobody, as the next minute may know more. */
import { CORS_HEADERS } from '#platform/http/problem.ts';

const HEADERS = { ...CORS_HEADERS, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

export const json = (body: unknown): Response => new Response(JSON.stringify(body), { headers: { ...HEADERS, 'content-type': 'application/json; charset=utf-8' } });
export const text = (body: string): Response => new Response(body, { headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' } });
