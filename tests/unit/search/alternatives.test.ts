import { beforeAll, describe, expect, it } from 'vitest';
import type { Register } from '#features/regions/register.ts';
import { alternatives } from '#features/search/alternatives.ts';
import { EmbeddedEngine } from '#features/search/engines/embedded.ts';
import type { SearchQuery } from '#features/search/model.ts';
import { aProviderSummary } from '#tests/factories/summary.ts';
import { shippedRegister } from '#tests/support/shipped-register.ts';

const query: SearchQuery = {
  text: '', locale: 'da', country: 'dk', place: null, filters: {}, sort: 'fit', page: 4, pageSize: 20, day: '2026-11-25',
};

describe('what lies nearest', () => {
  let register: Register;
  let engine: EmbeddedEngine;
  beforeAll(async () => {
    register = await shippedRegister();
    engine = new EmbeddedEngine(() => register);
    await engine.upsert([
      aProviderSummary(register, { id: 1, name: 'A', covers: ['dk-kommune:0147'], offers: [[{ da: 'Mentor' }, 'mentoring']], helps: ['unge'] }),
      aProviderSummary(register, { id: 2, name: 'B', covers: ['dk-kommune:0751'], offers: [[{ da: 'Mentor' }, 'mentoring']], helps: ['seniorer'] }),
      aProviderSummary(register, { id: 3, name: 'C', covers: ['dk-kommune:0751'], offers: [[{ da: 'Klub' }, 'job-club']], helps: ['unge'] }),
    ]);
  });
  const found = async (changes: Partial<SearchQuery>) =>
    (await alternatives(engine, { ...query, ...changes }, register)).map((each) => [each.kind === 'without' ? each.facet : each.region, each.total]);

  it('the municipality next door first, then one choice less, each with how many', async () => {
    const asked = { place: { region: 'dk-kommune:0101', point: null }, filters: { service: ['mentoring'], group: ['unge'] } };
    expect((await engine.search({ ...query, ...asked })).total).toBe(0);
    expect(await found(asked)).toEqual([['dk-kommune:0147', 1], ['place', 1]]);
  });

  it('nothing that would find nobody, and words last', async () => {
    expect(await found({ filters: { service: ['mentoring'], language: ['ar'] } })).toEqual([['language', 2]]);
    expect(await found({ text: 'xqzzvw', filters: { service: ['job-club'] } })).toEqual([['text', 1]]);
    expect(await found({ filters: { service: ['outplacement'], language: ['ar'] } })).toEqual([]);
  });

  it('gives searches to show: the first page, with the page size asked for', async () => {
    const [first] = await alternatives(engine, { ...query, filters: { language: ['ar'] } }, register);
    expect(first?.query).toMatchObject({ page: 1, pageSize: 20, filters: { language: [] } });
  });
});
