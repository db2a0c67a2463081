/** What everybody sees of cases, made by the real commands, on both engines. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import { today } from '#platform/clock.ts';
import { bundleOf, logStamp } from '#platform/public-log/queries.ts';
import { logCommands, type WithholdArguments } from '#platform/public-log/remote.ts';
import { signLog } from '#platform/public-log/checkpoint.ts';
import { withhold } from '#platform/public-log/withhold.ts';
import { verifyBundle } from '#platform/public-log/verify.ts';
import { signingKey, verifierLine } from '#platform/audit/note.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { answerHearing } from '#features/approvals/commands/answer-hearing.ts';
import { decideAppeal } from '#features/approvals/commands/decide-appeal.ts';
import { judgeCondition } from '#features/approvals/commands/judge-condition.ts';
import { lodgeAppeal } from '#features/approvals/commands/lodge-appeal.ts';
import { recommend } from '#features/approvals/commands/recommend.ts';
import { letterPdf } from '#features/approvals/decision-letter-pdf.ts';
import { approvedOnPastDay, standingApprovals } from '#features/approvals/queries/approved.ts';
import { decidingAuthorities, decisionBefore, publicDecision, searchDecisions, type PublicDecision } from '#features/approvals/queries/decisions.ts';
import { letterOfCase } from '#features/approvals/queries/letter.ts';
import { authorityStatistics } from '#features/approvals/queries/statistics.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approvalWorld, assessedCase, decideCase, moveClock, seenOf, type ApprovalWorld } from '#tests/support/approvals.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { testIdentity } from '#tests/support/identity.ts';

const folder = mkdtempSync(join(tmpdir(), 'vejviser-decisions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const key = signingKey('example.test/decisions/log', Buffer.alloc(32, 4));

describe.each(ENGINES)('decisions for everybody on %s', (engine) => {
  let open: OpenDatabase;
  let approved: ApprovalWorld;
  let refused: ApprovalWorld;
  let caseIds: { approved: number; refused: number };
  const seen = (caseId: number) => seenOf(open.db, caseId);
  const period = { validFrom: today(), validTo: addDays(today(), 365) };

  beforeAll(async () => {
    open = await freshDatabase(engine);
    testIdentity(open);
    approved = await approvalWorld(open.db, 'a');
    refused = await approvalWorld(open.db, 'r');
    caseIds = { approved: await assessedCase(approved), refused: await assessedCase(refused) };
    const due = addDays(today(), 40);
    for (const [world, caseId, outcome] of [[approved, caseIds.approved, 'conditions'], [refused, caseIds.refused, 'refuse']] as const) {
      const conditions = outcome === 'conditions' ? [{ text: 'Train Anna B.', dueOn: due }] : [];
      await recommend(world.ctx, world.as('assessor'), { ...(await seen(caseId)), outcome, reasons: 'So.', conditions, facts: 'Facts.', deadline: null });
      await answerHearing(world.ctx, world.as('owner'), { ...(await seen(caseId)), text: 'Well.', corrections: [], files: [] });
      await decideCase(world, caseId, outcome, {
        ...(outcome === 'conditions' ? period : {}), conditions, considerations: 'Anna B. teaches 100 % of it_all.', answerTreated: 'Read.', redactions: [{ passage: 'Anna B.', ground: 'person' }].slice(0, outcome === 'conditions' ? 1 : 0) as [],
      });
    }
  });
  afterEach(() => moveClock(0));
  afterAll(() => open.close());

  const found = async (query: Parameters<typeof searchDecisions>[1]) => (await searchDecisions(open.db, query)).results.map(({ provider }) => provider.slug);
  const decisionOfCase = async (caseId: number): Promise<PublicDecision> => {
    for (const { index } of (await searchDecisions(open.db, {})).results) {
      const decision = await publicDecision(open.db, index, today());
      if (decision?.caseId === caseId) return decision;
    }
    throw new Error('It was decided.');
  };

  it('are found by words, provider, authority, outcome and day', async () => {
    expect(await found({})).toHaveLength(2);
    expect(await found({ words: ['TEACHES', '100 %', 'it_all'] })).toHaveLength(2);
    expect(await found({ words: ['it%all'] })).toEqual([]);
    expect(await found({ words: ['anna'] })).toHaveLength(1);
    expect(await found({ words: ['considerations'] })).toEqual([]);
    expect(await found({ outcome: 'refuse' })).toHaveLength(1);
    expect(await found({ authorityId: approved.authorityId })).toHaveLength(1);
    expect(await found({ providerId: refused.provider.providerId })).toHaveLength(1);
    expect(await found({ provider: (await found({ outcome: 'refuse' }))[0] ?? '' })).toHaveLength(1);
    expect(await found({ from: today(), until: today() })).toHaveLength(2);
    expect(await found({ until: addDays(today(), -1) })).toEqual([]);
    expect(await found({ page: 2, pageSize: 1 })).toEqual(await found({ outcome: 'conditions' }));
    expect((await decidingAuthorities(open.db)).map(({ id }) => id).sort()).toEqual([approved.authorityId, refused.authorityId].sort());
  });

  it('show what was decided without people, and what came later; other places of the log lead to their decision', async () => {
    const before = await decisionOfCase(caseIds.approved);
    expect(before).toMatchObject({ standing: 'counts', later: [], withheld: null, document: { outcome: 'conditions', considerations: '[left out: person] teaches 100 % of it_all.', conditions: [{ text: 'Train [left out: person]' }], findings: [{ criterion: '1.1', score: 'met' }, { criterion: '1.2', score: '4' }] } });
    await judgeCondition(approved.ctx, approved.as('assessor'), { ...(await seen(caseIds.approved)), number: 1, met: true, grounds: 'Anna B. was there.' });
    const after = await decisionOfCase(caseIds.approved);
    expect(after.later).toMatchObject([{ document: { form: 'approval-entry/1', event: 'condition-judged', condition: 1, met: true } }]);
    expect(JSON.stringify(after)).not.toContain('Anna');
    expect(await publicDecision(open.db, after.later[0]?.index ?? 0, today())).toBeNull();
    expect(await decisionBefore(open.db, after.later[0]?.index ?? 0)).toBe(after.index);
    expect(await publicDecision(open.db, 9_999, today())).toBeNull();
  });

  it('say who is approved now and on any past day', async () => {
    expect(await standingApprovals(open.db, approved.provider.providerId, today())).toMatchObject([{ conditional: true, openConditions: 0, authority: { id: approved.authorityId }, state: 'in-force' }]);
    expect(await standingApprovals(open.db, refused.provider.providerId, today())).toEqual([]);
    expect(await approvedOnPastDay(open.db, approved.provider.providerId, today())).toHaveLength(1);
    expect(await approvedOnPastDay(open.db, approved.provider.providerId, addDays(today(), -1))).toEqual([]);
    expect(await approvedOnPastDay(open.db, refused.provider.providerId, today())).toEqual([]);
  });

  it('count how authorities decide, with what appeals changed', async () => {
    moveClock(2);
    await lodgeAppeal(refused.ctx, refused.as('owner'), { ...(await seen(caseIds.refused)), text: 'No.' });
    await decideAppeal(refused.ctx, refused.as('decider-2'), { ...(await seen(caseIds.refused)), impartial: true, result: 'upheld', body: 'The board', grounds: 'So.', validFrom: today(), validTo: addDays(today(), 300) });
    const statistics = await authorityStatistics(open.db, addDays(today(), -100));
    expect(statistics).toHaveLength(2);
    expect(statistics.find(({ id }) => id === refused.authorityId)).toEqual({ id: refused.authorityId, name: expect.any(String) as string, decided: 1, medianDays: 0, refused: 1, appeals: 1, changed: 1 });
    expect(statistics.find(({ id }) => id === approved.authorityId)).toMatchObject({ decided: 1, refused: 0, appeals: 0, changed: 0 });
    expect(await authorityStatistics(open.db, addDays(today(), 1))).toEqual([]);
    expect((await decisionOfCase(caseIds.refused)).later).toMatchObject([{ document: { event: 'appeal-lodged' } }, { document: { event: 'appeal-decided', result: 'upheld', body: 'The board' } }]);
    expect((await decisionOfCase(caseIds.refused)).standing).toBe('counts');
  });

  it('are in the log: each verifies, and still stands there when its text was taken out', async () => {
    await signLog(open.db, key, join(folder, `${engine}.txt`));
    const { index } = await decisionOfCase(caseIds.refused);
    const bundle = await bundleOf(open.db, index);
    expect(await verifyBundle(bundle, verifierLine(key))).toMatchObject({ document: true, included: true, signature: 'good', index });
    expect(await verifyBundle({ ...bundle, document: (bundle.document ?? '').replace('refuse', 'approve') }, verifierLine(key))).toMatchObject({ document: false, included: true });
    expect(await verifyBundle({ ...bundle, entry: bundle.entry.replace('decision', 'standard') }, verifierLine(key))).toMatchObject({ included: false });
    expect(await verifyBundle(bundle, verifierLine(signingKey('example.test/decisions/log', Buffer.alloc(32, 5))))).toMatchObject({ signature: 'bad' });
    expect(await verifyBundle({ ...bundle, checkpoint: bundle.checkpoint.replace(/\n\d+\n/, '\n1\n') }, verifierLine(key))).toMatchObject({ included: false, signature: 'bad' });
    expect(await verifyBundle({ ...bundle, checkpoint: 'x' }, verifierLine(key))).toBeNull();

    await open.db.transaction((tx) => withhold(refused.ctx, tx, { index, shown: null, ground: 'It named a child.' }));
    expect(await publicDecision(open.db, index, today())).toMatchObject({ document: null, withheld: { ground: 'It named a child.' } });
    expect(await verifyBundle(await bundleOf(open.db, index), verifierLine(key))).toMatchObject({ document: null, included: true, signature: 'good' });
    expect(await found({ words: ['teaches'] })).toHaveLength(1);
    const part = await decisionOfCase(caseIds.approved);
    const take = async (args: WithholdArguments) => logCommands(() => approved.ctx).withhold(args, () => {}, new AbortController().signal);
    await expect(take({ index: part.index, ground: 'A trade secret.', passages: ['nowhere'] })).rejects.toMatchObject({ domainCode: 'bad-request' });
    await take({ index: part.index, ground: 'A trade secret.', passages: ['As seen'] });
    expect(await publicDecision(open.db, part.index, today())).toMatchObject({ document: { facts: '[…].', rule: 'Section 1.' }, withheld: { ground: 'A trade secret.' } });
    expect(await found({ words: ['As seen'] })).toEqual([]);
    // Found out later that it still says too much.
    const stamp = await logStamp(open.db);
    await take({ index: part.index, ground: 'A trade secret.', passages: ['Section 1'] });
    expect(await publicDecision(open.db, part.index, today())).toMatchObject({ document: { facts: '[…].', rule: '[…].' } });
    expect(await logStamp(open.db)).not.toBe(stamp);
    await open.db.transaction((tx) => withhold(approved.ctx, tx, { index: part.index, shown: { some: 'thing else' }, ground: 'All of it.' }));
    expect(await publicDecision(open.db, part.index, today())).toMatchObject({ document: null, withheld: { ground: 'All of it.' } });
    await expect(take({ index: part.index, ground: 'x', passages: [] })).resolves.toEqual({ index: part.index, partly: false });
    await expect(take({ index: part.index, ground: 'x', passages: [] })).rejects.toMatchObject({ domainCode: 'not-found' });
    await expect(open.db.transaction((tx) => withhold(refused.ctx, tx, { index: 9_999, shown: null, ground: 'x' }))).rejects.toMatchObject({ domainCode: 'not-found' });
  });

  it('are told by letter, whole, as a page and as a tagged PDF that says its language', async () => {
    const found = await letterOfCase(open.db, caseIds.approved, null);
    if (!found) throw new Error('It was decided.');
    const { letter, seq } = found;
    expect(letter).toMatchObject({ language: 'en', title: 'Decision: Approved with conditions', outcome: 'We approve you with conditions.', unconfirmed: '' });
    expect(letter.parts.map(({ text }) => text)).toEqual(['Section 1.', 'Anna B. teaches 100 % of it_all.', 'As seen.', 'Read.']);
    expect(letter.findings?.rows).toEqual([{ title: 'One', score: 'Met', grounds: 'Seen.' }, { title: 'Two', score: '4 of 5', grounds: 'Good.' }]);
    expect(letter.conditions?.rows[0]).toMatch(/^Train Anna B\. By \d+ \w+ 20\d\d\.$/);
    expect(await letterOfCase(open.db, caseIds.approved, seq + 1)).toBeNull();
    expect(await letterOfCase(open.db, 99_999, null)).toBeNull();

    const bytes = await letterPdf(letter, new Date('2026-11-26T10:00:00Z'), 'Page');
    const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
    expect(bytes.toString('latin1')).toContain('/Marked true');
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'en', Title: letter.title });
    const page = await pdf.getPage(1);
    const tree = JSON.stringify(await page.getStructTree());
    for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'LBody']) expect(tree).toContain(`"role":"${role}"`);
    const text = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ');
    for (const part of ['Anna B. teaches', 'Section 1.', 'How you can appeal', 'Write to us.']) expect(text).toContain(part);
    await pdf.loadingTask.destroy();
  });
});
