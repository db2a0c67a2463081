import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import type { OpenIssuerDatabase } from '#db/issuer/client.ts';
import { stay } from '#db/issuer/schema.ts';
import { reviewPool } from '#db/schema/index.ts';
import type { IssuerPort } from '#features/reviews/issuer-port.ts';
import { poolById, type Pool } from '#features/reviews/pools/queries.ts';
import { staysByRequest } from '#features/reviews/pools/request.ts';
import { openLedger } from '#src/issuer/ledger.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { freshIssuer, markOf, PASSPHRASE } from '#tests/support/issuer.ts';
import { makePool, reviewGround } from '#tests/support/pools.ts';

describe('stays that a system sends', () => {
  let open: OpenDatabase;
  let there: OpenIssuerDatabase;
  let issuer: IssuerPort;
  let pool: Pool;
  beforeAll(async () => {
    open = await freshDatabase('embedded');
    there = await freshIssuer('embedded');
    issuer = openLedger(there.db, PASSPHRASE);
    const poolId = await makePool(open.db, await reviewGround(open.db), { state: 'registering', stays: 0, issued: 0, invited: 0, issueFrom: null, issueUntil: null, redeemFrom: null, redeemUntil: null });
    const found = await poolById(open.db, poolId);
    if (!found) throw new Error('no pool');
    pool = found;
  });
  afterAll(async () => {
    await open.close();
    await there.close();
  });

  const send = (type: string, body: string) => staysByRequest(contextOf(open.db), issuer, pool, new Request('https://site.example/api/v1/pools/x/stays', { method: 'POST', headers: { 'content-type': type }, body }));
  const rows = (...marks: string[]) => JSON.stringify({ stays: marks.map((mark) => ({ stay: mark, startedOn: '2026-01-05' })) });

  it('are taken as rows or as a table, once each, and go to the issuer alone', async () => {
    expect(await send('application/json', rows(markOf(1), markOf(2)))).toEqual({ stays: 2, added: 2, known: 0, changed: 0 });
    expect(await send('text/csv; charset=utf-8', `stay,started,ended\n${markOf(2)},2026-01-05,2026-02-20\n${markOf(3)},2026-01-06,\n`)).toEqual({ stays: 3, added: 1, known: 1, changed: 1 });
    expect((await open.db.select().from(reviewPool).where(eq(reviewPool.id, pool.id)))[0]?.stays).toBe(3);
    expect((await there.db.select().from(stay)).map(({ mark }) => mark).sort()).toEqual([markOf(1), markOf(2), markOf(3)].sort());
  });

  it('are refused whole with each fault, and what was sent is not told back', async () => {
    const fault = await send('application/json', rows(markOf(9), '010190-1234')).catch((error: unknown) => error);
    expect(fault).toMatchObject({ domainCode: 'invalid', faults: [{ pointer: '/stays/1', value: null, expected: expect.stringContaining('number of a person') as string }] });
    expect(JSON.stringify(fault)).not.toContain('010190');
    await expect(send('text/csv', `stay,started\nx,2026-01-05\n`)).rejects.toMatchObject({ faults: [{ pointer: '/2', expected: expect.stringContaining('64 hexadecimal') as string }] });
    await expect(send('application/json', '{"stays":[{"stay":"x","startedOn":"2026-01-05","name":"Jens"}]}')).rejects.toMatchObject({ domainCode: 'invalid' });
    await expect(send('application/json', 'no json')).rejects.toMatchObject({ domainCode: 'bad-request' });
    await expect(send('text/plain', 'x')).rejects.toMatchObject({ domainCode: 'bad-request' });
    await expect(staysByRequest(contextOf(open.db), null, pool, new Request('https://x.example'))).rejects.toMatchObject({ domainCode: 'unavailable' });
    expect(await there.db.$count(stay)).toBe(3);
  });
});
