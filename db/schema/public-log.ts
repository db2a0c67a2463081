import { sql } from 'drizzle-orm';
import { bigint, check, index, jsonb, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * The public log: a Merkle tree in the form of RFC 6962 (platform/public-log). Append-only and without gaps, both kept by
 * triggers. It names what happened to what, and a salted commitment to the document beside it: nothing personal.
 */
export const publicLogEntry = pgTable(
  'public_log_entry',
  {
    /** From 0, without gaps, in the order of the commits. */
    index: bigint('index', { mode: 'number' }).primaryKey(),
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    /** The very bytes that were hashed: canonical JSON. */
    entry: text('entry').notNull(),
    /** RFC 6962 leaf hash in hexadecimal. */
    leafHash: text('leaf_hash').notNull(),
  },
  (t) => [index('public_log_entry_subject').on(t.subject, t.index), index('public_log_entry_kind').on(t.kind, t.index)],
);

/** Hashes of the complete subtrees above the leaves. Append-only. */
export const publicLogNode = pgTable(
  'public_log_node',
  {
    /** 1: over two leaves, 2: over four, and so on. */
    level: smallint('level').notNull(),
    /** From the left, from 0. */
    place: bigint('place', { mode: 'number' }).notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.level, t.place] })],
);

/**
 * What an entry commits to. The one thing that a row may become is withheld: its document or a part of it taken out, with
 * the ground. The log stays whole, as it holds the commitment alone.
 */
export const publicLogDocument = pgTable(
  'public_log_document',
  {
    index: bigint('index', { mode: 'number' }).primaryKey().references(() => publicLogEntry.index),
    /** Canonical JSON, as committed to. Null: taken out. */
    document: text('document'),
    /** 32 random bytes in hexadecimal. Null with the document, or nobody could be kept from guessing what was taken out. */
    salt: text('salt'),
    /** What is left to show after a part was taken out. */
    shown: jsonb('shown').$type<Record<string, unknown>>(),
    withheldAt: timestamp('withheld_at', { withTimezone: true }),
    /** In words, for everybody. */
    ground: text('ground'),
  },
  (t) => [check('public_log_document_whole_or_withheld', sql`
    (${t.document} is null) = (${t.salt} is null) and (${t.document} is null) = (${t.withheldAt} is not null)
    and (${t.withheldAt} is null) = (${t.ground} is null) and (${t.shown} is null or ${t.withheldAt} is not null)`)],
);

/** Signed states of the tree. The copies outside the database are what proves; these are for convenience. Append-only. */
export const publicLogCheckpoint = pgTable('public_log_checkpoint', {
  size: bigint('size', { mode: 'number' }).primaryKey(),
  at: timestamp('at', { withTimezone: true }).notNull(),
  note: text('note').notNull(),
});
