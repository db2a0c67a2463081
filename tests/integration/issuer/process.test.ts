/** The issuer as it runs: what it keeps, that it ends with its site, and that no kill costs anybody their token. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openIssuerEmbedded, openIssuerPostgres } from '#db/issuer/client.ts';
import { stay } from '#db/issuer/schema.ts';
import { setClockOffset } from '#platform/clock.ts';
import { staffTicket } from '#features/reviews/issuer-wire.ts';
import { verifyToken } from '#features/reviews/rv1/sign.ts';
import { ENGINES } from '#tests/support/database.ts';
import { anyBlinded, blindFor, ISSUER_SECRET, secretOf, staysFrom } from '#tests/support/issuer.ts';
import { freePort, startIssuerProcess, type IssuerProcess } from '#tests/support/issuer-process.ts';

const DAY = 86_400_000;
const FACTS = { authority: 'Jobcenter', provider: 'Skridt', programme: 'Forløb', from: '2026-01-01', to: '2026-03-31' };
const BEGUN = new Date(Date.now() - 40 * DAY).toISOString().slice(0, 10);
/** 200 for the full proof; a few in every run. */
const KILLS = Number(process.env['ISSUER_KILLS'] ?? 5);

/** A pool whose first day of collecting is over, by the demonstration's clock: two days ahead. */
async function openToCollect(issuer: IssuerProcess, dataDir: string, poolId: string, count: number) {
  writeFileSync(join(dataDir, 'demo-clock'), '0\n');
  const key = await issuer.site.makePool({ poolId, issuerId: 7, facts: FACTS });
  await issuer.site.register(poolId, staysFrom(BEGUN, count));
  await issuer.site.announce({ poolId, stays: count, issueFrom: new Date().toISOString(), issueUntil: new Date(Date.now() + 100 * DAY).toISOString(), facts: FACTS });
  writeFileSync(join(dataDir, 'demo-clock'), '2\n');
  setClockOffset(2 * DAY);
  const entered = await fetch(`${issuer.url}/staff?ticket=${staffTicket(ISSUER_SECRET, 7, 'da')}`, { redirect: 'manual' });
  setClockOffset(0);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const list = await (await fetch(`${issuer.url}/staff/pools/${poolId}/list`, { method: 'POST', headers: { cookie, origin: issuer.url.replace('127.0.0.1', 'issuer.localhost').replace(/:\d+$/, `:${new URL(issuer.url).port}`) } })).text();
  return { ...key, secrets: list.split('\r\n').slice(1).filter(Boolean).map((line) => secretOf(line.split(';')[2] ?? '')) };
}

const ask = (issuer: IssuerProcess, given: object, headers: Record<string, string> = {}) =>
  fetch(`${issuer.url}/sign`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(given) });

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? filesIn(join(folder, each.name)) : [join(folder, each.name)]));
}

