/**
 * The host where reviews are written (trust.md section 2, step 6): nothing but these pages and what they are made of, no
 * cookie in or out, no network address, nothing of a request in any log. Whoever asks for more is sent to the site itself.
 */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { capture, type NodeHandler } from './capture.ts';
import type { Answer } from './page-cache.ts';

const REVIEW = /^(?:\/(?:en|sv|nl|fi))?\/review(?:\/|$)/;
/** What pages are made of, and what a browser asks for by itself. */
const STATIC = /^\/(?:_astro\/|favicon\.(?:svg|ico)$|robots\.txt$)/;

/** @param path without its query */
export const isReviewPath = (path: string): boolean => REVIEW.test(path);

export type ReviewRoute = 'review' | 'static' | 'site';
export const reviewRoute = (path: string): ReviewRoute => (isReviewPath(path) ? 'review' : STATIC.test(path) ? 'static' : 'site');

/** `same-origin` would do for ourselves; nobody else is to learn even that somebody came from here. */
export const REVIEW_HEADERS: Readonly<Record<string, string>> = { 'referrer-policy': 'no-referrer' };

/** All that a request may bring along: what kind of body it has, and what forms of answer the browser takes. */
const KEPT = ['accept', 'content-type', 'content-length', 'host', 'if-none-match', 'accept-encoding'] as const;

/**
 * Takes from a request whatever tells who sends it, before anything of the site sees it. Forms count as our own: without
 * cookies there is nothing that another site's form could do in somebody's name, and browsers that send no referrer send
 * `Origin: null`.
 * @param origin of the review host
 */
export function makeAnonymous(request: IncomingMessage, origin: string): void {
  const kept: IncomingHttpHeaders = {};
  for (const name of KEPT) if (request.headers[name] !== undefined) kept[name] = request.headers[name];
  const isForm = request.method !== 'GET' && request.method !== 'HEAD';
  request.headers = isForm ? { ...kept, origin } : kept;
}

/** Cookies never leave; nothing of a form's answer is kept on the way. */
export function withoutTraces({ status, headers, body }: Answer, noStore: boolean): Answer {
  const { 'set-cookie': _cookie, ...rest } = headers;
  return { status, headers: { ...rest, ...(noStore ? { 'cache-control': 'no-store' } : {}) }, body };
}

/** Everybody together, as nobody is told from anybody else here. Kept in memory, in no table. */
const POSTS_PER_SECOND = 40;
const limiter = new RateLimiterMemory({ keyPrefix: 'review', points: POSTS_PER_SECOND, duration: 1 });
export const tooMany = (): Promise<boolean> => limiter.consume('all').then(() => false, () => true);

/** Answers a form or a signed statement. */
export async function answerQuietly(request: IncomingMessage, response: ServerResponse, handler: NodeHandler, headers: Readonly<Record<string, string>>): Promise<void> {
  const { status, headers: own, body } = withoutTraces(await capture(request, handler), true);
  response.writeHead(status, { ...own, ...headers, 'content-length': body.length });
  response.end(body);
}

/** A fault is worth knowing of; what was sent, and when by whom, is not: only what kind of fault it was. */
export const quietError = (error: unknown): { error: string; code: string } => {
  const { name = 'Error', cause } = (error ?? {}) as { name?: string; cause?: { code?: unknown; name?: string } };
  return { error: cause?.name ?? name, code: String(cause?.code ?? '') };
};
