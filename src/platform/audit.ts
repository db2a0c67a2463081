import type { Db } from '#db/client.ts';
import { auditEntry } from '#db/schema/index.ts';
import { now } from './clock.ts';

export interface AuditRecord {
  /** Who: `system`, `command` or `person:ID`. */
  actor: string;
  /** A verb with its feature, such as `catalogue.import`. */
  action: string;
  /** What it was done to, such as `import:12`. */
  object: string;
  /** Ids and counts; nothing personal. */
  detail?: Record<string, unknown>;
}

/** Writes in the caller's transaction: the deed and its record stand or fall together. */
export async function audit(tx: Db, record: AuditRecord): Promise<void> {
  await tx.insert(auditEntry).values({ at: now(), detail: {}, ...record });
}
