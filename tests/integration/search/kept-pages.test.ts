/** Whatever of a provider a page shows, a change of it must reach those who keep pages. */
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import { importCatalogue } from '#features/catalogue/commands/import-catalogue.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { loadRegister } from '#features/regions/register.ts';
import { rebuildSummaries } from '#features/search/commands/refresh-summaries.ts';
import { changedIds, lastChange } from '#features/search/queries.ts';
import type { Context } from '#platform/context.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const provider = (phone: string) => ({
  id: { scheme: 'demo', value: 'x-1' }, name: 'Prøvested', kind: 'private', coverage: ['dk-kommune:0101'], contact: { phone },
});

describe.each(ENGINES)('kept pages on %s', (engine) => {
  let open: OpenDatabase;
  let ctx: Context;
  beforeAll(async () => {
    open = await freshDatabase(engine);
    ctx = { db: open.db, actor: 'test', outbox: { send: async () => {} } };
    await loadRegisters(open.db);
  });
  afterAll(() => open.close());

  const take = async (phone: string) => {
    const file = { format: 'vejviser.catalogue/1', source: { title: 'T', publisher: 'P' }, providers: [provider(phone)] };
    await importCatalogue(ctx, { fileName: 'x.json', open: () => Readable.from([Buffer.from(JSON.stringify(file))]) }, { dryRun: false, partial: false });
    const before = await lastChange(open.db);
    await rebuildSummaries(open.db, await loadRegister(open.db));
    return changedIds(open.db, before, await lastChange(open.db));
  };

  it('are dropped by a change that no list shows, and by nothing else', async () => {
    expect(await take('11111111')).toHaveLength(1);
    expect(await take('11111111')).toHaveLength(0);
    expect(await take('22222222')).toHaveLength(1);
  });
});
