import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import type { Context } from '#platform/context.ts';
import { toEntries } from '#platform/document-form/write.ts';
import type { Document, Entries, Tab } from '#platform/document-form/fields.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { changeProgramme } from '#features/programmes/commands/change-programme.ts';
import { confirmDescription } from '#features/programmes/commands/confirm-description.ts';
import { discardDraft } from '#features/programmes/commands/discard-draft.ts';
import { dismissProposal } from '#features/programmes/commands/dismiss-proposal.ts';
import { draftFromVersion } from '#features/programmes/commands/draft-from-version.ts';
import { publishDraft } from '#features/programmes/commands/publish-draft.ts';
import { savePart, type PartInput } from '#features/programmes/commands/save-part.ts';
import { setOpenings } from '#features/programmes/commands/set-openings.ts';
import { deskProvider, draftOf, earlierVersions, openProposals, presentDescription, type DeskProvider } from '#features/programmes/desk-queries.ts';
import { fieldsOf, partKey, shownDocument, type DraftPart } from '#features/programmes/draft.ts';
import { providerPage, visibleVersions } from '#features/programmes/queries.ts';
import { aFile, aFullProvider, aProgramme, aProvider } from '#tests/factories/catalogue.ts';
import { clearCatalogue, contextOf, everything, take, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

const DA: Tab = { language: 'da', area: 'dk' };
const BASICS: DraftPart = { section: 'basics' };

describe.each(ENGINES)('the draft of a profile (%s)', (engine) => {
  let open: OpenDatabase;
  let ctx: Context;
  let events: SentEvent[];
  let provider: DeskProvider;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    await loadRegisters(open.db);
  }, 120_000);
  afterAll(() => open.close());
  beforeEach(async () => {
    await clearCatalogue(open.db);
    await open.db.execute(sql`truncate provider_draft`);
    await take(open.db, aFile());
    events = [];
    ctx = { ...contextOf(open.db, events), actor: 'person:anna' };
    provider = await found();
  });

  async function found(): Promise<DeskProvider> {
    const known = await deskProvider(open.db, 'vejen-til-job');
    if (!known) throw new Error('not there');
    return known;
  }

  /** The form of a page as somebody has it open, with something typed over it. */
  async function formOf(part: DraftPart, typed: Record<string, string> = {}, tab: Tab = DA): Promise<PartInput> {
    const { description } = await presentDescription(open.db, await found());
    const entries: Entries = new Map([...toEntries(fieldsOf(part), shownDocument(description, part) ?? {}, tab), ...Object.entries(typed).map(([name, value]) => [name, [value]] as const)]);
    return { providerId: provider.id, part, entries: new Map([...entries].filter(([, values]) => values[0] !== '')), tab, seen: partKey(description, part, tab), remove: null };
  }
  const save = async (part: DraftPart, typed: Record<string, string>, tab?: Tab) => savePart(ctx, await formOf(part, typed, tab));
  const publish = async () => publishDraft(ctx, { providerId: provider.id, revision: (await draftOf(open.db, provider.id))?.revision ?? 0 });
  const shownProfile = async () => (await providerPage(open.db, 'vejven') ?? (await providerPage(open.db, 'vejen-til-job')))?.profile;

  test('what is written shows nowhere before it is published, and then as the provider’s own words', async () => {
    await save(BASICS, { name: 'Nyt navn', summary: 'Vi hjælper' });
    expect((await shownProfile())?.name).toBe('Vejen til job');
    expect(events).toEqual([]);
    const { versionId } = await publish();
    const page = await providerPage(open.db, 'vejen-til-job');
    expect(page).toMatchObject({ claimed: true, source: { title: 'The provider itself' }, profile: { name: 'Nyt navn', summary: { da: 'Vi hjælper' } } });
    expect(page?.programmes.map((each) => each.code)).toEqual(['course']);
    expect(events).toEqual([{ name: 'providers.changed', data: { providerIds: [provider.id] } }]);
    expect(await draftOf(open.db, provider.id)).toBeNull();
    expect((await found()).versionId).toBe(versionId);
    expect(await rows(open.db, sql`select action, object, actor from audit_entry order by id desc limit 2`)).toMatchObject([
      { action: 'provider.publish', object: `provider:${provider.id}`, actor: 'person:anna' }, { action: 'provider.write-draft' },
    ]);
  });

  test('the whole format goes through draft and publication unchanged', async () => {
    const { results: _results, ...whole } = aFullProvider();
    const names = { da: 'Egen gruppe' };
    await take(open.db, aFile({ targetGroups: [{ code: 'own:graduates', name: names }], providers: [{ ...whole, id: { scheme: 'test', value: '1' } }] }));
    const before = await providerPage(open.db, 'vejen-til-job');
    for (const part of [BASICS, { section: 'contact-details' }, { section: 'places' }, { section: 'area' }, { section: 'people' }, { section: 'access' }, { section: 'staff' }, { section: 'claims' }, { section: 'closing' },
      { programme: 'path', part: 'basics' }, { programme: 'path', part: 'content' }, { programme: 'path', part: 'methods' }, { programme: 'path', part: 'access' }] satisfies DraftPart[]) {
      await savePart(ctx, await formOf(part, {}, { language: 'sv', area: 'nl' }));
    }
    await publish();
    const after = await providerPage(open.db, 'vejen-til-job');
    expect([after?.profile, after?.programmes]).toEqual([before?.profile, before?.programmes]);
  });

  test('two editors of the same page: the second is told and nothing of either is lost', async () => {
    const mine = await formOf(BASICS, { summary: 'Mit' });
    await save(BASICS, { summary: 'Den andens' });
    await expect(savePart(ctx, mine)).rejects.toMatchObject({ domainCode: 'conflict', problems: [{ field: null, reason: 'changed-meanwhile' }] });
    expect((await draftOf(open.db, provider.id))?.profile).toMatchObject({ summary: { da: 'Den andens' } });
    const { description } = await presentDescription(open.db, await found());
    await savePart(ctx, { ...mine, seen: partKey(description, BASICS, DA) });
    expect((await draftOf(open.db, provider.id))?.profile).toMatchObject({ summary: { da: 'Mit' } });
  });

  test('two editors at the same moment: one is first, the other is told', async () => {
    const forms = await Promise.all(['A', 'B', 'C', 'D'].map((summary) => formOf(BASICS, { summary })));
    const outcomes = await Promise.allSettled(forms.map((form) => savePart(ctx, form)));
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  });

  test('two editors of different pages or languages do not disturb each other', async () => {
    const [contact, swedish] = [await formOf({ section: 'contact-details' }, { 'contact.phone': '12345678' }), await formOf(BASICS, { summary: 'Svenska' }, { language: 'sv', area: 'dk' })];
    await save(BASICS, { summary: 'Dansk' });
    await savePart(ctx, contact);
    await savePart(ctx, swedish);
    expect((await draftOf(open.db, provider.id))?.profile).toMatchObject({ contact: { phone: '12345678' }, summary: { da: 'Dansk', sv: 'Svenska' } });
  });

  test('faults stand at their fields, and nothing of the form is kept', async () => {
    const before = await everything(open.db);
    await expect(save({ programme: 'course', part: 'content' }, { 'stages.0.hours': '31', 'stages.0.days': 'ti' })).rejects.toMatchObject({ problems: [{ field: 'stages.0.days', reason: 'number' }] });
    await expect(save({ programme: 'course', part: 'content' }, { 'stages.0.hours': '31' })).rejects.toMatchObject({ problems: [{ field: 'stages.0.hours', reason: 'hours-sum' }] });
    await expect(save(BASICS, { name: '' })).rejects.toMatchObject({ problems: [{ field: 'name', reason: 'required' }] });
    await expect(save({ section: 'contact-details' }, { 'openingHours.Mo': 'tidligt' })).rejects.toMatchObject({ problems: [{ field: 'openingHours.Mo', reason: 'times' }] });
    expect(await draftOf(open.db, provider.id)).toBeNull();
    expect(await everything(open.db)).toBe(before);
  });

  test('an address without a municipality gets that of its postcode; a moved one loses its point', async () => {
    await save({ section: 'places' }, { 'locations.0.street': 'Algade 1', 'locations.0.postcode': '4000', 'locations.0.city': 'Roskilde' });
    expect((await draftOf(open.db, provider.id))?.profile).toMatchObject({ locations: [{ street: 'Algade 1', region: 'dk-kommune:0265' }] });
    await expect(save({ section: 'places' }, { 'locations.1.street': 'Vej 2', 'locations.1.postcode': '0001' })).rejects.toMatchObject({ problems: [{ field: 'locations.1.region', reason: 'required' }] });
  });

  test('a new programme gets a code of its own, and is not published before it is whole', async () => {
    const { code } = await save({ programme: '', part: 'basics' }, { title: 'Jobklub for alle', kind: 'job-club' });
    expect(code).toBe('jobklub-for-alle');
    await expect(publish()).rejects.toMatchObject({ problems: [{ reason: 'not-ready' }] });
    await save({ programme: 'jobklub-for-alle', part: 'content' }, { 'stages.0.title': 'Klub', 'stages.0.format': 'group' });
    await publish();
    expect((await providerPage(open.db, 'vejen-til-job'))?.programmes.map((each) => each.code)).toEqual(['course', 'jobklub-for-alle']);
    expect((await save({ programme: '', part: 'basics' }, { title: 'Jobklub for alle', kind: 'job-club' })).code).toBe('jobklub-for-alle-2');
  });

  test('a programme is copied and ended; one that was shown is not removed', async () => {
    const revision = async () => (await draftOf(open.db, provider.id))?.revision ?? 0;
    const { code } = await changeProgramme(ctx, { providerId: provider.id, code: 'course', how: 'duplicate', revision: 0 });
    expect(code).toBe('jobsoegningskursus');
    await changeProgramme(ctx, { providerId: provider.id, code: 'course', how: 'end', revision: await revision() });
    await expect(changeProgramme(ctx, { providerId: provider.id, code: 'course', how: 'remove', revision: await revision() })).rejects.toMatchObject({ domainCode: 'conflict' });
    await expect(changeProgramme(ctx, { providerId: provider.id, code, how: 'remove', revision: 0 })).rejects.toMatchObject({ problems: [{ reason: 'changed-meanwhile' }] });
    await changeProgramme(ctx, { providerId: provider.id, code, how: 'remove', revision: await revision() });
    const draft = await draftOf(open.db, provider.id);
    expect(draft?.programmes).toMatchObject([{ code: 'course', endedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string }]);
  });

  test('what is published is what was looked at', async () => {
    await save(BASICS, { summary: 'Set' });
    const revision = (await draftOf(open.db, provider.id))?.revision ?? 0;
    await save(BASICS, { summary: 'Ikke set' });
    await expect(publishDraft(ctx, { providerId: provider.id, revision })).rejects.toMatchObject({ domainCode: 'conflict' });
    await expect(discardDraft(ctx, { providerId: provider.id, revision })).rejects.toMatchObject({ domainCode: 'conflict' });
    await discardDraft(ctx, { providerId: provider.id, revision: revision + 1 });
    expect(await draftOf(open.db, provider.id)).toBeNull();
    await save(BASICS, { summary: 'Ny kladde' });
    await expect(publishDraft(ctx, { providerId: provider.id, revision })).rejects.toMatchObject({ domainCode: 'conflict' });
  });

  test('published twice at once: one version', async () => {
    await save(BASICS, { summary: 'Én gang' });
    const revision = (await draftOf(open.db, provider.id))?.revision ?? 0;
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => publishDraft(ctx, { providerId: provider.id, revision })));
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect(await rows(open.db, sql`select 1 from provider_version v join source s on s.id = v.source_id where s.title = 'The provider itself'`)).toHaveLength(1);
  });

  test('a file that comes after becomes a proposal, that can be taken over or put aside', async () => {
    await save(BASICS, { summary: 'Egne ord' });
    await publish();
    const report = await take(open.db, aFile({ providers: [aProvider({ summary: { da: 'Filens ord' } })] }));
    expect(report.counts.providers.proposals).toBe(1);
    expect((await shownProfile())?.summary).toEqual({ da: 'Egne ord' });
    const [proposal] = await openProposals(open.db, await found());
    expect(proposal?.description.profile).toMatchObject({ summary: { da: 'Filens ord' } });
    await draftFromVersion(ctx, { providerId: provider.id, versionId: proposal?.id ?? 0, revision: 0 });
    expect(await openProposals(open.db, await found())).toEqual([]);
    expect((await draftOf(open.db, provider.id))?.profile).toMatchObject({ summary: { da: 'Filens ord' } });

    await take(open.db, aFile({ providers: [aProvider({ summary: { da: 'Tredje ord' } })] }));
    const [next] = await openProposals(open.db, await found());
    await dismissProposal(ctx, { providerId: provider.id, versionId: next?.id ?? 0 });
    expect(await openProposals(open.db, await found())).toEqual([]);
    expect((await take(open.db, aFile({ providers: [aProvider({ summary: { da: 'Tredje ord' } })] }))).outcome).toBe('unchanged');
    expect((await visibleVersions(open.db, provider.id)).map((each) => each.profile.summary?.da)).toEqual(['Egne ord', undefined]);
  });

  test('publishing while a file arrives: own words are shown, the file is a version or a proposal, never half', async () => {
    await save(BASICS, { summary: 'Egne ord' });
    const revision = (await draftOf(open.db, provider.id))?.revision ?? 0;
    const [published, report] = await Promise.all([
      publishDraft(ctx, { providerId: provider.id, revision }),
      take(open.db, aFile({ providers: [aProvider({ summary: { da: 'Filens ord' } })] })),
    ]);
    expect(report.outcome).toBe('imported');
    expect((await found()).versionId).toBe(published.versionId);
    expect((await shownProfile())?.summary).toEqual({ da: 'Egne ord' });
    const states = await rows<{ state: string; n: number }>(open.db, sql`select state, count(*)::int as n from provider_version group by 1 order by 1`);
    expect(states.find((each) => each.state === 'staged')).toBeUndefined();
  });

  test('a break in the middle of publishing leaves all as it was', async () => {
    await save(BASICS, { summary: 'Halvt' });
    const before = await everything(open.db);
    const broken: Context = { ...ctx, outbox: { send: () => Promise.reject(new Error('power cut')) } };
    const revision = (await draftOf(open.db, provider.id))?.revision ?? 0;
    await expect(publishDraft(broken, { providerId: provider.id, revision })).rejects.toThrow('power cut');
    expect(await everything(open.db)).toBe(before);
    expect((await draftOf(open.db, provider.id))?.revision).toBe(revision);
  });

  test('an earlier version comes back as a draft, only over the draft that was seen', async () => {
    await save(BASICS, { summary: 'Første' });
    await publish();
    await save(BASICS, { summary: 'Andet' });
    await publish();
    const [now, before] = await earlierVersions(open.db, await found());
    expect([now?.shown, before?.shown]).toEqual([true, false]);
    await save(BASICS, { summary: 'Tredje' });
    await expect(draftFromVersion(ctx, { providerId: provider.id, versionId: before?.id ?? 0, revision: 0 })).rejects.toMatchObject({ domainCode: 'conflict' });
    await draftFromVersion(ctx, { providerId: provider.id, versionId: before?.id ?? 0, revision: (await draftOf(open.db, provider.id))?.revision ?? 0 });
    expect((await draftOf(open.db, provider.id))?.profile).toMatchObject({ summary: { da: 'Første' } });
    await expect(draftFromVersion(ctx, { providerId: provider.id + 1, versionId: before?.id ?? 0, revision: 0 })).rejects.toMatchObject({ domainCode: 'not-found' });
  });

  test('waiting time and places are shown at once, and stay when the draft is published', async () => {
    await save(BASICS, { summary: 'Kladde' });
    await setOpenings(ctx, { providerId: provider.id, code: 'course', waitingWeeks: 0, capacity: 12 });
    expect((await providerPage(open.db, 'vejen-til-job'))?.programmes).toMatchObject([{ waitingWeeks: 0, capacity: 12 }]);
    expect((await shownProfile())?.summary).toBeUndefined();
    await publish();
    expect(await providerPage(open.db, 'vejen-til-job')).toMatchObject({ profile: { summary: { da: 'Kladde' } }, programmes: [{ waitingWeeks: 0, capacity: 12 }] });
    await setOpenings(ctx, { providerId: provider.id, code: 'course', waitingWeeks: null, capacity: null });
    expect(Object.keys((await providerPage(open.db, 'vejen-til-job'))?.programmes[0] ?? {})).not.toContain('capacity');
    await expect(setOpenings(ctx, { providerId: provider.id, code: 'course', waitingWeeks: -1, capacity: null })).rejects.toMatchObject({ domainCode: 'invalid' });
    await expect(setOpenings(ctx, { providerId: provider.id, code: 'none', waitingWeeks: 1, capacity: null })).rejects.toMatchObject({ domainCode: 'gone' });
  });

  test('confirming says so without a new version', async () => {
    await confirmDescription(ctx, { providerId: provider.id });
    expect((await found()).confirmedAt).toBeInstanceOf(Date);
    expect(await visibleVersions(open.db, provider.id)).toHaveLength(1);
  });

  test('codes that no register has are refused, however they came', async () => {
    const { description } = await presentDescription(open.db, await found());
    const form = await formOf({ section: 'area' });
    await savePart(ctx, { ...form, entries: new Map([['coverage', ['dk-kommune:9999']]]) });
    await expect(publish()).rejects.toMatchObject({ problems: [{ reason: 'not-ready' }] });
    expect((await presentDescription(open.db, await found())).shown).toEqual(description);
  });

  test('the organisation’s number is not changed by a draft, and its name follows', async () => {
    const form = await formOf(BASICS, { name: 'Nyt', legalName: 'Nyt ApS' });
    await savePart(ctx, form);
    await open.db.execute(sql`update provider_draft set profile = jsonb_set(profile, '{id,value}', '"666"')`);
    await publish();
    expect((await shownProfile())?.id).toEqual({ scheme: 'test', value: '1' });
    expect((await found()).organisationName).toBe('Nyt ApS');
  });

  test('a provider of which nothing is published begins with its own name', async () => {
    await open.db.execute(sql`update provider set version_id = null`);
    const { description, shown } = await presentDescription(open.db, await found());
    expect([shown, description]).toEqual([null, { profile: { id: { scheme: 'test', value: '1' }, name: 'Vejen til job', coverage: [] }, programmes: [] } satisfies { profile: Document; programmes: Document[] }]);
    await expect(save(BASICS, {})).rejects.toMatchObject({ problems: [{ field: 'kind', reason: 'required' }] });
    await save(BASICS, { kind: 'private' });
    await publish();
    expect(await shownProfile()).toMatchObject({ name: 'Vejen til job', kind: 'private' });
  });

  test('a programme of another provider is not there', async () => {
    await expect(savePart(ctx, { ...(await formOf(BASICS)), part: { programme: 'other', part: 'basics' } })).rejects.toMatchObject({ domainCode: 'gone' });
    expect(aProgramme().code).toBe('course');
  });
});
