/**
 * Letters by e-mail. `queueMail` in a command's transaction, sent by the worker; sign-in links go out at once and are
 * never stored. Without SMTP_URL nothing leaves the machine: letters can be read on the page /outbox of a demo.
 */
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { createTransport, type Transporter } from 'nodemailer';
import type { Db } from '#db/client.ts';
import { mail } from '#db/schema/index.ts';
import { now } from './clock.ts';
import type { Context } from './context.ts';
import type { Env } from './env.ts';
import { log } from './log.ts';
import { seal, unseal } from './seal.ts';

/** What somebody reads, in their own language. */
export interface Letter {
  subject: string;
  /** Paragraphs of plain text. */
  paragraphs: readonly string[];
  /** The one thing to press. `url` is absolute. */
  action?: { label: string; url: string };
  /** Below the button, in small: why this letter came. */
  footer?: string;
}

export interface OutgoingMail {
  /** Which letter, such as `invitation`; for the operator's desk. */
  kind: string;
  to: string;
  /** Whose account it concerns, so that it is part of an export and of an erasure. */
  personId: string | null;
  letter: Letter;
}

export interface SentLetter extends OutgoingMail {
  at: Date;
  state: string;
}

export interface Post {
  /** Sends at once, stored nowhere; for what holds a secret. @throws when the mail server refuses */
  sendNow(message: OutgoingMail): Promise<void>;
  /** Sends a queued letter; a second call does nothing. @throws when the mail server cannot take it now: the job tries again */
  deliver(mailId: number): Promise<void>;
  /** Whether mail leaves the machine. */
  readonly sends: boolean;
  /** For the page /outbox; null wherever that page may not be. */
  readonly outbox: null | (() => Promise<SentLetter[]>);
  close(): void;
}

/** Address and text, from when it was sent. */
export const MAIL_DAYS = 7;
/** Of what never could be sent, from when it was written. */
export const UNSENT_MAIL_DAYS = 30;
const OUTBOX_SIZE = 100;
const DAY_MS = 86_400_000;

/** Addresses that nobody reads: of people whose eID tells none, of erased people. RFC 2606 keeps `.invalid` free. */
export const mayBeMailed = (address: string): boolean => !address.toLowerCase().endsWith('.invalid');

const escape = (text: string) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

/** The two forms of a letter, with the same words. */
export function renderLetter({ paragraphs, action, footer }: Letter): { text: string; html: string } {
  const text = [...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), ...(footer ? [`-- \n${footer}`] : [])].join('\n\n');
  const html = [
    ...paragraphs.map((each) => `<p>${escape(each)}</p>`),
    ...(action ? [`<p><a href="${escape(action.url)}">${escape(action.label)}</a></p>`, `<p>${escape(action.url)}</p>`] : []),
    ...(footer ? [`<p><small>${escape(footer)}</small></p>`] : []),
  ].join('\n');
  return { text: `${text}\n`, html };
}

/** In the transaction of what it tells about: it is sent if and only if that happened. */
export async function queueMail(ctx: Pick<Context, 'outbox'>, tx: Db, message: OutgoingMail): Promise<void> {
  if (!mayBeMailed(message.to)) return;
  const { kind, personId } = message;
  const [row] = await tx
    .insert(mail)
    .values({ kind, personId, sealed: seal('mail', JSON.stringify(message)), state: 'queued', createdAt: now() })
    .returning({ id: mail.id });
  if (!row) throw new Error('The letter was not written.');
  await ctx.outbox.send(tx, 'mail.queued', { mailId: row.id });
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function transport(url: string): Transporter {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A sign-in link must not travel readable; only a mail server on this machine may take it so.
    requireTLS: !secure && !LOOPBACK.has(hostname),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
}

/** The answer code of a mail server or the name of a network fault: its words may repeat the address. */
function faultOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  return String(responseCode ?? code ?? 'unknown').slice(0, 40);
}

/** An error that says no more than the code. */
class MailFault extends Error {
  constructor(fault: string) {
    super(`The mail server did not take the letter (${fault}).`);
    this.name = 'MailFault';
  }
}

