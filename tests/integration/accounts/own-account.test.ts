import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { membership, passkey, person, personSession, rateLimit } from '#db/schema/index.ts';
import type { ActRequest } from '#platform/define-action.ts';
import { queueMail } from '#platform/mail.ts';
import type { Actor } from '#platform/permissions.ts';
import { ensurePerson } from '#features/accounts/commands/ensure-person.ts';
import { openGate } from '#features/accounts/gate.ts';
import { accountActs } from '#features/accounts/identity/actions.ts';
import { exportPerson } from '#features/accounts/identity/export.ts';
import { sessionsOf } from '#features/accounts/identity/queries.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { newestToken, testIdentity, Visitor } from '#tests/support/identity.ts';

const ADDRESS = '192.0.2.1';

describe.each(ENGINES)('one’s own account on %s', (engine) => {
  let open: OpenDatabase;
  let site: ReturnType<typeof testIdentity>;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    site = testIdentity(open);
  });
  beforeEach(async () => void (await open.db.delete(rateLimit)));
  afterAll(() => open.close());

  async function signedIn(email: string) {
    const { personId } = await open.db.transaction((tx) => ensurePerson(tx, { email, name: 'Own Name', locale: 'da' }));
    const visitor = new Visitor();
    await site.identity.requestLink({ email, locale: 'da', address: ADDRESS, next: null });
    const redeemed = await site.identity.redeemLink((await newestToken(site, email)) ?? '', visitor.request('/'), ADDRESS);
    if (redeemed.ok) visitor.take(redeemed.cookies);
    return { personId, visitor };
  }
  async function perform(act: keyof typeof accountActs, visitor: Visitor, fields: Record<string, string>, minutesAgo = 0) {
    const signed = await site.identity.actorFor(visitor.request('/'));
    if (!signed) throw new Error('Nobody is signed in.');
    const session = { ...signed.session, authenticatedAt: new Date(Date.now() - minutesAgo * 60_000) };
    const actor: Actor = { personId: signed.personId, suspended: signed.suspended, roles: [], session, token: null };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const ctx = { db: open.db, outbox: { send: async () => {} }, actor: `person:${signed.personId}` };
    const request = { ctx, runtime: { db: open.db }, actor, person: signed, locale: 'da', form, address: ADDRESS } as unknown as ActRequest;
    return accountActs[act].perform(request, openGate(actor, null, { strongSignIn: 'required' }));
  }

  it('name and language', async () => {
    const { visitor } = await signedIn('name@example.test');
    expect(await perform('save', visitor, { name: ' New Name ', locale: 'fi' })).toMatchObject({ state: 'done', done: 'saved' });
    expect(await site.identity.actorFor(visitor.request('/'))).toMatchObject({ name: 'New Name', locale: 'fi' });
    expect(await perform('save', visitor, { name: ' ', locale: 'fi' })).toMatchObject({ state: 'problems', status: 422 });
    expect(await perform('save', visitor, { name: 'x', locale: 'xx' })).toMatchObject({ state: 'problems' });
  });

  it('ends a session of one’s own, and answers 404 for somebody else’s', async () => {
    const mine = await signedIn('mine@example.test');
    const other = await signedIn('other@example.test');
    const second = await signedIn('mine@example.test');
    const [{ id: foreign } = { id: '' }] = await sessionsOf(open.db, other.personId);
    for (const session of [foreign, 'made-up']) expect(await perform('endSession', mine.visitor, { session })).toMatchObject({ state: 'refused', outcome: 'not-found' });
    expect(await sessionsOf(open.db, other.personId)).toHaveLength(1);
    const own = (await site.identity.actorFor(second.visitor.request('/')))?.session.id ?? '';
    expect(await perform('endSession', mine.visitor, { session: own })).toMatchObject({ state: 'done' });
    expect(await site.identity.actorFor(second.visitor.request('/'))).toBeNull();
    const third = await signedIn('mine@example.test');
    await perform('endOtherSessions', mine.visitor, {});
    expect([await site.identity.actorFor(third.visitor.request('/')), (await sessionsOf(open.db, mine.personId)).length]).toEqual([null, 1]);
  });

  it('takes a passkey away: one’s own, and only just after signing in', async () => {
    const mine = await signedIn('key@example.test');
    const other = await signedIn('otherkey@example.test');
    for (const [id, userId] of [['mine', mine.personId], ['theirs', other.personId]] as const) {
      await open.db.insert(passkey).values({ id, userId, publicKey: 'x', credentialID: `c-${id}`, counter: 0, deviceType: 'singleDevice', backedUp: false });
    }
    expect(await perform('removePasskey', mine.visitor, { passkey: 'theirs' })).toMatchObject({ state: 'refused', outcome: 'not-found' });
    expect(await perform('removePasskey', mine.visitor, { passkey: 'mine' }, 60)).toMatchObject({ outcome: 'authenticate-again' });
    expect(await perform('removePasskey', mine.visitor, { passkey: 'mine' })).toMatchObject({ state: 'done' });
    expect((await open.db.select({ id: passkey.id }).from(passkey)).map(({ id }) => id)).toEqual(['theirs']);
  });

  it('gives everything that is kept, and no secret', async () => {
    const { personId } = await signedIn('export@example.test');
    await open.db.insert(membership).values({ personId, organisationId: null, role: 'auditor', since: new Date() });
    const kept = await exportPerson(open.db, personId);
    expect(kept).toMatchObject({ email: 'export@example.test', emailVerified: true, roles: [{ organisationId: null, role: 'auditor' }], sessions: [{ method: 'link' }], passkeys: [], electronicIds: [], letters: [] });
    const [session] = await open.db.select().from(personSession).where(eq(personSession.userId, personId));
    expect(JSON.stringify(kept)).not.toContain(session?.token);
    expect(await exportPerson(open.db, 'nobody')).toBeNull();
  });

  it('is erased whole: signed out, no name, no address, no role, no letter, no way in; the id stays for the audit trail', async () => {
    const { personId, visitor } = await signedIn('erase@example.test');
    await open.db.insert(membership).values({ personId, organisationId: null, role: 'moderator', since: new Date() });
    await open.db.insert(passkey).values({ id: 'erased', userId: personId, publicKey: 'x', credentialID: 'erased', counter: 0, deviceType: 'singleDevice', backedUp: false });
    await open.db.transaction((tx) => queueMail({ outbox: { send: async () => {} } }, tx, { kind: 'test', to: 'erase@example.test', personId, letter: { subject: 's', paragraphs: [] } }));
    await site.identity.requestLink({ email: 'erase@example.test', locale: 'da', address: ADDRESS, next: null });
    const underWay = (await newestToken(site, 'erase@example.test')) ?? '';

    expect(await perform('erase', visitor, {})).toMatchObject({ state: 'problems' });
    expect(await perform('erase', visitor, { confirm: 'yes' }, 60)).toMatchObject({ outcome: 'authenticate-again' });
    expect(await perform('erase', visitor, { confirm: 'yes' })).toMatchObject({ state: 'done', to: '/sign-in' });

    expect(await site.identity.actorFor(visitor.request('/'))).toBeNull();
    expect((await site.identity.redeemLink(underWay, new Visitor().request('/'), ADDRESS)).ok).toBe(false);
    const [left] = await open.db.select().from(person).where(eq(person.id, personId));
    expect(left).toMatchObject({ name: '', email: `${personId}@erased.invalid`, emailVerified: false });
    expect(await open.db.select().from(membership).where(eq(membership.personId, personId))).toMatchObject([{ role: 'moderator', endedAt: expect.any(Date) }]);
    const tables = ['person', 'person_session', 'person_account', 'passkey', 'mail', 'verification', 'audit_entry'];
    const everything = await Promise.all(tables.map((table) => rows(open.db, sql`select * from ${sql.identifier(table)}`)));
    expect(JSON.stringify(everything)).not.toContain('erase@example.test');
    expect(await rows(open.db, sql`select action from audit_entry where object = ${`person:${personId}`} order by id`)).toEqual([{ action: 'account.erase' }]);

    const anew = await signedIn('erase@example.test');
    expect(anew.personId).not.toBe(personId);
  });
});
