/** From the form to the case, as people of both sides; what needs two authorities, or one that competes. */
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { provider, providerVersion, source, standardUse } from '#db/schema/index.ts';
import { today } from '#platform/clock.ts';
import type { ActOutcome } from '#platform/define-action.ts';
import { approvalsActs } from '#features/approvals/actions.ts';
import { adoptFinding } from '#features/approvals/commands/adopt-finding.ts';
import { answerHearing } from '#features/approvals/commands/answer-hearing.ts';
import { decideAppeal } from '#features/approvals/commands/decide-appeal.ts';
import { lodgeAppeal } from '#features/approvals/commands/lodge-appeal.ts';
import { nameDecider } from '#features/approvals/commands/name-decider.ts';
import { recommend } from '#features/approvals/commands/recommend.ts';
import { sendApplication } from '#features/approvals/commands/send-application.ts';
import { takeCase } from '#features/approvals/commands/take-case.ts';
import { caseOnDesk } from '#features/approvals/queries/cases.ts';
import { dossierById } from '#features/approvals/queries/dossiers.ts';
import { entriesOf } from '#features/approvals/queries/entries.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { approvalWorld, assessedCase, decideCase, FLAT_REGISTER, fullDraft, seenOf, type ApprovalWorld } from '#tests/support/approvals.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { testIdentity } from '#tests/support/identity.ts';
import { actorOfPerson, gateOf, makeAuthority, requestOf } from '#tests/support/tenants.ts';