describe('an issuer that runs', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vejviser-issuer-'));
  let issuer: IssuerProcess;
  beforeAll(async () => {
    issuer = await startIssuerProcess({ DATA_DIR: dataDir, REVIEW_ORIGIN: 'http://review.localhost:1' }, await freePort());
  });
  afterAll(async () => {
    await issuer.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('keeps no address, no browser, no secret and no cookie of whoever collects: in no file, in no line of its log', { timeout: 60_000 }, async () => {
    const { keyId, secrets } = await openToCollect(issuer, dataDir, 'quiet', 3);
    const marked = { 'x-forwarded-for': '203.0.113.77', forwarded: 'for=203.0.113.77', 'x-real-ip': '203.0.113.77', 'user-agent': 'MarkedBrowser/7', cookie: 'marked=cookie', referer: 'http://marked.example/' };
    for (const secret of secrets) {
      const answer = await ask(issuer, { keyId, secret, blinded: anyBlinded() }, marked);
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    }
    await ask(issuer, { keyId, secret: secrets[0], blinded: anyBlinded() }, marked);
    await fetch(`${issuer.url}/pools/${keyId}`, { headers: marked });
    const port = new URL(issuer.url).port;
    await issuer.stop();
    const kept = filesIn(dataDir).map((file) => readFileSync(file, 'latin1')).join('\n');
    for (const trace of ['203.0.113.77', 'MarkedBrowser', 'marked=cookie', 'marked.example', ...secrets]) {
      expect(kept.includes(trace), trace).toBe(false);
      expect(issuer.output().includes(trace), trace).toBe(false);
    }
    // Nor the address that the connection itself came from.
    expect(issuer.output()).not.toMatch(/127\.0\.0\.1|::1/);
    expect(issuer.output().split('\n').filter(Boolean)).toHaveLength(1);
    const secret = join(dataDir, 'issuer', 'secrets', 'pool-keys');
    expect(statSync(secret).mode & 0o077).toBe(0);
    // With the wrong secret it does not start: nobody would get a signature.
    writeFileSync(secret, `${Buffer.alloc(32, 9).toString('base64')}\n`);
    await expect(startIssuerProcess({ DATA_DIR: dataDir }, Number(port))).rejects.toThrow('were locked by another secret');
    rmSync(dataDir, { recursive: true, force: true });
    issuer = await startIssuerProcess({ DATA_DIR: dataDir }, Number(port));
  });

  it('ends with the process that started it, however that ends', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vejviser-issuer-'));
    const port = await freePort();
    const env = { ...process.env, DATA_DIR: folder, ISSUER_PORT: String(port), PORT: String(port - 1), ISSUER_SECRET, LOG_LEVEL: 'error' };
    const parent = spawn(process.execPath, ['-e', "const { spawn } = require('node:child_process'); const child = spawn(process.execPath, ['scripts/issuer.ts'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }); console.log('child ' + child.pid); setInterval(() => {}, 1000);"], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    parent.stdout.on('data', (chunk: Buffer) => (output += String(chunk)));
    await expect.poll(() => output, { timeout: 30_000 }).toContain('Issuer is ready');
    parent.kill('SIGKILL');
    await expect.poll(() => fetch(`http://127.0.0.1:${port}/healthz`).then(() => 'there', () => 'gone'), { timeout: 15_000 }).toBe('gone');
    rmSync(folder, { recursive: true, force: true });
  });
});

describe.each(ENGINES)('an issuer that is killed on %s', (engine) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vejviser-issuer-kill-'));
  const name = 'issuer_kill';
  const admin = engine === 'postgres' ? postgres(inject('postgresUrl'), { max: 1, onnotice: () => {} }) : null;
  const url = engine === 'postgres' ? Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).href : '';
  let issuer: IssuerProcess | null = null;
  const env = { DATA_DIR: dataDir, ISSUER_DATABASE_URL: url, REVIEW_ORIGIN: 'http://review.localhost:1' };
  beforeAll(async () => {
    await admin?.unsafe(`create database ${name}`);
  });
  afterAll(async () => {
    await issuer?.stop();
    await admin?.unsafe(`drop database ${name} with (force)`);
    await admin?.end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(`at ${KILLS} moments of signing loses nobody's token and gives nobody two`, { timeout: 60_000 + KILLS * 15_000 }, async () => {
    const port = await freePort();
    let here = (issuer = await startIssuerProcess(env, port));
    const { keyId, spki, secrets } = await openToCollect(here, dataDir, 'killed', KILLS * 3);
    const asked = await Promise.all(secrets.map(async (secret) => ({ secret, mine: await blindFor(spki), heard: null as string | null })));
    for (let round = 0; round < KILLS; round++) {
      const now = asked.slice(round * 3, round * 3 + 3);
      const answers = now.map(async (each) => {
        const answer = await ask(here, { keyId, secret: each.secret, blinded: each.mine.blinded }).catch(() => null);
        if (answer?.status === 200) each.heard = ((await answer.json().catch(() => ({}))) as { signature?: string }).signature ?? null;
      });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 25));
      await here.stop('SIGKILL');
      await Promise.all(answers);
      here = issuer = await startIssuerProcess(env, port);
    }
    // Whoever lost the answer asks again with what their browser still has.
    for (const { secret, mine, heard } of asked) {
      const answer = await ask(here, { keyId, secret, blinded: mine.blinded });
      expect(answer.status).toBe(200);
      const { signature } = (await answer.json()) as { signature: string };
      if (heard !== null) expect(signature).toBe(heard);
      expect(verifyToken(Buffer.from(spki, 'base64'), await mine.finish(signature))).not.toBeNull();
      expect((await ask(here, { keyId, secret, blinded: anyBlinded() })).status).toBe(409);
    }
    setClockOffset(2 * DAY);
    expect(await here.site.close('killed', 0).finally(() => setClockOffset(0))).toMatchObject({ issued: asked.length });
    await here.stop();
    issuer = null;
    const open = await (engine === 'postgres' ? openIssuerPostgres(url) : openIssuerEmbedded(join(dataDir, 'issuer')));
    const rows = await open.db.select({ spentOn: stay.spentOn, answer: stay.answer }).from(stay);
    await open.close();
    expect(rows.filter(({ spentOn, answer }) => spentOn !== null && answer !== null)).toHaveLength(asked.length);
  });
});

describe('marks of stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-stays-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) => execFileSync(process.execPath, ['scripts/stays-hmac.ts', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  it('are made on the authority’s own machine, the same each time, and never of a personal number', () => {
    const [key, table, out] = ['key', 'stays.csv', 'out.csv'].map((name) => join(folder, name)) as [string, string, string];
    run('--make-key', '--key', key);
    expect(statSync(key).mode & 0o077).toBe(0);
    expect(() => run('--make-key', '--key', key)).toThrow();
    writeFileSync(table, 'started;stay;ended\n2026-07-06;SAG-17;\n2026-07-07;SAG-18;2026-08-20\n');
    const first = run(table, '--key', key);
    expect(first).toMatch(/^started;stay;ended\r\n2026-07-06;[0-9a-f]{64};\r\n2026-07-07;[0-9a-f]{64};2026-08-20\r\n$/);
    expect(run(table, '--key', key)).toBe(first);
    run(table, '--key', key, '--out', out);
    expect(readFileSync(out, 'utf8')).toBe(first);
    writeFileSync(table, 'stay;started\n010190-1234;2026-07-06\n');
    expect(() => run(table, '--key', key)).toThrow(/looks like the number of a person/);
    expect(() => run(table)).toThrow();
  });
});
