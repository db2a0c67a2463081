/**
 * The issuer's own small server. Three sorts of callers: browsers of the review origin, the site by its signature, and staff
 * by a pass from the site's desk. Nobody's address or browser is read, kept or written down, and there is no access log.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { eq } from 'drizzle-orm';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { IssuerDb } from '#db/issuer/client.ts';
import { pool } from '#db/issuer/schema.ts';
import { now } from '#platform/clock.ts';
import { domainErrorCode, ERROR_STATUS } from '#platform/errors.ts';
import { log } from '#platform/log.ts';
import { isFromSite } from '#features/reviews/issuer-wire.ts';
import type { IssuerPort } from '#features/reviews/issuer-port.ts';
import { isKeyId } from '#features/reviews/rv1/format.ts';
import { signInput, siteInput, type SiteCall } from './input.ts';
import { openLedger } from './ledger.ts';
import { sign, type SignOutcome } from './sign.ts';
import { staffAnswer } from './staff.ts';

export interface IssuerOptions {
  db: IssuerDb;
  /** Of the pool keys. */
  passphrase: string;
  /** Shared with the site. */
  secret: string;
  /** As browsers see it, such as https://udsteder.example.dk. */
  origin: string;
  /** Whose pages may ask for a signature. */
  reviewOrigin: string;
  /** Called before each answer: the demonstration's clock. */
  tick?: () => void;
}

/** What is sent back. */
export interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

const HEADERS: Record<string, string> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: with it browsers send `Origin: null` on our own forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
};
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'";
const LIMIT_BYTES = { '/sign': 2_048, '/site': 1_048_576, '/staff': 8_192 } as const;
/** All callers together: addresses are not known here. Signing takes two milliseconds. */
const LIMITS = { '/sign': 100, '/pools': 300, '/site': 300, '/staff': 50 } as const;

const SIGN_STATUS: Record<SignOutcome['outcome'], number> = { signed: 200, malformed: 400, unknown: 404, 'not-yet': 403, closed: 410, used: 409 };

export const json = (status: number, value: unknown, headers: Record<string, string> = {}): Answer => ({ status, body: JSON.stringify(value), headers: { 'content-type': 'application/json; charset=utf-8', 'content-security-policy': NO_PAGE, ...headers } });
const nothing = (): Answer => json(404, { error: 'not-found' });

async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** What everybody may know of a pool: the same bytes for everybody, as a key of one's own would tell people apart. */
async function poolAnswer(db: IssuerDb, keyId: string): Promise<Answer> {
  const [found] = isKeyId(keyId) ? await db.select().from(pool).where(eq(pool.keyId, keyId)) : [];
  if (!found || found.announced === 0) return json(404, { error: 'unknown' });
  const { id, spki, facts, announced, issueFrom, issueUntil, issued, closedOn, expiredOn } = found;
  const open = issueFrom !== null && issueUntil !== null && closedOn === null && now() < issueUntil;
  return json(200, { keyId, spki, pool: id, facts, stays: announced, state: open ? (now() < issueFrom ? 'announced' : 'issuing') : expiredOn === null ? 'closed' : 'expired', issueFrom, issueUntil, issued });
}

const SITE_CALLS: { [Call in SiteCall]: (ledger: IssuerPort, given: (typeof siteInput)[Call]['_output']) => Promise<unknown> } = {
  make: (ledger, given) => ledger.makePool(given),
  register: (ledger, { poolId, stays }) => ledger.register(poolId, stays),
  announce: (ledger, given) => ledger.announce(given),
  close: (ledger, { poolId, minimum }) => ledger.close(poolId, minimum),
  expire: (ledger, { poolId }) => ledger.expire(poolId),
  state: (ledger, { poolIds }) => ledger.stateOf(poolIds),
};
const isSiteCall = (name: string): name is SiteCall => Object.hasOwn(siteInput, name);

async function perform<Call extends SiteCall>(ledger: IssuerPort, name: Call, body: string): Promise<Answer> {
  const given = siteInput[name].safeParse(parsed(body));
  if (!given.success) return json(422, { error: 'invalid', detail: given.error.issues[0]?.message ?? 'invalid' });
  return json(200, (await SITE_CALLS[name](ledger, given.data as never)) ?? {});
}

async function siteAnswer(ledger: IssuerPort, secret: string, path: string, body: string, request: IncomingMessage): Promise<Answer> {
  const name = path.slice('/site/'.length);
  if (!isFromSite(secret, path, body, request.headers)) return json(401, { error: 'unauthenticated', detail: 'This is not signed by the site.' });
  if (request.method !== 'POST' || !isSiteCall(name)) return nothing();
  try {
    return await perform(ledger, name, body);
  } catch (error) {
    const code = domainErrorCode(error);
    if (code === null) throw error;
    return json(ERROR_STATUS[code], { error: code, detail: (error as Error).message });
  }
}

