/**
 * What the issuer of review tokens knows: who is entitled and who has collected, and never what anybody wrote. A database
 * of its own; the site's holds the rest, and neither holds both.
 */
import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core';

/** A pool of the site and its key, used for nothing else. */
export const pool = pgTable(
  'pool',
  {
    /** The site's. */
    id: text('id').primaryKey(),
    /** SHA-256 of the SPKI in hexadecimal. */
    keyId: text('key_id').notNull().unique(),
    /** Base64 (DER). */
    spki: text('spki').notNull(),
    /** PKCS #8, encrypted; null: destroyed. */
    privateKey: text('private_key'),
    /** The site's organisation whose people send the invitations. */
    issuerId: integer('issuer_id').notNull(),
    /** Names and period, as everybody may see them. */
    facts: jsonb('facts').$type<Record<string, string>>().notNull(),
    registered: integer('registered').notNull().default(0),
    /** M as the public log has it. */
    announced: integer('announced').notNull().default(0),
    issueFrom: timestamp('issue_from', { withTimezone: true }),
    issueUntil: timestamp('issue_until', { withTimezone: true }),
    createdOn: date('created_on').notNull(),
    closedOn: date('closed_on'),
    /** N; null until it is closed. */
    issued: integer('issued'),
    expiredOn: date('expired_on'),
  },
  (t) => [
    index('pool_issuer').on(t.issuerId),
    check('pool_announced', sql`0 <= ${t.announced} and ${t.announced} <= ${t.registered}`),
    check('pool_closed', sql`(${t.closedOn} is null) = (${t.issued} is null)`),
    check('pool_key_destroyed', sql`(${t.privateKey} is null) = (${t.expiredOn} is not null)`),
  ],
);

/** One stay, without a name. Spent once and for ever; the day alone is kept, nothing of the network or the browser. */
export const stay = pgTable(
  'stay',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    poolId: text('pool_id').notNull().references(() => pool.id),
    /** From 1 in each pool, without gaps. */
    ordinal: integer('ordinal').notNull(),
    /** HMAC-SHA256 of the authority's own number of the stay, in hexadecimal, by a key that only the authority has. */
    mark: text('mark').notNull(),
    startedOn: date('started_on').notNull(),
    endedOn: date('ended_on'),
    /** null: M in the public log does not count it yet. */
    collectFrom: timestamp('collect_from', { withTimezone: true }),
    spentOn: date('spent_on'),
    spentBy: text('spent_by').$type<'token' | 'code'>(),
    /** SHA-256 of the blinded message, hexadecimal. */
    blindedHash: text('blinded_hash'),
    /** The blind signature in base64url: whoever lost it on the way gets the same one again. */
    answer: text('answer'),
  },
  (t) => [
    unique('stay_mark').on(t.poolId, t.mark),
    unique('stay_ordinal').on(t.poolId, t.ordinal),
    check('stay_mark_form', sql`${t.mark} ~ '^[0-9a-f]{64}$'`),
    check('stay_days', sql`${t.endedOn} is null or ${t.endedOn} >= ${t.startedOn}`),
    check('stay_spent', sql`(${t.spentOn} is null) = (${t.spentBy} is null)`),
    check('stay_answer', sql`(${t.blindedHash} is not null and ${t.answer} is not null) = (${t.spentBy} is not distinct from 'token') and (${t.blindedHash} is null) = (${t.answer} is null)`),
  ],
);

/** Secrets of links, each 120 random bits, by their SHA-256 alone. All of a stay's links spend the same row. */
export const invitation = pgTable(
  'invitation',
  {
    hash: text('hash').primaryKey(),
    stayId: integer('stay_id').notNull().references(() => stay.id),
  },
  (t) => [index('invitation_stay').on(t.stayId)],
);

/** For which occasion a stay has stood in a list, and since when. */
export const notice = pgTable(
  'notice',
  {
    stayId: integer('stay_id').notNull().references(() => stay.id),
    occasion: text('occasion').$type<'first' | 'second' | 'reminder'>().notNull(),
    listedOn: date('listed_on').notNull(),
  },
  (t) => [primaryKey({ columns: [t.stayId, t.occasion] }), index('notice_list').on(t.occasion, t.listedOn)],
);

/** Tickets by which staff came over from the site: each opens the door once. */
export const staffTicket = pgTable('staff_ticket', {
  hash: text('hash').primaryKey(),
  until: timestamp('until', { withTimezone: true }).notNull(),
});
