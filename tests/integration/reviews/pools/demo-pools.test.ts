import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import { programmeVersion, provider, publicLogEntry, reviewPool } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import { readEnv } from '#platform/env.ts';
import { seedPools, withOwnIssuer, type DemoPool } from '#src/boot/demo-pools.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeAuthority, makeProvider } from '#tests/support/tenants.ts';

const STATES = ['registering', 'announced', 'issuing', 'closed', 'redeeming', 'ended', 'expired'] as const;

describe('pools of the demonstration', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vejviser-demo-pools-'));
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await freshDatabase('embedded');
  });
  afterAll(async () => {
    await open.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('are in the state that was asked for, dated as if they had gone that way', { timeout: 180_000 }, async () => {
    const { db } = open;
    const env = readEnv({ DATA_DIR: dataDir });
    const { organisationId: authorityId } = await makeAuthority(db, 'jobcentre');
    const made = await makeProvider(db, 'skridt');
    const [{ versionId } = { versionId: null }] = await db.select({ versionId: provider.versionId }).from(provider).where(eq(provider.id, made.providerId));
    await db.insert(programmeVersion).values([...STATES, 'small'].map((code, position) => ({ providerVersionId: versionId ?? 0, code, position, programme: { code, title: { da: `Forløb ${code}` } } })));
    const during: Date[] = [];
    const plan = (programme: string, state: DemoPool['state'], collected: number): DemoPool => ({
      authorityId, issuerId: authorityId, slug: made.slug, programme, stays: 24, collected, answer: state === 'issuing' ? 'disputed' : 'confirmed', state,
      async whileRedeeming() {
        during.push(now());
      },
    });
    await withOwnIssuer(env, (issuer) => seedPools(contextOf(db), env, issuer, [...STATES.map((state) => plan(state, state, 15)), plan('small', 'closed', 4)]));
    const pools = new Map((await db.select().from(reviewPool)).map((each) => [each.programmeCode, each]));
    for (const state of STATES) expect([state, pools.get(state)?.state]).toEqual([state, state]);
    for (const state of ['closed', 'redeeming', 'ended', 'expired']) expect(pools.get(state)).toMatchObject({ issued: 15, invited: 24, stays: 24 });
    expect(pools.get('issuing')).toMatchObject({ issued: 0, invited: 24, staysDisputed: 27 });
    expect(pools.get('small')).toMatchObject({ state: 'issuing', extended: 1, issued: 0 });
    expect(during).toHaveLength(3);
    expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(5_000);
    const at = (await db.select({ at: publicLogEntry.at }).from(publicLogEntry).orderBy(publicLogEntry.index)).map((each) => each.at.getTime());
    expect(at).toEqual([...at].sort((a, b) => a - b));
    const redeeming = pools.get('redeeming');
    expect(redeeming?.redeemFrom?.getTime()).toBeLessThan(Date.now());
    expect(redeeming?.redeemUntil?.getTime()).toBeGreaterThan(Date.now());
  });
});
