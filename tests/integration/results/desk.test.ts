/** The results desk: looked through before it is reported, previewed by the release's own rules, checked by somebody who was asked. */
import { sql } from 'drizzle-orm';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { diskStore } from '#platform/files/disk.ts';
import { releaseFile } from '#platform/files/commands/decide-file.ts';
import type { Files } from '#platform/files/service.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { declineConfirmation, recordCheck } from '#features/results/commands/answer-confirmation.ts';
import { askConfirmation, withdrawConfirmation } from '#features/results/commands/ask-confirmation.ts';
import { attachEvidence, removeEvidence } from '#features/results/commands/attach-evidence.ts';
import { discardDraft, draftResults, reportDraft } from '#features/results/commands/draft-results.ts';
import { releaseResults } from '#features/results/commands/release-results.ts';
import { storeForPreview } from '#features/results/commands/report-cohorts.ts';
import { authoritiesOfFile, confirmationsAsked, confirmationsOf } from '#features/results/desk/confirmations.ts';
import { halfYearStatuses } from '#features/results/desk/half-years.ts';
import { resultOf } from '#features/results/desk/input.ts';
import { authoritiesToAsk, deskProvider, draftOf, evidenceFiles, ownSources, reportedCorrections, shownProgrammes, toldRows } from '#features/results/desk/queries.ts';
import { publishedResults } from '#features/results/queries.ts';
import { previewRelease } from '#features/results/release/preview.ts';
import { aFile, aProvider } from '#tests/factories/catalogue.ts';
import { clearCatalogue, contextOf, take, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const SOURCE = 'Egen opgørelse';
const DAY = '2026-11-01';
const HEADER = 'half_year,programme,target_group,municipality,started,completed,e6_placed,e6_not_placed,e6_unknown';
const table = (...lines: string[]) => new TextEncoder().encode([HEADER, ...lines].join('\n'));
const FOUR = ['2023H2', '2024H1', '2024H2', '2025H1'].map((half) => `${half},course,dk-dagpenge,0101,40,30,15,24,1`);

describe.each(ENGINES)('the results desk on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  let events: SentEvent[];
  let slug: string;
  let other: string;
  let providerId: number;
  let authorityId: number;
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-desk-'));
  const files: Files = { store: diskStore(folder), scan: null, inspect: async (bytes) => ({ ok: true, kind: 'csv', bytes }) };
  const ctx = () => ({ ...contextOf(db, events), actor: 'person:reporter' });

  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    await loadRegisters(db);
  });
  afterAll(async () => {
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await db.execute(sql`truncate result_draft, result_confirmation, result_evidence_file, release_memory`);
    await db.execute(sql`delete from stored_file`);
    await db.execute(sql`delete from authority`);
    await clearCatalogue(db);
    events = [];
    await take(db, aFile({ providers: [aProvider({ results: [] }), aProvider({ id: { scheme: 'test', value: '2' }, name: 'En anden', results: [] })] }));
    const found = await rows<{ id: number; slug: string }>(db, sql`select id, slug from provider order by id`);
    [slug, other] = [found[0]?.slug ?? '', found[1]?.slug ?? ''];
    providerId = found[0]?.id ?? 0;
    const [made] = await rows<{ id: number }>(db, sql`insert into organisation (scheme, value, name, created_at) values ('test', ${`authority-${Math.random()}`}, 'Kommunen', '2026-01-01T00:00:00Z') returning id`);
    authorityId = made?.id ?? 0;
    await db.execute(sql`insert into authority (organisation_id, since) values (${authorityId}, '2026-01-01T00:00:00Z')`);
    events = [];
  });

  const reported = async (csv = table(...FOUR), reason?: string) => {
    expect(await draftResults(ctx(), { slug, source: SOURCE, csv })).toEqual({ ok: true });
    return reportDraft(ctx(), { slug, version: (await draftOf(db, providerId))?.version ?? '', reason });
  };
  const ask = async (changes: Partial<Parameters<typeof askConfirmation>[1]> = {}) => {
    const provider = await deskProvider(db, slug);
    const [source] = provider ? await ownSources(db, provider) : [];
    await askConfirmation(ctx(), { slug, authorityId, sourceId: source?.id ?? 0, from: '2023H2', to: '2025H1', ...changes });
    return (await confirmationsOf(db, providerId))[0]?.id ?? 0;
  };

  it('keeps nothing of a table with a fault, and reports nothing before it was looked through', async () => {
    const drafted = await draftResults(ctx(), { slug, source: SOURCE, csv: table('2025H1,course,,,40,50,1,1,1', '2025H2,nothing,,,4,,,,') });
    expect(drafted).toMatchObject({ ok: false, faults: [{ line: 2 }, { line: 2 }, { line: 3, column: 'programme', value: 'nothing' }] });
    expect(await draftOf(db, providerId)).toBeNull();
    await draftResults(ctx(), { slug, source: SOURCE, csv: table(...FOUR) });
    expect(await toldRows(db, providerId)).toEqual([]);
    expect(events).toEqual([]);
  });

  it('reports what was looked through and no other figures', async () => {
    await draftResults(ctx(), { slug, source: SOURCE, csv: table(...FOUR) });
    const seen = (await draftOf(db, providerId))?.version ?? '';
    await draftResults(ctx(), { slug, source: SOURCE, csv: table(...FOUR.slice(0, 2)) });
    await expect(reportDraft(ctx(), { slug, version: seen })).rejects.toMatchObject({ problems: [{ reason: 'changed-meanwhile' }] });
    const now = (await draftOf(db, providerId))?.version ?? '';
    expect(await reportDraft(ctx(), { slug, version: now })).toMatchObject({ outcome: 'reported', new: 2 });
    await expect(reportDraft(ctx(), { slug, version: now })).rejects.toMatchObject({ problems: [{ reason: 'draft-over' }] });
    expect(events.map(({ name }) => name)).toEqual(['results.reported']);
  });

  it('asks why figures change, and keeps both', async () => {
    await reported();
    const csv = table('2025H1,course,dk-dagpenge,0101,40,30,16,23,1');
    await expect(reported(csv)).rejects.toMatchObject({ problems: [{ field: 'reason', reason: 'required' }] });
    await reported(csv, 'En person blev talt forkert.');
    expect(await reportedCorrections(db, providerId)).toEqual([
      expect.objectContaining({ reason: 'En person blev talt forkert.', before: expect.objectContaining({ outcomes: [expect.objectContaining({ placed: 15 })] }), after: expect.objectContaining({ outcomes: [expect.objectContaining({ placed: 16 })] }) }),
    ]);
  });

  it('takes one line by a form and leaves the rest of its half-year', async () => {
    await reported();
    const figures = { slug, source: SOURCE, half: '2025H1', started: 10, completed: 8, E6: { placed: 4, notPlaced: 6, unknown: 0 } };
    await draftResults(ctx(), { slug, source: SOURCE, rows: [resultOf(figures)], scope: 'rows' });
    expect(await reportDraft(ctx(), { slug, version: (await draftOf(db, providerId))?.version ?? '' })).toMatchObject({ outcome: 'reported', new: 1, withdrawn: 0 });
    expect((await toldRows(db, providerId)).filter(({ result }) => result.from === '2025-01-01')).toHaveLength(2);
    await discardDraft(ctx(), slug);
  });

  it('shows before what the release then publishes, and leaves no trace', async () => {
    await draftResults(ctx(), { slug, source: SOURCE, csv: table(...FOUR) });
    const draft = await draftOf(db, providerId);
    if (!draft) throw new Error('no draft');
    const preview = await previewRelease(db, providerId, DAY, (tx) => storeForPreview(tx, { slug, ...draft }));
    expect(await toldRows(db, providerId)).toEqual([]);
    await reportDraft(ctx(), { slug, version: draft.version });
    await releaseResults(ctx(), { dryRun: false, day: DAY });
    const published = await publishedResults(db, [providerId]);
    expect(published.length).toBeGreaterThan(4);
    expect(published.map(({ kind, measure, from, count }) => ({ kind, measure, from, count }))).toEqual((preview?.results ?? []).map(({ document: { kind, measure, from, count } }) => ({ kind, measure, from, count })));
    expect(published.find(({ kind }) => kind === 'window')?.count).toMatchObject({ n: 160, placed: 60 });
  });

  it('says which half-years are told, ripe when, and what a better grade takes', async () => {
    await reported(table(...FOUR.filter((line) => !line.startsWith('2024H1'))));
    const planned = new Map((await shownProgrammes(db, providerId)).flatMap(({ code, plannedMaxDays }) => (plannedMaxDays === null ? [] : [[code, plannedMaxDays] as const])));
    const statuses = halfYearStatuses(await toldRows(db, providerId), planned, DAY);
    expect(statuses.map(({ half, grade, started, missing }) => [half.name, grade, started, missing])).toEqual([
      ['2026H1', null, 0, null], ['2025H2', null, 0, null], ['2025H1', 'C', 40, 'ask'], ['2024H2', 'C', 40, 'ask'], ['2024H1', null, 0, null], ['2023H2', 'C', 40, 'ask'],
    ]);
    expect(statuses.every(({ half, ripeOn }) => ripeOn > half.to)).toBe(true);
  });

  it('lets an authority that was asked confirm by a register, with the files at hand', async () => {
    await reported();
    const taken = await attachEvidence(ctx(), files, { slug, halfYears: ['2024H1', '2024H2'], name: 'liste.csv', bytes: new Uint8Array([65]) });
    const id = await ask();
    expect(await authoritiesOfFile(db, taken.id)).toEqual([authorityId]);
    await releaseFile(ctx(), { fileId: taken.id, reason: 'Looked at by hand.' });
    const confirmer = { ...ctx(), actor: 'person:confirmer' };
    expect(await recordCheck(confirmer, id, { kind: 'register', register: 'DREAM', matchedBy: 'CVR and month', coverage: { told: 160, known: 160 } })).toMatchObject({ evidence: 'register', shortfall: null });
    expect(await confirmationsAsked(db, authorityId)).toEqual([expect.objectContaining({ state: 'checked', evidence: 'register' })]);
    expect(halfYearStatuses(await toldRows(db, providerId), new Map(), DAY).filter(({ grade }) => grade !== null).map(({ grade, missing }) => [grade, missing])).toEqual(Array.from({ length: 4 }, () => ['A', null]));
    expect(await rows(db, sql`select actor, files->0->>'sha256' as hash from evidence_verification order by id desc limit 1`)).toEqual([{ actor: 'person:confirmer', hash: taken.sha256 }]);
    await expect(recordCheck(confirmer, id, { kind: 'register', register: 'DREAM', matchedBy: 'x', coverage: null })).rejects.toMatchObject({ problems: [{ reason: 'request-over' }] });
  });

  it('records a sample as it was found, and refuses one that is too small', async () => {
    await reported();
    const id = await ask();
    const sample = { kind: 'sample', auditor: 'Revisor', errors: 0, coverage: null } as const;
    await expect(recordCheck(ctx(), id, { ...sample, drawn: 5 })).rejects.toMatchObject({ problems: [{ field: 'drawn', reason: 'sample-drawn', params: { limit: '30–60' } }] });
    expect((await confirmationsOf(db, providerId))[0]?.state).toBe('open');
    expect(await recordCheck(ctx(), id, { ...sample, drawn: 30, errors: 3 })).toMatchObject({ evidence: 'self-reported', shortfall: 'errors' });
    expect(halfYearStatuses(await toldRows(db, providerId), new Map(), DAY).find(({ grade }) => grade !== null)?.missing).toBe('errors');
  });

  it('asks only authorities, for what was reported, once at a time', async () => {
    await expect(ask()).rejects.toMatchObject({ problems: [{ field: 'sourceId' }] });
    await reported();
    const own = await deskProvider(db, slug);
    expect((await authoritiesToAsk(db, own?.organisationId ?? 0)).map(({ id }) => id)).toEqual([authorityId]);
    await expect(ask({ authorityId: own?.organisationId ?? 0 })).rejects.toMatchObject({ problems: [{ field: 'authorityId' }] });
    await expect(ask({ from: '2025H1', to: '2024H1' })).rejects.toMatchObject({ problems: [{ reason: 'period-order' }] });
    await expect(ask({ from: '2019H1', to: '2019H2' })).rejects.toMatchObject({ problems: [{ reason: 'nothing-reported' }] });
    const id = await ask();
    await expect(ask()).rejects.toMatchObject({ problems: [{ reason: 'already-asked' }] });
    await withdrawConfirmation(ctx(), id);
    expect(await confirmationsAsked(db, authorityId)).toEqual([]);
    const again = await ask();
    await declineConfirmation(ctx(), again, 'It is not ours to say.');
    await expect(withdrawConfirmation(ctx(), again)).rejects.toMatchObject({ problems: [{ reason: 'request-over' }] });
    expect((await confirmationsOf(db, providerId)).map(({ state }) => state).sort()).toEqual(['declined', 'withdrawn']);
  });

  it('never lets one provider take away another’s file', async () => {
    const taken = await attachEvidence(ctx(), files, { slug, halfYears: ['2025H1'], name: 'liste.csv', bytes: new Uint8Array([65]) });
    await expect(removeEvidence(ctx(), files, { slug: other, fileId: taken.id })).rejects.toMatchObject({ domainCode: 'not-found' });
    expect((await evidenceFiles(db, providerId)).map(({ state, halfYears }) => [state, halfYears])).toEqual([['quarantined', ['2025H1']]]);
    await removeEvidence(ctx(), files, { slug, fileId: taken.id });
    expect((await evidenceFiles(db, providerId)).map(({ state }) => state)).toEqual(['removed']);
  });
});
