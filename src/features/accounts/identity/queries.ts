/** Reads about one's own account. */
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { mail, passkey, person, personAccount, personSession } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import { normaliseEmail } from './model.ts';

export interface OwnSession {
  id: string;
  method: string;
  acr: string | null;
  device: string | null;
  authenticatedAt: Date;
  expiresAt: Date;
}

export interface OwnPasskey {
  id: string;
  name: string | null;
  createdAt: Date | null;
}

export async function personByEmail(db: Db, email: string): Promise<{ id: string } | null> {
  const [found] = await db.select({ id: person.id }).from(person).where(and(eq(person.email, normaliseEmail(email)), isNull(person.erasedAt)));
  return found ?? null;
}

/** Those that still count, newest first. */
export async function sessionsOf(db: Db, personId: string): Promise<OwnSession[]> {
  const { id, method, acr, userAgent: device, authenticatedAt, expiresAt } = personSession;
  return db
    .select({ id, method, acr, device, authenticatedAt, expiresAt })
    .from(personSession)
    .where(and(eq(personSession.userId, personId), gt(personSession.expiresAt, now())))
    .orderBy(desc(authenticatedAt));
}

export async function passkeysOf(db: Db, personId: string): Promise<OwnPasskey[]> {
  return db.select({ id: passkey.id, name: passkey.name, createdAt: passkey.createdAt }).from(passkey).where(eq(passkey.userId, personId)).orderBy(desc(passkey.createdAt));
}

/** Whether an eID is tied to the account. */
export async function hasEid(db: Db, personId: string): Promise<boolean> {
  const [found] = await db.select({ id: personAccount.id }).from(personAccount).where(eq(personAccount.userId, personId)).limit(1);
  return found !== undefined;
}

/** Letters about the account, for the export: what and when; the texts are sealed and soon gone. */
export async function lettersOf(db: Db, personId: string): Promise<{ kind: string; state: string; createdAt: Date; sentAt: Date | null }[]> {
  const { kind, state, createdAt, sentAt } = mail;
  return db.select({ kind, state, createdAt, sentAt }).from(mail).where(eq(mail.personId, personId)).orderBy(desc(mail.id));
}

export interface OwnDetails {
  name: string;
  email: string;
  emailVerified: boolean;
  locale: string;
  createdAt: Date;
}

export async function detailsOf(db: Db, personId: string): Promise<OwnDetails | null> {
  const { name, email, emailVerified, locale, createdAt } = person;
  const [found] = await db.select({ name, email, emailVerified, locale, createdAt }).from(person).where(eq(person.id, personId));
  return found ?? null;
}

export async function accountsOf(db: Db, personId: string): Promise<{ provider: string; subject: string; createdAt: Date }[]> {
  const { providerId: provider, accountId: subject, createdAt } = personAccount;
  return db.select({ provider, subject, createdAt }).from(personAccount).where(eq(personAccount.userId, personId));
}

/** Whose session it is, for the policy. Null: there is none. */
export async function ownerOfSession(db: Db, sessionId: string): Promise<string | null> {
  const [found] = await db.select({ personId: personSession.userId }).from(personSession).where(eq(personSession.id, sessionId));
  return found?.personId ?? null;
}

export async function ownerOfPasskey(db: Db, passkeyId: string): Promise<string | null> {
  const [found] = await db.select({ personId: passkey.userId }).from(passkey).where(eq(passkey.id, passkeyId));
  return found?.personId ?? null;
}
