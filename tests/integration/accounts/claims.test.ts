import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import type { Context } from '#platform/context.ts';
import type { SentLetter } from '#platform/mail.ts';
import { removeMember } from '#features/accounts/commands/remove-member.ts';
import { membersOf, rolesOfPerson } from '#features/accounts/queries.ts';
import { claimById, claimsAgainst, claimsOfPerson, openClaims } from '#features/providers/claims/queries.ts';
import { answerClaim, decideClaim, withdrawClaim } from '#features/providers/commands/decide-claim.ts';
import { makeClaim } from '#features/providers/commands/make-claim.ts';
import { contextOf, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { SITE_URL, testIdentity } from '#tests/support/identity.ts';
import { makePerson, makeProvider, makeSite } from '#tests/support/tenants.ts';

const refusal = (field: string | null, reason: string) => ({ problems: [expect.objectContaining({ field, reason })] });
const REASON = 'I have run the place for ten years.';
const CVR = '10150817';

describe.each(ENGINES)('claims of profiles on %s', (engine) => {
  let open: OpenDatabase;
  let ctx: Context;
  let letters: () => Promise<SentLetter[]>;
  const events: SentEvent[] = [];
  let made = 0;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    const { post } = testIdentity(open);
    letters = async () => (await post.outbox?.()) ?? [];
    ctx = contextOf(open.db, events);
    await makeSite(open.db);
  });
  afterAll(() => open.close());

  /** A provider of its own for each test. */
  async function profile(more: { scheme?: string; value?: string } = {}) {
    made += 1;
    const name = `provider-${made}`;
    return { name, ...(await makeProvider(open.db, name, { contact: { website: `https://www.${name}.example/`, email: 'x@gmail.com' }, ...more })) };
  }
  const somebodyAt = (domain: string, verified = true) => makePerson(open.db, `p${(made += 1)}`, `p${made}@${domain}`, verified);
  const claim = (providerId: number, personId: string, more: { number: string; reason?: string; vouched?: string }) =>
    makeClaim(ctx, { providerId, personId, vouched: null, reason: undefined, siteUrl: SITE_URL, ...more });
  const isClaimed = async (providerId: number) => (await rows<{ claimed: boolean }>(open.db, sql`select claimed_at is not null as claimed from provider where id = ${providerId}`))[0]?.claimed;
  const owners = async (organisationId: number) => (await membersOf(open.db, organisationId)).filter((each) => each.roles.includes('owner')).map((each) => each.personId);
  const told = async (personId: string) => (await letters()).filter((each) => each.personId === personId).map((each) => each.kind);
  const decide = (claimId: number, outcome: 'granted' | 'refused', replace = false) =>
    decideClaim(ctx, { claimId, decidedBy: 'site-operator', outcome, replace, reasons: 'They showed their contract.', siteUrl: SITE_URL });

  it('with an address at the provider’s own domain it is theirs at once', async () => {
    const { name, providerId, organisationId } = await profile();
    const anna = await somebodyAt(`${name}.example`);
    const { claimId, granted } = await claim(providerId, anna, { number: name });
    expect(granted).toBe(true);
    expect(await owners(organisationId)).toEqual([anna]);
    expect(await isClaimed(providerId)).toBe(true);
    expect(events).toContainEqual({ name: 'providers.changed', data: { providerIds: [providerId] } });
    expect(await told(anna)).toEqual(['claim-granted']);
    expect(await claimById(open.db, claimId)).toMatchObject({ state: 'granted', proof: 'mail-domain', contested: false });
    const [entry] = await rows<{ detail: object }>(open.db, sql`select detail from audit_entry where object = ${`claim:${claimId}`}`);
    expect(entry?.detail).toEqual({ providerId, proof: 'mail-domain', contested: false, granted: true });
  });

  it('the number must be possible, and the provider’s own', async () => {
    const { name, providerId, organisationId } = await profile({ scheme: 'dk-cvr', value: CVR });
    const anna = await somebodyAt(`${name}.example`);
    await expect(claim(providerId, anna, { number: '10150818' })).rejects.toMatchObject(refusal('number', 'organisation-number'));
    await expect(claim(providerId, anna, { number: '25313763' })).rejects.toMatchObject(refusal('number', 'number-of-another'));
    expect(await owners(organisationId)).toEqual([]);
    expect(await claim(providerId, anna, { number: ' 10 15 08 17 ' })).toMatchObject({ granted: true });
  });

  it('an address that anybody can have, or that is not shown to be theirs, needs somebody to look', async () => {
    const { name, providerId, organisationId } = await profile();
    const anybody = await somebodyAt('gmail.com');
    const unverified = await somebodyAt(`${name}.example`, false);
    for (const personId of [anybody, unverified]) {
      await expect(claim(providerId, personId, { number: name })).rejects.toMatchObject(refusal('reason', 'reason-needed'));
      expect(await claim(providerId, personId, { number: name, reason: REASON })).toMatchObject({ granted: false });
      await expect(claim(providerId, personId, { number: name, reason: REASON })).rejects.toMatchObject(refusal(null, 'already-claimed'));
      expect(await told(personId)).toEqual(['claim-received']);
    }
    expect(await owners(organisationId)).toEqual([]);
    expect(await isClaimed(providerId)).toBe(false);
    expect((await openClaims(open.db)).filter((each) => each.providerId === providerId)).toHaveLength(2);
  });

  it('an eID that names the organisation shows it too', async () => {
    const { name, providerId, organisationId } = await profile();
    const officer = await makePerson(open.db, 'officer', 'abc@mitid.invalid', false);
    await expect(claim(providerId, officer, { number: name, vouched: 'demo:another' })).rejects.toMatchObject(refusal('reason', 'reason-needed'));
    expect(await claim(providerId, officer, { number: name, vouched: `demo:${name}` })).toMatchObject({ granted: true });
    expect(await owners(organisationId)).toEqual([officer]);
  });

  it('an operator grants with reasons, and nothing happens twice', async () => {
    const { name, providerId, organisationId } = await profile();
    const anna = await somebodyAt('gmail.com');
    const { claimId } = await claim(providerId, anna, { number: name, reason: REASON });
    await decide(claimId, 'granted');
    expect(await owners(organisationId)).toEqual([anna]);
    expect(await told(anna)).toEqual(['claim-granted', 'claim-received']);
    expect(await claimById(open.db, claimId)).toMatchObject({ state: 'granted', decision: 'They showed their contract.' });
    await expect(decide(claimId, 'refused')).rejects.toMatchObject(refusal(null, 'claim-over'));
    await expect(withdrawClaim(ctx, claimId)).rejects.toMatchObject(refusal(null, 'claim-over'));
    await expect(answerClaim(ctx, claimId, 'too late')).rejects.toMatchObject(refusal(null, 'claim-over'));
  });

  it('a contested claim changes nothing before an operator decides; both are told', async () => {
    const { name, providerId, organisationId } = await profile();
    const first = await somebodyAt(`${name}.example`);
    await claim(providerId, first, { number: name });
    const second = await somebodyAt(`${name}.example`);
    const { claimId, granted } = await claim(providerId, second, { number: name, reason: REASON });
    expect(granted).toBe(false);
    expect(await owners(organisationId)).toEqual([first]);
    expect(await rolesOfPerson(open.db, second)).toEqual([]);
    expect(await told(first)).toContain('claim-contested');
    expect(await told(second)).toEqual(['claim-received']);
    expect(await claimsAgainst(open.db, organisationId)).toHaveLength(1);
    await answerClaim(ctx, claimId, 'They left in May.');
    expect(await claimById(open.db, claimId)).toMatchObject({ answer: 'They left in May.', contested: true });

    await decide(claimId, 'refused');
    expect(await owners(organisationId)).toEqual([first]);
    expect(await told(first)).toContain('claim-kept');
    expect(await told(second)).toContain('claim-refused');
    expect((await claimsOfPerson(open.db, second))[0]).toMatchObject({ state: 'refused' });
  });

  it('a contested claim that is granted joins the owners, or takes their place: they are told', async () => {
    const { name, providerId, organisationId } = await profile();
    const first = await somebodyAt(`${name}.example`);
    await claim(providerId, first, { number: name });
    const second = await somebodyAt(`${name}.example`);
    await decide((await claim(providerId, second, { number: name, reason: REASON })).claimId, 'granted');
    expect(await owners(organisationId)).toEqual([first, second]);
    expect(await told(first)).toContain('claim-joined');
    const third = await somebodyAt('gmail.com');
    await decide((await claim(providerId, third, { number: name, reason: REASON })).claimId, 'granted', true);
    expect(await owners(organisationId)).toEqual([third]);
    expect(await told(first)).toContain('claim-replaced');
    expect(await told(second)).toContain('claim-replaced');
  });

  it('who looked after a profile before is told when somebody takes it over', async () => {
    const { name, providerId, organisationId } = await profile();
    const first = await somebodyAt(`${name}.example`);
    await claim(providerId, first, { number: name });
    await open.db.execute(sql`update membership set ended_at = now() where person_id = ${first}`);
    const second = await somebodyAt(`${name}.example`);
    expect(await claim(providerId, second, { number: name })).toMatchObject({ granted: true });
    expect(await told(first)).toContain('claim-passed-on');
    expect(await owners(organisationId)).toEqual([second]);
    await expect(removeMember(ctx, { organisationId, personId: second, how: 'left' })).rejects.toMatchObject(refusal(null, 'last-owner'));
  });

  it('members have nothing to claim, and nobody keeps more than five claims open', async () => {
    const { name, providerId } = await profile();
    const anna = await somebodyAt(`${name}.example`);
    await claim(providerId, anna, { number: name });
    await expect(claim(providerId, anna, { number: name })).rejects.toMatchObject(refusal(null, 'already-member'));
    const greedy = await somebodyAt('gmail.com');
    for (let n = 0; n < 5; n += 1) {
      const each = await profile();
      await claim(each.providerId, greedy, { number: each.name, reason: REASON });
    }
    const sixth = await profile();
    await expect(claim(sixth.providerId, greedy, { number: sixth.name, reason: REASON })).rejects.toMatchObject(refusal(null, 'too-many-claims'));
    const [oldest] = (await claimsOfPerson(open.db, greedy)).toReversed();
    await withdrawClaim(ctx, oldest?.id ?? 0);
    expect(await claim(sixth.providerId, greedy, { number: sixth.name, reason: REASON })).toMatchObject({ granted: false });
  });

  it('of two who claim at once one has it, and the other waits', async () => {
    const { name, providerId, organisationId } = await profile();
    const both = [await somebodyAt(`${name}.example`), await somebodyAt(`${name}.example`)];
    const outcomes = await Promise.all(both.map((personId) => claim(providerId, personId, { number: name, reason: REASON })));
    expect(outcomes.map((each) => each.granted).sort()).toEqual([false, true]);
    expect(await owners(organisationId)).toHaveLength(1);
  });
});
