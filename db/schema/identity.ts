import { boolean, index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Staff of providers, authorities and the site: citizens need no account. Field names are those of the sign-in library. */
export const person = pgTable('person', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** `…@mitid.invalid` where the eID tells none: never written to. */
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  locale: text('locale').notNull().default('da'),
  suspendedAt: moment('suspended_at'),
  /** As the person was told it; gone when they are let in again. */
  suspendedReason: text('suspended_reason'),
  /** The row stays without anything personal, because the audit trail and decisions point at its id. */
  erasedAt: moment('erased_at'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const personSession = pgTable(
  'person_session',
  {
    id: text('id').primaryKey(),
    userId: text('person_id').notNull().references(() => person.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** link, passkey or oidc */
    method: text('method').notNull(),
    /** Level of assurance as the eID told it. */
    acr: text('acr'),
    /** Organisation that the eID says the person acts for, as `dk-cvr:12345678`. */
    organisation: text('organisation'),
    authenticatedAt: moment('authenticated_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [index('person_session_person').on(t.userId)],
);

/** Who somebody is at an eID. No tokens of it are kept. */
export const personAccount = pgTable(
  'person_account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('person_id').notNull().references(() => person.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [unique('person_account_key').on(t.providerId, t.accountId), index('person_account_person').on(t.userId)],
);

/** Hashed link tokens, states and challenges, for minutes. */
export const verification = pgTable(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [index('verification_identifier').on(t.identifier)],
);

export const passkey = pgTable(
  'passkey',
  {
    id: text('id').primaryKey(),
    name: text('name'),
    publicKey: text('public_key').notNull(),
    userId: text('person_id').notNull().references(() => person.id, { onDelete: 'cascade' }),
    credentialID: text('credential_id').notNull().unique(),
    counter: integer('counter').notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: boolean('backed_up').notNull(),
    transports: text('transports'),
    createdAt: moment('created_at'),
    aaguid: text('aaguid'),
  },
  (t) => [index('passkey_person').on(t.userId)],
);

/** What is to be sent or was. Address and text are sealed, and gone some days after sending. */
export const mail = pgTable(
  'mail',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    /** Which letter, such as `invitation`. */
    kind: text('kind').notNull(),
    /** Null: to somebody without an account. */
    personId: text('person_id').references(() => person.id, { onDelete: 'set null' }),
    /** Null after erasure. */
    sealed: text('sealed'),
    /** queued, sent or failed */
    state: text('state').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Why the last attempt failed, as the answer code of the mail server; nothing personal. */
    fault: text('fault'),
    createdAt: moment('created_at').notNull(),
    sentAt: moment('sent_at'),
    eraseAfter: moment('erase_after'),
  },
  (t) => [index('mail_state').on(t.state, t.id), index('mail_person').on(t.personId)],
);

/** Counters of attempts; the form is that of the limiter library. Keys are hashed. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  points: integer('points').notNull(),
  expire: moment('expire'),
});
