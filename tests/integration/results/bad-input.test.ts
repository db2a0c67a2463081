/** What people and spreadsheets send instead of what they should: a clear fault or a right reading, and nothing half stored. */
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { importCatalogue } from '#features/catalogue/commands/import-catalogue.ts';
import { releaseResults } from '#features/results/commands/release-results.ts';
import { reportCohorts, type CohortReport } from '#features/results/commands/report-cohorts.ts';
import { publishedResults } from '#features/results/queries.ts';
import { resultCommands } from '#features/results/remote.ts';
import { aFile, aProvider, aResult, type ResultInput } from '#tests/factories/catalogue.ts';
import { clearCatalogue, contextOf, everything, take } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const MB = 1024 * 1024;
const HEADER = 'half_year,target_group,municipality,started,e6_placed,e6_not_placed,e6_unknown';
const LINE = '2025H1,dk-dagpenge,0101,40,15,24,1';
const DANISH = 'halvår;målgruppe;kommune;startet;e6_i_job;e6_ikke_i_job;e6_ukendt\r\n2025H1;dk-dagpenge;0101;40;15;24;1\r\n';
const GOOD = aResult({ outcomes: [{ measure: 'E6', placed: 12, notPlaced: 26, unknown: 2 }] });

describe.each(ENGINES)('bad input on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  let slug: string;
  let providerId: number;
  let before: string;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    await loadRegisters(db);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    await clearCatalogue(db);
    await db.execute(sql`truncate release_memory`);
    await take(db, aFile({ providers: [aProvider({ results: [] })] }));
    const [found] = await rows<{ id: number; slug: string }>(db, sql`select id, slug from provider`);
    if (!found) throw new Error('no provider');
    ({ id: providerId, slug } = found);
    before = await everything(db);
  });

  const stored = () => rows<{ started: number; placed: number }>(
    db,
    sql`select (v.result->>'started')::int as started, (v.result->'outcomes'->0->>'placed')::int as placed from reported_result_version v where v.state = 'current' order by v.id`,
  );

  describe('as a table', () => {
    const report = (csv: string | Uint8Array): Promise<CohortReport> =>
      reportCohorts(contextOf(db), { slug, source: 'Opgørelse', csv: typeof csv === 'string' ? new TextEncoder().encode(csv) : csv, dryRun: false });
    /** After a line that is right. */
    const second = (line: string) => `${HEADER}\n${LINE}\n${line}\n`;

    it.each([
      ['a negative count', second('2024H2,dk-dagpenge,0101,40,-15,54,1'), 3, 'e6_placed', '-15'],
      ['more placed than started', second('2024H2,dk-dagpenge,0101,40,41,0,0'), 3, 'e6_placed', ''],
      ['counts that lose somebody', second('2024H2,dk-dagpenge,0101,40,15,20,1'), 3, 'e6_placed', ''],
      ['a decimal comma', `${HEADER}\n${LINE}\n`.replaceAll(',', ';').replace(';15;', ';15,0;'), 2, 'e6_placed', '15,0'],
      ['a share in per cent', second('2024H2,dk-dagpenge,0101,40,37.5%,24,1'), 3, 'e6_placed', '37.5%'],
      ['a number in words', second('2024H2,dk-dagpenge,0101,fyrre,15,24,1'), 3, 'started', 'fyrre'],
      ['a half-year that overlaps another, as a calendar year', second('2025,dk-dagpenge,0101,40,15,24,1'), 3, 'half_year', '2025'],
      ['the same half-year twice', second(LINE), 3, '', ''],
      ['a table of dates that a spreadsheet made', second('jan-25,dk-dagpenge,0101,40,15,24,1'), 3, 'half_year', 'jan-25'],
      ['a web page', '<!doctype html><title>Log ind</title>', 1, '<!doctype html><title>Log ind</title>', '<!doctype html><title>Log ind</title>'],
    ])('%s is refused by line and column, with the good lines', async (_what, csv, line, column, value) => {
      const found = await report(csv);
      expect(found).toMatchObject({ outcome: 'refused', new: 0, changed: 0, withdrawn: 0 });
      expect(found.faults[0]).toMatchObject({ line, column, value });
      expect(found.faults[0]?.expected).toBeTruthy();
      expect(await everything(db)).toBe(before);
    });

    it.each([
      ['numbers as text', `${HEADER}\n${LINE.split(',').map((cell) => `"${cell}"`).join(',')}\n`],
      ['semicolons', DANISH],
      ['UTF-8 with a mark', `\uFEFF${DANISH}`],
      ['Windows-1252', Uint8Array.from(DANISH, (letter) => letter.charCodeAt(0))],
    ])('%s are read right', async (_what, csv) => {
      expect(await report(csv)).toMatchObject({ outcome: 'reported', new: 1, faults: [] });
      expect(await stored()).toEqual([{ started: 40, placed: 15 }]);
    });

    it('a total beside its parts counts once', async () => {
      const parts = ['dk-dagpenge', 'dk-kontanthjaelp-jobparat'].map((group) => `2025H1,${group},0101,40,15,24,1`);
      expect(await report([HEADER, ...parts, '2025H1,,,80,30,48,2'].join('\n'))).toMatchObject({ outcome: 'reported', new: 3 });
      await releaseResults(contextOf(db), { dryRun: false, day: '2026-11-01' });
      const half = (await publishedResults(db, [providerId])).find((each) => each.kind === 'cohort' && each.from === '2025-01-01');
      expect(half?.count).toMatchObject({ n: 80, placed: 30 });
    });

    it('a file of 200 MB is refused in the memory of a small one', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'vejviser-large-'));
      try {
        const file = join(folder, 'large.csv');
        writeFileSync(file, `${HEADER}\n${LINE}\n`);
        const handle = openSync(file, 'r+');
        ftruncateSync(handle, 200 * MB);
        closeSync(handle);
        const { report: command } = resultCommands(() => contextOf(db), () => 'unknown');
        const used = process.memoryUsage().rss;
        await expect(command({ file, provider: slug, source: 'Opgørelse', dryRun: false }, () => {}, new AbortController().signal)).rejects.toMatchObject({ domainCode: 'too-large' });
        expect((process.memoryUsage().rss - used) / MB).toBeLessThan(60);
        expect(await everything(db)).toBe(before);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });

  describe('as a catalogue', () => {
    const withResult = (changes: object) => aFile({ providers: [aProvider({ results: [GOOD, { ...GOOD, from: '2024-01-01', to: '2024-06-30', ...changes } as ResultInput] })] });
    const outcome = (changes: object) => withResult({ outcomes: [{ measure: 'E6', placed: 12, notPlaced: 26, unknown: 2, ...changes }] });
    const at = (field: string) => `/providers/0/results/1/${field}`;
    /** The attempt is remembered; nothing else may be. */
    const withoutAttempt = async () => {
      await db.execute(sql`delete from catalogue_import where state = 'abandoned'`);
      return everything(db);
    };

    it.each([
      ['a negative count', outcome({ placed: -12 }), at('outcomes/0/placed')],
      ['more placed than started', outcome({ placed: 41, notPlaced: 0, unknown: 0 }), at('outcomes/0')],
      ['counts that lose somebody', outcome({ notPlaced: 20 }), at('outcomes/0')],
      ['a number as text', outcome({ placed: '12' }), at('outcomes/0/placed')],
      ['a decimal comma', outcome({ placed: '12,0' }), at('outcomes/0/placed')],
      ['half a person', outcome({ placed: 11.5, notPlaced: 26.5 }), at('outcomes/0/placed')],
      ['a period that ends before it begins', withResult({ from: '2024-07-01' }), at('to')],
      ['a day that does not exist', withResult({ to: '2024-06-31' }), at('to')],
      ['the same half-year twice', withResult({ from: GOOD.from, to: GOOD.to }), at('').slice(0, -1)],
    ])('%s is refused by its place in the file, with the good results', async (_what, file, pointer) => {
      const found = await take(db, file);
      expect(found).toMatchObject({ outcome: 'refused', counts: { results: { new: 0, changed: 0 } } });
      expect(found.faults[0]).toMatchObject({ pointer });
      expect(found.faults[0]?.expected).toBeTruthy();
      expect(await withoutAttempt()).toBe(before);
    });

    it('semicolons where JSON has commas, and Windows-1252, are refused in one sentence', async () => {
      const text = JSON.stringify(aFile());
      await expect(take(db, text.replaceAll(',"', ';"'))).rejects.toThrow(/is not JSON: line 1/);
      await expect(take(db, Buffer.from(text.replace('Jobsøgningskursus', 'Jobsøgning på kursus'), 'latin1'))).rejects.toThrow('is not UTF-8 text');
      expect(await withoutAttempt()).toBe(before);
    });

    it('UTF-8 with a mark is read right', async () => {
      expect(await take(db, `\uFEFF${JSON.stringify(withResult({}))}`)).toMatchObject({ outcome: 'imported', counts: { results: { new: 2 } } });
      expect(await stored()).toEqual([{ started: 40, placed: 12 }, { started: 40, placed: 12 }]);
    });

    it('half-years that overlap are kept as they were told, and nobody is counted twice', async () => {
      const year = { ...GOOD, from: '2025-01-01', to: '2025-12-31' };
      const late = { ...GOOD, from: '2025-03-01', to: '2025-08-31' };
      expect(await take(db, aFile({ providers: [aProvider({ results: [GOOD, year, late] })] }))).toMatchObject({ outcome: 'imported', counts: { results: { new: 3 } } });
      await releaseResults(contextOf(db), { dryRun: false, day: '2027-11-01' });
      const shown = (await publishedResults(db, [providerId])).filter((each) => each.kind === 'cohort' && each.count.state === 'shown');
      expect(shown.map((each) => [each.from, each.to])).toEqual([['2025-01-01', '2025-06-30']]);
    });

    it('a stream of 200 MB in which one record never ends is given up at 32 MB, and nothing of it is kept', async () => {
      let [sent, closed] = [0, false];
      const source = {
        fileName: 'large.json',
        open: () => Readable.from((function* () {
          try {
            yield Buffer.from(`${JSON.stringify(aFile({ providers: [] })).slice(0, -2)}[{"name":"`);
            for (; sent < 200 * MB; sent += MB) yield Buffer.alloc(MB, 'x');
            yield Buffer.from('"}]}');
          } finally {
            closed = true;
          }
        })()),
      };
      const used = process.memoryUsage().rss;
      await expect(importCatalogue(contextOf(db), source, { dryRun: false, partial: false })).rejects.toThrow('One record of the file is larger than 32 MB.');
      expect(sent).toBeLessThan(40 * MB);
      expect(closed).toBe(true);
      expect((process.memoryUsage().rss - used) / MB).toBeLessThan(400);
      expect(await withoutAttempt()).toBe(before);
    });
  });
});
