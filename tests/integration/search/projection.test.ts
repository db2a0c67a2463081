import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { setClockOffset, now } from '#platform/clock.ts';
import { importCatalogue } from '#features/catalogue/commands/import-catalogue.ts';
import { fileSource } from '#features/catalogue/remote.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { loadRegister, type Register } from '#features/regions/register.ts';
import { rebuildSummaries, refreshSummaries } from '#features/search/commands/refresh-summaries.ts';
import { EmbeddedEngine } from '#features/search/engines/embedded.ts';
import { followSummaries, type Follower } from '#features/search/follower.ts';
import { allSummaries, lastChange, summariesByIds, summariesSince } from '#features/search/queries.ts';
import type { SearchQuery } from '#features/search/model.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { aFile, aProgramme, aProvider, type ProviderInput } from '#tests/factories/catalogue.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const everything: SearchQuery = {
  text: '', locale: 'da', country: 'dk', place: null, filters: {}, sort: 'name', page: 1, pageSize: 100, day: '2026-11-25',
};
const DAY_MS = 86_400_000;

describe.each(ENGINES)('projection and follower on %s', (engineName) => {
  let open: OpenDatabase;
  let register: Register;
  let folder: string;
  const sent: number[] = [];

  beforeAll(async () => {
    open = await freshDatabase(engineName);
    await loadRegisters(open.db);
    register = await loadRegister(open.db);
    folder = mkdtempSync(join(tmpdir(), 'search-projection-'));
  });
  afterAll(async () => {
    setClockOffset(0);
    await open.close();
    rmSync(folder, { recursive: true });
  });

  const outbox = {
    async send(_: unknown, __: unknown, data: object) {
      if ('providerIds' in data) sent.push(...(data.providerIds as number[]));
    },
  };
  let files = 0;
  /** Imports the providers and refreshes those the import says have changed. @returns ids whose summary changed */
  async function bring(...providers: ProviderInput[]): Promise<number[]> {
    const path = join(folder, `${files++}.json`);
    writeFileSync(path, JSON.stringify(aFile({ providers })));
    sent.length = 0;
    const report = await importCatalogue({ db: open.db, outbox, actor: 'command' } as never, fileSource(path), { dryRun: false, partial: false });
    expect(report.faults).toEqual([]);
    return refreshSummaries(open.db, register, sent);
  }
  const idOf = async (name: string) => {
    const [row] = await rows<{ id: number }>(open.db, sql`select p.id from provider p join organisation o on o.id = p.organisation_id where o.name = ${name}`);
    return row?.id ?? -1;
  };
  const one = aProvider({ id: { scheme: 'demo', value: 'one' }, name: 'Et', results: [], coverage: ['dk-region:1084'], languages: ['da', 'ar'] });
  const two = aProvider({ id: { scheme: 'demo', value: 'two' }, name: 'To', results: [], programmes: [aProgramme({ targetGroups: [{ code: 'unge' }], waitingWeeks: 0 })] });

  beforeEach(() => setClockOffset(0));

  it('says what the provider says, in the words of the search', async () => {
    await bring(one, two);
    const [summary] = await summariesByIds(open.db, [await idOf('To')]);
    expect(summary).toMatchObject({
      name: 'To', demo: true, countries: ['dk'], groups: ['unge'], programmeGroups: ['unge'], services: ['job-search-course'],
      waitingWeeks: 0, freeForCitizen: true, lowestPrice: { amount: 1_250_000, currency: 'DKK', paidBy: 'municipality' },
      headline: null, approved: null, remote: null, tiers: { results: 'cannot-tell', experiences: 'cannot-tell' },
    });
    expect(summary?.areas).toEqual(['dk', 'dk-kommune:0265', 'dk-region:1085']);
    const [wide] = await summariesByIds(open.db, [await idOf('Et')]);
    expect(wide?.areas).toContain('dk-kommune:0101');
    expect(wide?.waitingWeeks).toBeNull();
  });

  it('writes nothing when nothing changed', async () => {
    const before = await lastChange(open.db);
    expect(await rebuildSummaries(open.db, register)).toEqual([]);
    expect(await bring(one, two)).toEqual([]);
    expect(await lastChange(open.db)).toBe(before);
  });

  it('gives the same bytes when it is thrown away and made again', async () => {
    const documents = async () => rows(open.db, sql`select provider_id, hash, document::text from provider_summary order by provider_id`);
    const before = await documents();
    await open.db.execute(sql`delete from provider_summary`);
    await rebuildSummaries(open.db, register);
    expect(await documents()).toEqual(before);
  });

  it('lets a closed provider leave the search on its day, and an ended programme leave its summary', async () => {
    const inDays = (days: number) => new Date(now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
    await bring(
      aProvider({ id: { scheme: 'demo', value: 'closing' }, name: 'Lukker', results: [], closedOn: inDays(2) }),
      aProvider({ id: { scheme: 'demo', value: 'ending' }, name: 'Slutter', results: [], programmes: [aProgramme({ endedOn: inDays(2) })] }),
    );
    const ids = [await idOf('Lukker'), await idOf('Slutter')];
    expect((await summariesByIds(open.db, ids)).map((each) => [each.name, each.services.length])).toEqual([['Lukker', 1], ['Slutter', 1]]);
    setClockOffset(4 * DAY_MS);
    expect(await rebuildSummaries(open.db, register)).toEqual(ids);
    expect((await summariesByIds(open.db, ids)).map((each) => [each.name, each.services.length])).toEqual([['Slutter', 0]]);
    expect((await summariesSince(open.db, 0, 100)).find((each) => each.providerId === ids[0])?.summary).toBeNull();
    setClockOffset(0);
    await rebuildSummaries(open.db, register);
  });

  it('numbers changes in the order in which they are committed, whoever writes', async () => {
    const ids = [await idOf('Et'), await idOf('To')];
    const changed = (value: string) => sql`update provider_version v set profile = jsonb_set(profile, '{name}', to_jsonb(${value}::text)) from provider p where p.version_id = v.id and p.id = ${ids[0]}`;
    await open.db.execute(changed('Et A'));
    const before = await lastChange(open.db);
    // Both at once: the second waits for the first, so its numbers are the larger ones.
    const [first, second] = await Promise.all([refreshSummaries(open.db, register, ids), refreshSummaries(open.db, register, ids)]);
    expect([...(first ?? []), ...(second ?? [])]).toEqual([ids[0]]);
    const seqs = (await summariesSince(open.db, before, 10)).map((each) => each.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(seqs.every((seq) => seq > before)).toBe(true);
  });

  it('reads all in batches, each once', async () => {
    const ids: number[] = [];
    for await (const batch of allSummaries(open.db, 1)) ids.push(...batch.map((each) => each.id));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    expect(ids.length).toBe(4);
  });

  describe('a follower', () => {
    let engine: EmbeddedEngine;
    let follower: Follower;
    const told: (readonly number[] | null)[] = [];
    let looked = 0;
    const names = async () => {
      const answer = await engine.search(everything);
      return (await summariesByIds(open.db, answer.hits.map((hit) => hit.id))).map((each) => each.name);
    };

    beforeAll(async () => {
      engine = new EmbeddedEngine(() => register);
      follower = await followSummaries(open.db, engine, { onChange: (ids) => void told.push(ids), beforeApply: () => void looked++ }, 60_000);
    });
    afterAll(() => follower.stop());

    it('fills the engine before anybody searches', async () => {
      expect(await engine.size()).toBe(4);
      expect(told).toEqual([]);
    });

    it('brings a change in at once when asked, and tells who changed', async () => {
      const [id] = await bring({ ...two, name: 'To, nyt navn' });
      await follower.catchUp();
      expect(looked).toBe(1);
      expect(told.at(-1)).toEqual([id]);
      expect(await names()).toContain('To, nyt navn');
    });

    it('takes a closed provider out', async () => {
      await bring({ ...one, closedOn: '2020-01-01' });
      await follower.catchUp();
      expect(await engine.size()).toBe(3);
    });

    it('finds what was committed while nobody told it: a crash between commit and index loses nothing', async () => {
      await bring(one);
      // Another process, started after the commit, knows nothing but the database.
      const other = new EmbeddedEngine(() => register);
      const second = await followSummaries(open.db, other, {}, 60_000);
      expect(await other.size()).toBe(4);
      await second.stop();
      expect(await engine.size()).toBe(3);
      await follower.catchUp();
      expect(await engine.size()).toBe(4);
    });

    it('goes on after an error', async () => {
      const failing = engine.upsert.bind(engine);
      let failures = 1;
      engine.upsert = async (summaries) => {
        if (failures-- > 0) throw new Error('disk full');
        return failing(summaries);
      };
      await bring({ ...two, name: 'To igen' });
      await expect(follower.catchUp()).rejects.toThrow('disk full');
      await follower.catchUp();
      expect(await names()).toContain('To igen');
    });

    it('makes the index anew when it is ahead of the database, as after a restored backup', async () => {
      await engine.moveTo((await lastChange(open.db)) + 1_000);
      await engine.remove([await idOf('Slutter')]);
      await follower.catchUp();
      expect(await engine.size()).toBe(4);
      expect(await engine.position()).toBe(await lastChange(open.db));
      expect(told.at(-1)).toBeNull();
    });

    it('looks by itself, and stops when told', async () => {
      const quick = new EmbeddedEngine(() => register);
      const polling = await followSummaries(open.db, quick, {}, 20);
      await bring({ ...two, name: 'To til sidst' });
      await expect.poll(async () => (await quick.search({ ...everything, text: 'sidst' })).total, { timeout: 10_000 }).toBe(1);
      await polling.stop();
      const at = await quick.position();
      await bring({ ...two, name: 'To helt til sidst' });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await quick.position()).toBe(at);
    });
  });
});
