/** Accounts that are made so that somebody can show an address: for an invitation, or for a claim. */
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { invitation } from '#db/schema/index.ts';
import { openLimiter } from '#platform/rate-limit.ts';
import { NOBODY } from '#platform/permissions.ts';
import { accountsActs } from '#features/accounts/actions.ts';
import { invite } from '#features/accounts/commands/invite.ts';
import { LIMITS } from '#features/accounts/identity/limits.ts';
import { claimActs } from '#features/providers/claims/actions.ts';
import type { Act } from '#platform/define-action.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { newestToken, SITE_URL, testIdentity } from '#tests/support/identity.ts';
import { actorOfPerson, gateOf, makeProvider, makeTenant, requestOf } from '#tests/support/tenants.ts';

describe.each(ENGINES)('an account to show an address with, on %s', (engine) => {
  let open: OpenDatabase;
  let site: ReturnType<typeof testIdentity>;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    site = testIdentity(open);
    await makeProvider(open.db, 'free');
  });
  afterAll(async () => {
    await site.identity.settled();
    await open.close();
  });

  function send(act: Act, fields: Record<string, string>, address = '192.0.2.1', actor = NOBODY) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return act.perform({ ...requestOf(open.db, actor, form, { identity: site.identity, limiter: openLimiter(open.db), env: site.env }), address }, gateOf(actor));
  }
  const known = async (email: string) => rows<{ name: string; verified: boolean }>(open.db, sql`select name, email_verified as verified from person where email = ${email}`);
  const start = (email: string, name = 'A Name', address?: string) => send(claimActs.start, { slug: 'free', name, email }, address);

  it('of a claim: unverified until the link is used, and a second sender changes nothing of it', async () => {
    expect(await start('Anna@free.example')).toEqual({ state: 'done', to: '/providers/free/claim', done: 'link-sent' });
    expect(await known('anna@free.example')).toEqual([{ name: 'A Name', verified: false }]);
    expect(await newestToken(site, 'anna@free.example')).not.toBeNull();
    expect(await start('anna@free.example', 'Somebody Else')).toMatchObject({ state: 'done' });
    expect(await known('anna@free.example')).toEqual([{ name: 'A Name', verified: false }]);
    expect(await send(claimActs.start, { slug: 'none', name: 'x', email: 'x@free.example' })).toMatchObject({ state: 'refused', outcome: 'not-found' });
    expect(await known('x@free.example')).toEqual([]);
  });

  it('of an invitation: only for the address that was invited', async () => {
    const tenant = await makeTenant(open.db, 'home');
    await invite(contextOf(open.db), {
      organisationId: tenant.organisationId, email: 'invited@example.test', role: 'editor', invitedBy: tenant.people['owner'] ?? '', inviterName: '', locale: 'da', siteUrl: SITE_URL,
    });
    const letter = (await site.post.outbox?.())?.find((each) => each.kind === 'invitation');
    const token = letter?.letter.action?.url.split('/').at(-1) ?? '';
    expect(await send(accountsActs.showInvitedAddress, { token, name: 'Bo', email: 'evil@example.test' })).toMatchObject({ state: 'done', to: `/invitation/${token}` });
    expect(await known('invited@example.test')).toEqual([{ name: 'Bo', verified: false }]);
    expect(await known('evil@example.test')).toEqual([]);
    expect(await send(accountsActs.showInvitedAddress, { token: 'x'.repeat(32), name: 'Bo' })).toMatchObject({ state: 'problems', problems: [{ reason: 'invitation-over' }] });
  });

  it('nobody fills a mailbox with invitations by taking them back again, nor an owner’s with claims', async () => {
    const tooMany = { state: 'problems', status: 503, problems: [{ field: null, reason: 'too-many-today' }] };
    const { organisationId, people } = await makeTenant(open.db, 'busy');
    const owner = await actorOfPerson(open.db, people['owner'] ?? '');
    const invited = (email: string) => send(accountsActs.invite, { organisationId: String(organisationId), email, role: 'editor' }, '192.0.2.1', owner);
    for (let n = 0; n < LIMITS.inviteToMailbox.points; n += 1) {
      expect(await invited(n % 2 ? 'Victim@example.test' : 'victim@example.test')).toMatchObject({ state: 'done' });
      await open.db.update(invitation).set({ revokedAt: new Date() }).where(eq(invitation.organisationId, organisationId));
    }
    expect(await invited('victim@example.test')).toEqual(tooMany);
    expect(await invited('another@example.test')).toMatchObject({ state: 'done' });
    for (let n = 0; n < LIMITS.claimByAccount.points; n += 1) await send(claimActs.make, { slug: 'free', number: 'wrong' }, '192.0.2.1', owner);
    expect(await send(claimActs.make, { slug: 'free', number: 'free', reason: 'It is ours, as all know.' }, '192.0.2.1', owner)).toEqual(tooMany);
  });

  it('nobody fills the table of accounts from one address of the network', async () => {
    const address = '198.51.100.7';
    for (let n = 0; n < LIMITS.openByAddress.points; n += 1) await start(`many${n}@free.example`, 'x', address);
    expect(await start('one-more@free.example', 'x', address)).toEqual({ state: 'problems', status: 503, problems: [{ field: null, reason: 'too-often' }] });
    expect(await known('one-more@free.example')).toEqual([]);
    expect(await start('one-more@free.example', 'x', '198.51.100.8')).toMatchObject({ state: 'done' });
  });
});
