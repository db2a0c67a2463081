import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { organisation } from './accounts.ts';
import type { JsonDocument } from './types.ts';

/** Who said it: shown beside every figure that came from it. */
export const source = pgTable(
  'source',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    title: text('title').notNull(),
    publisher: text('publisher').notNull(),
    url: text('url'),
    retrieved: date('retrieved'),
    licence: text('licence'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [unique('source_name').on(t.title, t.publisher)],
);

/** The provider as others point to it. `versionId` null: nothing published yet, so it is nowhere to be seen. */
export const provider = pgTable(
  'provider',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    organisationId: integer('organisation_id').notNull().unique().references(() => organisation.id),
    slug: text('slug').notNull().unique(),
    versionId: integer('version_id'),
    claimedAt: timestamp('claimed_at', { withTimezone: true }),
    /** When its own people last said that everything is right, by publishing or by saying just that. */
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
    /** When they were last asked to. */
    remindedAt: timestamp('reminded_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('provider_version_id').on(t.versionId)],
);

/** Slugs that a provider had; each redirects to the present one. */
export const formerSlug = pgTable('former_slug', {
  slug: text('slug').primaryKey(),
  providerId: integer('provider_id').notNull().references(() => provider.id),
});

/**
 * What one source says of one provider, whole and immutable. A change is a new version.
 * state: staged (an import under way) | current | past | proposal (the provider has claimed its profile) | abandoned
 */
export const providerVersion = pgTable(
  'provider_version',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    sourceId: integer('source_id').notNull().references(() => source.id),
    importId: integer('import_id'),
    state: text('state').notNull(),
    /** Of profile and programmes together; equal hash, nothing to do. */
    hash: text('hash').notNull(),
    profile: jsonb('profile').$type<JsonDocument>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    activatedAt: timestamp('activated_at', { withTimezone: true }),
    replacedAt: timestamp('replaced_at', { withTimezone: true }),
    /** Of a proposal: when the provider took it over or put it aside. */
    answeredAt: timestamp('answered_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('provider_version_current').on(t.providerId, t.sourceId).where(sql`${t.state} = 'current'`),
    index('provider_version_provider').on(t.providerId),
    index('provider_version_import').on(t.importId),
  ],
);
