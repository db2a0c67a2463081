import { bigint, boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { provider } from './providers.ts';
import type { JsonDocument } from './types.ts';

/**
 * Projection: what lists, cards and search engines know of a provider. Disposable; `npm run reindex` makes the same again.
 * `seq` grows with each change in commit order, so that every process can follow.
 */
export const providerSummary = pgTable(
  'provider_summary',
  {
    providerId: integer('provider_id').primaryKey().references(() => provider.id),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    removed: boolean('removed').notNull().default(false),
    hash: text('hash').notNull(),
    document: jsonb('document').$type<JsonDocument>().notNull(),
  },
  (t) => [index('provider_summary_seq').on(t.seq)],
);
