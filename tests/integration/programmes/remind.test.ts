import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import { membership } from '#db/schema/index.ts';
import { now, setClockOffset } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { SentLetter } from '#platform/mail.ts';
import { loadRegister, type Register } from '#features/regions/register.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { confirmDescription } from '#features/programmes/commands/confirm-description.ts';
import { remindToConfirm } from '#features/programmes/commands/remind-to-confirm.ts';
import { deskProvider } from '#features/programmes/desk-queries.ts';
import { refreshSummaries } from '#features/search/commands/refresh-summaries.ts';
import { aFile } from '#tests/factories/catalogue.ts';
import { contextOf, take } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { SITE_URL, testIdentity } from '#tests/support/identity.ts';
import { makePerson } from '#tests/support/tenants.ts';

const DAY_MS = 86_400_000;

describe.each(ENGINES)('asking whether all is still right (%s)', (engine) => {
  let open: OpenDatabase;
  let ctx: Context;
  let providerId: number;
  let register: Register;
  let letters: () => Promise<SentLetter[]>;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    const { post } = testIdentity(open);
    letters = async () => ((await post.outbox?.()) ?? []).filter((each) => each.kind === 'confirm-description');
    await loadRegisters(open.db);
    await take(open.db, aFile());
    register = await loadRegister(open.db);
    ctx = contextOf(open.db);
    const provider = await deskProvider(open.db, 'vejen-til-job');
    providerId = provider?.id ?? 0;
    await makePerson(open.db, 'owner-of-it');
    await open.db.insert(membership).values({ personId: 'owner-of-it', organisationId: provider?.organisationId ?? 0, role: 'owner', since: now() });
  }, 120_000);
  afterAll(async () => {
    setClockOffset(0);
    await open.close();
  });

  test('nobody is asked about a profile that nobody looks after, nor before five months', async () => {
    setClockOffset(200 * DAY_MS);
    expect(await remindToConfirm(ctx, SITE_URL)).toBe(0);
    setClockOffset(0);
    await confirmDescription(ctx, { providerId });
    setClockOffset(140 * DAY_MS);
    expect(await remindToConfirm(ctx, SITE_URL)).toBe(0);
  });

  test('after five months the owners are asked, once', async () => {
    setClockOffset(160 * DAY_MS);
    expect(await remindToConfirm(ctx, SITE_URL)).toBe(1);
    expect(await remindToConfirm(ctx, SITE_URL)).toBe(0);
    const sent = await letters();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.letter.action?.url).toBe(`${SITE_URL}/desk/provider/vejen-til-job`);
  });

  test('who confirmed is asked again five months later', async () => {
    await confirmDescription(ctx, { providerId });
    expect(await remindToConfirm(ctx, SITE_URL)).toBe(0);
    setClockOffset(320 * DAY_MS);
    expect(await remindToConfirm(ctx, SITE_URL)).toBe(1);
    expect(await letters()).toHaveLength(2);
  });

  test('a kept page is dropped when it was confirmed, and when that is too long ago', async () => {
    setClockOffset(400 * DAY_MS);
    await refreshSummaries(open.db, register, [providerId]);
    await confirmDescription(ctx, { providerId });
    expect(await refreshSummaries(open.db, register, [providerId])).toEqual([providerId]);
    expect(await refreshSummaries(open.db, register, [providerId])).toEqual([]);
    setClockOffset(600 * DAY_MS);
    expect(await refreshSummaries(open.db, register, [providerId])).toEqual([providerId]);
  });

  test('a closed profile needs no confirming', async () => {
    await open.db.execute(sql`update provider_version set profile = profile || '{"closedOn":"2026-01-01"}' where provider_id = ${providerId}`);
    setClockOffset(900 * DAY_MS);
    expect(await remindToConfirm(ctx, SITE_URL)).toBe(0);
  });
});
