/** Our server in front of Astro: host check, health, security headers, page cache, graceful stop. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { log } from '#platform/log.ts';
import { today } from '#platform/clock.ts';
import { enterBody, refuseBody } from './body-limit.ts';
import { capture, type NodeHandler } from './capture.ts';
import { encodedBody, pickEncoding, type CacheEntry, type PageCache } from './page-cache.ts';
import { loggedPath } from './logged-path.ts';
import { answerQuietly, isReviewPath, makeAnonymous, quietError, REVIEW_HEADERS, reviewRoute, tooMany, withoutTraces } from './review-host.ts';
import { CORS_HEADERS, isApiPath, methodAnswer, PROBLEM_TYPE, problemDetails } from './problem.ts';

/** Parameters that pages and API know. Others are dropped, so that nobody can fill the cache with made-up addresses. */
const KNOWN_PARAMETERS = new Set([
  'q', 'place', 'country', 'group', 'kind', 'service', 'language', 'accessibility', 'approved', 'delivery', 'price',
  'sort', 'page', 'pageSize', 'p', 'lang', 'cursor', 'only', 'prefix', 'show', 'step', 'wish', 'parent', 'scheme', 'format', 'facets', 'limit', 'why', 'from',
  '_action', 'next', 'done', 'token', 'error', 'programme', 'opening', 'until', 'key', 'source', 'reason', 'dryRun',
  'actor', 'action', 'object', 'before', 'state', 'entry', 'size', 'authority', 'provider', 'outcome', 'day', 'year',
]);
const MAX_URL = 4_000;
/** Pages would see another path than the one that decides here whether an answer is personal. Browsers send none. */
const DOT_SEGMENT = /\/(?:\.|%2e){1,2}(?:\/|$)/i;

export interface ServeOptions {
  handler: NodeHandler;
  cache: PageCache;
  allowedHosts: ReadonlySet<string>;
  https: boolean;
  /** Host of FILES_ORIGIN: evidence files are there and nothing else is. Null: they come from the site's own host. */
  filesHost?: string | null;
  /** REVIEW_ORIGIN, and the site that it stands beside. Null: this site takes no reviews. */
  review?: { origin: string; siteUrl: string } | null;
  /** Throws when the site cannot answer. */
  ready(): Promise<void>;
  /** Further lines of /metrics, in the Prometheus text form. */
  metrics(): Promise<string>;
}

const SECURITY_HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: with it browsers send `Origin: null` on our own forms, which the origin check refuses.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
};

/** What an OpenID Connect broker sends along when it sends the browser back is its own business. */
const SIGN_IN_PATH = '/api/auth/';
/** Evidence files: each address is for one person and some minutes. */
const FILES_PATH = '/files/';
/** The same for everybody, signed in or not. */
const SHARED_PATHS = ['/_astro/', '/api/v1/'];

/** Of somebody who is signed in or signing in: rendered for this request alone, kept nowhere. */
function isPersonal(request: IncomingMessage, url: string): boolean {
  if (SHARED_PATHS.some((each) => url.startsWith(each))) return false;
  return url.startsWith(SIGN_IN_PATH) || url.startsWith(FILES_PATH) || /(?:^|;\s*)(?:__Host-)?vejviser(?:\.[\w-]+)?=/.test(request.headers.cookie ?? '');
}

/** The address as pages see it: known parameters with a value, in the given order. Null: not an address at all. */
export function cleanUrl(raw: string): string | null {
  if (raw.length > MAX_URL || !raw.startsWith('/') || raw.startsWith('//')) return null;
  const [path = '/', query] = raw.split(/\?(.*)/s, 2);
  try {
    decodeURIComponent(path);
  } catch {
    return null;
  }
  if (/[\\\u0000-\u001f]|%00|%5c/i.test(path) || DOT_SEGMENT.test(path)) return null;
  if (!query) return path;
  if (path.startsWith(SIGN_IN_PATH)) return `${path}?${new URLSearchParams(query)}`;
  const kept = [...new URLSearchParams(query)].filter(([name, value]) => KNOWN_PARAMETERS.has(name) && value !== '' && !value.includes('\0'));
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
}

