import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { person } from './identity.ts';

/** One legal unit. Provider and authority are what it does. */
export const organisation = pgTable(
  'organisation',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    scheme: text('scheme').notNull(),
    value: text('value').notNull(),
    name: text('name').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** Its people can read and change nothing; what the public sees of it is another question. */
    suspendedAt: timestamp('suspended_at', { withTimezone: true }),
    suspendedReason: text('suspended_reason'),
  },
  (t) => [unique('organisation_number').on(t.scheme, t.value)],
);

/** Organisations that examine others: they assess and decide, confirm results, or issue review tokens. */
export const authority = pgTable('authority', {
  organisationId: integer('organisation_id').primaryKey().references(() => organisation.id),
  /** Code of the place that it is the authority of; null: of none in particular. */
  area: text('area'),
  since: timestamp('since', { withTimezone: true }).notNull(),
  endedAt: timestamp('ended_at', { withTimezone: true }),
});

/** One row a role. `organisationId` null: a role of the site itself. Ended rows stay: who could do what, and when. */
export const membership = pgTable(
  'membership',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    personId: text('person_id').notNull().references(() => person.id),
    organisationId: integer('organisation_id').references(() => organisation.id),
    role: text('role').notNull(),
    since: timestamp('since', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('membership_present').on(t.personId, sql`coalesce(${t.organisationId}, 0)`, t.role).where(sql`${t.endedAt} is null`),
    index('membership_organisation').on(t.organisationId),
  ],
);

/** To an address, not to a person: only somebody who has shown that the address is theirs can accept. */
export const invitation = pgTable(
  'invitation',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    organisationId: integer('organisation_id').references(() => organisation.id),
    role: text('role').notNull(),
    /** SHA-256 of the token in the letter. */
    tokenHash: text('token_hash').notNull().unique(),
    /** Sealed; null once it was accepted, revoked or long over. */
    address: text('address'),
    invitedBy: text('invited_by').references(() => person.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    acceptedBy: text('accepted_by').references(() => person.id),
  },
  (t) => [index('invitation_organisation').on(t.organisationId)],
);

/** A system that acts for an organisation through the API. The token itself is shown once and kept nowhere. */
export const apiToken = pgTable(
  'api_token',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    organisationId: integer('organisation_id').notNull().references(() => organisation.id),
    /** What its owner calls it. */
    name: text('name').notNull(),
    /** SHA-256 in hexadecimal. */
    hash: text('hash').notNull().unique(),
    scopes: jsonb('scopes').$type<string[]>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** To the hour. */
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (t) => [index('api_token_organisation').on(t.organisationId)],
);
