import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Register } from '#features/regions/register.ts';
import type { ProviderSummary, SearchQuery } from '#features/search/model.ts';
import { shippedRegister } from '#tests/support/shipped-register.ts';
import { ENGINE_NAMES, inBatches, testEngine, type TestEngine } from './engines.ts';
import { randomSummaries, randomSummary, seeded } from './random-summaries.ts';

const everything: SearchQuery = {
  text: '', locale: 'da', country: 'all', place: null, filters: {}, sort: 'fit', page: 1, pageSize: 5, day: '2026-11-25',
};

describe.each(ENGINE_NAMES)('life of an index on %s', (name) => {
  let register: Register;
  let test: TestEngine;
  let summaries: ProviderSummary[];

  beforeAll(async () => {
    register = await shippedRegister();
    summaries = randomSummaries(300, seeded(9), register);
    test = await testEngine(name, register);
  });
  afterAll(() => test.close());

  const total = async () => (await test.engine.search(everything)).total;

  it('knows nothing at first, and not where it stands', async () => {
    expect(await test.engine.position()).toBeNull();
    expect(await test.engine.size()).toBe(0);
    expect(await total()).toBe(0);
  });

  it('keeps one document a provider', async () => {
    await test.engine.upsert(summaries);
    await test.engine.upsert(summaries.slice(0, 20));
    expect(await test.engine.size()).toBe(300);
    await test.engine.remove([1, 2, 2, 9_999]);
    expect(await test.engine.size()).toBe(298);
    await test.engine.upsert(summaries.slice(0, 2));
    expect(await total()).toBe(await test.engine.size());
  }, 180_000);

  it('swaps a new index in: nobody ever finds less than before, and changes made meanwhile are kept', async () => {
    const seen = new Set<number>();
    let done = false;
    const watch = (async () => {
      while (!done) {
        seen.add(await total());
        await pause(name === 'embedded' ? 1 : 50);
      }
    })();
    watch.catch(() => {});
    const late = randomSummary(500, seeded(1), register);
    await test.engine.rebuild(
      (async function* () {
        for await (const batch of inBatches(summaries, 60)) {
          yield batch;
          await pause(5);
        }
        await test.engine.upsert([late]);
        await test.engine.remove([3]);
      })(),
      42,
    );
    done = true;
    await watch;
    expect([...seen].every((count) => count >= 299)).toBe(true);
    expect(await test.engine.size()).toBe(300);
    expect((await test.engine.search({ ...everything, pageSize: 400 })).hits.map((hit) => hit.id)).toContain(500);
    expect(await test.engine.position()).toBe(42);
  }, 300_000);

  it('forgets what a rebuild does not bring, and keeps its position without one', async () => {
    await test.engine.rebuild(inBatches(summaries.slice(0, 10)));
    expect(await test.engine.size()).toBe(10);
    expect(await test.engine.position()).toBe(42);
    await test.engine.moveTo(43);
    expect(await test.engine.position()).toBe(43);
  }, 180_000);

  it('stays as it was when a rebuild fails', async () => {
    await expect(
      test.engine.rebuild(
        (async function* () {
          yield summaries.slice(0, 2);
          throw new Error('the database went away');
        })(),
        50,
      ),
    ).rejects.toThrow('the database went away');
    expect(await test.engine.size()).toBe(10);
    expect(await test.engine.position()).toBe(43);
    await test.engine.rebuild(inBatches(summaries.slice(0, 12)), 51);
    expect(await test.engine.size()).toBe(12);
  }, 180_000);
});
