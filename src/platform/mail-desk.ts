/** Letters as an operator sees them: that they are there and how it went, never what they say or to whom. */
import { and, count, desc, eq, isNotNull, lt, ne, or } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { mail } from '#db/schema/index.ts';
import { audit } from './audit.ts';
import type { Context } from './context.ts';
import { Refused } from './form.ts';
import type { OutgoingMail } from './mail.ts';
import { unseal } from './seal.ts';

export const MAIL_STATES = ['queued', 'failed', 'sent'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export interface MailOnDesk {
  id: number;
  kind: string;
  state: string;
  attempts: number;
  /** Answer code of the mail server. */
  fault: string | null;
  /** As `o…@e…`; null once address and text are erased. */
  to: string | null;
  createdAt: Date;
  sentAt: Date | null;
}

/** Enough to recognise one's own, too little to write to: `k…@d…`. */
export function maskAddress(address: string): string {
  const [local = '', host = ''] = address.split(/@(?=[^@]*$)/);
  return `${[...local][0] ?? ''}…@${[...host][0] ?? ''}…`;
}

function maskedTo(sealed: string | null): string | null {
  if (sealed === null) return null;
  try {
    return maskAddress((JSON.parse(unseal('mail', sealed)) as OutgoingMail).to);
  } catch {
    // Sealed by a secret that is no longer listed: nobody can read it, and the list of the others must still show.
    return '…';
  }
}

const PAGE = 50;
/** Of the column's type. */
const MOST_ID = 2_147_483_647;

/** Newest first. @param before id of the last one seen */
export async function mailsOnDesk(db: Db, { state, before }: { state?: MailState | undefined; before?: number | undefined }): Promise<{ found: MailOnDesk[]; next: number | null }> {
  const found = await db
    .select()
    .from(mail)
    .where(and(state === undefined ? undefined : eq(mail.state, state), before === undefined ? undefined : lt(mail.id, Math.min(before, MOST_ID))))
    .orderBy(desc(mail.id))
    .limit(PAGE + 1);
  const shown = found.slice(0, PAGE);
  return {
    found: shown.map(({ id, kind, state: at, attempts, fault, sealed, createdAt, sentAt }) => ({ id, kind, state: at, attempts, fault, to: maskedTo(sealed), createdAt, sentAt })),
    next: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Those that were erased before they were sent are counted no more. */
export async function mailCounts(db: Db): Promise<Record<MailState, number>> {
  const found = await db.select({ state: mail.state, n: count() }).from(mail).where(or(eq(mail.state, 'sent'), isNotNull(mail.sealed))).groupBy(mail.state);
  const of = (state: MailState) => found.find((each) => each.state === state)?.n ?? 0;
  return { queued: of('queued'), failed: of('failed'), sent: of('sent') };
}

/** Sends one again that was not sent. @throws Refused when it was sent or erased meanwhile */
export async function retryMail(ctx: Context, mailId: number): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(mail).where(and(eq(mail.id, mailId), ne(mail.state, 'sent'))).for('update');
    if (!row || row.sealed === null) throw new Refused('conflict', { field: null, reason: 'mail-over' });
    await tx.update(mail).set({ state: 'queued', fault: null }).where(eq(mail.id, mailId));
    await ctx.outbox.send(tx, 'mail.queued', { mailId });
    await audit(tx, { actor: ctx.actor, action: 'site.retry-mail', object: `mail:${mailId}` });
  });
}

/** Takes address and text away; what was not sent never will be. @throws Refused when they are gone already */
export async function eraseMail(ctx: Context, mailId: number): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(mail).where(eq(mail.id, mailId)).for('update');
    if (!row || row.sealed === null) throw new Refused('conflict', { field: null, reason: 'mail-over' });
    await tx.update(mail).set({ sealed: null }).where(eq(mail.id, mailId));
    await audit(tx, { actor: ctx.actor, action: 'site.erase-mail', object: `mail:${mailId}`, detail: { state: row.state } });
  });
}