async function signAnswer({ db, passphrase }: IssuerOptions, body: string): Promise<Answer> {
  const given = signInput.safeParse(parsed(body));
  const outcome: SignOutcome = given.success ? await sign(db, passphrase, given.data) : { outcome: 'malformed' };
  return json(SIGN_STATUS[outcome.outcome], outcome.outcome === 'signed' ? { signature: outcome.signature } : { error: outcome.outcome });
}

type Area = '/pools' | '/sign' | '/site' | '/staff';
const areaOf = (path: string): Area | null => (['/pools', '/sign', '/site', '/staff'] as const).find((each) => path === each || path.startsWith(`${each}/`)) ?? null;

async function route(options: IssuerOptions, ledger: IssuerPort, area: Area, url: URL, request: IncomingMessage): Promise<Answer> {
  const method = request.method ?? '';
  const body = method === 'POST' && area !== '/pools' ? await readBody(request, LIMIT_BYTES[area]) : '';
  if (body === null) return json(413, { error: 'too-large' }, { connection: 'close' });
  if (area === '/site') return siteAnswer(ledger, options.secret, url.pathname, body, request);
  if (area === '/staff') return staffAnswer(options, url, { method, body, cookie: request.headers.cookie ?? '', origin: request.headers.origin ?? '' });
  if (area === '/sign') return url.pathname === '/sign' && method === 'POST' && /^application\/json\b/.test(request.headers['content-type'] ?? '') ? signAnswer(options, body) : nothing();
  return method === 'GET' ? poolAnswer(options.db, url.pathname.slice('/pools/'.length)) : nothing();
}

/** Nothing but pages of the review origin reads an answer; no cookie goes along. */
function corsHeaders({ reviewOrigin }: IssuerOptions, area: Area | null): Record<string, string> {
  if (area !== '/pools' && area !== '/sign') return {};
  return { 'access-control-allow-origin': reviewOrigin, vary: 'origin', 'access-control-allow-methods': area === '/sign' ? 'POST' : 'GET', 'access-control-allow-headers': 'content-type', 'access-control-max-age': '86400' };
}

export function makeIssuerServer(options: IssuerOptions): Server {
  const { hostname, protocol } = new URL(options.origin);
  const hosts = new Set([hostname.toLowerCase(), 'localhost', '127.0.0.1', '[::1]']);
  const extra = protocol === 'https:' ? { ...HEADERS, 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : HEADERS;
  const limiters = new Map(Object.entries(LIMITS).map(([area, points]) => [area, new RateLimiterMemory({ keyPrefix: area, points, duration: 1 })]));
  const ledger = openLedger(options.db, options.passphrase);

  async function answer(request: IncomingMessage): Promise<Answer> {
    options.tick?.();
    const host = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
    const raw = request.url ?? '/';
    if (raw === '/healthz') return { status: 200, body: 'ok\n', headers: { 'content-type': 'text/plain; charset=utf-8' } };
    if (!hosts.has(host)) return json(421, { error: 'unknown-host' });
    if (!raw.startsWith('/') || raw.startsWith('//')) return nothing();
    const url = new URL(raw, options.origin);
    const area = areaOf(url.pathname);
    if (area === null) return nothing();
    const cors = corsHeaders(options, area);
    if (request.method === 'OPTIONS') return { status: 204, body: '', headers: cors };
    const limited = await limiters.get(area)?.consume('all').then(() => false, () => true);
    const sent = limited ? json(429, { error: 'busy' }, { 'retry-after': '1' }) : await route(options, ledger, area, url, request);
    return { ...sent, headers: { ...sent.headers, ...cors } };
  }

  const send = (response: ServerResponse, { status, body, headers = {} }: Answer) => void response.writeHead(status, { ...extra, ...headers }).end(body);
  const server = createServer({ maxHeaderSize: 8_192, requestTimeout: 15_000, headersTimeout: 10_000 }, (request, response) => {
    answer(request).then(
      (sent) => send(response, sent),
      (error: unknown) => {
        // The area and no more of the address: what follows could be a pass or the name of a pool.
        log.error({ area: areaOf((request.url ?? '').split('?', 1)[0] ?? ''), error: String(error), cause: String((error as Error).cause ?? '') }, 'issuer request failed');
        if (response.headersSent) return void response.destroy();
        send(response, json(500, { error: 'failed' }));
      },
    );
  });
  return server;
}
