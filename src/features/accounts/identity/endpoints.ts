/** The addresses under /api/auth that are open at all. Everything else the library could answer is not there. */
import type { LimitAnswer } from '#platform/rate-limit.ts';
import { BASE_PATH } from './library.ts';
import { PROVIDER } from './oidc.ts';

interface Tools {
  siteUrl: string;
  /** Cookies as the library may read them. */
  headers: Headers;
  limited(): Promise<LimitAnswer>;
  run(request: Request): Promise<Response>;
  /** Whether whoever is signed in is on hold: then they read and change nothing, not even how they sign in. */
  suspended(): Promise<boolean>;
  /** Why the library was made to refuse. */
  refused(): string | null;
  /** A passkey was added. */
  registered(): Promise<void>;
}

const REGISTER = '/passkey/verify-registration';
const ADDING: readonly string[] = ['/passkey/generate-register-options', REGISTER];
/** Method, path, and the members of the body that go through. */
const OPEN: readonly { method: string; path: string; body: readonly string[] }[] = [
  { method: 'GET', path: `/callback/${PROVIDER}`, body: [] },
  { method: 'GET', path: '/passkey/generate-register-options', body: [] },
  { method: 'GET', path: '/passkey/generate-authenticate-options', body: [] },
  { method: 'POST', path: REGISTER, body: ['response', 'name'] },
  { method: 'POST', path: '/passkey/verify-authentication', body: ['response'] },
];

function json(status: number, body: unknown, cookies: readonly string[] = []): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  for (const each of cookies) headers.append('set-cookie', each);
  return new Response(JSON.stringify(body), { status, headers });
}

async function readBody(request: Request, members: readonly string[]): Promise<string | null> {
  try {
    const given = (await request.json()) as Record<string, unknown>;
    return JSON.stringify(Object.fromEntries(members.flatMap((each) => (given[each] === undefined ? [] : [[each, given[each]]]))));
  } catch {
    return null;
  }
}

/** From another site, or no JSON: a form of another site can send neither our origin nor this content type. */
const isForeign = (request: Request, siteUrl: string) =>
  request.headers.get('origin') !== new URL(siteUrl).origin || !/^application\/json\b/.test(request.headers.get('content-type') ?? '');

/** Options for the browser; the device must ask for finger, face or PIN, which the library leaves open. */
async function options(answer: Response): Promise<Response> {
  const given = (await answer.json()) as Record<string, unknown>;
  return json(200, 'rpId' in given ? { ...given, userVerification: 'required' } : given, answer.headers.getSetCookie());
}

/** Back to the sign-in page, with the reason that the library was not told. */
function callback(answer: Response, siteUrl: string, refused: string | null): Response {
  const to = new URL(answer.headers.get('location') ?? '/sign-in?error=failed', siteUrl);
  if (refused !== null && to.searchParams.has('error')) to.searchParams.set('error', refused);
  to.searchParams.delete('error_description');
  const headers = new Headers({ location: to.href, 'cache-control': 'no-store' });
  for (const each of answer.headers.getSetCookie()) headers.append('set-cookie', each);
  return new Response(null, { status: 303, headers });
}

/** @param path below /api/auth */
export async function answerCeremony(request: Request, path: string, tools: Tools): Promise<Response> {
  const open = OPEN.find((each) => each.path === path && each.method === request.method);
  if (!open) return json(404, { error: 'not-found' });
  if (open.method === 'POST' && isForeign(request, tools.siteUrl)) return json(403, { error: 'foreign-origin' });
  const limited = await tools.limited();
  if (limited) return json(429, { error: 'too-often', ...limited });
  if (ADDING.includes(path) && (await tools.suspended())) return json(403, { error: 'suspended' });

  const url = new URL(`${BASE_PATH}${path}`, tools.siteUrl);
  if (path.startsWith('/callback/')) url.search = new URL(request.url).search;
  const { headers } = tools;
  if (open.method === 'GET') {
    const answer = await tools.run(new Request(url, { headers }));
    if (path.startsWith('/callback/')) return callback(answer, tools.siteUrl, tools.refused());
    return answer.ok ? options(answer) : json(answer.status, { error: await codeOf(answer) });
  }
  const body = await readBody(request, open.body);
  if (body === null) return json(400, { error: 'not-json' });
  headers.set('content-type', 'application/json');
  const answer = await tools.run(new Request(url, { method: 'POST', headers, body }));
  if (!answer.ok) return json(answer.status, { error: await codeOf(answer) });
  if (path === REGISTER) await tools.registered();
  // Session and token stay in the cookie, out of reach of any script.
  return json(200, { ok: true }, answer.headers.getSetCookie());
}

async function codeOf(answer: Response): Promise<string> {
  const { code } = (await answer.json().catch(() => ({}))) as { code?: unknown };
  return typeof code === 'string' ? code.toLowerCase().replaceAll('_', '-') : 'failed';
}
