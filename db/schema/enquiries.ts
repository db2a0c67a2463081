import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { provider } from './providers.ts';

/** Places that a provider has on offer. Closed ones stay, out of sight. */
export const opening = pgTable(
  'opening',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    providerId: integer('provider_id').notNull().references(() => provider.id, { onDelete: 'cascade' }),
    /** Of the provider's published programmes. */
    programmeCode: text('programme_code').notNull(),
    /** null: one can start at any time. */
    startsOn: date('starts_on'),
    /** 0: full. */
    freePlaces: integer('free_places').notNull(),
    language: text('language'),
    region: text('region'),
    /** onsite | remote */
    delivery: text('delivery').$type<'onsite' | 'remote'>(),
    note: jsonb('note').$type<Record<string, string>>(),
    /** Grows with every change. */
    revision: integer('revision').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** When its people last said that it is so. */
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }).notNull(),
    closedAt: timestamp('closed_at', { withTimezone: true }),
  },
  (t) => [index('opening_provider').on(t.providerId).where(sql`${t.closedAt} is null`)],
);

/**
 * That somebody asked, on which day, and in how many working days an answer came: all that stays of an enquiry.
 * Points to nobody and nothing but the provider.
 */
export const enquiryCount = pgTable(
  'enquiry_count',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    providerId: integer('provider_id').notNull().references(() => provider.id, { onDelete: 'cascade' }),
    askedOn: date('asked_on').notNull(),
    /** null: no answer yet, or never. */
    answeredInDays: integer('answered_in_days'),
  },
  (t) => [index('enquiry_count_provider').on(t.providerId, t.askedOn)],
);

/**
 * A citizen's question, or request for a place. Deleted, with its messages, when the citizen takes it back or some time
 * after the last word. state: unconfirmed (the provider knows nothing of it) | waiting (for the provider) | answered | declined
 */
export const enquiry = pgTable(
  'enquiry',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    providerId: integer('provider_id').notNull().references(() => provider.id, { onDelete: 'cascade' }),
    openingId: integer('opening_id').references(() => opening.id, { onDelete: 'set null' }),
    programmeCode: text('programme_code'),
    kind: text('kind').$type<'question' | 'place'>().notNull(),
    state: text('state').$type<'unconfirmed' | 'waiting' | 'answered' | 'declined'>().notNull(),
    /** Language of the citizen. */
    locale: text('locale').notNull(),
    /** SHA-256 of the token in the citizen's link. */
    tokenHash: text('token_hash').notNull().unique(),
    /** Address, first name and token, sealed. */
    contact: text('contact').notNull(),
    /** The citizen lets the provider see the address. */
    showAddress: boolean('show_address').notNull(),
    countId: integer('count_id').references(() => enquiryCount.id, { onDelete: 'set null' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
    lastWordAt: timestamp('last_word_at', { withTimezone: true }).notNull(),
    placeGivenAt: timestamp('place_given_at', { withTimezone: true }),
  },
  (t) => [index('enquiry_provider').on(t.providerId, t.state), index('enquiry_last_word').on(t.lastWordAt)],
);

export const enquiryMessage = pgTable(
  'enquiry_message',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    enquiryId: integer('enquiry_id').notNull().references(() => enquiry.id, { onDelete: 'cascade' }),
    author: text('author').$type<'citizen' | 'provider'>().notNull(),
    /** Sealed. */
    sealed: text('sealed').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (t) => [index('enquiry_message_enquiry').on(t.enquiryId)],
);
