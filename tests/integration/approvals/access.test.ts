/** Access to a case: the clock of requests, and the archive with everything. */
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import { now, today } from '#platform/clock.ts';
import { safeName, zipStream } from '#platform/zip.ts';
import type { FileRow } from '#platform/files/queries.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { caseFiles, enclosed, MOST_FILE_BYTES, type CaseExport } from '#features/approvals/case-export.ts';
import { addWorkingDays, daysLeft } from '#features/approvals/clocks.ts';
import { note } from '#features/approvals/commands/note.ts';
import { answerAccessRequest, recordAccessRequest } from '#features/approvals/commands/record-access.ts';
import { recommend } from '#features/approvals/commands/recommend.ts';
import { shownToApplicant } from '#features/approvals/desk/own-view.ts';
import { accessRequests } from '#features/approvals/queries/access.ts';
import { caseOnDesk } from '#features/approvals/queries/cases.ts';
import { bundlesOf, lettersOf } from '#features/approvals/queries/export.ts';
import { approvalWorld, assessedCase, decideCase, moveClock, seenOf, type ApprovalWorld } from '#tests/support/approvals.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { testIdentity } from '#tests/support/identity.ts';

const file = (id: string, size: number, state: FileRow['state'] = 'released'): FileRow => ({ id, organisationId: 1, kind: 'pdf', name: `../${id}/../æ.pdf`, size, sha256: 'ab', state, fault: null, reason: null, uploadedAt: new Date(0) });

async function unpacked(given: CaseExport): Promise<Record<string, string>> {
  const stream = zipStream(caseFiles(given, (id) => Promise.resolve(id === 'gone' ? null : new TextEncoder().encode(`bytes of ${id}`))), now());
  const entries = unzipSync(new Uint8Array(await new Response(stream as BodyInit).arrayBuffer()));
  return Object.fromEntries(Object.entries(entries).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

describe.each(ENGINES)('access to a case on %s', (engine) => {
  let open: OpenDatabase;
  let world: ApprovalWorld;
  let caseId: number;
  beforeAll(async () => {
    open = await freshDatabase(engine);
    testIdentity(open);
    world = await approvalWorld(open.db);
    caseId = await assessedCase(world);
    const seen = async () => seenOf(open.db, caseId);
    await note(world.ctx, world.as('assessor'), { ...(await seen()), text: '=SUM(A1) said on the telephone' });
    await recommend(world.ctx, world.as('assessor'), { ...(await seen()), outcome: 'approve', reasons: 'All met.', conditions: [], facts: null, deadline: null });
    await decideCase(world, caseId, 'approve', { validFrom: today(), validTo: addDays(today(), 100), considerations: 'Because <b>it</b> is.' });
  });
  afterEach(() => moveClock(0));
  afterAll(() => open.close());

  async function given(party = false): Promise<CaseExport> {
    const found = await caseOnDesk(open.db, caseId);
    if (!found) throw new Error('It was made above.');
    const entries = party ? shownToApplicant(found.entries) : found.entries;
    return {
      found, entries, files: [file('small', 10), file('gone', 10), file('waits', 10, 'quarantined'), file('large', MOST_FILE_BYTES)], letters: await lettersOf(open.db, caseId, entries, now()), bundles: await bundlesOf(open.db, entries),
      trail: party ? [] : [{ at: now(), actor: 'person:x', action: 'case.sent', detail: { seq: 1 } }], locale: 'en', at: now(),
    };
  }

  it('is asked for on a day that has been, and answered once within seven working days', async () => {
    const person = world.as('assessor').by.person;
    await expect(recordAccessRequest(world.ctx, person, { caseId, receivedOn: addDays(today(), 1), byParty: false })).rejects.toMatchObject({ problems: [{ field: 'receivedOn', reason: 'date-future' }] });
    await recordAccessRequest(world.ctx, person, { caseId, receivedOn: today(), byParty: true });
    await recordAccessRequest(world.ctx, person, { caseId, receivedOn: addDays(today(), -3), byParty: false });
    const [first, second] = await accessRequests(open.db, caseId);
    expect(first).toMatchObject({ byParty: false, dueOn: addWorkingDays(addDays(today(), -3), 7), answeredOn: null });
    expect(daysLeft(today(), second?.dueOn ?? '')).toBe(7);
    await answerAccessRequest(world.ctx, person, { caseId, requestId: first?.id ?? 0, answer: 'partly' });
    await expect(answerAccessRequest(world.ctx, person, { caseId, requestId: first?.id ?? 0, answer: 'given' })).rejects.toMatchObject({ domainCode: 'conflict' });
    await expect(answerAccessRequest(world.ctx, person, { caseId: caseId + 1, requestId: second?.id ?? 0, answer: 'given' })).rejects.toMatchObject({ domainCode: 'conflict' });
    expect(await accessRequests(open.db, caseId)).toMatchObject([{ byParty: true, answer: null }, { byParty: false, answer: 'partly', answeredOn: today() }]);
  });

  it('gives everything in one archive: index, tables, letters, evidence that fits, audit', async () => {
    const files = await unpacked(await given());
    expect(Object.keys(files).filter((name) => !name.startsWith('public-log/')).sort()).toEqual([
      'audit.csv', 'case.json', 'entries.csv', 'files.csv', 'files/small-.._small_.._æ.pdf', 'index.html', expect.stringMatching(/^letters\/decision-\d+-\d+\.pdf$/), 'self-assessment.csv', 'standard.json',
    ]);
    expect(files['files/small-.._small_.._æ.pdf']).toBe('bytes of small');
    expect(files['index.html']).toContain('Because &lt;b&gt;it&lt;/b&gt; is.');
    expect(files['index.html']).toContain('href="letters/decision-');
    expect(files['entries.csv']).toContain('said on the telephone');
    expect(files['self-assessment.csv']).toContain('1.1,met,We do.,/providers/x,');
    expect(files['files.csv']?.split('\r\n').slice(1, 5).map((line) => line.split(',').at(-1))).toEqual(['files/small-.._small_.._æ.pdf', expect.stringMatching(/^files\/gone/) as string, '', '']);
    expect((JSON.parse(files['case.json'] ?? '') as { entries: unknown[] }).entries).toHaveLength((await given()).entries.length);
    expect(Object.values(files).some((each) => each.startsWith('%PDF-1.7'))).toBe(true);
  });

  it('gives the party its case without notes and audit', async () => {
    const files = await unpacked(await given(true));
    expect(files['entries.csv']).not.toContain('telephone');
    expect(files['index.html']).not.toContain('telephone');
    expect(files['case.json']).not.toContain('telephone');
    expect(files['audit.csv']).toBeUndefined();
    expect(files['entries.csv']).toContain('decided');
  });

  it('files go along as long as they fit, and names lead nowhere else', () => {
    const half = MOST_FILE_BYTES / 2;
    expect(enclosed([file('a', half), file('b', half + 1), file('c', half), file('d', 1)]).map(({ id }) => id)).toEqual(['a', 'c']);
    expect([safeName('../../etc/passwd'), safeName('..'), safeName('a:b*c?.txt'), safeName('')]).toEqual(['_.._etc_passwd', 'file', 'a_b_c_.txt', 'file']);
  });
});
