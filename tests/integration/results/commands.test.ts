/** From a provider's table to published numbers: reporting, checking, correcting. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { releaseResults } from '#features/results/commands/release-results.ts';
import { reportCohorts, type CohortReport } from '#features/results/commands/report-cohorts.ts';
import { verifyEvidence } from '#features/results/commands/verify-evidence.ts';
import { comparisonOf, corrections, publishedResults } from '#features/results/queries.ts';
import { aFile, aProvider } from '#tests/factories/catalogue.ts';
import { clearCatalogue, contextOf, everything, take, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const SOURCE = 'Årlig opgørelse';
const HEADER = 'half_year,target_group,municipality,started,completed,e6_placed,e6_not_placed,e6_unknown';
const table = (...lines: string[]) => new TextEncoder().encode([HEADER, ...lines].join('\n'));
const HALVES = ['2023H2', '2024H1', '2024H2', '2025H1'];
const FOUR = HALVES.map((half) => `${half},dk-dagpenge,0101,40,30,15,24,1`);

describe.each(ENGINES)('reported cohorts on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  let events: SentEvent[];
  let slug: string;
  let providerId: number;

  const ctx = () => contextOf(db, events);
  const report = (csv: Uint8Array, changes: Partial<{ dryRun: boolean; reason: string }> = {}): Promise<CohortReport> =>
    reportCohorts(ctx(), { slug, source: SOURCE, csv, dryRun: false, ...changes });
  const release = (day = '2026-11-01') => releaseResults(ctx(), { dryRun: false, day });
  const window = async () => (await publishedResults(db, [providerId])).find((each) => each.kind === 'window' && each.programme === null);

  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    await loadRegisters(db);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    await clearCatalogue(db);
    await db.execute(sql`truncate release_memory`);
    events = [];
    await take(db, aFile({ providers: [aProvider({ results: [] })] }));
    const [found] = await rows<{ id: number; slug: string }>(db, sql`select id, slug from provider`);
    if (!found) throw new Error('no provider');
    ({ id: providerId, slug } = found);
  });

  it('come in as self-reported, are released, and tell of their gaps', async () => {
    const told = await report(table(...FOUR.filter((line) => !line.startsWith('2024H1'))));
    expect(told).toMatchObject({ outcome: 'reported', new: 3, changed: 0, gaps: ['2024H1'], halfYears: ['2023H2', '2024H2', '2025H1'] });
    expect(events).toEqual([expect.objectContaining({ name: 'results.reported' })]);
    await release();
    expect(await window()).toMatchObject({ grade: 'C', count: { state: 'shown', n: 120, placed: 45, unknown: 3 }, source: { title: SOURCE } });
    expect(await comparisonOf(db, [providerId])).toEqual([expect.objectContaining({ code: 'no_verdict', reasons: ['grade'], figures: null })]);
    const gap = (await publishedResults(db, [providerId])).find((each) => each.from === '2024-01-01');
    expect(gap?.count).toEqual({ state: 'unreported' });
  });

  it('are all stored or none', async () => {
    const before = await everything(db);
    const refused = await report(table(...FOUR, '2025H1,dk-dagpenge,0751,40,30,15,24,2'));
    expect(refused).toMatchObject({ outcome: 'refused', new: 0, faults: [{ line: 6, column: 'e6_placed' }] });
    expect(await report(table(...FOUR), { dryRun: true })).toMatchObject({ outcome: 'dry-run', new: 4 });
    expect(await everything(db)).toBe(before);
    expect(events).toEqual([]);
  });

  it('change nothing when they come again', async () => {
    await report(table(...FOUR));
    const before = await everything(db);
    expect(await report(table(...FOUR))).toMatchObject({ outcome: 'unchanged', unchanged: 4 });
    expect(await everything(db)).toBe(before);
  });

  it('are corrected with a reason, and both values are published', async () => {
    await report(table(...FOUR));
    await release();
    const corrected = table(...FOUR.slice(0, 3), '2025H1,dk-dagpenge,0101,40,30,20,19,1');
    await expect(report(corrected)).rejects.toMatchObject({ domainCode: 'invalid' });
    const told = await report(corrected, { reason: 'Lønsedler for 7 deltagere kom i marts 2026' });
    expect(told.replaced).toEqual([expect.objectContaining({ halfYear: '2025H1', before: expect.objectContaining({ outcomes: [expect.objectContaining({ placed: 15 })] }), after: expect.objectContaining({ outcomes: [expect.objectContaining({ placed: 20 })] }) })]);
    expect(await release()).toMatchObject({ published: true, corrections: 2 });
    expect(await window()).toMatchObject({ count: { placed: 65 }, previous: { count: { placed: 60 }, released: '2026-11-01', reason: 'Lønsedler for … deltagere kom i marts 2026' } });
    expect(await corrections(db, providerId)).toEqual(expect.arrayContaining([expect.objectContaining({ from: '2025-01-01', before: expect.objectContaining({ placed: 15 }), after: expect.objectContaining({ placed: 20 }) })]));
    const versions = await rows<{ state: string; reason: string | null }>(db, sql`select state, reason from reported_result_version where state <> 'current'`);
    expect(versions).toEqual([{ state: 'past', reason: 'Lønsedler for 7 deltagere kom i marts 2026' }]);
  });

  it('of one half-year leave the others as they are, and what a half-year no longer has is withdrawn', async () => {
    await report(table(...FOUR, '2025H1,dk-sygedagpenge,0101,30,20,10,19,1'));
    const told = await report(table(FOUR[3] ?? ''), { reason: 'Talt to gange' });
    expect(told).toMatchObject({ outcome: 'reported', withdrawn: 1, unchanged: 1, new: 0 });
    const [left] = await rows<{ n: number }>(db, sql`select count(*)::int as n from reported_result_version where state = 'current'`);
    expect(left?.n).toBe(4);
  });

  it('of nobody are refused by name', async () => {
    await expect(reportCohorts(ctx(), { slug: 'nobody', source: SOURCE, csv: table(...FOUR), dryRun: false })).rejects.toMatchObject({ domainCode: 'not-found' });
  });

  describe('checked by somebody else', () => {
    const file = { name: 'revision.pdf', sha256: 'a'.repeat(64) };
    const sample = (changes: object = {}) => verifyEvidence(ctx(), { kind: 'sample', slug, source: SOURCE, from: '2023H2', to: '2025H1', files: [file], auditor: 'Revisor', seed: 's', drawn: 30, errors: 1, ...changes } as never);
    const register = (changes: object = {}) => verifyEvidence(ctx(), { kind: 'register', slug, source: SOURCE, from: '2023H2', to: '2025H1', files: [], register: 'eIndkomst', matchedBy: 'Kommunen', ...changes } as never);
    const grade = async () => {
      await release();
      return (await window())?.grade;
    };

    beforeEach(async () => {
      await report(table(...FOUR));
    });

    it('are grade B after a sample with one error, C with two, and the record stays', async () => {
      expect(await sample()).toMatchObject({ evidence: 'documented', shortfall: null, rows: 4 });
      expect(await grade()).toBe('B');
      expect(await sample({ errors: 2 })).toMatchObject({ evidence: 'self-reported', shortfall: 'errors' });
      expect(await grade()).toBe('C');
      const records = await rows<{ kind: string; drawn: number; errors: number; files: unknown; actor: string }>(db, sql`select kind, drawn, errors, files, actor from evidence_verification order by id`);
      expect(records).toEqual([{ kind: 'sample', drawn: 30, errors: 1, files: [file], actor: 'test' }, { kind: 'sample', drawn: 30, errors: 2, files: [file], actor: 'test' }]);
      await expect(db.execute(sql`update evidence_verification set errors = 0`)).rejects.toThrow();
      const entries = await rows<{ action: string }>(db, sql`select action from audit_entry where action = 'results.verify'`);
      expect(entries.length).toBeGreaterThanOrEqual(2);
    });

    it('are grade A after a register confirmation, and a later sample takes nothing from it', async () => {
      await register();
      expect(await grade()).toBe('A');
      expect(await sample()).toMatchObject({ rows: 0 });
      expect(await grade()).toBe('A');
    });

    it('have the lowest grade of their half-years', async () => {
      await register({ from: '2024H1' });
      expect(await grade()).toBe('C');
      await sample({ to: '2023H2', drawn: 15, errors: 0 });
      expect(await grade()).toBe('B');
    });

    it('are refused with too few drawn, or with nothing to check', async () => {
      await expect(sample({ drawn: 29, errors: 0 })).rejects.toMatchObject({ domainCode: 'invalid' });
      await expect(sample({ to: '2023H2', drawn: 14, errors: 0 })).rejects.toMatchObject({ domainCode: 'invalid' });
      await expect(register({ from: '2020H1', to: '2020H2' })).rejects.toMatchObject({ domainCode: 'not-found' });
    });

    it('lose their grade where a figure is corrected, until it is checked again', async () => {
      await register();
      await report(table(...FOUR.slice(0, 3), '2025H1,dk-dagpenge,0101,40,30,16,23,1'), { reason: 'En lønseddel mere' });
      expect(await grade()).toBe('C');
    });
  });
});
