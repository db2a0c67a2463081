import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, sqlState, type OpenDatabase } from '#db/client.ts';
import { sql } from 'drizzle-orm';
import { openJobs, type Jobs } from '#platform/jobs.ts';
import { audit } from '#platform/audit.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

describe.each(ENGINES)('outbox and audit on %s', (engine) => {
  let open: OpenDatabase;
  let jobs: Jobs;
  const seen: number[][] = [];
  let failures = 1;
  let days = 0;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    jobs = await openJobs(open);
    await jobs.work({
      'providers.changed': async ({ providerIds }) => {
        if (providerIds.includes(99) && failures-- > 0) throw new Error('once');
        seen.push(providerIds);
      },
      'results.reported': async () => {},
      'mail.queued': async () => {},
      'public-log.grew': async () => {},
      'hour.began': async () => {},
      'enquiry.to-tell': async () => {},
      'file.taken': async () => {},
      'pool.declared': async () => {},
      'day.began': async () => {
        days++;
      },
    });
  });
  afterAll(async () => {
    await jobs.stop();
    await open.close();
  });

  it('delivers what was committed and nothing that was rolled back', async () => {
    await open.db.transaction((tx) => jobs.send(tx, 'providers.changed', { providerIds: [1] }));
    await expect(
      open.db.transaction(async (tx) => {
        await jobs.send(tx, 'providers.changed', { providerIds: [2] });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await jobs.idle();
    expect(seen).toEqual([[1]]);
  });

  it('begins the day once when a worker starts', async () => {
    await jobs.idle();
    expect(days).toBe(1);
  });

  it('tries again after a failure', async () => {
    await open.db.transaction((tx) => jobs.send(tx, 'providers.changed', { providerIds: [99] }));
    await jobs.idle();
    expect(seen).toContainEqual([99]);
  });

  it('keeps the audit trail append-only', async () => {
    await audit(open.db, { actor: 'system', action: 'test', object: 'x' });
    for (const statement of [sql`update audit_entry set actor = 'y'`, sql`delete from audit_entry`, sql`truncate audit_entry`]) {
      const error = await open.db.execute(statement).then(() => null, (each: unknown) => each);
      expect(sqlState(error)).toBe('23001');
    }
    expect(await rows(open.db, sql`select actor from audit_entry`)).toEqual([{ actor: 'system' }]);
  });
});
