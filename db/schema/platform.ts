import { bigint, bigserial, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Append-only: triggers of the first migration refuse update, delete and truncate. Ids only, nothing personal. */
export const auditEntry = pgTable('audit_entry', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  at: timestamp('at', { withTimezone: true }).notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  object: text('object').notNull(),
  detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
});

/** Which shipped data this database holds, so that a start only loads what is new. */
export const shippedData = pgTable('shipped_data', {
  name: text('name').primaryKey(),
  hash: text('hash').notNull(),
  loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull(),
  rows: bigint('rows', { mode: 'number' }).notNull(),
});
