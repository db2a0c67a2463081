import { bigint, bigserial, boolean, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { organisation } from './accounts.ts';

/** Append-only: triggers of migration 0001 refuse update, delete and truncate. Ids only, nothing personal. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    object: text('object').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [index('audit_entry_actor').on(t.actor, t.id), index('audit_entry_object').on(t.object, t.id), index('audit_entry_action').on(t.action, t.id)],
);

/** The hash chain over the entries, written by a trigger when a transaction commits. Append-only; names entries without a foreign key, to outlive one that is taken away. */
export const auditLink = pgTable('audit_link', {
  /** Without gaps, in the order of the commits. */
  seq: bigint('seq', { mode: 'number' }).primaryKey(),
  entryId: bigint('entry_id', { mode: 'number' }).notNull().unique(),
  /** SHA-256 over the hash before and the entry, in hexadecimal (platform/audit/chain.ts). */
  hash: text('hash').notNull(),
});

/** Signed states of the chain. The copies outside the database are what proves; these are for convenience. Append-only. */
export const auditCheckpoint = pgTable('audit_checkpoint', {
  seq: bigint('seq', { mode: 'number' }).primaryKey(),
  at: timestamp('at', { withTimezone: true }).notNull(),
  note: text('note').notNull(),
});

/** Which shipped data this database holds, so that a start only loads what is new. */
export const shippedData = pgTable('shipped_data', {
  name: text('name').primaryKey(),
  hash: text('hash').notNull(),
  loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull(),
  rows: bigint('rows', { mode: 'number' }).notNull(),
});

/** Evidence files. The bytes lie in a file store under the id; rows of refused and removed ones stay as a trace. */
export const storedFile = pgTable(
  'stored_file',
  {
    /** Random. */
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id').notNull().references(() => organisation.id),
    kind: text('kind').$type<'pdf' | 'png' | 'jpeg' | 'xlsx' | 'csv'>().notNull(),
    name: text('name').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    /** platform/files/model.ts */
    state: text('state').$type<'arriving' | 'quarantined' | 'released' | 'refused' | 'removed'>().notNull(),
    /** What the scanner found. */
    fault: text('fault'),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: timestamp('uploaded_at', { withTimezone: true }).notNull(),
    /** `scanner` or who it was. */
    decidedBy: text('decided_by'),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    reason: text('reason'),
    /** The bytes of a refused or removed file are known to be gone. */
    cleared: boolean('cleared').notNull().default(false),
  },
  (t) => [index('stored_file_organisation').on(t.organisationId), index('stored_file_state').on(t.state, t.uploadedAt)],
);
