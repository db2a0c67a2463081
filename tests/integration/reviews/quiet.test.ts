/** On the running site: writing a review sets no cookie, writes no line, and keeps no address and no time of day anywhere. */
import { randomBytes } from 'node:crypto';
import { request, type IncomingHttpHeaders } from 'node:http';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres, rows, type OpenDatabase } from '#db/client.ts';
import { reviewCode } from '#db/schema/index.ts';
import { signStatement } from '#features/reviews/browser/review-key.ts';
import { codeHash, newCode } from '#features/reviews/codes.ts';
import type { Receipt } from '#features/reviews/rv1/format.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makePool, reviewGround } from '#tests/support/pools.ts';
import { goodContent, makeReceipt, poolKey, type TestKey } from '#tests/support/receipts.ts';
import { startSite, type Site } from '#tests/support/site.ts';

const ADDRESS = '198.51.100.77';
const BROWSER = `Browser-${randomBytes(8).toString('hex')}`;
/** Whatever a request says of who sends it. */
const TELLING = { 'x-real-ip': ADDRESS, 'x-forwarded-for': ADDRESS, forwarded: `for=${ADDRESS}`, 'user-agent': BROWSER, cookie: `vejviser.session=${BROWSER}; other=${BROWSER}`, referer: `http://${ADDRESS}/`, 'accept-language': 'fi' };
const WORDS = 'Kanelsnegle om fredagen, og en plads i lageret.';

let open: OpenDatabase;
let site: Site;
let key: TestKey;
let code = '';

beforeAll(async () => {
  const empty = await freshDatabase('postgres');
  open = { ...(await openPostgres(empty.url ?? '', 3)), close: () => empty.close() };
  key = poolKey();
  const poolId = await makePool(open.db, await reviewGround(open.db), { keyId: key.keyId, spki: key.spki });
  code = newCode();
  await open.db.insert(reviewCode).values({ hash: codeHash(code) ?? '', poolId });
  site = await startSite({ DATABASE_URL: open.url ?? '', SEED: 'none', LOG_LEVEL: 'debug', TRUSTED_IP_HEADER: 'x-real-ip', WORKER: 'inside', REVIEW_ORIGIN: 'http://review.test', ISSUER_ORIGIN: 'http://issuer.test', ISSUER_SECRET: randomBytes(48).toString('base64') });
  // What a first start does by itself is over.
  while (!site.output().includes('day began')) await new Promise((resolve) => setTimeout(resolve, 200));
}, 300_000);
afterAll(async () => {
  await site?.stop();
  await open?.close();
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

function post(path: string, fields: Record<string, string>): Promise<Answer> {
  const { port, hostname } = new URL(site.url);
  const body = new URLSearchParams(fields).toString();
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: hostname, path, method: 'POST', headers: { host: 'review.test', 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)), ...TELLING } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject).end(body);
  });
}

const say = async (receipt: Receipt, said: Parameters<typeof signStatement>[1]) => post('/review/write', { ...(await signStatement(receipt, said)) });

/** Every row of every table, as text. */
async function dump(): Promise<string[]> {
  const tables = await rows<{ name: string }>(open.db, sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
  const all: string[] = [];
  for (const { name } of tables) for (const { row } of await rows<{ row: string }>(open.db, sql.raw(`select ${"'"}${name} ${"'"} || t::text as row from ${name} t`))) all.push(row);
  return all;
}

/** Rows that were not there before, without what the queue and the hour do by their own clock. */
const added = (before: readonly string[], after: readonly string[]): string[] => {
  const known = new Set(before);
  return after.filter((each) => !known.has(each) && !/^(?:pgboss\.(?:version|queue|schedule|warning|bam|subscription)|public\.audit_checkpoint)/.test(each));
};
const TIME_OF_DAY = /\d{4}-\d\d-\d\d[ T](?!00:00:00(?:\D|$)|2[23]:00:00(?:\D|$))\d\d:\d\d/;

describe('writing a review', () => {
  test('sets no cookie, writes no line, and leaves no address, browser or time of day in any table', async () => {
    const [before, lines] = [await dump(), site.output()];
    const receipt = await makeReceipt(key);
    const answers = [
      await say(receipt, { act: 'read', key: key.keyId }),
      await say(receipt, { act: 'write', key: key.keyId, content: goodContent({ text: `${WORDS} Mette Hansen var der.` }) }),
      await say(receipt, { act: 'edit', key: key.keyId, revision: 1, content: goodContent({ text: WORDS }) }),
      await say(await makeReceipt(key), { act: 'write', key: key.keyId, content: goodContent({ text: null }) }),
      await post('/review/code', { code, step: 'write', 'ratings.fit': '4', attendance: 'chosen', finished: 'yes', outcome: 'job', text: 'Med en kode.' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    for (const { headers } of answers) expect([headers['set-cookie'], headers['cache-control'], headers['referrer-policy'], headers['access-control-allow-origin']]).toEqual([undefined, 'no-store', 'no-referrer', undefined]);
    const after = await dump();
    const fresh = added(before, after);
    expect(fresh.filter((each) => each.startsWith('public.review ')).length).toBe(3);
    expect(fresh.filter((each) => each.startsWith('public.review_spent ')).length).toBe(2);
    expect(after.filter((each) => each.includes(ADDRESS) || each.includes('127.0.0.1') || each.includes(BROWSER))).toEqual([]);
    expect(fresh.filter((each) => !each.startsWith('public.review_pool ') && TIME_OF_DAY.test(each))).toEqual([]);
    expect(site.output()).toBe(lines);
  });

  test('of what is refused nothing is written down either', async () => {
    const lines = site.output();
    const before = await dump();
    const receipt = await makeReceipt(key);
    const stolen = await say({ token: receipt.token, seed: (await makeReceipt(key)).seed }, { act: 'write', key: key.keyId, content: goodContent({ text: WORDS }) });
    const number = await say(receipt, { act: 'write', key: key.keyId, content: goodContent({ text: 'Mit nummer er 010190-1234' }) });
    expect([stolen.status, number.status, (await post('/review/code', { code: newCode(), step: 'open' })).status]).toEqual([403, 422, 422]);
    expect(added(before, await dump())).toEqual([]);
    expect(site.output()).toBe(lines);
  });
});
