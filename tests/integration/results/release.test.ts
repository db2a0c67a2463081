/** Two releases of the demonstration on either engine: what is public afterwards, what is not, and what anybody can repeat. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { REFERENCE_DAY } from '#db/seed/demo/index.ts';
import { exportCatalogue } from '#features/catalogue/commands/export-catalogue.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { releaseResults } from '#features/results/commands/release-results.ts';
import { openRelease, type OpenRelease } from '#features/results/open-release.ts';
import { areaRate, comparisonOf, comparisonSummary, corrections, estimatesOf, funnelPoints, publishedResults, releaseInfo, tablesOf } from '#features/results/queries.ts';
import { verifyRelease } from '#features/results/release/verify.ts';
import { seedNewDatabase } from '#src/boot/demo.ts';
import { contextOf, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const bytes: Record<string, string> = {};

describe.each(ENGINES)('the demonstration released on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  let folder: string;
  let file: OpenRelease;
  const events: SentEvent[] = [];

  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    await loadRegisters(db);
    await seedNewDatabase(contextOf(db, events), 'demo', REFERENCE_DAY);
    folder = mkdtempSync(join(tmpdir(), 'vejviser-release-'));
    await exportCatalogue(db, folder, { full: false });
    file = openRelease.parse(JSON.parse(readFileSync(join(folder, 'results-release.json'), 'utf8')));
  }, 240_000);
  afterAll(async () => {
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const publicTables = ['published_result', 'published_comparison', 'published_table', 'published_estimate', 'comparison_summary', 'published_correction'];
  const documents = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const table of publicTables) found.push(...(await rows<{ text: string }>(db, sql`select document::text as text from ${sql.identifier(table)}`)).map((each) => each.text));
    return found;
  };

  it('gives the same bytes on both engines, and a second run publishes nothing', async () => {
    bytes[engine] = JSON.stringify({ ...file, release: null, releases: [] });
    expect(new Set(Object.values(bytes)).size).toBe(1);
    const before = await documents();
    const again = await releaseResults(contextOf(db), { dryRun: false, day: REFERENCE_DAY });
    expect(again).toMatchObject({ published: false, inputHash: file.release?.inputHash });
    expect(await documents()).toEqual(before);
  }, 60_000);

  it('would publish no change in a dry run of the day after, and changes nothing', async () => {
    const before = await documents();
    const report = await releaseResults(contextOf(db), { dryRun: true, day: '2026-11-02' });
    expect(report).toMatchObject({ published: false, corrections: 0, verdicts: { E6: file.summaries.find((each) => each.measure === 'E6')?.codes } });
    expect(await documents()).toEqual(before);
  }, 60_000);

  it('names method, input, code and day beside every number', async () => {
    const release = await releaseInfo(db);
    expect(release).toMatchObject({ methodVersion: '1.0.0', inputHash: expect.stringMatching(/^[0-9a-f]{64}$/), commit: expect.stringMatching(/^([0-9a-f]{40}|unknown)$/), day: REFERENCE_DAY });
    expect(release?.parameters.previous).toMatch(/^[0-9a-f]{64}$/);
    const [first] = await funnelPoints(db, 'E6');
    if (!first) throw new Error('no point');
    for (const row of [...(await publishedResults(db, [first.providerId])), ...(await comparisonOf(db, [first.providerId])), ...(await tablesOf(db, [first.providerId]))]) {
      expect(row.release).toMatchObject({ methodVersion: '1.0.0', inputHash: release?.inputHash });
    }
  });

  it('can be repeated from its open file, and not from one that was tampered with', () => {
    expect(verifyRelease(file)).toMatchObject({ differences: [], verdicts: expect.any(Number) });
    const path = join(folder, 'results-release.json');
    const verify = (name: string) => spawnSync(process.execPath, ['scripts/results-verify.ts', name], { encoding: 'utf8' });
    expect(verify(path)).toMatchObject({ status: 0, stdout: expect.stringContaining('everything is as published') });
    const tampered = structuredClone(file);
    const one = tampered.comparisons.find((each) => each.code === 'as_expected');
    if (!one) throw new Error('no verdict');
    one.code = 'better';
    const other = join(folder, 'tampered.json');
    writeFileSync(other, JSON.stringify(tampered));
    const found = verify(other);
    expect(found.status).toBe(1);
    expect(found.stderr).toContain(`${one.provider}, E6: code is published as "better", and comes out as "as_expected"`);
    writeFileSync(other, '{"format":"something"}');
    expect(verify(other).status).toBe(1);
  }, 60_000);

  it('notices every figure that is changed in the open file', () => {
    const change = (alter: (copy: OpenRelease) => void) => {
      const copy = structuredClone(file);
      alter(copy);
      return verifyRelease(copy).differences.length;
    };
    const figures = (copy: OpenRelease) => copy.comparisons.find((each) => each.code === 'better')?.figures ?? copy.comparisons.find((each) => each.figures)?.figures;
    for (const field of ['E', 'V', 'z', 'O', 'n', 'zAdj', 'expectedRate'] as const) {
      expect(change((copy) => {
        const found = figures(copy);
        if (found) Object.assign(found, { [field]: field === 'O' || field === 'n' ? found[field] + 5 : (found[field] ?? 0) * 1.5 });
      }), field).toBeGreaterThan(0);
    }
    for (const field of ['tau2', 'peers', 'R', 'tau', 'crit95'] as const) {
      expect(change((copy) => copy.summaries.forEach((each) => Object.assign(each, { [field]: field === 'R' ? 0.9 : Number(each[field]) + 20 }))), field).toBeGreaterThan(0);
    }
    expect(change((copy) => copy.tables.forEach((each) => each.total.state === 'shown' && (each.total.lower = 0)))).toBeGreaterThan(0);
  });

  it('shows corrected values with the old ones and why', async () => {
    const changed = file.corrections.filter((each) => each.programme === null && each.attendance === null && each.from === '2024-07-01' && each.to === '2024-12-31');
    expect(changed).toHaveLength(3);
    for (const { provider, before, after, reason } of changed) {
      expect('placed' in after && 'placed' in before && after.placed - before.placed).toBe(2);
      expect(reason).toContain('Lønsedler');
      const [found] = await rows<{ id: number }>(db, sql`select id from provider where slug = ${provider}`);
      const own = await publishedResults(db, [found?.id ?? 0]);
      expect(own.find((each) => each.kind === 'cohort' && each.measure === 'E6' && each.from === '2024-07-01')?.previous).toMatchObject({ count: before, reason });
      expect(await corrections(db, found?.id ?? 0)).toEqual(expect.arrayContaining([expect.objectContaining({ before, after })]));
    }
  });

  it('holds no number that is small or extreme, anywhere', async () => {
    const numbers: { n: number; placed: number; placedOf: number }[] = [];
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(walk);
      if (value === null || typeof value !== 'object') return;
      const { state, n, placed } = value as { state?: string; n?: number; placed?: number };
      if ((state === 'shown' || state === 'too-many-unknown') && n !== undefined && placed !== undefined) numbers.push({ n, placed, placedOf: n - placed });
      Object.values(value).forEach(walk);
    };
    for (const text of await documents()) walk(JSON.parse(text));
    expect(numbers.length).toBeGreaterThan(1_000);
    expect(numbers.filter((each) => each.n < 10 || Math.min(each.placed, each.placedOf) < 3)).toEqual([]);
    const withheld = file.comparisons.filter((each) => each.withheld !== null);
    expect(withheld.length).toBeGreaterThan(3);
    expect(withheld.every((each) => each.figures === null && each.code === 'no_verdict')).toBe(true);
    const sent = JSON.stringify(events);
    expect(sent).not.toMatch(/placed|"n"/);
    const [last] = await rows<{ detail: object }>(db, sql`select detail from audit_entry where action = 'results.release' order by id desc limit 1`);
    expect(Object.keys(last?.detail ?? {}).sort()).toEqual(['corrections', 'day', 'providers', 'rows']);
  });

  it('answers the pages: one query each', async () => {
    const points = await funnelPoints(db, 'E6');
    expect(points.length).toBeGreaterThan(60);
    expect(points.every((each) => each.x > 0 && each.y >= 0 && each.y <= 1 && each.name !== '')).toBe(true);
    expect(points.map((each) => each.name.toLowerCase())).toEqual(points.map((each) => each.name.toLowerCase()).toSorted());
    const summary = await comparisonSummary(db, 'E6');
    expect(summary).toMatchObject({ measure: 'E6', plannedDays: { from: 77, to: 168 }, peers: expect.any(Number) });
    expect(summary && areaRate(summary, 'dk-dagpenge', 'low')).toMatchObject({ group: 'dk-dagpenge', band: 'low', ratePercent: expect.any(Number) });
    expect(summary && areaRate(summary, 'nobody', 'low')).toBeNull();
    const [estimated] = await rows<{ id: number }>(db, sql`select provider_id as id from published_estimate where target_group = 'dk-dagpenge' limit 1`);
    const estimates = await estimatesOf(db, estimated?.id ?? 0);
    expect(estimates.length).toBeGreaterThan(0);
    expect(estimates.every((each) => each.lower <= each.percent && each.percent <= each.upper)).toBe(true);
    expect(await comparisonSummary(db, 'S12')).toMatchObject({ peers: expect.any(Number), phi: null });
  });
});
