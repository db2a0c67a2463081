import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { organisation } from './accounts.ts';
import { person } from './identity.ts';
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

/**
 * Somebody says that a profile is their organisation's. state: open | granted | refused | withdrawn
 * proof: mail-domain (an address at the provider's own domain) | oidc-organisation (the eID names it) | operator
 */
export const profileClaim = pgTable(
  'profile_claim',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    providerId: integer('provider_id').notNull().references(() => provider.id),
    personId: text('person_id').notNull().references(() => person.id),
    state: text('state').notNull(),
    proof: text('proof').notNull(),
    /** Others already looked after the profile when it was made: an operator decides, and nothing changes before. */
    contested: boolean('contested').notNull(),
    /** Why it is theirs, in the claimant's words. */
    reason: text('reason'),
    /** What those who look after the profile say to it. */
    answer: text('answer'),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    decidedBy: text('decided_by').references(() => person.id),
    decision: text('decision'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('profile_claim_open').on(t.providerId, t.personId).where(sql`${t.state} = 'open'`),
    index('profile_claim_state').on(t.state, t.id),
    index('profile_claim_person').on(t.personId),
  ],
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
