import { integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';

/** One legal unit. Provider and authority are what it does. */
export const organisation = pgTable(
  'organisation',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    scheme: text('scheme').notNull(),
    value: text('value').notNull(),
    name: text('name').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [unique('organisation_number').on(t.scheme, t.value)],
);
