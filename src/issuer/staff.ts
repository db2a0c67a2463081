/** Pages for the people of an issuing organisation: lists of links to send, and rows spent by an envelope. Never who has collected. */
import { createHash } from 'node:crypto';
import { desc, eq, lt } from 'drizzle-orm';
import type { IssuerDb } from '#db/issuer/client.ts';
import { pool, staffTicket } from '#db/issuer/schema.ts';
import { messages } from '#i18n/index.ts';
import { now } from '#platform/clock.ts';
import { domainErrorCode } from '#platform/errors.ts';
import { readPass, staffSession, type StaffPass } from '#features/reviews/issuer-wire.ts';
import { stayMark } from '#features/reviews/stay-input.ts';
import { csvRow } from '#features/results/csv-text.ts';
import { dueCounts, madeLists, makeList, repeatList, spendByCode, type ListRow } from './notices.ts';
import type { Answer, IssuerOptions } from './server.ts';
import { page, poolList, poolPage, STAFF_CSP } from './staff-pages.ts';

export interface StaffRequest {
  method: string;
  body: string;
  cookie: string;
  origin: string;
}

const COOKIE = 'vejviser-issuer';
const SESSION_MS = 30 * 60_000;

const html = (status: number, body: string, headers: Record<string, string> = {}): Answer => ({ status, body, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': STAFF_CSP, ...headers } });
const nothing = (pass: StaffPass): Answer => html(404, page(pass.locale, messages(pass.locale).pools.staff.notFound, ''));

/** A ticket opens once: who finds its address in a history stays outside. */
async function opens(db: IssuerDb, ticket: string, { until }: StaffPass): Promise<boolean> {
  await db.delete(staffTicket).where(lt(staffTicket.until, now()));
  const made = await db.insert(staffTicket).values({ hash: createHash('sha256').update(ticket).digest('hex'), until: new Date(until) }).onConflictDoNothing().returning({ hash: staffTicket.hash });
  return made.length > 0;
}

async function enter({ db, secret, origin }: IssuerOptions, ticket: string): Promise<Answer> {
  const pass = readPass(secret, 'ticket', ticket);
  if (!pass || !(await opens(db, ticket, pass))) return html(403, page(pass?.locale ?? 'da', messages(pass?.locale ?? 'da').pools.staff.passOver, ''));
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return { status: 303, body: '', headers: { location: '/staff', 'set-cookie': `${COOKIE}=${staffSession(secret, pass, SESSION_MS)}; Path=/staff; HttpOnly; SameSite=Lax; Max-Age=${SESSION_MS / 1000}${secure}` } };
}

const cookieOf = (header: string): string => header.split(/;\s*/).find((each) => each.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';

async function poolsOf(db: IssuerDb, organisationId: number) {
  return db.select().from(pool).where(eq(pool.issuerId, organisationId)).orderBy(desc(pool.createdOn), pool.id);
}

function listFile(pass: StaffPass, rows: readonly ListRow[], name: string): Answer {
  const t = messages(pass.locale).pools.staff;
  const lines = rows.map(({ mark, occasion, link }) => csvRow([mark, t.occasions[occasion], link], ';'));
  return { status: 200, body: `\uFEFF${csvRow(t.columns, ';')}${lines.join('')}`, headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"`, 'content-security-policy': "default-src 'none'" } };
}

async function showPool({ db }: IssuerOptions, pass: StaffPass, found: typeof pool.$inferSelect, told: string | null, status = 200): Promise<Answer> {
  return html(status, poolPage(pass.locale, found, { due: await dueCounts(db, found.id), lists: await madeLists(db, found.id), told }));
}

async function act(options: IssuerOptions, pass: StaffPass, found: typeof pool.$inferSelect, name: string, form: URLSearchParams): Promise<Answer> {
  const t = messages(pass.locale).pools.staff;
  if (name === 'list') {
    const rows = await makeList(options.db, found.id, options.reviewOrigin);
    return rows.length === 0 ? showPool(options, pass, found, t.nothingDue, 409) : listFile(pass, rows, `links-${found.id}`);
  }
  if (name === 'again') return listFile(pass, await repeatList(options.db, found.id, form.get('day') ?? '', options.reviewOrigin), `links-${found.id}`);
  if (name !== 'code') return nothing(pass);
  const mark = stayMark.safeParse(form.get('stay') ?? '');
  if (!mark.success) return showPool(options, pass, found, messages(pass.locale).pools.faults[mark.error.issues[0]?.message === 'personal-number' ? 'personal-number' : 'not-hmac'], 422);
  const outcome = await spendByCode(options.db, found.id, mark.data);
  return showPool(options, pass, found, t.codeOutcomes[outcome], outcome === 'spent' ? 200 : 409);
}

const PATH = /^\/staff\/pools\/([A-Za-z0-9_-]{1,64})(?:\/([a-z]+))?$/;

/** @returns a page, a file, or the way to one */
export async function staffAnswer(options: IssuerOptions, url: URL, { method, body, cookie, origin }: StaffRequest): Promise<Answer> {
  const ticket = url.searchParams.get('ticket');
  if (method === 'GET' && url.pathname === '/staff' && ticket !== null) return enter(options, ticket);
  const pass = readPass(options.secret, 'session', cookieOf(cookie));
  if (!pass) return html(403, page('da', messages('da').pools.staff.passOver, ''));
  if (method === 'GET' && url.pathname === '/staff') return html(200, poolList(pass.locale, await poolsOf(options.db, pass.organisationId)));
  const [, poolId = '', name] = PATH.exec(url.pathname) ?? [];
  // Of another organisation's pool nothing is told, not even that it is there.
  const found = (await poolsOf(options.db, pass.organisationId)).find(({ id }) => id === poolId);
  if (!found) return nothing(pass);
  if (method === 'GET' && name === undefined) return showPool(options, pass, found, null);
  if (method !== 'POST' || name === undefined) return nothing(pass);
  if (origin !== options.origin) return html(403, page(pass.locale, messages(pass.locale).pools.staff.passOver, ''));
  try {
    return await act(options, pass, found, name, new URLSearchParams(body));
  } catch (error) {
    if (domainErrorCode(error) === null) throw error;
    return showPool(options, pass, found, messages(pass.locale).pools.staff.tooOften, 409);
  }
}
