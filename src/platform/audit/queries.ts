/** The audit trail for those who may read it: newest first, by who, what, to what and when. */
import { and, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { auditCheckpoint, auditEntry } from '#db/schema/index.ts';

export interface AuditQuery {
  /** Exactly, such as `person:ID`. */
  actor?: string | undefined;
  /** From the start, such as `results.`. */
  action?: string | undefined;
  /** Exactly, such as `provider:12`. */
  object?: string | undefined;
  /** Days in Denmark, YYYY-MM-DD, both included. */
  fromDay?: string | undefined;
  toDay?: string | undefined;
  /** Only entries before this id: the `next` of the page before. */
  before?: number | undefined;
  /** At most so many; default a page of 50. */
  limit?: number | undefined;
}

export type AuditRow = typeof auditEntry.$inferSelect;
export interface AuditPage {
  entries: AuditRow[];
  /** Null: this is the last page. */
  next: number | null;
}

const PAGE = 50;

/** Midnight in Denmark at the start of a day; the database knows when summer time begins. */
const startOf = (day: string, later = 0): SQL => sql`((${day}::date + ${later}::int)::timestamp at time zone 'Europe/Copenhagen')`;

export async function searchAudit(db: Db, { actor, action, object, fromDay, toDay, before, limit = PAGE }: AuditQuery): Promise<AuditPage> {
  const found = await db
    .select()
    .from(auditEntry)
    .where(and(
      actor === undefined ? undefined : eq(auditEntry.actor, actor),
      action === undefined ? undefined : sql`starts_with(${auditEntry.action}, ${action})`,
      object === undefined ? undefined : eq(auditEntry.object, object),
      fromDay === undefined ? undefined : gte(auditEntry.at, startOf(fromDay)),
      toDay === undefined ? undefined : lt(auditEntry.at, startOf(toDay, 1)),
      before === undefined ? undefined : lt(auditEntry.id, before),
    ))
    .orderBy(desc(auditEntry.id))
    .limit(limit + 1);
  const entries = found.slice(0, limit);
  return { entries, next: found.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

/** When the trail was last signed, for the operator's desk; null: never. */
export async function lastCheckpoint(db: Db): Promise<{ seq: number; at: Date } | null> {
  const [found] = await db.select({ seq: auditCheckpoint.seq, at: auditCheckpoint.at }).from(auditCheckpoint).orderBy(desc(auditCheckpoint.seq)).limit(1);
  return found ?? null;
}
