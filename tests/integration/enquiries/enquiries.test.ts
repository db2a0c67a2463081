/** Places and enquiries as commands, on both engines: races, what is kept of them, and what stands in the database meanwhile. */
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { enquiry, enquiryCount, enquiryMessage, membership, opening, programmeVersion, provider } from '#db/schema/index.ts';
import { setClockOffset, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { OutgoingMail } from '#platform/mail.ts';
import { useSecrets } from '#platform/seal.ts';
import { addOpening, type NewOpening } from '#features/enquiries/commands/add-opening.ts';
import { answerEnquiry } from '#features/enquiries/commands/answer-enquiry.ts';
import { changePlaces, closeOpening, confirmOpenings } from '#features/enquiries/commands/change-opening.ts';
import { closePastOpenings } from '#features/enquiries/commands/close-past-openings.ts';
import { confirmEnquiry } from '#features/enquiries/commands/confirm-enquiry.ts';
import { eraseOldEnquiries } from '#features/enquiries/commands/erase-old-enquiries.ts';
import { sendEnquiry, type NewEnquiry } from '#features/enquiries/commands/send-enquiry.ts';
import { tellCitizen } from '#features/enquiries/commands/tell-citizen.ts';
import { withdrawEnquiry } from '#features/enquiries/commands/withdraw-enquiry.ts';
import { writeAgain } from '#features/enquiries/commands/write-again.ts';
import { contactOf, deskEnquiry, deskOpenings, listedEnquiries, messagesOf, openingsOf } from '#features/enquiries/queries.ts';
import { refreshSummaries } from '#features/search/commands/refresh-summaries.ts';
import { marketOf } from '#features/search/queries.ts';
import { createRegister } from '#features/regions/register.ts';
import { aProgramme } from '#tests/factories/catalogue.ts';
import { contextOf, type SentEvent } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { SECRET, SITE_URL } from '#tests/support/identity.ts';
import { makeTenant, type Tenant } from '#tests/support/tenants.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WORDS = 'Hvornår begynder det næste hold egentlig?';
const ADDRESS = 'mette.hemmelig@example.test';

describe.each(ENGINES)('places and enquiries (%s)', (engine) => {
  let open: OpenDatabase;
  let ctx: Context;
  let events: SentEvent[];
  let one: Tenant;
  let other: Tenant;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    useSecrets([SECRET]);
    one = await makeTenant(open.db, 'one');
    other = await makeTenant(open.db, 'other');
    const found = await open.db.select({ versionId: provider.versionId }).from(provider);
    for (const { versionId } of found) {
      await open.db.insert(programmeVersion).values({ providerVersionId: versionId ?? 0, position: 0, code: 'course', programme: JSON.parse(JSON.stringify(aProgramme())) as Record<string, never> });
    }
  }, 120_000);
  afterAll(() => open.close());
  beforeEach(async () => {
    await open.db.execute(sql`truncate opening, enquiry, enquiry_count, enquiry_message, mail restart identity cascade`);
    events = [];
    ctx = { ...contextOf(open.db, events), actor: `person:${one.people['editor']}` };
  });
  afterEach(() => setClockOffset(0));

  const anOpening = (changes: Partial<NewOpening> = {}): NewOpening => ({
    providerId: one.providerId, programme: 'course', startsOn: '2099-03-03', freePlaces: 1, language: null, region: null, delivery: null, note: null, ...changes,
  });
  const anEnquiry = (changes: Partial<NewEnquiry> = {}): NewEnquiry => ({
    slug: one.slug, kind: 'question', programme: null, opening: null, message: WORDS, name: 'Mette', email: ADDRESS, showAddress: false, locale: 'da', ...changes,
  });
  const tokenOf = async (id: number): Promise<string> => {
    const [row] = await open.db.select().from(enquiry).where(eq(enquiry.id, id));
    if (!row) throw new Error('no such enquiry');
    return contactOf(row).token;
  };
  const asked = async (changes: Partial<NewEnquiry> = {}): Promise<{ id: number; token: string }> => {
    const id = await sendEnquiry(ctx, anEnquiry(changes));
    const token = await tokenOf(id);
    await confirmEnquiry(ctx, token, SITE_URL);
    return { id, token };
  };
  const answer = (enquiryId: number, changes: Partial<Parameters<typeof answerEnquiry>[1]> = {}) =>
    answerEnquiry(ctx, { providerId: one.providerId, enquiryId, how: 'answer', message: 'Den 3. marts.', seen: 1, ...changes });
  const reason = (error: unknown) => (error as { problems?: { reason: string }[] }).problems?.[0]?.reason;
  const places = async (id: number) => (await open.db.select().from(opening).where(eq(opening.id, id)))[0]?.freePlaces;
  const counts = () => open.db.select({ askedOn: enquiryCount.askedOn, days: enquiryCount.answeredInDays }).from(enquiryCount);
  const letters = async (): Promise<OutgoingMail[]> => {
    const sent: OutgoingMail[] = [];
    for (const { name, data } of events) {
      if (name === 'enquiry.to-tell') await tellCitizen(open.db, { sendNow: async (message) => void sent.push(message) }, SITE_URL, data as { enquiryId: number; what: 'confirm' });
    }
    return sent;
  };

  describe('places', () => {
    test('are added, changed in one step, confirmed and closed; each leaves an entry and an event', async () => {
      const id = await addOpening(ctx, anOpening({ freePlaces: 4, note: { da: 'Om formiddagen.' }, language: 'da' }));
      expect(await openingsOf(open.db, one.providerId, today())).toMatchObject([{ id, freePlaces: 4, startsOn: '2099-03-03', confirmedOn: today(), note: { da: 'Om formiddagen.' } }]);
      await changePlaces(ctx, { providerId: one.providerId, openingId: id, revision: 1, freePlaces: 0 });
      await confirmOpenings(ctx, one.providerId);
      await closeOpening(ctx, { providerId: one.providerId, openingId: id, revision: 2 });
      expect(await openingsOf(open.db, one.providerId, today())).toEqual([]);
      const actions = await rows<{ action: string }>(open.db, sql`select action from audit_entry where action like 'opening.%' order by id desc limit 4`);
      expect(actions.map((each) => each.action).reverse()).toEqual(['opening.add', 'opening.set-places', 'opening.confirm', 'opening.close']);
      expect(events.filter(({ name }) => name === 'providers.changed')).toHaveLength(4);
    });

    test('of two editors the second is told; another provider’s place is not there', async () => {
      const id = await addOpening(ctx, anOpening({ freePlaces: 4 }));
      const change = (providerId: number, revision: number) => changePlaces(ctx, { providerId, openingId: id, revision, freePlaces: 2 }).then(() => 'done', reason);
      expect([await change(one.providerId, 1), await change(one.providerId, 1), await change(other.providerId, 2)]).toEqual(['done', 'changed-meanwhile', 'opening-over']);
    });

    test('need a programme that runs and a day to come', async () => {
      await expect(addOpening(ctx, anOpening({ programme: 'no-such' })).catch(reason)).resolves.toBe('opening-programme');
      await expect(addOpening(ctx, anOpening({ startsOn: '2020-01-01' })).catch(reason)).resolves.toBe('date-past');
    });

    test('are over when their day is, and those without one when nobody has spoken of them for long', async () => {
      const dated = await addOpening(ctx, anOpening({ startsOn: today() }));
      const undated = await addOpening(ctx, anOpening({ startsOn: null }));
      expect(await closePastOpenings(ctx)).toBe(0);
      setClockOffset(1 * DAY);
      expect((await openingsOf(open.db, one.providerId, today())).map((each) => each.id)).toEqual([undated]);
      expect((await deskOpenings(open.db, one.providerId)).map((each) => each.id).sort()).toEqual([dated, undated]);
      expect(await closePastOpenings(ctx)).toBe(1);
      setClockOffset(92 * DAY);
      expect([await closePastOpenings(ctx), await closePastOpenings(ctx)]).toEqual([1, 0]);
    });
  });

  describe('an enquiry', () => {
    test('reaches nobody before the button, and then the provider without a word of it', async () => {
      const id = await sendEnquiry(ctx, anEnquiry());
      expect(await listedEnquiries(open.db, one.providerId)).toEqual([]);
      expect(await deskEnquiry(open.db, one.providerId, id)).toBeNull();
      expect(await answer(id).catch(reason)).toBe('enquiry-gone');
      const [letter] = await letters();
      expect(letter?.to).toBe(ADDRESS);
      expect(letter?.letter.action?.url).toBe(`${SITE_URL}/ask/${await tokenOf(id)}`);
      expect(JSON.stringify(letter)).not.toContain(WORDS);
      await confirmEnquiry(ctx, await tokenOf(id), SITE_URL);
      await confirmEnquiry(ctx, await tokenOf(id), SITE_URL);
      expect(await listedEnquiries(open.db, one.providerId)).toMatchObject([{ id, state: 'waiting', name: 'Mette' }]);
      // Owner and editor, once each; the reporter has nothing to do with it.
      const told = await rows<{ person_id: string; kind: string }>(open.db, sql`select person_id, kind from mail order by person_id`);
      expect(told).toEqual(['editor', 'owner'].map((role) => ({ person_id: one.people[role], kind: 'enquiry-new' })));
      expect(await counts()).toEqual([{ askedOn: today(), days: null }]);
    });

    test('lies sealed: neither words, address, name nor token stand readable in any row, event or audit entry', async () => {
      const { id, token } = await asked();
      await answer(id, { message: 'Et svar, som ingen andre skal læse.' });
      const all = JSON.stringify([
        await open.db.select().from(enquiry), await open.db.select().from(enquiryMessage), await rows(open.db, sql`select * from audit_entry`), await rows(open.db, sql`select * from mail`), events,
      ]);
      for (const secret of [WORDS, ADDRESS, 'Mette', token, 'ingen andre']) expect(all).not.toContain(secret);
      expect((await messagesOf(open.db, id)).map((each) => each.text)).toEqual([WORDS, 'Et svar, som ingen andre skal læse.']);
    });

    test('is answered, gone on with, and answered again; only the first answer counts', async () => {
      const { id, token } = await asked();
      setClockOffset(7 * DAY);
      await answer(id);
      expect((await letters()).map(({ kind }) => kind)).toEqual(['enquiry-answer']);
      await writeAgain(ctx, { token, message: 'Tak. Hvor er det?', siteUrl: SITE_URL });
      expect(await listedEnquiries(open.db, one.providerId)).toMatchObject([{ state: 'waiting' }]);
      setClockOffset(14 * DAY);
      // Who answers must have read all of it.
      expect(await answer(id).catch(reason)).toBe('changed-meanwhile');
      await answer(id, { how: 'decline', seen: 3 });
      expect((await deskEnquiry(open.db, one.providerId, id))?.state).toBe('declined');
      const [count] = await counts();
      expect(count?.days).toBeGreaterThanOrEqual(3);
      expect(count?.days).toBeLessThanOrEqual(5);
    });

    test('belongs to one provider', async () => {
      const { id } = await asked();
      expect(await answer(id, { providerId: other.providerId }).catch(reason)).toBe('enquiry-gone');
      expect(await deskEnquiry(open.db, other.providerId, id)).toBeNull();
    });

    test('cannot be sent to a provider whom nobody looks after', async () => {
      await open.db.update(membership).set({ endedAt: new Date() }).where(eq(membership.organisationId, other.organisationId));
      expect(await sendEnquiry(ctx, anEnquiry({ slug: other.slug })).catch(reason)).toBe('not-asked-here');
      await open.db.update(membership).set({ endedAt: null }).where(eq(membership.organisationId, other.organisationId));
      expect(await sendEnquiry(ctx, anEnquiry({ slug: 'no-such' })).catch(reason)).toBe('not-asked-here');
    });

    test('two people at once get the last place: one does, the other’s answer is not sent', async () => {
      const openingId = await addOpening(ctx, anOpening({ freePlaces: 1 }));
      const [a, b] = [await asked({ kind: 'place', opening: openingId }), await asked({ kind: 'place', opening: openingId, email: 'anden@example.test' })];
      const given = await Promise.all([a, b].map(({ id }) => answer(id, { how: 'place' }).then(() => 'given', reason)));
      expect(given.sort()).toEqual(['given', 'no-places']);
      expect(await places(openingId)).toBe(0);
      expect((await Promise.all([a, b].map(({ id }) => messagesOf(open.db, id)))).map((each) => each.length).sort()).toEqual([1, 2]);
    });

    test('a place is given once, and only one that was asked for', async () => {
      const openingId = await addOpening(ctx, anOpening({ freePlaces: 2 }));
      const { id } = await asked({ kind: 'place', opening: openingId });
      await answer(id, { how: 'place' });
      expect(await answer(id, { how: 'place', seen: 2 }).catch(reason)).toBe('place-given');
      const question = await asked();
      expect(await answer(question.id, { how: 'place' }).catch(reason)).toBe('no-opening');
      expect(await places(openingId)).toBe(1);
    });

    test('taken back while it is answered: either comes first, and nothing of it stays', async () => {
      for (let round = 0; round < 6; round += 1) {
        const { id, token } = await asked();
        const [answered] = await Promise.all([answer(id).then(() => 'sent', reason), withdrawEnquiry(ctx, token)]);
        expect(['sent', 'enquiry-gone']).toContain(answered);
        expect(await open.db.select().from(enquiry)).toEqual([]);
        expect(await open.db.select().from(enquiryMessage)).toEqual([]);
        // Counted if it was answered before; else it says nothing of the provider.
        expect((await counts()).length).toBe(answered === 'sent' ? 1 : 0);
        expect(await letters()).toEqual([]);
        await open.db.execute(sql`truncate enquiry_count cascade`);
      }
    });

    test('taken back long unanswered, it still counts as asked; a second time does nothing', async () => {
      const { token } = await asked();
      setClockOffset(20 * DAY);
      await withdrawEnquiry(ctx, token);
      await withdrawEnquiry(ctx, token);
      expect((await counts()).map((each) => each.days)).toEqual([null]);
    });

    test('what breaks off in the middle leaves all of it or nothing', async () => {
      const openingId = await addOpening(ctx, anOpening({ freePlaces: 1 }));
      const { id } = await asked({ kind: 'place', opening: openingId });
      const broken = (after: number): Context => {
        let sent = 0;
        return { ...ctx, outbox: { async send(_tx, name, data) {
          if (sent++ === after) throw new Error('killed');
          events.push({ name, data });
        } } };
      };
      for (const after of [0, 1, 2]) {
        await expect(answerEnquiry(broken(after), { providerId: one.providerId, enquiryId: id, how: 'place', message: 'Ja.', seen: 1 })).rejects.toThrow('killed');
        expect([await places(openingId), (await messagesOf(open.db, id)).length, (await counts())[0]?.days]).toEqual([1, 1, null]);
      }
    });

    test('is erased thirty days after the last word, unconfirmed ones after two; counts stay', async () => {
      const kept = await asked();
      setClockOffset(2 * DAY);
      await answer(kept.id);
      setClockOffset(20 * DAY);
      await sendEnquiry(ctx, anEnquiry({ email: 'uden@example.test' }));
      expect(await eraseOldEnquiries(ctx)).toBe(0);
      setClockOffset(22 * DAY + MINUTE);
      expect(await eraseOldEnquiries(ctx)).toBe(1);
      setClockOffset(32 * DAY - MINUTE);
      expect(await eraseOldEnquiries(ctx)).toBe(0);
      setClockOffset(32 * DAY + MINUTE);
      expect(await eraseOldEnquiries(ctx)).toBe(1);
      expect([await open.db.select().from(enquiry), await open.db.select().from(enquiryMessage), (await counts()).length]).toEqual([[], [], 1]);
    });

    test('the link of an unconfirmed one is over after two days', async () => {
      const token = await tokenOf(await sendEnquiry(ctx, anEnquiry()));
      setClockOffset(2 * DAY + MINUTE);
      expect(await confirmEnquiry(ctx, token, SITE_URL).catch(reason)).toBe('link-over');
    });
  });

  test('the summary of a provider holds the next start, and answers from ten on', async () => {
    const region = { code: 'dk', scheme: 'dk', country: 'dk', parent: null, names: { da: 'Danmark' }, aliases: [], lat: null, lon: null, population: null, neighbours: [] };
    const register = createRegister({ regions: [region], targetGroups: [], sectors: [], districts: [] });
    const refresh = () => refreshSummaries(open.db, register, [one.providerId]);
    const summary = async () => (await rows<{ document: { nextStart: unknown; answers: unknown } }>(open.db, sql`select document from provider_summary where provider_id = ${one.providerId}`))[0]?.document;
    await refresh();
    expect(await summary()).toMatchObject({ nextStart: null, answers: null });
    await addOpening(ctx, anOpening({ freePlaces: 3, language: 'da' }));
    const answered = (n: number, days: number | null) => open.db.insert(enquiryCount).values(Array.from({ length: n }, () => ({ providerId: one.providerId, askedOn: today(), answeredInDays: days })));
    await answered(9, 1);
    expect(await refresh()).toEqual([one.providerId]);
    expect(await summary()).toMatchObject({ nextStart: { programme: 'course', startsOn: '2099-03-03', freePlaces: 3, language: 'da', confirmedOn: today() }, answers: null });
    await answered(1, 4);
    await refresh();
    expect((await marketOf(open.db, [one.providerId, other.providerId], today())).get(one.providerId)).toMatchObject({ answers: { asked: 10, answered: 10, medianDays: 1 }, openings: [{ freePlaces: 3 }] });
    expect(await refresh()).toEqual([]);
  });
});
