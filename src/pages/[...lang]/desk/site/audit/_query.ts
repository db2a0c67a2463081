/** What the audit trail is searched for, by the address. */
import { dayParam, idParam, textParam } from '#platform/http/parameters.ts';
import type { AuditQuery } from '#platform/audit/queries.ts';

export function auditQuery(url: URL): AuditQuery {
  const text = (name: string) => textParam(url, name) || undefined;
  return { actor: text('actor'), action: text('action'), object: text('object'), fromDay: dayParam(url, 'from'), toDay: dayParam(url, 'until'), before: idParam(url, 'before') };
}

/** The same as parameters of an address, without the page. */
export function auditParameters({ actor, action, object, fromDay, toDay }: AuditQuery): Record<string, string | undefined> {
  return { actor, action, object, from: fromDay, until: toDay };
}

/** Newest entries that a spreadsheet holds at most. */
export const CSV_MOST = 10_000;
