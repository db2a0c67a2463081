import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import { auditEntry } from '#db/schema/index.ts';
import { lastCheckpoint, searchAudit } from '#platform/audit/queries.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

describe.each(ENGINES)('search in the audit trail on %s', (engine) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await freshDatabase(engine);
    const at = (time: string) => new Date(time);
    await open.db.insert(auditEntry).values([
      { at: at('2026-06-30T21:59:59Z'), actor: 'person:a', action: 'results.report', object: 'provider:1' },
      { at: at('2026-06-30T22:00:00Z'), actor: 'person:a', action: 'results.verify', object: 'provider:2' },
      { at: at('2026-07-01T21:59:59Z'), actor: 'person:b', action: 'results_x', object: 'provider:1' },
      { at: at('2026-12-01T12:00:00Z'), actor: 'system', action: 'files.scan', object: 'file:x' },
    ]);
    await open.db.insert(auditEntry).values(Array.from({ length: 60 }, (_, n) => ({ at: at('2026-12-02T00:00:00Z'), actor: 'command', action: 'many', object: `n:${n}` })));
  });
  afterAll(() => open.close());

  const ids = async (query: Parameters<typeof searchAudit>[1]) => (await searchAudit(open.db, query)).entries.map(({ id }) => id);

  it('asks by who, what, to what and on which days in Denmark', async () => {
    expect(await ids({ actor: 'person:a' })).toEqual([2, 1]);
    expect(await ids({ action: 'results.' })).toEqual([2, 1]);
    expect(await ids({ action: 'results_' })).toEqual([3]);
    expect(await ids({ object: 'provider:1' })).toEqual([3, 1]);
    expect(await ids({ fromDay: '2026-07-01', toDay: '2026-07-01' })).toEqual([3, 2]);
    expect(await ids({ toDay: '2026-06-30' })).toEqual([1]);
    expect(await ids({ actor: 'person:a', object: 'provider:2' })).toEqual([2]);
    expect(await ids({ actor: "' or 1=1 --" })).toEqual([]);
  });

  it('gives pages without a gap', async () => {
    const first = await searchAudit(open.db, {});
    expect(first.entries).toHaveLength(50);
    const second = await searchAudit(open.db, { before: first.next ?? 0 });
    expect([...first.entries, ...second.entries].map(({ id }) => id)).toEqual(Array.from({ length: 64 }, (_, n) => 64 - n));
    expect(second.next).toBeNull();
    expect(await lastCheckpoint(open.db)).toBeNull();
  });
});
