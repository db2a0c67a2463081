/** Each line of the list that pages print: still there shortly before its time is over, gone with the first day after it. */
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { rows, type Db, type OpenDatabase } from '#db/client.ts';
import { enquiry, enquiryMessage, invitation, mail, membership, moderationCase, moderationEntry, moderationNotice, moderationStatement, moderationWords, person, personSession, profileClaim, rateLimit, review, reviewReply, reviewRevision, standardComment, verification } from '#db/schema/index.ts';
import { now, setClockOffset, today } from '#platform/clock.ts';
import { openPost, queueMail } from '#platform/mail.ts';
import { openLimiter } from '#platform/rate-limit.ts';
import { invite } from '#features/accounts/commands/invite.ts';
import { LIMITS as SIGN_IN_LIMITS } from '#features/accounts/identity/limits.ts';
import { LINK_MINUTES, SESSION_DAYS } from '#features/accounts/identity/model.ts';
import { withdrawClaim } from '#features/providers/commands/decide-claim.ts';
import { addComment } from '#features/standards/commands/comments.ts';
import { keepToRetention } from '#src/boot/day-duties.ts';
import { advancePools } from '#features/reviews/commands/pools/advance-pools.ts';
import { RETENTION, type RetentionRule } from '#src/boot/retention.ts';
import { openLedger } from '#src/issuer/ledger.ts';
import { stay } from '#db/issuer/schema.ts';
import { freshIssuer, PASSPHRASE } from '#tests/support/issuer.ts';
import { contextOf, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { SITE_URL, testIdentity } from '#tests/support/identity.ts';
import { makePool, reviewGround } from '#tests/support/pools.ts';
import { consultedStandard } from '#tests/support/standards.ts';
import { makeAuthority, makePerson, makeTenant, type Tenant } from '#tests/support/tenants.ts';

const MINUTE = 60_000;
const UNIT = { minutes: MINUTE, hours: 60 * MINUTE, days: 1_440 * MINUTE } as const;
const after = (ms: number) => new Date(now().getTime() + ms);

/** Begins what the line is about. @returns whether anything of it is still there */
type Begin = (db: Db, tenant: Tenant) => Promise<() => Promise<boolean>>;

async function written(db: Db): Promise<number> {
  const events: SentEvent[] = [];
  await queueMail(contextOf(db, events), db, { kind: 'test', to: 'anna@example.test', personId: null, letter: { subject: 'x', paragraphs: ['y'] } });
  return (events[0]?.data as { mailId: number }).mailId;
}
const letter = async (db: Db, id: number) => (await db.select().from(mail).where(eq(mail.id, id)))[0];

async function asked(db: Db, { providerId }: Tenant, state: 'unconfirmed' | 'answered'): Promise<() => Promise<boolean>> {
  const [made] = await db
    .insert(enquiry)
    .values({ providerId, kind: 'question', state, locale: 'da', tokenHash: `${state}-${now().getTime()}`, contact: 'sealed', showAddress: false, createdAt: now(), lastWordAt: now() })
    .returning({ id: enquiry.id });
  const id = made?.id ?? 0;
  await db.insert(enquiryMessage).values({ enquiryId: id, author: 'citizen', sealed: 'words', at: now() });
  return async () => (await db.select().from(enquiryMessage).where(eq(enquiryMessage.enquiryId, id))).length > 0;
}

/** Dated by the day alone, so that they go with the day after. */
const OF_DAYS: readonly RetentionRule['key'][] = ['review-words', 'replaced-words', 'moderation-words', 'moderation-statements'];

async function reviewed(db: Db, id: string): Promise<void> {
  const ground = await reviewGround(db, id);
  const poolId = await makePool(db, ground);
  await db.insert(review).values({
    id, poolId, providerId: ground.providerId, programmeCode: 'job', proof: 'token', pk: id, state: 'waiting', fit: 4, attendance: 'chosen', finished: 'yes', outcome: 'job',
    text: 'Godt', shownText: 'Godt', language: 'da', quarter: '2026Q2', receivedOn: today(),
  });
  await db.insert(reviewReply).values({ reviewId: id, providerId: ground.providerId, text: 'Tak', shownText: 'Tak', state: 'published', writtenBy: 'person:x', writtenOn: today() });
}

async function decidedCase(db: Db): Promise<number> {
  const id = Math.floor(Math.random() * 1e9) + 1;
  const day = today();
  await db.insert(moderationCase).values({
    id, subjectKind: 'page', subjectId: `/${id}`, subjectRevision: 1, state: 'decided', round: 1, priority: 0, requester: 'person', findings: [], held: false, outcome: 'keep', openedOn: day, roundOn: day, authorAnswered: false, decidedOn: day, waitedDays: 0, version: 1,
  });
  await db.insert(moderationEntry).values({ caseId: id, seq: 1, round: 1, on: day, actor: 'person:x', kind: 'decided', outcome: 'keep', detail: {} });
  return id;
}

const BEGIN: Record<RetentionRule['key'], Begin> = {
  async links(db) {
    await db.insert(verification).values({ id: 'v', identifier: 'hash', value: '{}', expiresAt: after(LINK_MINUTES * MINUTE), createdAt: now(), updatedAt: now() });
    return async () => (await db.select().from(verification)).length > 0;
  },
  async sessions(db, { people }) {
    const at = now();
    await db.insert(personSession).values({ id: 's', userId: people['owner'] ?? '', token: 't', expiresAt: after(SESSION_DAYS * UNIT.days), method: 'link', authenticatedAt: at, createdAt: at, updatedAt: at });
    return async () => (await db.select().from(personSession)).length > 0;
  },
  async limits(db) {
    await openLimiter(db).take({ ...SIGN_IN_LIMITS.linkByAccount, seconds: 86_400 }, 'anna@example.test');
    return async () => (await db.select().from(rateLimit)).length > 0;
  },
  async mail(db) {
    const id = await written(db);
    await openPost(db, testIdentity({ db } as OpenDatabase).env).deliver(id);
    return async () => (await letter(db, id))?.sealed !== null;
  },
  async 'unsent-mail'(db) {
    const id = await written(db);
    return async () => (await letter(db, id))?.sealed !== null;
  },
  async 'mail-traces'(db) {
    const id = await written(db);
    return async () => (await letter(db, id)) !== undefined;
  },
  async invitations(db, { organisationId, people }) {
    const id = await invite(contextOf(db), { organisationId, email: 'invited@example.test', role: 'editor', invitedBy: people['owner'] ?? '', inviterName: '', locale: 'da', siteUrl: SITE_URL });
    return async () => (await db.select().from(invitation).where(eq(invitation.id, id)))[0]?.address !== null;
  },
  async 'unshown-accounts'(db) {
    const id = await makePerson(db, 'unshown', 'unshown@example.test', false);
    await db.update(person).set({ createdAt: now() }).where(eq(person.id, id));
    return async () => (await db.select().from(person).where(eq(person.id, id))).length > 0;
  },
  async 'claim-words'(db, { providerId }) {
    const personId = await makePerson(db, 'claimant');
    const [made] = await db.insert(profileClaim).values({ providerId, personId, state: 'open', proof: 'operator', contested: true, reason: 'Ring til mig', answer: 'Nej', createdAt: now() }).returning({ id: profileClaim.id });
    await withdrawClaim(contextOf(db), made?.id ?? 0);
    return async () => {
      const [row] = await db.select().from(profileClaim).where(eq(profileClaim.personId, personId));
      expect(row?.state).toBe('withdrawn');
      return row?.reason !== null || row.answer !== null;
    };
  },
  'unconfirmed-enquiries': (db, tenant) => asked(db, tenant, 'unconfirmed'),
  enquiries: (db, tenant) => asked(db, tenant, 'answered'),
  async 'moderation-words'(db) {
    const caseId = await decidedCase(db);
    await db.insert(moderationWords).values({ caseId, seq: 1, sealed: 'sealed', on: today() });
    const [notice] = await db
      .insert(moderationNotice)
      .values({ tokenHash: 'notice', caseId, path: '/', reason: 'health', illegal: true, sender: 'person', words: 'sealed', contact: 'sealed', locale: 'da', goodFaith: true, receivedOn: today(), decidedOn: today(), upheld: true })
      .returning({ id: moderationNotice.id });
    return async () => {
      const [row] = await db.select().from(moderationNotice).where(eq(moderationNotice.id, notice?.id ?? 0));
      const words = await db.select().from(moderationWords).where(eq(moderationWords.caseId, caseId));
      expect(words.length > 0).toBe(row?.words !== null);
      return row?.words !== null || row.contact !== null;
    };
  },
  async 'moderation-statements'(db) {
    const caseId = await decidedCase(db);
    await db.insert(moderationStatement).values({
      id: 'statement', caseId, seq: 1, subjectKind: 'review', subjectId: 'r', restriction: 'removed', ground: 'law', reason: 'threat', reasonsVersion: 1, facts: 'x', source: 'own', automatedDetection: true, automatedDecision: false, madeOn: today(),
    });
    return async () => (await db.select().from(moderationStatement)).length > 0;
  },
  async 'comment-names'(db) {
    const { organisationId: authorityId } = await makeAuthority(db, 'authority');
    const versionId = await consultedStandard(contextOf(db), authorityId);
    await addComment(contextOf(db), { versionId, about: null, author: 'Lise', side: 'citizen', text: 'Det er godt.', locale: 'da' });
    return async () => {
      const [row] = await db.select().from(standardComment);
      expect(row?.text).toBe('Det er godt.');
      return row?.author !== null;
    };
  },
  async stays(db) {
    const issuer = await freshIssuer('embedded');
    const ledger = openLedger(issuer.db, PASSPHRASE);
    const poolId = await makePool(db, await reviewGround(db, 'r-stays'), { state: 'ended', redeemUntil: now() });
    await ledger.makePool({ poolId, issuerId: 1, facts: { authority: 'a', provider: 'b', programme: 'c', from: '2026-01-01', to: '2026-03-31' } });
    await ledger.register(poolId, [{ stay: '0'.repeat(64), startedOn: '2026-01-05', endedOn: null }]);
    await ledger.close(poolId, 0);
    return async () => {
      await advancePools(contextOf(db), ledger);
      return (await issuer.db.select().from(stay)).length > 0;
    };
  },
  async 'review-words'(db) {
    await reviewed(db, 'r-words');
    return async () => {
      const [[row], [answer]] = [await db.select().from(review).where(eq(review.id, 'r-words')), await db.select().from(reviewReply).where(eq(reviewReply.reviewId, 'r-words'))];
      expect(row?.fit).toBe(4);
      return [row?.text, row?.shownText, answer?.text, answer?.shownText].some((each) => each !== null);
    };
  },
  async 'replaced-words'(db) {
    await reviewed(db, 'r-replaced');
    await db.insert(reviewRevision).values({ reviewId: 'r-replaced', revision: 1, step: 0, by: 'moderation', content: {}, shownText: 'Mette', writtenOn: today(), replacedOn: today() });
    return async () => (await db.select().from(reviewRevision)).length > 0;
  },
};

describe.each(ENGINES)('what is kept, and how long, on %s', (engine) => {
  let open: OpenDatabase;
  let tenant: Tenant;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    testIdentity(open);
    tenant = await makeTenant(open.db, 'tenant');
  });
  afterEach(() => setClockOffset(0));
  afterAll(() => open.close());

  it('the list names each line once, and each has a test', () => {
    expect(RETENTION.map(({ key }) => key).sort()).toEqual(Object.keys(BEGIN).sort());
  });

  it.each(RETENTION)('$key: $amount $unit', async ({ key, amount, unit }) => {
    const { db } = open;
    const isThere = await BEGIN[key](db, tenant);
    const period = amount * UNIT[unit];
    setClockOffset(period - 5 * MINUTE);
    await keepToRetention(contextOf(db));
    expect(await isThere(), 'shortly before').toBe(true);
    setClockOffset(period + (OF_DAYS.includes(key) ? UNIT.days : MINUTE));
    await keepToRetention(contextOf(db));
    expect(await isThere(), 'after').toBe(false);
  });

  it('nobody who belongs somewhere or has claimed something is forgotten as unshown', async () => {
    const { db } = open;
    const invited = await makePerson(db, 'member', 'member@example.test', false);
    await db.insert(membership).values({ personId: invited, organisationId: tenant.organisationId, role: 'editor', since: now() });
    const claimant = await makePerson(db, 'has-claimed', 'has-claimed@example.test', false);
    await db.insert(profileClaim).values({ providerId: tenant.providerId, personId: claimant, state: 'open', proof: 'operator', contested: false, createdAt: now() });
    const eid = await makePerson(db, 'eid', 'someone@mitid.invalid', false);
    setClockOffset(400 * UNIT.days);
    await keepToRetention(contextOf(db));
    const left = await rows<{ id: string }>(db, sql`select id from person where id in (${invited}, ${claimant}, ${eid}) order by id`);
    expect(left.map((each) => each.id)).toEqual([eid, claimant, invited].sort());
  });

  it('a claim that is not decided keeps its words', async () => {
    setClockOffset(2_000 * UNIT.days);
    await open.db.update(profileClaim).set({ reason: 'Ring til mig' }).where(eq(profileClaim.personId, 'has-claimed'));
    await keepToRetention(contextOf(open.db));
    expect((await open.db.select().from(profileClaim).where(eq(profileClaim.personId, 'has-claimed')))[0]?.reason).toBe('Ring til mig');
  });
});
