import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { providerVersion } from './providers.ts';
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