describe('the approval desks', () => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await freshDatabase('embedded');
    testIdentity(open);
  });
  afterAll(() => open.close());
  const refusal = (reason: string) => expect.objectContaining({ problems: [expect.objectContaining({ reason })] }) as Error;
  const period = () => ({ validFrom: today(), validTo: addDays(today(), 300) });

  /** A file store that takes every file but those named `bad`. */
  const kept = new Map<string, Uint8Array>();
  const files = {
    store: { put: async (id: string, bytes: Uint8Array) => void kept.set(id, bytes), get: async (id: string) => kept.get(id) ?? null, remove: async (id: string) => void kept.delete(id) },
    inspect: async (bytes: Uint8Array, name: string) => (name.startsWith('bad') ? { ok: false, refusal: 'file-kind' } : { ok: true, kind: 'csv', bytes }),
    scan: null,
  };

  async function send(who: string, name: keyof typeof approvalsActs, fields: Record<string, string | File>): Promise<ActOutcome> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    const actor = await actorOfPerson(open.db, who);
    return approvalsActs[name].perform(requestOf(open.db, actor, form, { files, register: FLAT_REGISTER }), gateOf(actor));
  }
  const caseForm = async (caseId: number, fields: Record<string, string> = {}) => ({ caseId: String(caseId), seen: String((await seenOf(open.db, caseId)).seen), ...fields });

  it('lead from the first word to the decision', async () => {
    const w = await approvalWorld(open.db, 'act');
    const { slug, providerId, people } = w.provider;
    const owner = people['owner'] ?? '';
    const [assessor, decider] = [w.as('assessor').by.person, w.as('decider').by.person];
    const begun = await send(owner, 'begin', { slug, versionId: String(w.versionId) });
    expect(begun).toMatchObject({ state: 'done', to: `/desk/provider/${slug}/approvals/draft/1` });
    const dossierId = Number((begun as { to: string }).to.split('/').at(-1));
    const items = (n: number, fields: Record<string, string | File>) => Object.fromEntries(Object.entries(fields).map(([field, value]) => [`items.${n}.${field}`, value]));
    const draft = { slug, dossierId: String(dossierId), revision: '1' };
    const said = { ...items(0, { criterion: '1.1', score: 'met', statement: 'Yes.' }), ...items(1, { criterion: '1.2', score: '4', statement: 'Well.' }) };

    expect(await send(owner, 'saveAssessment', { ...draft, ...said, 'items.1.file': new File(['a'], 'bad.csv') })).toMatchObject({ state: 'problems', problems: [{ field: 'items.1.file', reason: 'file-kind' }] });
    expect(await send(owner, 'saveAssessment', { ...draft, ...said, 'items.1.score': 'met' })).toMatchObject({ state: 'problems', problems: [{ field: 'items.1.score', reason: 'choose' }] });
    expect(kept.size).toBe(0);
    expect(await send(owner, 'saveAssessment', { ...draft, ...said, 'items.0.file': new File(['a'], 'a.csv') })).toMatchObject({ state: 'done' });
    const filled = await dossierById(open.db, dossierId, providerId);
    expect(filled).toMatchObject({ revision: 2, files: [{ state: 'quarantined' }], lacks: [{ criterion: '1.1', lacks: 'file-waits' }] });
    const toSend = { slug, dossierId: String(dossierId), revision: '2', 'authorities[]': String(w.authorityId) };
    expect(await send(owner, 'send', toSend)).toMatchObject({ state: 'problems', problems: [{ reason: 'dossier-incomplete' }] });
    await open.db.execute(sql`update stored_file set state = 'released'`);
    const sent = await send(owner, 'send', toSend);
    const caseId = Number((sent as { to: string }).to.split('/').at(-1));
    expect(await send(owner, 'saveAssessment', { ...draft, ...said, revision: '3' })).toMatchObject({ state: 'problems', problems: [{ reason: 'dossier-sent' }] });

    expect(await send(assessor, 'take', await caseForm(caseId, { impartial: 'yes' }))).toMatchObject({ done: 'case-taken' });
    const findings = { 'findings.0.criterion': '1.1', 'findings.0.score': 'met', 'findings.0.grounds': 'Seen.', 'findings.1.criterion': '1.2', 'findings.1.score': '5', 'findings.1.grounds': 'Seen.' };
    expect(await send(assessor, 'find', await caseForm(caseId, findings))).toMatchObject({ state: 'done' });
    const seen = (await seenOf(open.db, caseId)).seen;
    expect(await send(assessor, 'find', await caseForm(caseId, findings))).toMatchObject({ state: 'done' });
    expect((await seenOf(open.db, caseId)).seen, 'what is as it was makes no entry').toBe(seen);
    expect(await send(assessor, 'recommend', await caseForm(caseId, { outcome: 'approve', reasons: 'All met.' }))).toMatchObject({ state: 'done' });
    const words = { outcome: 'approve', rule: 'r', considerations: 'Anna Jensen saw it.', facts: 'f', 'guidance.body': 'b', 'guidance.how': 'h', language: 'da', ...period(), impartial: 'yes' };
    expect(await send(assessor, 'decide', await caseForm(caseId, words))).toMatchObject({ state: 'refused', outcome: 'forbidden' });
    expect(await send(decider, 'decide', await caseForm(caseId, { ...words, 'redactions.0.passage': 'Nobody', 'redactions.0.ground': 'person' }))).toMatchObject({ problems: [{ field: 'redactions.0.passage', reason: 'case-passage-nowhere' }] });
    expect(await send(decider, 'decide', await caseForm(caseId, { ...words, 'redactions.0.passage': 'Anna Jensen', 'redactions.0.ground': 'person' }))).toMatchObject({ state: 'done' });
    const [published] = await rows<{ document: string }>(open.db, sql`select t.document from public_log_document t join approval_decision d on d.log_index = t.index where d.case_id = ${caseId}`);
    expect(published?.document).not.toContain('Anna');
    expect(JSON.parse(published?.document ?? '{}')).toMatchObject({ outcome: 'approve', redactions: [{ ground: 'person', count: 1 }], findings: [{ criterion: '1.1' }, { criterion: '1.2' }] });
  });

  it('take a file out of a draft, and put a draft aside with its files', async () => {
    const w = await approvalWorld(open.db, 'files');
    const { slug, providerId, people } = w.provider;
    const owner = people['owner'] ?? '';
    const { dossierId } = await fullDraft(w);
    const draft = (revision: number) => ({ slug, dossierId: String(dossierId), revision: String(revision) });
    const before = kept.size;
    const filesNow = async () => ((await dossierById(open.db, dossierId, providerId))?.assessments.find(({ criterion }) => criterion === '1.1')?.files ?? []) as string[];
    const save = async (revision: number, more: Record<string, File> = {}, ids: readonly string[] = []) =>
      send(owner, 'saveAssessment', { ...draft(revision), 'items.0.criterion': '1.1', 'items.0.score': 'met', ...Object.fromEntries(ids.map((id) => ['items.0.files[]', id])), ...more });
    expect(await save(2, { 'items.0.file': new File(['a'], 'a.csv') })).toMatchObject({ state: 'done' });
    expect(await save(2, { 'items.0.file': new File(['a'], 'b.csv') })).toMatchObject({ state: 'problems', problems: [{ reason: 'changed-meanwhile' }] });
    expect(await save(3, { 'items.0.file': new File(['b'], 'b.csv') }, await filesNow())).toMatchObject({ state: 'done' });
    expect([kept.size, (await filesNow()).length]).toEqual([before + 2, 2]);
    // What is no longer ticked is nobody's to find again, so it goes.
    const [first = ''] = await filesNow();
    expect(await save(4, {}, [first])).toMatchObject({ state: 'done' });
    expect([kept.size, kept.has(first), await filesNow()]).toEqual([before + 1, true, [first]]);
    expect(await send(owner, 'discard', draft(5))).toMatchObject({ state: 'done', to: `/desk/provider/${slug}/approvals` });
    expect(kept.size).toBe(before);
    expect(await send(owner, 'discard', draft(6))).toMatchObject({ state: 'refused', outcome: 'not-found' });
  });

  async function second(w: ApprovalWorld): Promise<ApprovalWorld> {
    const made = await makeAuthority(open.db, `${w.provider.slug}-second`);
    await open.db.insert(standardUse).values({ standardId: w.standardId, authorityId: made.organisationId, since: new Date('2020-01-01') });
    return { ...w, authorityId: made.organisationId, as: (who) => (who === 'owner' ? w.as(who) : { ...w.as(who), by: { ...w.as(who).by, person: made.people[who] ?? '' } }) };
  }

  it('let an authority take over what another found, openly, once that is decided', async () => {
    const w = await approvalWorld(open.db, 'adopt');
    const other = await second(w);
    const [first, theirs] = await sendApplication(w.ctx, w.as('owner'), FLAT_REGISTER, { ...(await fullDraft(w)), providerId: w.provider.providerId, authorities: [w.authorityId, other.authorityId] }) as [number, number];
    await takeCase(w.ctx, other.as('assessor'), { ...(await seenOf(open.db, theirs)), impartial: true, statement: null });
    const adopt = async () => adoptFinding(w.ctx, other.as('assessor'), { ...(await seenOf(open.db, theirs)), fromCaseId: first, criterion: '1.1' });
    await takeCase(w.ctx, w.as('assessor'), { ...(await seenOf(open.db, first)), impartial: true, statement: null });
    await expect(adopt()).rejects.toThrow(refusal('case-not-adoptable'));
    await send(w.as('assessor').by.person, 'find', await caseForm(first, { 'findings.0.criterion': '1.1', 'findings.0.score': 'met', 'findings.0.grounds': 'Anna showed it.', 'findings.0.evidence': 'Her own file.', 'findings.1.criterion': '1.2', 'findings.1.score': '5', 'findings.1.grounds': 'Theirs.' }));
    await recommend(w.ctx, w.as('assessor'), { ...(await seenOf(open.db, first)), outcome: 'approve', reasons: 'r', conditions: [], facts: null, deadline: null });
    await decideCase(w, first, 'approve', { ...period(), redactions: [{ passage: 'Anna', ground: 'person' }] });
    // What everybody may read, and nothing more.
    const adoptable = (await caseOnDesk(open.db, theirs))?.adoptable ?? [];
    expect(adoptable).toMatchObject([{ criterion: '1.1', caseId: first, grounds: '[left out: person] showed it.' }, { criterion: '1.2', caseId: first }]);
    expect(JSON.stringify(adoptable)).not.toMatch(/Anna|Her own file/);
    await adopt();
    expect((await entriesOf(open.db, theirs)).entries.at(-1)).toMatchObject({ kind: 'finding', content: { grounds: '[left out: person] showed it.', evidence: null, adoptedFrom: { applicationId: first, authorityId: w.authorityId } } });
  });

  /** The authority of the case helps people in the same place. @returns the id of its own service */
  async function competing(w: ApprovalWorld, slug: string): Promise<number> {
    const [from] = await open.db.insert(source).values({ title: slug, publisher: 'test', createdAt: new Date() }).returning({ id: source.id });
    const [own] = await open.db.insert(provider).values({ organisationId: w.authorityId, slug, createdAt: new Date() }).returning({ id: provider.id });
    const [version] = await open.db
      .insert(providerVersion)
      .values({ providerId: own?.id ?? 0, sourceId: from?.id ?? 0, state: 'current', hash: 'h', profile: { coverage: ['dk'] }, createdAt: new Date() })
      .returning({ id: providerVersion.id });
    await open.db.update(provider).set({ versionId: version?.id ?? 0 }).where(eq(provider.id, own?.id ?? 0));
    return own?.id ?? 0;
  }

  it('flag an authority that competes, which names a decider who stands apart', async () => {
    const w = await approvalWorld(open.db, 'comp');
    const own = await competing(w, 'comp-own');
    const caseId = await assessedCase(w);
    expect((await entriesOf(open.db, caseId)).present.competitor).toBe(true);
    await recommend(w.ctx, w.as('assessor'), { ...(await seenOf(open.db, caseId)), outcome: 'approve', reasons: 'r', conditions: [], facts: null, deadline: null });
    await expect(decideCase(w, caseId, 'approve', period())).rejects.toThrow(refusal('case-decider-not-named'));
    const name = async (person: string) => nameDecider(w.ctx, w.as('assessor'), { ...(await seenOf(open.db, caseId)), person, apart: 'Has no part in our own services.' });
    await expect(name(w.as('assessor-2').by.person)).rejects.toThrow(refusal('choose'));
    await open.db.execute(sql`insert into membership (person_id, organisation_id, role, since) values (${w.as('decider').by.person}, ${w.authorityId}, 'editor', '2026-01-01')`);
    await expect(name(w.as('decider').by.person)).rejects.toThrow(refusal('case-decider-not-apart'));
    await name(w.as('decider-2').by.person);
    await expect(decideCase(w, caseId, 'approve', period())).rejects.toThrow(refusal('case-not-named-decider'));
    await decideCase(w, caseId, 'approve', period(), 'decider-2');
    // Its own services it does not approve at all.
    const mine = { ...w, provider: { ...w.provider, providerId: own, organisationId: w.authorityId } };
    await expect(sendApplication(w.ctx, w.as('owner'), FLAT_REGISTER, { ...(await fullDraft(mine)), providerId: own, authorities: [w.authorityId] })).rejects.toThrow(refusal('choose'));
  });

  it('leave an appeal against a competing authority to somebody apart, and look again when it is decided', async () => {
    const w = await approvalWorld(open.db, 'comp2');
    await competing(w, 'comp2-own');
    const caseId = await assessedCase(w);
    const seen = () => seenOf(open.db, caseId);
    await recommend(w.ctx, w.as('assessor'), { ...(await seen()), outcome: 'refuse', reasons: 'r', conditions: [], facts: 'f', deadline: null });
    await answerHearing(w.ctx, w.as('owner'), { ...(await seen()), text: 'No.', corrections: [], files: [] });
    await nameDecider(w.ctx, w.as('assessor'), { ...(await seen()), person: w.as('decider-2').by.person, apart: 'Has no part.' });
    const part = (who: 'decider' | 'decider-2') => open.db.execute(sql`insert into membership (person_id, organisation_id, role, since) values (${w.as(who).by.person}, ${w.authorityId}, 'reporter', '2026-01-01')`);
    const partOver = () => open.db.execute(sql`update membership set ended_at = '2026-11-26' where organisation_id = ${w.authorityId} and role = 'reporter'`);
    await part('decider-2');
    await expect(decideCase(w, caseId, 'refuse', { answerTreated: 'Read.' }, 'decider-2')).rejects.toThrow(refusal('case-decider-not-apart'));
    await partOver();
    await decideCase(w, caseId, 'refuse', { answerTreated: 'Read.' }, 'decider-2');
    await lodgeAppeal(w.ctx, w.as('owner'), { ...(await seen()), text: 'Look again.' });
    await part('decider');
    const dismiss = async () => decideAppeal(w.ctx, w.as('decider'), { ...(await seen()), result: 'dismissed', body: 'We', grounds: 'g', validFrom: null, validTo: null, impartial: true });
    await expect(dismiss()).rejects.toThrow(refusal('case-decider-not-apart'));
    await partOver();
    await dismiss();
  });
});
