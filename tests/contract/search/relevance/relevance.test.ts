import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Register } from '#features/regions/register.ts';
import type { ProviderSummary } from '#features/search/model.ts';
import { shippedRegister } from '#tests/support/shipped-register.ts';
import { ENGINE_NAMES, testEngine, type TestEngine } from '../engines.ts';
import { fixtureSummaries, nonsenseQueries, QUERY_LOCALES, type QuerySet } from './fixture.ts';
import { measure, queryFor, type Relevance } from './measure.ts';

/** A little under what was reached, so that a change which costs answers is noticed and one that swaps two is not. */
const FLOOR: Record<QuerySet, { ndcg: number; success: number }> = { first: { ndcg: 0.93, success: 0.97 }, later: { ndcg: 0.9, success: 0.93 } };

function table(name: string, rows: readonly Relevance[]): string {
  const line = ({ set, locale, queries, ndcg, success }: Relevance) =>
    `  ${name.padEnd(12)} ${set.padEnd(6)} ${locale}   ${String(queries).padStart(4)}    ${ndcg.toFixed(3)}    ${success.toFixed(3)}`;
  return ['', '  engine       set    lang queries nDCG@10 success@5', ...rows.map(line), ''].join('\n');
}

describe.each(ENGINE_NAMES)('relevance on %s', (name) => {
  let register: Register;
  let test: TestEngine;
  let summaries: ProviderSummary[];
  const measured: Relevance[] = [];

  beforeAll(async () => {
    register = await shippedRegister();
    summaries = fixtureSummaries(register);
    test = await testEngine(name, register);
    await test.engine.upsert(summaries);
  });
  afterAll(async () => {
    process.stdout.write(`${table(name, measured)}\n`);
    await test.close();
  });

  const sets = (['first', 'later'] as const).flatMap((set) => QUERY_LOCALES.map((locale) => [set, locale] as const));
  it.each(sets)('queries written %s, in %s', async (set, locale) => {
    const result = await measure(test.engine, summaries, locale, set);
    measured.push(result);
    const misses = result.misses.map((miss) => `${miss.text} → ${miss.found.slice(0, 5).join(' ')}`);
    expect(result.success, misses.join('\n')).toBeGreaterThanOrEqual(FLOOR[set].success);
    expect(result.ndcg).toBeGreaterThanOrEqual(FLOOR[set].ndcg);
  }, 600_000);

  it.each(nonsenseQueries())('nonsense gives nothing: %s', async (text) => {
    expect((await test.engine.search(queryFor(text, 'da'))).total).toBe(0);
  });

  it('the fixture is as large as it says', () => {
    expect(summaries.length).toBeGreaterThanOrEqual(60);
    expect(new Set(summaries.map((each) => each.slug)).size).toBe(summaries.length);
  });
});
