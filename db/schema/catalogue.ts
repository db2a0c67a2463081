import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { source } from './providers.ts';

/** state: staging | active | abandoned (a crash or refusal left it; nothing of it is visible). */
export const catalogueImport = pgTable('catalogue_import', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  sourceId: integer('source_id').references(() => source.id),
  fileName: text('file_name').notNull(),
  state: text('state').notNull(),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
  activatedAt: timestamp('activated_at', { withTimezone: true }),
  counts: jsonb('counts').$type<Record<string, number>>().notNull().default({}),
});
