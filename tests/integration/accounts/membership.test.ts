import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { invitation, membership, person } from '#db/schema/index.ts';
import { setClockOffset } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { SentLetter } from '#platform/mail.ts';
import { acceptInvitation } from '#features/accounts/commands/accept-invitation.ts';
import { appointAuthority } from '#features/accounts/commands/appoint-authority.ts';
import { changeRoles } from '#features/accounts/commands/change-roles.ts';
import { invite } from '#features/accounts/commands/invite.ts';
import { removeMember } from '#features/accounts/commands/remove-member.ts';
import { revokeInvitation } from '#features/accounts/commands/revoke-invitation.ts';
import { tokenHash } from '#features/accounts/invitation.ts';
import type { Role } from '#features/accounts/model.ts';
import { invitationByToken, invitationsOf, membersOf, organisationById, rolesOfPerson } from '#features/accounts/queries.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { SITE_URL, testIdentity } from '#tests/support/identity.ts';
import { makePerson, makeSite, makeTenant, type Tenant } from '#tests/support/tenants.ts';

const refusal = (reason: string) => ({ problems: [expect.objectContaining({ reason })] });

describe.each(ENGINES)('members and invitations on %s', (engine) => {
  let open: OpenDatabase;
  let ctx: Context;
  let tenant: Tenant;
  let letters: () => Promise<SentLetter[]>;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    const { post } = testIdentity(open);
    letters = async () => (await post.outbox?.()) ?? [];
    ctx = contextOf(open.db);
    tenant = await makeTenant(open.db, 'home');
    await makeSite(open.db);
  });
  afterAll(async () => {
    setClockOffset(0);
    await open.close();
  });

  const invites = (email: string, role: Role = 'editor', organisationId: number | null = tenant.organisationId, invitedBy = organisationId === null ? 'site-operator' : (tenant.people['owner'] ?? '')) =>
    invite(ctx, { organisationId, email, role, invitedBy, inviterName: 'Owner', locale: 'en', siteUrl: SITE_URL });
  async function tokenTo(email: string): Promise<string> {
    const letter = (await letters()).find((each) => each.kind === 'invitation' && each.to === email);
    return letter?.letter.action?.url.split('/').at(-1) ?? '';
  }
  const audited = async (action: string, object: string) => (await rows<{ n: number }>(open.db, sql`select count(*)::int as n from audit_entry where action = ${action} and object = ${object}`))[0]?.n;
  const roles = async (personId: string) => (await rolesOfPerson(open.db, personId)).map(({ role, organisationId }) => [organisationId, role]);

  it('an invitation goes to an address, and is accepted by whoever has shown that it is theirs', async () => {
    const id = await invites(' New@Example.test ');
    const token = await tokenTo('new@example.test');
    expect(token).not.toBe('');
    expect(await audited('organisation.invite', `invitation:${id}`)).toBe(1);
    const [stored] = await open.db.select().from(invitation).where(eq(invitation.id, id));
    // Neither the token nor the address lies readable in the database.
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(JSON.stringify(stored)).not.toContain('new@example.test');
    expect(await invitationByToken(open.db, tokenHash(token), new Date())).toMatchObject({ state: 'open', role: 'editor', organisationName: 'home', address: 'new@example.test' });

    const newcomer = await makePerson(open.db, 'newcomer', 'new@example.test');
    expect(await acceptInvitation(ctx, { token, personId: newcomer })).toBe(tenant.organisationId);
    expect(await roles(newcomer)).toEqual([[tenant.organisationId, 'editor']]);
    expect(await audited('invitation.accept', `invitation:${id}`)).toBe(1);
    expect(await open.db.select({ address: invitation.address }).from(invitation).where(eq(invitation.id, id))).toEqual([{ address: null }]);
    await expect(acceptInvitation(ctx, { token, personId: newcomer })).rejects.toMatchObject(refusal('invitation-over'));
    expect((await invitationByToken(open.db, tokenHash(token), new Date()))?.state).toBe('accepted');
  });

  it('an unverified address accepts nothing', async () => {
    await invites('unverified@example.test');
    const token = await tokenTo('unverified@example.test');
    const somebody = await makePerson(open.db, 'unverified', 'unverified@example.test', false);
    await expect(acceptInvitation(ctx, { token, personId: somebody })).rejects.toMatchObject(refusal('address-unverified'));
    expect(await roles(somebody)).toEqual([]);
    await open.db.update(person).set({ emailVerified: true }).where(eq(person.id, somebody));
    await acceptInvitation(ctx, { token, personId: somebody });
  });

  it('somebody else’s link, a suspended account, and a made-up token accept nothing', async () => {
    await invites('right@example.test');
    const token = await tokenTo('right@example.test');
    const wrong = await makePerson(open.db, 'wrong', 'wrong@example.test');
    await expect(acceptInvitation(ctx, { token, personId: wrong })).rejects.toMatchObject(refusal('invited-other-address'));
    const right = await makePerson(open.db, 'right', 'right@example.test');
    await open.db.update(person).set({ suspendedAt: new Date() }).where(eq(person.id, right));
    await expect(acceptInvitation(ctx, { token, personId: right })).rejects.toMatchObject({ domainCode: 'forbidden' });
    await expect(acceptInvitation(ctx, { token: 'made-up-token-of-some-length', personId: right })).rejects.toMatchObject({ domainCode: 'not-found' });
    expect([...(await roles(right)), ...(await roles(wrong))]).toEqual([]);
  });

  it('expires after two weeks, and can be revoked before', async () => {
    await invites('late@example.test');
    const late = await makePerson(open.db, 'late', 'late@example.test');
    const token = await tokenTo('late@example.test');
    setClockOffset(14 * 86_400_000 + 1_000);
    await expect(acceptInvitation(ctx, { token, personId: late })).rejects.toMatchObject(refusal('invitation-over'));
    // The old one is no hindrance for a new one.
    await invites('late@example.test');
    setClockOffset(0);
    const revoked = await invites('revoked@example.test');
    const theirs = await makePerson(open.db, 'revoked', 'revoked@example.test');
    const second = await tokenTo('revoked@example.test');
    await revokeInvitation(ctx, revoked);
    await expect(acceptInvitation(ctx, { token: second, personId: theirs })).rejects.toMatchObject(refusal('invitation-over'));
    await expect(revokeInvitation(ctx, revoked)).rejects.toMatchObject(refusal('invitation-over'));
    expect((await invitationsOf(open.db, tenant.organisationId)).map((each) => each.address)).not.toContain('revoked@example.test');
    expect(await roles(theirs)).toEqual([]);
  });

  it('of twenty who press at once one is let in', async () => {
    await invites('race@example.test');
    const token = await tokenTo('race@example.test');
    const racer = await makePerson(open.db, 'racer', 'race@example.test');
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => acceptInvitation(ctx, { token, personId: racer })));
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect(await roles(racer)).toEqual([[tenant.organisationId, 'editor']]);
  });

  it.each([
    ['removed', (personId: string) => removeMember(ctx, { organisationId: tenant.organisationId, personId, how: 'removed' })],
    ['no owner any more', (personId: string) => changeRoles(ctx, { organisationId: tenant.organisationId, personId, roles: ['editor'], siteUrl: SITE_URL })],
    ['on hold', (personId: string) => open.db.update(person).set({ suspendedAt: new Date() }).where(eq(person.id, personId))],
  ])('an owner who is %s by now has let nobody in', async (what, loses) => {
    const name = what.replaceAll(' ', '-');
    const leaving = await makePerson(open.db, `leaving-${name}`);
    await open.db.insert(membership).values({ personId: leaving, organisationId: tenant.organisationId, role: 'owner', since: new Date() });
    await invites(`second-${name}@example.test`, 'owner', tenant.organisationId, leaving);
    const second = await makePerson(open.db, `second-${name}`);
    await loses(leaving);
    await expect(acceptInvitation(ctx, { token: await tokenTo(`second-${name}@example.test`), personId: second })).rejects.toMatchObject(refusal('invitation-over'));
    expect(await roles(second)).toEqual([]);
    await open.db.update(membership).set({ endedAt: new Date() }).where(eq(membership.personId, leaving));
  });

  it.each([
    ['a member', 'home-editor@example.test', 'editor', 'already-member'],
    ['an authority’s role in a provider', 'x@example.test', 'confirmer', 'choose'],
    ['a role of the site in an organisation', 'x@example.test', 'operator', 'choose'],
    ['an address that takes no mail', 'abc@mitid.invalid', 'editor', 'email'],
  ] as const)('does not invite %s', async (_what, email, role, reason) => {
    await expect(invites(email, role)).rejects.toMatchObject(refusal(reason));
  });

  it('does not invite an address twice, nor to an organisation’s role at the site', async () => {
    await invites('twice@example.test');
    await expect(invites('TWICE@example.test')).rejects.toMatchObject(refusal('already-invited'));
    await expect(invites('x@example.test', 'owner', null)).rejects.toMatchObject(refusal('choose'));
    await expect(invites('x@example.test', 'editor', 987_654)).rejects.toMatchObject({ domainCode: 'not-found' });
    await invites('mod@example.test', 'moderator', null);
    const moderator = await makePerson(open.db, 'new-moderator', 'mod@example.test');
    expect(await acceptInvitation(ctx, { token: await tokenTo('mod@example.test'), personId: moderator })).toBeNull();
    expect(await roles(moderator)).toEqual([[null, 'moderator']]);
  });

  it('an authority’s roles are given once the organisation is one', async () => {
    const found = await organisationById(open.db, tenant.organisationId);
    expect(found).toMatchObject({ provider: true, authority: false, slug: 'home' });
    expect(await appointAuthority(ctx, tenant.organisationId)).toBe(true);
    expect(await appointAuthority(ctx, tenant.organisationId)).toBe(false);
    await invites('confirmer@example.test', 'confirmer');
    expect(await organisationById(open.db, tenant.organisationId)).toMatchObject({ provider: true, authority: true });
  });

  it('roles change, the person is told, and the last owner stays', async () => {
    const { organisationId, people } = tenant;
    const editor = people['editor'] ?? '';
    const owner = people['owner'] ?? '';
    await changeRoles(ctx, { organisationId, personId: editor, roles: ['editor', 'reporter'], siteUrl: SITE_URL });
    expect(await roles(editor)).toEqual([[organisationId, 'editor'], [organisationId, 'reporter']]);
    expect((await letters()).some((each) => each.kind === 'roles' && each.to === 'home-editor@example.test')).toBe(true);
    await expect(changeRoles(ctx, { organisationId, personId: owner, roles: ['editor'], siteUrl: SITE_URL })).rejects.toMatchObject(refusal('last-owner'));
    expect(await roles(owner)).toEqual([[organisationId, 'owner']]);
    await expect(changeRoles(ctx, { organisationId, personId: editor, roles: [], siteUrl: SITE_URL })).rejects.toMatchObject(refusal('required'));
    await expect(changeRoles(ctx, { organisationId, personId: 'site-operator', roles: ['owner'], siteUrl: SITE_URL })).rejects.toMatchObject({ domainCode: 'not-found' });
    // With the operator’s hand on hold an owner counts for nothing.
    await changeRoles(ctx, { organisationId, personId: editor, roles: ['owner'], siteUrl: SITE_URL });
    await open.db.update(person).set({ suspendedAt: new Date() }).where(eq(person.id, editor));
    await expect(removeMember(ctx, { organisationId, personId: owner, how: 'left' })).rejects.toMatchObject(refusal('last-owner'));
    await open.db.update(person).set({ suspendedAt: null }).where(eq(person.id, editor));
  });

  it('a removed member has no role with the next request, and is told', async () => {
    const { organisationId, people } = tenant;
    const reporter = people['reporter'] ?? '';
    await removeMember(ctx, { organisationId, personId: reporter, how: 'removed' });
    expect(await roles(reporter)).toEqual([]);
    expect((await letters()).some((each) => each.kind === 'removed' && each.to === 'home-reporter@example.test')).toBe(true);
    await expect(removeMember(ctx, { organisationId, personId: reporter, how: 'removed' })).rejects.toMatchObject({ domainCode: 'not-found' });
    expect((await membersOf(open.db, organisationId)).map((each) => each.personId)).not.toContain(reporter);
    // Who was what stays known.
    const [kept] = await rows<{ n: number }>(open.db, sql`select count(*)::int as n from membership where person_id = ${reporter} and ended_at is not null`);
    expect(kept?.n).toBe(1);
  });

  it('two owners cannot remove each other at once', async () => {
    const other = await makeTenant(open.db, 'duel');
    const { organisationId, people } = other;
    const first = people['owner'] ?? '';
    const second = people['editor'] ?? '';
    await changeRoles(ctx, { organisationId, personId: second, roles: ['owner'], siteUrl: SITE_URL });
    const outcomes = await Promise.allSettled([removeMember(ctx, { organisationId, personId: first, how: 'removed' }), removeMember(ctx, { organisationId, personId: second, how: 'removed' })]);
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await membersOf(open.db, organisationId)).filter((each) => each.roles.includes('owner'))).toHaveLength(1);
  });
});
