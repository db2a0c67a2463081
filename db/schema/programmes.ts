import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { provider, providerVersion } from './providers.ts';
import type { JsonDocument } from './types.ts';

/** The programmes of one provider version, in its order. Immutable with it. */
export const programmeVersion = pgTable(
  'programme_version',
  {
    providerVersionId: integer('provider_version_id').notNull().references(() => providerVersion.id),
    position: integer('position').notNull(),
    code: text('code').notNull(),
    programme: jsonb('programme').$type<JsonDocument>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.providerVersionId, t.code] })],
);

/**
 * What a provider's people are writing: profile and programmes as the catalogue format has them, but not whole yet.
 * Nobody else sees it. `revision` grows with every change; `versionId` is the version it began from.
 */
export const providerDraft = pgTable('provider_draft', {
  providerId: integer('provider_id').primaryKey().references(() => provider.id, { onDelete: 'cascade' }),
  revision: integer('revision').notNull(),
  versionId: integer('version_id'),
  profile: jsonb('profile').$type<JsonDocument>().notNull(),
  programmes: jsonb('programmes').$type<JsonDocument[]>().notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
});