const hostOf = ({ headers }: IncomingMessage): string => (headers.host ?? '').toLowerCase().replace(/:\d+$/, '');

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...SECURITY_HEADERS });
  response.end(`${text}\n`);
}

/** An error of the server itself, in the form that the caller of this address reads. */
function refuse(response: ServerResponse, raw: string, status: number, text: string): void {
  const [path = ''] = raw.split('?', 1);
  if (!isApiPath(path)) return plain(response, status, text);
  response.writeHead(status, { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...CORS_HEADERS, ...SECURITY_HEADERS });
  response.end(JSON.stringify(problemDetails(status, text, path)));
}

/** If-None-Match (RFC 9110 13.1.2): weak comparison, as a proxy that compresses makes the tag weak. */
function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  return ifNoneMatch !== undefined && ifNoneMatch.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag);
}

async function send(request: IncomingMessage, response: ServerResponse, entry: CacheEntry, extra: Record<string, string>): Promise<void> {
  const { answer, etag } = entry;
  const headers = { 'cache-control': 'public, max-age=0, must-revalidate', ...answer.headers, ...extra };
  const cacheable = answer.status === 200 && !/no-store/.test(String(headers['cache-control']));
  if (cacheable && isKnown(etag, request.headers['if-none-match'])) {
    const cors = answer.headers['access-control-allow-origin'] === undefined ? {} : CORS_HEADERS;
    response.writeHead(304, { ...extra, ...cors, etag, 'cache-control': String(headers['cache-control']), vary: 'accept-encoding' });
    return void response.end();
  }
  const { encoding, body } = await encodedBody(entry, pickEncoding(request.headers['accept-encoding']));
  response.writeHead(answer.status, {
    ...headers,
    ...(cacheable ? { etag } : {}),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    vary: 'accept-encoding',
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

export function makeServer(options: ServeOptions): Server {
  const { handler, cache, allowedHosts, ready, metrics, filesHost = null, review = null } = options;
  const reviewHost = review === null ? null : new URL(review.origin).hostname.toLowerCase();
  const extra = options.https ? { ...SECURITY_HEADERS, 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : SECURITY_HEADERS;
  const counts = new Map<string, number>();

  const redirect = (response: ServerResponse, location: string) => void response.writeHead(307, { location, 'cache-control': 'no-store', ...extra }).end();

  /** The same pages for everybody from the cache; forms by themselves. */
  async function answerReview(request: IncomingMessage, response: ServerResponse, raw: string, { origin, siteUrl }: { origin: string; siteUrl: string }): Promise<void> {
    const headers = { ...extra, ...REVIEW_HEADERS };
    const url = cleanUrl(raw);
    if (url === null) return plain(response, 400, 'That address is not well formed.');
    const path = url.split('?', 1)[0] ?? '';
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const route = reviewRoute(path);
    if (route === 'site' || (route === 'static' && !isRead)) return isRead ? redirect(response, `${siteUrl}${url}`) : plain(response, 404, 'There is nothing at this address.');
    request.url = url;
    makeAnonymous(request, origin);
    if (isRead) {
      const { method } = request;
      request.method = 'GET';
      const render = async () => withoutTraces(await capture(request, handler), false);
      const entry = await cache.get(`${today()} ${origin} ${url}`, render, false);
      request.method = method;
      return send(request, response, entry, headers);
    }
    if (request.method !== 'POST') return plain(response, 405, 'This address does not take that.');
    const tooMuch = refuseBody(request, path);
    if (tooMuch) {
      response.setHeader('connection', 'close');
      return plain(response, tooMuch.status, tooMuch.text);
    }
    if (await tooMany()) return plain(response, 503, 'Many people are writing just now. Go back and try again in a moment; what you wrote is still there.');
    await answerQuietly(request, response, handler, headers);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = hostOf(request);
    const raw = request.url ?? '/';
    if (raw === '/healthz') return plain(response, 200, 'ok');
    if (review !== null && host === reviewHost) return answerReview(request, response, raw, review);
    if (!allowedHosts.has(host) && host !== filesHost) return refuse(response, raw, 421, 'This site does not answer to that host name. Its operator can add it in ALLOWED_HOSTS.');
    if (filesHost !== null && raw.startsWith(FILES_PATH) !== (host === filesHost)) return refuse(response, raw, 404, 'There is nothing at this address.');
    if (raw === '/readyz') {
      return ready().then(
        () => plain(response, 200, 'ready'),
        (error: unknown) => {
          log.error({ error: String(error) }, 'not ready');
          plain(response, 503, 'not ready');
        },
      );
    }
    if (raw === '/metrics') {
      const lines = [...counts].map(([status, count]) => `vejviser_requests_total{status="${status}"} ${count}`);
      const text = [...lines, `vejviser_cache_hits_total ${cache.hits}`, `vejviser_cache_misses_total ${cache.misses}`, `vejviser_cache_bytes ${cache.bytes}`, `vejviser_memory_bytes ${process.memoryUsage.rss()}`, await metrics()];
      return plain(response, 200, text.join('\n'));
    }
    const url = cleanUrl(raw);
    if (url === null) return refuse(response, raw, 400, 'That address is not well formed.');
    const other = methodAnswer(request.method ?? '', url.split('?', 1)[0] ?? '');
    if (other) {
      response.writeHead(other.status, { ...other.headers, ...extra });
      return void response.end(other.body);
    }
    // The fetch standard, and so Astro, cannot even make a request of this method.
    if (request.method === 'TRACE') return plain(response, 405, 'This site does not take TRACE.');
    if (isReviewPath(url.split('?', 1)[0] ?? '')) return review === null || (request.method !== 'GET' && request.method !== 'HEAD') ? refuse(response, raw, 404, 'There is nothing at this address.') : redirect(response, `${review.origin}${url}`);
    request.url = url;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      for (const [name, value] of Object.entries({ ...extra, 'cache-control': 'no-store' })) response.setHeader(name, value);
      const path = url.split('?', 1)[0] ?? '';
      const tooMuch = refuseBody(request, path);
      if (tooMuch) {
        response.setHeader('connection', 'close');
        return refuse(response, raw, tooMuch.status, tooMuch.text);
      }
      response.once('close', enterBody(request));
      await handler(request, response);
      return;
    }
    // HEAD shares the kept answer of GET; the day is part of the key because the neutral order changes with it.
    const { method } = request;
    request.method = 'GET';
    const personal = isPersonal(request, url);
    const render = () => capture(request, handler);
    const entry = await (personal ? cache.pass(render) : cache.get(`${today()} ${url}`, render));
    request.method = method;
    await send(request, response, entry, personal ? { ...extra, 'cache-control': 'no-store' } : extra);
  }

  const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
    // A count that everybody can read, and that goes up by one, would tell when somebody writes a review.
    if (review === null || hostOf(request) !== reviewHost) response.once('finish', () => counts.set(String(response.statusCode), (counts.get(String(response.statusCode)) ?? 0) + 1));
    answer(request, response).catch((error: unknown) => {
      const quiet = isReviewPath((request.url ?? '').split('?', 1)[0] ?? '');
      if (quiet) log.error(quietError(error), 'a page of reviews failed');
      else log.error({ path: loggedPath(request.url ?? ''), error: String(error), stack: (error as Error).stack }, 'request failed');
      if (response.headersSent) return void response.destroy();
      refuse(response, request.url ?? '', 500, 'Something went wrong on our side. Please try again in a moment.');
    });
  });
  // TLS ends at the proxy in front. Astro goes by this for the origin that forms must come from; without it none of an
  // https site is taken, and those of a plain http page in its name are.
  if (options.https) server.on('connection', (socket) => Object.defineProperty(socket, 'encrypted', { value: true }));
  return server;
}

/** Stops taking connections, lets running answers finish. @param graceMs after which what is left is cut. */
export function stopServer(server: Server, graceMs = 10_000): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
