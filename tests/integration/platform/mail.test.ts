import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sql } from 'drizzle-orm';
import { rows, type OpenDatabase } from '#db/client.ts';
import { setClockOffset } from '#platform/clock.ts';
import { readEnv } from '#platform/env.ts';
import { EVENT_NAMES } from '#platform/events.ts';
import { openJobs, type EventHandlers, type Jobs } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import { eraseOldMail, openPost, queueMail, type OutgoingMail, type Post } from '#platform/mail.ts';
import { unseal, useSecrets } from '#platform/seal.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { OTHER_SECRET, SECRET } from '#tests/support/identity.ts';

/** A real mail server that keeps what it gets, refuses addresses of `refused.test` and has no time for those of `busy.test`. */
async function startMailServer() {
  const got: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onRcptTo({ address }, _session, done) {
      const code = address.endsWith('@refused.test') ? 550 : address.endsWith('@busy.test') ? 451 : null;
      done(code === null ? null : Object.assign(new Error(`not now or never: ${address}`), { responseCode: code }));
    },
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        got.push(mail);
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
  });
  return { got, port, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

const letter = (to: string, more: Partial<OutgoingMail> = {}): OutgoingMail => ({
  kind: 'test', to, personId: null,
  letter: { subject: 'Hej <æøå>', paragraphs: ['Første & anden', 'Æbler'], action: { label: 'Åbn', url: 'https://vejviser.example/x?a=1&b=2' }, footer: 'Hvorfor' },
  ...more,
});

describe.each(ENGINES)('mail on %s', (engine) => {
  let open: OpenDatabase;
  let jobs: Jobs;
  let mailServer: Awaited<ReturnType<typeof startMailServer>>;
  let post: Post;
  let delivers = true;

  beforeAll(async () => {
    useSecrets([SECRET]);
    open = await freshDatabase(engine);
    mailServer = await startMailServer();
    post = openPost(open.db, readEnv({ SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`, MAIL_FROM: 'Vejviser <no-reply@vejviser.example>' }));
    jobs = await openJobs(open);
    const handlers = { ...Object.fromEntries(EVENT_NAMES.map((name) => [name, async () => {}])), 'mail.queued': async ({ mailId }: { mailId: number }) => (delivers ? post.deliver(mailId) : undefined) };
    await jobs.work(handlers as unknown as EventHandlers);
  });
  afterEach(() => {
    setClockOffset(0);
    useSecrets([SECRET]);
    mailServer.got.length = 0;
    delivers = true;
  });
  afterAll(async () => {
    await jobs.stop();
    post.close();
    await mailServer.stop();
    await open.close();
  });
  const stored = () => rows<{ id: number; state: string; sealed: string | null; attempts: number; fault: string | null }>(open.db, sql`select id, state, sealed, attempts, fault from mail order by id desc`);

  it('is sent if and only if what it tells about happened', async () => {
    await open.db.transaction((tx) => queueMail({ outbox: jobs }, tx, letter('somebody@example.test')));
    await expect(open.db.transaction(async (tx) => {
      await queueMail({ outbox: jobs }, tx, letter('nobody@example.test'));
      throw new Error('rolled back');
    })).rejects.toThrow('rolled back');
    await jobs.idle();
    expect(mailServer.got).toHaveLength(1);
    const [mail] = mailServer.got;
    expect(mail).toMatchObject({ subject: 'Hej <æøå>', from: { text: '"Vejviser" <no-reply@vejviser.example>' }, to: { text: 'somebody@example.test' } });
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.text).toBe('Første & anden\n\nÆbler\n\nÅbn:\nhttps://vejviser.example/x?a=1&b=2\n\n-- \nHvorfor\n');
    expect(mail?.html).toContain('<p>Første &#38; anden</p>');
    expect(mail?.html).toContain('<a href="https://vejviser.example/x?a=1&#38;b=2">Åbn</a>');
    expect((await stored())[0]).toMatchObject({ state: 'sent', attempts: 1, fault: null });
  });

  it('lies sealed until it is sent, opens with an earlier secret, and not without it', async () => {
    delivers = false;
    await open.db.transaction((tx) => queueMail({ outbox: jobs }, tx, letter('sealed@example.test')));
    await jobs.idle();
    const [row] = await stored();
    const everything = JSON.stringify([await stored(), await rows(open.db, sql`select data from pgboss.job`)]);
    for (const word of ['sealed@example.test', 'bler', 'vejviser.example']) expect(everything).not.toContain(word);
    useSecrets([OTHER_SECRET, SECRET]);
    expect(unseal('mail', row?.sealed ?? '')).toContain('sealed@example.test');
    expect(() => unseal('limit', row?.sealed ?? '')).toThrow();
    const altered = row?.sealed?.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) ?? '';
    expect(() => unseal('mail', altered.slice(0, -4))).toThrow();
    useSecrets([OTHER_SECRET]);
    expect(() => unseal('mail', row?.sealed ?? '')).toThrow('not listed');
  });

  it('is erased a week after it was sent', async () => {
    await open.db.transaction((tx) => queueMail({ outbox: jobs }, tx, letter('erased@example.test')));
    await jobs.idle();
    setClockOffset(6 * 86_400_000);
    await eraseOldMail(open.db);
    expect((await stored())[0]?.sealed).not.toBeNull();
    setClockOffset(8 * 86_400_000);
    await eraseOldMail(open.db);
    expect((await stored())[0]).toMatchObject({ state: 'sent', sealed: null });
  });

  it.each([['person@busy.test', '451', true], ['person@refused.test', '550', false]])('%s: the answer %s is tried again (%s), and neither stored nor logged with the address', async (to, fault, again) => {
    const lines: string[] = [];
    const spies = (['warn', 'error'] as const).map((level) => vi.spyOn(log, level).mockImplementation((...given: unknown[]) => void lines.push(JSON.stringify(given))));
    delivers = false;
    await open.db.transaction((tx) => queueMail({ outbox: jobs }, tx, letter(to)));
    await jobs.idle();
    const [row] = await stored();
    const failure = await post.deliver(row?.id ?? 0).then(() => null, (error: unknown) => error as Error);
    expect(failure?.message ?? null).toBe(again ? `The mail server did not take the letter (${fault}).` : null);
    const direct = await post.sendNow(letter(to)).then(() => null, (error: unknown) => error as Error);
    expect(direct?.message).toBe(`The mail server did not take the letter (${fault}).`);
    for (const spy of spies) spy.mockRestore();
    expect((await stored())[0]).toMatchObject({ state: 'failed', attempts: 1, fault });
    expect([...lines, ...[failure, direct].map((each) => `${each?.stack} ${String(each?.cause)}`)].join('\n')).not.toContain(to);
  });

  it('is sent once, however often the job runs', async () => {
    await open.db.transaction((tx) => queueMail({ outbox: jobs }, tx, letter('once@example.test')));
    await jobs.idle();
    const [row] = await stored();
    await post.deliver(row?.id ?? 0);
    expect(mailServer.got).toHaveLength(1);
  });

  it('never goes to an address that cannot exist', async () => {
    const before = (await stored()).length;
    for (const to of ['x@mitid.invalid', 'y@erased.INVALID']) {
      await open.db.transaction((tx) => queueMail({ outbox: jobs }, tx, letter(to)));
      await post.sendNow(letter(to));
    }
    await jobs.idle();
    expect([(await stored()).length, mailServer.got.length]).toEqual([before, 0]);
  });

  it('takes no line end from a name or a subject into the headers', async () => {
    await post.sendNow(letter('header@example.test', { letter: { subject: 'Hej\r\nBcc: evil@example.test', paragraphs: ['x'] } }));
    expect(mailServer.got[0]?.headers.has('bcc')).toBe(false);
    expect(mailServer.got).toHaveLength(1);
  });

  it('wants encryption of a mail server that is not on this machine', async () => {
    const away = openPost(open.db, readEnv({ SMTP_URL: `smtp://127.0.0.2:${mailServer.port}`, MAIL_FROM: 'a@vejviser.example' }));
    await expect(away.sendNow(letter('plain@example.test'))).rejects.toThrow('did not take the letter');
    away.close();
    expect(mailServer.got).toHaveLength(0);
  });

  it.each([
    [{}, true],
    [{ SEED: 'none' }, false],
    [{ DATABASE_URL: 'postgres://x/y' }, false],
    [{ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@vejviser.example' }, false],
  ])('the outbox page is of the demonstration alone: %o', async (settings, there) => {
    const quiet = vi.spyOn(log, 'warn').mockImplementation(() => {});
    const made = openPost(open.db, readEnv(settings));
    expect(made.outbox !== null).toBe(there);
    if (made.outbox) {
      await made.sendNow(letter('now@example.test'));
      const shown = await made.outbox();
      expect(shown.map(({ to }) => to)).toContain('now@example.test');
      expect(JSON.stringify(await stored())).not.toContain('now@example.test');
    }
    made.close();
    quiet.mockRestore();
  });
});
