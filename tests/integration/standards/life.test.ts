/** A standard from its first draft to the version that replaces it, and what the database itself refuses. */
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { standardVersion } from '#db/schema/index.ts';
import { setClockOffset, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { problemsOf } from '#platform/form.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { abandonVersion, beginVersion } from '#features/standards/commands/begin-version.ts';
import { changeDocument } from '#features/standards/commands/change-document.ts';
import { reviseAfterConsultation } from '#features/standards/commands/consultation.ts';
import { createStandard } from '#features/standards/commands/create-standard.ts';
import { publishVersion } from '#features/standards/commands/publish-version.ts';
import { endUse, useStandard } from '#features/standards/commands/use-standard.ts';
import { movePart } from '#features/standards/draft.ts';
import { documentHash } from '#features/standards/hash.ts';
import { CONSULTATION_DAYS, NOTICE_DAYS } from '#features/standards/model.ts';
import { openPublicVersion } from '#features/standards/public-page.ts';
import { publicStandard, publicStandards, standardsForApplications, standardVersion as publicVersion, versionById, versionForApplications, versionsForApplications } from '#features/standards/queries.ts';
import { phaseOfVersion } from '#features/standards/view.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { consult, consultedStandard, draftedStandard, exampleStandard, passDays, publish, revisionOf } from '#tests/support/standards.ts';
import { makeAuthority } from '#tests/support/tenants.ts';

const reason = async (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done', (error: unknown) => problemsOf(error)[0]?.reason ?? `${String((error as { domainCode?: string }).domainCode ?? '')} ${String((error as Error).cause ?? error)}`.trim());

describe.each(ENGINES)('the life of a standard on %s', (engine) => {
  let open: OpenDatabase;
  let ctx: Context;
  let authorityId: number;
  let number = 0;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    ctx = contextOf(open.db);
    authorityId = (await makeAuthority(open.db, 'authority')).organisationId;
  }, 120_000);
  afterEach(() => setClockOffset(0));
  afterAll(() => open.close());

  const version = async (id: number) => {
    const found = await versionById(open.db, id);
    if (!found) throw new Error('no such version');
    return found;
  };

  it('is drafted, consulted, changed, published, and replaced with a time of grace', async () => {
    const first = await draftedStandard(ctx, authorityId);
    const { slug, standardId } = await version(first);
    expect(await publicVersion(open.db, slug, 1), 'a draft is nobody else’s').toBeNull();
    await consult(ctx, first);
    expect((await publicVersion(open.db, slug, 1))?.state).toBe('consultation');
    expect(await reason(reviseAfterConsultation(ctx, { versionId: first, revision: await revisionOf(ctx, first) }))).toBe('standard-consultation-runs');

    passDays(CONSULTATION_DAYS + 1);
    await reviseAfterConsultation(ctx, { versionId: first, revision: await revisionOf(ctx, first) });
    await changeDocument(ctx, { versionId: first, detail: {}, change: (document) => movePart(document, '2', -1) });
    const opens = addDays(today(), NOTICE_DAYS);
    const { logIndex } = await publishVersion(ctx, { versionId: first, revision: await revisionOf(ctx, first), inForceFrom: today(), applicationsFrom: opens, graceUntil: addDays(opens, 9) });
    const published = await version(first);
    expect(published).toMatchObject({ state: 'published', logIndex, inForceFrom: today(), applicationsFrom: opens, graceUntil: null });
    expect(published.consulted && documentHash(published.consulted)).not.toBe(published.hash);
    expect(published.hash).toBe(documentHash(published.document));
    const [entry] = await rows<{ document: string; kind: string; subject: string }>(open.db, sql`select d.document, e.kind, e.subject from public_log_document d join public_log_entry e using (index) where index = ${logIndex}`);
    expect(entry).toMatchObject({ kind: 'standard-version', subject: `standard:${slug}/1` });
    expect(JSON.parse(entry?.document ?? '{}')).toMatchObject({ hash: published.hash, version: 1, inForceFrom: today(), applicationsFrom: opens });

    expect(await versionForApplications(open.db, standardId, addDays(opens, -1))).toBeNull();
    expect((await versionForApplications(open.db, standardId, opens))?.id).toBe(first);

    passDays(30);
    const next = await beginVersion(ctx, { standardId, reason: { da: 'Andre tal' } });
    expect(await reason(beginVersion(ctx, { standardId, reason: null }))).toBe('standard-open-version');
    await changeDocument(ctx, { versionId: next.versionId, detail: {}, change: (document) => ({ ...document, validMonths: 24 }) });
    await consult(ctx, next.versionId);
    passDays(CONSULTATION_DAYS + 1);
    const from = addDays(today(), NOTICE_DAYS);
    await publishVersion(ctx, { versionId: next.versionId, revision: await revisionOf(ctx, next.versionId), inForceFrom: from, applicationsFrom: from, graceUntil: addDays(from, 60) });
    const open1 = async (day: string) => (await versionsForApplications(open.db, standardId, day)).map((each) => each.number);
    expect([await open1(addDays(from, -1)), await open1(from), await open1(addDays(from, 60)), await open1(addDays(from, 61))]).toEqual([[1], [2, 1], [2, 1], [2]]);
    const card = await publicStandard(open.db, slug);
    const [onFirst, onSecond] = [await openPublicVersion(open.db, slug, '1', 'consulted', from), await openPublicVersion(open.db, slug, '2', 'differences', from)];
    expect([onFirst?.revised, onFirst?.compared?.number, onFirst?.earlier, onFirst?.kind]).toEqual([true, null, null, 'question']);
    expect([onSecond?.revised, onSecond?.compared?.number, onSecond?.authorities]).toEqual([false, 1, ['authority']]);
    for (const wrong of ['0', '3', 'x', '1e1', '-1']) expect(await openPublicVersion(open.db, slug, wrong, null, from)).toBeNull();
    expect(card?.versions.map((each) => phaseOfVersion(card.versions, each, addDays(from, 61)))).toEqual(['superseded', 'in-force']);
  });

  it('nothing of a published version changes, whoever writes to the database', async () => {
    const id = await consultedStandard(ctx, authorityId);
    await publish(ctx, id);
    const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => String((error as Error).cause ?? error));
    for (const change of [sql`document = '{}'::jsonb`, sql`hash = 'x'`, sql`in_force_from = '2020-01-01'`, sql`state = 'draft'`, sql`log_index = 99`, sql`revision = revision`]) {
      expect(await refused(open.db.execute(sql`update standard_version set ${change} where id = ${id}`))).toContain('never changes');
    }
    expect(await refused(open.db.delete(standardVersion).where(eq(standardVersion.id, id)))).toContain('never deleted');
    expect(await refused(open.db.execute(sql`truncate standard_version cascade`))).toContain('append-only');
    expect(await reason(changeDocument(ctx, { versionId: id, detail: {}, change: (document) => ({ ...document, validMonths: 1 }) }))).toBe('standard-not-draft');
    expect(await reason(abandonVersion(ctx, { versionId: id, revision: await revisionOf(ctx, id) }))).toBe('changed-meanwhile');
  });

  it('nor of one that is out to consultation, and no version begins as anything but a draft', async () => {
    const id = await consultedStandard(ctx, authorityId);
    const { standardId } = await version(id);
    const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => String((error as Error).cause ?? error));
    expect(await refused(open.db.execute(sql`update standard_version set document = '{}'::jsonb where id = ${id}`))).toContain('only a draft');
    expect(await refused(open.db.execute(sql`update standard_version set state = 'draft', hash = 'x' where id = ${id}`))).toContain('only a draft');
    expect(await refused(open.db.execute(sql`update standard_version set number = 9 where id = ${id}`))).toContain('stays where it is');
    expect(await refused(open.db.execute(sql`insert into standard_version (standard_id, number, state, document, hash, revision, created_by, created_at, updated_at) values (${standardId}, 7, 'published', '{}', 'x', 1, 'x', '2026-01-01', '2026-01-01')`))).toContain('begins as a draft');
    // A second open version at the same time, written past the command.
    expect(await refused(open.db.execute(sql`insert into standard_version (standard_id, number, state, document, hash, revision, created_by, created_at, updated_at) values (${standardId}, 7, 'draft', '{}', 'x', 1, 'x', '2026-01-01', '2026-01-01')`))).toContain('standard_version_open');
  });

  it('published without consultation, without notice or before applications open: not in the database either', async () => {
    const put = (id: number, set: ReturnType<typeof sql>) => open.db.execute(sql`update standard_version set state = 'published', published_at = '2026-03-01T12:00:00Z', published_by = 'x', log_index = 1, ${set} where id = ${id}`).then(() => 'done', (error: unknown) => String((error as Error).cause ?? error));
    const id = await draftedStandard(ctx, authorityId);
    expect(await put(id, sql`in_force_from = '2026-04-01', applications_from = '2026-04-01'`)).toContain('standard_version_published');
    const heard = sql`consultation_from = '2026-01-01', consultation_until = '2026-02-01', consulted = '{}'`;
    expect(await put(id, sql`${heard}, in_force_from = '2026-03-01', applications_from = '2026-03-01'`)).toContain('standard_version_published');
    expect(await put(id, sql`${heard}, in_force_from = '2026-04-02', applications_from = '2026-04-01'`)).toContain('standard_version_published');
    expect(await put(id, sql`${heard}, in_force_from = '2026-04-01', applications_from = '2026-04-01', grace_until = '2026-03-31'`)).toContain('standard_version_published');
    expect((await version(id)).state).toBe('draft');
  });

  it('what is not complete is not put before anybody', async () => {
    const id = await draftedStandard(ctx, authorityId, exampleStandard({ themes: [] }));
    expect(await reason(consult(ctx, id))).toBe('standard-incomplete');
  });

  it('who saw an earlier state is told, and nothing happens', async () => {
    const id = await draftedStandard(ctx, authorityId);
    const seen = await revisionOf(ctx, id);
    await changeDocument(ctx, { versionId: id, detail: {}, change: (document) => ({ ...document, validMonths: 12 }) });
    expect(await reason(abandonVersion(ctx, { versionId: id, revision: seen }))).toBe('changed-meanwhile');
    expect((await version(id)).state).toBe('draft');
  });

  it('two who publish at once: one does, the other is told, and the log has one entry', async () => {
    const id = await consultedStandard(ctx, authorityId);
    passDays(CONSULTATION_DAYS + 1);
    const revision = await revisionOf(ctx, id);
    const from = addDays(today(), NOTICE_DAYS);
    const both = await Promise.all([1, 2].map(() => reason(publishVersion(ctx, { versionId: id, revision, inForceFrom: from, applicationsFrom: from, graceUntil: null }))));
    expect(both.sort()).toEqual(['changed-meanwhile', 'done']);
    const { slug } = await version(id);
    expect(await rows(open.db, sql`select 1 from public_log_entry where subject = ${`standard:${slug}/1`}`)).toHaveLength(1);
  });

  it('a version that is given up stays out of sight, and the next one begins where it left off', async () => {
    const id = await consultedStandard(ctx, authorityId);
    const { slug, standardId, hash } = await version(id);
    await abandonVersion(ctx, { versionId: id, revision: await revisionOf(ctx, id) });
    expect(await publicStandard(open.db, slug)).toBeNull();
    const next = await beginVersion(ctx, { standardId, reason: null });
    expect([next.number, (await version(next.versionId)).hash]).toEqual([2, hash]);
  });

  it('two that are made at once under one name have two addresses', async () => {
    const title = { da: `Samme navn ${++number}` };
    const made = await Promise.all([1, 2, 3].map(() => createStandard(ctx, { authorityId, title })));
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(3);
  });

  it('another authority may go by it too, once, and stop; nobody by one that is not published', async () => {
    const other = (await makeAuthority(open.db, 'another')).organisationId;
    const id = await consultedStandard(ctx, authorityId);
    const { standardId, slug } = await version(id);
    expect(await reason(useStandard(ctx, { standardId, authorityId: other }))).toContain('not-found');
    const { inForceFrom } = await publish(ctx, id);
    await useStandard(ctx, { standardId, authorityId: other });
    await useStandard(ctx, { standardId, authorityId: other });
    const of = async () => (await standardsForApplications(open.db, inForceFrom)).find(({ card }) => card.slug === slug)?.authorities.map(({ name }) => name);
    expect(await of()).toEqual(['another', 'authority']);
    await endUse(ctx, { standardId, authorityId: other });
    await endUse(ctx, { standardId, authorityId: other });
    expect(await of()).toEqual(['authority']);
    await useStandard(ctx, { standardId, authorityId: other });
    expect(await of()).toEqual(['another', 'authority']);
    expect((await publicStandards(open.db)).map((each) => each.slug)).toContain(slug);
  });
});
