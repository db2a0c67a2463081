/** The site's desk: every act of an operator leaves an entry in the audit trail, and what it does is done at once. */
import { eq, sql } from 'drizzle-orm';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { auditEntry, mail, membership, organisation, person, personSession, profileClaim, storedFile } from '#db/schema/index.ts';
import type { Act, ActOutcome } from '#platform/define-action.ts';
import { diskStore } from '#platform/files/disk.ts';
import { openJobs, type Jobs } from '#platform/jobs.ts';
import { failedJobs, jobCounts } from '#platform/jobs-desk.ts';
import { mailCounts, mailsOnDesk, maskAddress } from '#platform/mail-desk.ts';
import { queueMail } from '#platform/mail.ts';
import { lastCheck } from '#platform/audit/record-check.ts';
import { changeSiteRoles } from '#features/accounts/commands/change-site-roles.ts';
import { erasePerson } from '#features/accounts/commands/erase-person.ts';
import { makeOperator } from '#features/accounts/commands/make-operator.ts';
import { suspendPerson } from '#features/accounts/commands/suspend-person.ts';
import { personByEmail } from '#features/accounts/identity/queries.ts';
import { authorityOf, siteInvitations, siteOrganisations, sitePeople, sitePerson } from '#features/accounts/site/queries.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { loadRegister } from '#features/regions/register.ts';
import { ACTS } from '#src/actions/acts.ts';
import { contextOf, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { SITE_URL, testIdentity } from '#tests/support/identity.ts';
import { actorOfPerson, gateOf, makePerson, makeSite, makeTenant, requestOf, type Tenant } from '#tests/support/tenants.ts';

/** As a file store takes them. */
const FILES = ['file-to-be-released-00', 'file-to-be-refused-000'] as const;
const REASON = 'Because it has to be so, for the test.';

describe.each(ENGINES)('the site’s desk on %s', (engine) => {
  let open: OpenDatabase;
  let db: Db;
  let jobs: Jobs;
  let tenant: Tenant;
  let claimId: number;
  let runtime: object;
  let operator: string;
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-site-desk-'));
  const store = diskStore(folder);

  beforeAll(async () => {
    open = await freshDatabase(engine);
    db = open.db;
    testIdentity(open);
    await loadRegisters(db);
    jobs = await openJobs(open);
    tenant = await makeTenant(db, 'tenant');
    operator = (await makeSite(db))['operator'] ?? '';
    const { organisationId, providerId, people } = tenant;
    for (const id of FILES) {
      await db.insert(storedFile).values({ id, organisationId, kind: 'csv', name: 'a.csv', size: 3, sha256: 'x', state: 'quarantined', uploadedBy: `person:${people['owner']}`, uploadedAt: new Date() });
      await store.put(id, new Uint8Array([1, 2, 3]));
    }
    const claimant = await makePerson(db, 'claimant');
    const made = await db.insert(profileClaim).values({ providerId, personId: claimant, state: 'open', proof: 'operator', contested: true, createdAt: new Date() }).returning({ id: profileClaim.id });
    claimId = made[0]?.id ?? 0;
    runtime = { jobs, files: { store, scan: null }, register: await loadRegister(db), env: { siteUrl: SITE_URL, dataDir: folder } };
  });
  afterAll(async () => {
    await jobs.stop();
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function perform(act: Act, fields: Record<string, string>, by = operator): Promise<ActOutcome> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const actor = await actorOfPerson(db, by);
    const request = requestOf(db, actor, form, runtime);
    return act.perform(request, gateOf(actor));
  }
  const newest = async () => (await db.select().from(auditEntry).orderBy(sql`${auditEntry.id} desc`).limit(1))[0];
  const lettersTo = async (personId: string) => (await db.select({ kind: mail.kind }).from(mail).where(eq(mail.personId, personId))).map((each) => each.kind);
  /** Written down as if the job had been tried in vain. */
  async function failingJob(state: 'retry' | 'failed'): Promise<string> {
    const [made] = await rows<{ id: string }>(db, sql`
      insert into pgboss.job (name, data, state, start_after, output) values ('day.began', '{}', ${state}::pgboss.job_state, '2099-01-01', ${JSON.stringify({ name: 'TypeError', message: 'about anna@example.test' })}::jsonb) returning id::text as id`);
    return made?.id ?? '';
  }

  it('every act leaves an entry that says who did what to what', async () => {
    const letters: SentEvent[] = [];
    await queueMail(contextOf(db, letters), db, { kind: 'test', to: 'anna@example.test', personId: null, letter: { subject: 'x', paragraphs: ['y'] } });
    const mailId = String((letters[0]?.data as { mailId: number }).mailId);
    await db.update(mail).set({ state: 'failed', fault: '550' }).where(eq(mail.id, Number(mailId)));
    const jobId = await failingJob('failed');
    const { organisationId, people } = tenant;
    const editor = people['editor'] ?? '';
    const { site, authorities, claims } = ACTS;
    const told = { organisationId: String(organisationId), personId: editor, reason: REASON };

    const TABLE: [string, Act, Record<string, string>, string, string | RegExp][] = [
      ['site.suspendOrganisation', site.suspendOrganisation, told, 'site.suspend-organisation', `organisation:${organisationId}`],
      ['site.restoreOrganisation', site.restoreOrganisation, told, 'site.restore-organisation', `organisation:${organisationId}`],
      ['site.suspendPerson', site.suspendPerson, told, 'site.suspend-person', `person:${editor}`],
      ['site.restorePerson', site.restorePerson, told, 'site.restore-person', `person:${editor}`],
      ['site.findPerson', site.findPerson, { email: ` ${editor.toUpperCase()}@example.test ` }, 'site.find-person', `person:${editor}`],
      ['site.changeSiteRoles', site.changeSiteRoles, { ...told, 'roles[]': 'auditor' }, 'site.change-roles', `person:${editor}`],
      ['site.inviteToSite', site.inviteToSite, { email: 'new@example.test', role: 'moderator' }, 'organisation.invite', /^invitation:\d+$/],
      ['site.retryJob', site.retryJob, { name: 'day.began', jobId }, 'site.retry-job', `job:${jobId}`],
      ['site.retryMail', site.retryMail, { mailId }, 'site.retry-mail', `mail:${mailId}`],
      ['site.eraseMail', site.eraseMail, { mailId }, 'site.erase-mail', `mail:${mailId}`],
      ['site.releaseFile', site.releaseFile, { fileId: FILES[0], reason: REASON }, 'files.released', `file:${FILES[0]}`],
      ['site.refuseFile', site.refuseFile, { fileId: FILES[1], reason: REASON }, 'files.refused', `file:${FILES[1]}`],
      ['site.checkAudit', site.checkAudit, {}, 'audit.check', 'audit'],
      ['authorities.appoint', authorities.appoint, { organisationId: String(organisationId), area: 'Roskilde' }, 'site.appoint-authority', `organisation:${organisationId}`],
      ['authorities.add', authorities.add, { scheme: 'dk-cvr', number: '29189404', name: 'Jobcenter', area: 'København' }, 'site.appoint-authority', /^organisation:\d+$/],
      ['claims.decide', claims.decide, { claimId: String(claimId), outcome: 'refused', reasons: REASON }, 'claim.decide', `claim:${claimId}`],
    ];
    const all = [...Object.keys(site).map((verb) => `site.${verb}`), ...Object.keys(authorities).map((verb) => `authorities.${verb}`), 'claims.decide'];
    expect(TABLE.map(([name]) => name).sort()).toEqual(all.sort());
    for (const [name, act, fields, action, object] of TABLE) {
      const before = (await newest())?.id ?? 0;
      expect(await perform(act, fields), name).toMatchObject({ state: 'done' });
      const entry = await newest();
      expect(entry?.id, name).toBeGreaterThan(before);
      expect([entry?.actor, entry?.action], name).toEqual([`person:${operator}`, action]);
      expect(entry?.object, name).toEqual(typeof object === 'string' ? object : expect.stringMatching(object));
      // Nothing personal in it: neither an address nor the words of a reason.
      expect(JSON.stringify(entry), name).not.toMatch(/@|Because|Name of/);
    }
    expect(await lastCheck(db)).toMatchObject({ sound: true });
    expect((await authorityOf(db, organisationId))?.area).toBe('dk-kommune:0265');
    expect((await siteInvitations(db)).map(({ address, role }) => [address, role])).toEqual([['new@example.test', 'moderator']]);
    expect([await store.get(FILES[0]) !== null, await store.get(FILES[1])]).toEqual([true, null]);
    expect(await lettersTo(people['owner'] ?? '')).toEqual(expect.arrayContaining(['organisation-suspend', 'organisation-restore', 'file-refused', 'claim-kept']));
    expect(await lettersTo(editor)).toEqual(['person-suspend', 'person-restore', 'site-roles']);
  });

  it('reasons are asked for, and forms say what is missing', async () => {
    const { site, authorities } = ACTS;
    const target = { organisationId: String(tenant.organisationId), personId: tenant.people['editor'] ?? '' };
    expect(await perform(site.suspendPerson, { ...target, reason: 'Short' })).toMatchObject({ state: 'problems', problems: [{ field: 'reason', reason: 'too-short' }] });
    expect(await perform(site.suspendOrganisation, target)).toMatchObject({ problems: [{ field: 'reason', reason: 'required' }] });
    expect(await perform(site.findPerson, { email: 'nobody@example.test' })).toMatchObject({ problems: [{ field: 'email', reason: 'no-such-person' }] });
    expect(await perform(authorities.add, { scheme: 'dk-cvr', number: '12345678', name: 'Jobcenter' })).toMatchObject({ problems: [{ field: 'number', reason: 'organisation-number' }] });
    expect(await perform(authorities.add, { scheme: 'dk-cvr', number: '29189404', name: 'Jobcenter', area: 'Langtbortistan' })).toMatchObject({ problems: [{ field: 'area', reason: 'place-unknown' }] });
    expect(await perform(site.restorePerson, { ...target, reason: REASON })).toMatchObject({ status: 409 });
    expect(await perform(site.inviteToSite, { email: 'NEW@example.test', role: 'auditor' })).toMatchObject({ problems: [{ field: 'email', reason: 'already-invited' }] });
    expect(await perform(site.retryJob, { name: 'day.began', jobId: '00000000-0000-4000-8000-000000000000' })).toMatchObject({ problems: [{ reason: 'job-over' }] });
    expect(await perform(site.retryMail, { mailId: '2000000000' })).toMatchObject({ problems: [{ reason: 'mail-over' }] });
  });

  it('a person on hold is signed out at once; why is told and forgotten with the hold', async () => {
    const id = await makePerson(db, 'on-hold');
    const at = new Date();
    await db.insert(personSession).values({ id: 's1', userId: id, token: 't1', expiresAt: new Date('2099-01-01'), method: 'link', authenticatedAt: at, createdAt: at, updatedAt: at });
    expect((await sitePerson(db, id))?.sessions).toBe(1);
    await perform(ACTS.site.suspendPerson, { personId: id, reason: REASON });
    expect(await db.select().from(personSession).where(eq(personSession.userId, id))).toEqual([]);
    expect(await sitePerson(db, id)).toMatchObject({ suspended: true, suspendedReason: REASON, sessions: 0 });
    await perform(ACTS.site.restorePerson, { personId: id, reason: REASON });
    expect(await sitePerson(db, id)).toMatchObject({ suspended: false, suspendedReason: null });
  });

  it('an organisation on hold keeps its public profile as it is', async () => {
    const version = async () => (await rows<{ version: number }>(db, sql`select version_id as version from provider where id = ${tenant.providerId}`))[0];
    const before = await version();
    const form = { organisationId: String(tenant.organisationId), reason: REASON };
    await perform(ACTS.site.suspendOrganisation, form);
    expect((await actorOfPerson(db, tenant.people['owner'] ?? '')).roles.every((each) => each.organisationSuspended)).toBe(true);
    expect(await version()).toEqual(before);
    expect((await siteOrganisations(db, { text: 'TENANT', page: 1 })).found.map(({ name, suspended, members }) => [name, suspended, members])).toEqual([['tenant', true, 3]]);
    await perform(ACTS.site.restoreOrganisation, form);
    expect((await db.select().from(organisation).where(eq(organisation.id, tenant.organisationId)))[0]).toMatchObject({ suspendedAt: null, suspendedReason: null });
  });

  it('nobody is left without an operator, also when two remove each other at once', async () => {
    const other = await makePerson(db, 'second-operator');
    expect(await perform(ACTS.site.suspendPerson, { personId: operator, reason: REASON })).toMatchObject({ state: 'refused', outcome: 'forbidden', reason: 'own-case' });
    expect(await perform(ACTS.site.changeSiteRoles, { personId: operator })).toMatchObject({ reason: 'own-case' });
    const ctx = contextOf(db);
    await expect(suspendPerson(ctx, { personId: operator, what: 'suspend', reason: REASON })).rejects.toThrow('last-operator');
    await expect(changeSiteRoles(ctx, { personId: operator, roles: [], siteUrl: SITE_URL })).rejects.toThrow('last-operator');
    await expect(erasePerson(ctx, operator)).rejects.toThrow('last-operator');
    expect(await sitePerson(db, operator)).toMatchObject({ suspended: false, roles: [{ role: 'operator' }] });

    await changeSiteRoles(ctx, { personId: other, roles: ['operator'], siteUrl: SITE_URL });
    const both = await Promise.allSettled([operator, other].map((personId) => changeSiteRoles(ctx, { personId, roles: [], siteUrl: SITE_URL })));
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    await db.delete(membership).where(eq(membership.personId, other));
    await db.insert(membership).values({ personId: operator, organisationId: null, role: 'operator', since: new Date() }).onConflictDoNothing();
  });

  it('a site gets its first operator by a command, once, and an address that nobody reads gets none', async () => {
    const events: SentEvent[] = [];
    const first = { email: ' First@Example.test', name: 'First', locale: 'da' as const };
    expect(await makeOperator(contextOf(db, events), first, SITE_URL)).toBe(true);
    expect(await makeOperator(contextOf(db, events), first, SITE_URL)).toBe(false);
    expect(events.map((each) => each.name)).toEqual(['mail.queued']);
    expect(await newest()).toMatchObject({ actor: 'test', action: 'site.change-roles', detail: { given: ['operator'], ended: [] } });
    expect((await sitePeople(db, { onlySite: true, page: 1 })).found.find((each) => each.name === 'First')?.roles.map((each) => each.role)).toEqual(['operator']);
    await expect(makeOperator(contextOf(db), { ...first, email: 'x@mitid.invalid' }, SITE_URL)).rejects.toThrow('email');
    await db.delete(membership).where(eq(membership.personId, (await personByEmail(db, 'first@example.test'))?.id ?? ''));
  });

  it('roles of the site go to nobody whose address is not shown to be theirs', async () => {
    const id = await makePerson(db, 'unshown', 'unshown@example.test', false);
    expect(await perform(ACTS.site.changeSiteRoles, { personId: id, 'roles[]': 'auditor' })).toMatchObject({ problems: [{ reason: 'address-not-shown' }] });
    expect((await sitePeople(db, { onlySite: true, page: 1 })).found.map((each) => each.id)).not.toContain(id);
  });

  it('failed jobs tell the kind of error and nothing of its words; one that waits is tried at once', async () => {
    const id = await failingJob('retry');
    const found = (await failedJobs(db)).find((each) => each.id === id);
    expect(found).toMatchObject({ name: 'day.began', state: 'retry', error: 'TypeError' });
    expect(JSON.stringify(await failedJobs(db))).not.toContain('anna');
    expect((await jobCounts(db)).find((each) => each.name === 'day.began')?.retrying).toBeGreaterThan(0);
    expect(await perform(ACTS.site.retryJob, { name: 'day.began', jobId: id })).toMatchObject({ done: 'tried-again' });
    const [job] = await rows<{ due: boolean }>(db, sql`select start_after < '2098-01-01' as due from pgboss.job where id = ${id}::uuid`);
    expect(job?.due).toBe(true);
  });

  it('letters show neither address nor text, and count no more once they are erased', async () => {
    const events: SentEvent[] = [];
    await queueMail(contextOf(db, events), db, { kind: 'test', to: 'karen@firma.dk', personId: null, letter: { subject: 'secret', paragraphs: ['words'] } });
    const { mailId } = events[0]?.data as { mailId: number };
    const { found } = await mailsOnDesk(db, { state: 'queued' });
    expect(found.find((each) => each.id === mailId)).toMatchObject({ to: 'k…@f…', kind: 'test' });
    expect(JSON.stringify(found)).not.toMatch(/karen|firma|secret|words/);
    const before = await mailCounts(db);
    await perform(ACTS.site.eraseMail, { mailId: String(mailId) });
    expect((await mailCounts(db)).queued).toBe(before.queued - 1);
    expect(await perform(ACTS.site.eraseMail, { mailId: String(mailId) })).toMatchObject({ problems: [{ reason: 'mail-over' }] });
  });

  it('finds organisations by number, and takes signs of a pattern as they are', async () => {
    const search = async (text: string) => (await siteOrganisations(db, { text, page: 1 })).found.map((each) => each.name);
    expect(await search('29 18 94 04')).toEqual(['Jobcenter']);
    expect(await search('%')).toEqual([]);
    expect((await siteOrganisations(db, { text: '', page: 1 })).total).toBe(2);
    expect((await db.select().from(person)).length).toBe((await sitePeople(db, { onlySite: false, page: 1 })).total);
  });
});

describe('masked addresses', () => {
  it.each([['karen@firma.dk', 'k…@f…'], ['"a@b"@firma.dk', '"…@f…'], ['', '…@…'], ['åse@æblet.dk', 'å…@æ…'], ['nohost', 'n…@…']])('%s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });
});