/** By name: scripts and the built site may hold two copies of this module. */
export const isMailFault = (error: unknown): error is Error => error instanceof Error && error.name === 'MailFault';

type Send = (message: OutgoingMail) => Promise<void>;

function smtp(env: Env): { send: Send; close(): void } | null {
  const { SMTP_URL, MAIL_FROM } = env;
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return null;
  const transporter = transport(SMTP_URL);
  return {
    async send({ to, letter }) {
      const { text, html } = renderLetter(letter);
      // Auto-Submitted (RFC 3834): no answer by a machine, please.
      await transporter.sendMail({ from: MAIL_FROM, to, subject: letter.subject, text, html, headers: { 'Auto-Submitted': 'auto-generated' } }).catch((error: unknown) => {
        throw new MailFault(faultOf(error));
      });
    },
    close: () => transporter.close(),
  };
}

/** Queued letters that can still be opened, newest first. */
async function storedLetters(db: Db): Promise<SentLetter[]> {
  const found = await db.select().from(mail).orderBy(desc(mail.id)).limit(OUTBOX_SIZE);
  return found.flatMap(({ sealed, state, createdAt }) =>
    sealed === null ? [] : [{ ...(JSON.parse(unseal('mail', sealed)) as OutgoingMail), state, at: createdAt }]);
}

async function deliver(db: Db, mailId: number, send: Send): Promise<void> {
  const [row] = await db.select().from(mail).where(eq(mail.id, mailId));
  if (!row || row.sealed === null || row.state === 'sent') return;
  const message = JSON.parse(unseal('mail', row.sealed)) as OutgoingMail;
  const attempts = row.attempts + 1;
  try {
    await send(message);
  } catch (error) {
    const fault = /\(([^)]*)\)/.exec(String(error))?.[1] ?? 'unknown';
    await db.update(mail).set({ state: 'failed', fault, attempts }).where(eq(mail.id, mailId));
    // 5xx (RFC 5321 4.2.1): the answer will be the same however often one asks. An operator sees it on the desk.
    if (!/^5\d\d$/.test(fault)) throw error;
    log.warn({ mail: mailId, fault }, 'letter refused for good');
    return;
  }
  const sentAt = now();
  await db.update(mail).set({ state: 'sent', fault: null, attempts, sentAt, eraseAfter: new Date(sentAt.getTime() + MAIL_DAYS * DAY_MS) }).where(eq(mail.id, mailId));
}

export function openPost(db: Db, env: Env): Post {
  const server = smtp(env);
  // Only the demo on its own machine: with a real database the letters of real people would lie open.
  const shown = !server && env.SEED === 'demo' && env.DATABASE_URL === undefined;
  const direct: SentLetter[] = [];
  if (!server && !shown) log.warn('SMTP_URL is not set: no mail is sent, so nobody can sign in by a link');
  const send: Send = server?.send ?? (async () => {});
  return {
    sends: server !== null,
    async sendNow(message) {
      if (!mayBeMailed(message.to)) return;
      if (server) return server.send(message);
      if (shown) direct.splice(0, Math.max(0, direct.push({ ...message, state: 'sent', at: now() }) - OUTBOX_SIZE));
    },
    deliver: (mailId) => deliver(db, mailId, send),
    outbox: shown
      ? async () => [...direct, ...(await storedLetters(db))].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, OUTBOX_SIZE)
      : null,
    close: () => server?.close(),
  };
}

/** A day's duty: texts and addresses go when their time is over; what never could be sent goes after a month. */
export async function eraseOldMail(db: Db): Promise<void> {
  const old = new Date(now().getTime() - UNSENT_MAIL_DAYS * DAY_MS);
  await db.update(mail).set({ sealed: null }).where(and(eq(mail.state, 'sent'), lt(mail.eraseAfter, now())));
  await db.update(mail).set({ sealed: null }).where(and(inArray(mail.state, ['queued', 'failed']), lt(mail.createdAt, old)));
}
