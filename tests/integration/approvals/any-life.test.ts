/** Random lives of a case through the commands' own way of writing: the database takes just what the model allows, and keeps just that. */
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Db, OpenDatabase } from '#db/client.ts';
import { approval, approvalCase, approvalCondition, approvalDossier, caseEntry } from '#db/schema/index.ts';
import { now, today } from '#platform/clock.ts';
import { problemsOf } from '#platform/form.ts';
import { lockedWithOthers, record } from '#features/approvals/commands/case-rows.ts';
import { step, type Case } from '#features/approvals/model/case.ts';
import { isRefusal } from '#features/approvals/model/refusal.ts';
import { overFrom } from '#features/approvals/model/approval.ts';
import { projection } from '#features/approvals/projection.ts';
import { entriesOf } from '#features/approvals/queries/entries.ts';
import { approvalWorld, moveClock, type ApprovalWorld } from '#tests/support/approvals.ts';
import { anyMove, eventOf, PEOPLE, sentEvent } from '#tests/support/case-moves.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { testIdentity } from '#tests/support/identity.ts';
import { makePerson } from '#tests/support/tenants.ts';

const RUNS = Number(process.env['APPROVAL_DB_RUNS'] ?? 8);

async function newCase(db: Db, world: ApprovalWorld): Promise<number> {
  const { provider, authorityId, standardId, versionId: standardVersionId } = world;
  const [at, on] = [now(), today()];
  return db.transaction(async (tx) => {
    const [dossier] = await tx
      .insert(approvalDossier)
      .values({ providerId: provider.providerId, standardVersionId, revision: 1, createdBy: 'applicant', createdAt: at, updatedAt: at, sentAt: at })
      .returning({ id: approvalDossier.id });
    const event = sentEvent(on);
    const begun = step(null, event);
    if (isRefusal(begun)) throw new Error(begun.refused);
    const [row] = await tx
      .insert(approvalCase)
      .values({ dossierId: dossier?.id ?? 0, providerId: provider.providerId, authorityId, standardId, standardVersionId, competitor: false, sentOn: on, sentAt: at, ...projection(begun) })
      .returning({ id: approvalCase.id });
    await tx.insert(caseEntry).values({ caseId: row?.id ?? 0, seq: 1, kind: 'sent', round: 1, actor: 'applicant', role: 'applicant', at, onDay: on, content: event.content as unknown as Record<string, unknown> });
    return row?.id ?? 0;
  });
}

async function requireRows(db: Db, caseId: number, present: Case): Promise<void> {
  const [row] = await db.select().from(approvalCase).where(eq(approvalCase.id, caseId));
  expect(row).toMatchObject(projection(present));
  const given = await db.select().from(approval).where(eq(approval.caseId, caseId)).orderBy(approval.seq);
  expect(given.map((each) => [each.seq, each.state, each.validFrom, each.validTo, each.overFrom])).toEqual(present.approvals.map((each) => [each.seq, each.state, each.from, each.to, overFrom(each)]));
  const set = await db.select().from(approvalCondition).where(eq(approvalCondition.caseId, caseId)).orderBy(approvalCondition.number);
  expect(set.map((each) => [each.number, each.state, each.dueOn])).toEqual(present.conditions.map((each) => [each.number, each.state, each.dueOn]));
}

describe.each(ENGINES)('any life of a case on %s', (engine) => {
  let open: OpenDatabase;
  let world: ApprovalWorld;
  beforeAll(async () => {
    open = await freshDatabase(engine);
    testIdentity(open);
    for (const id of [...PEOPLE, 'applicant']) await makePerson(open.db, id);
  });
  afterEach(() => moveClock(0));
  afterAll(() => open.close());

  it(`${RUNS} of them`, async () => {
    const { db } = open;
    let worlds = 0;
    let written = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyMove, { minLength: 40, maxLength: 60, size: 'max' }), async (moves) => {
        moveClock(0);
        world = await approvalWorld(db, `any${(worlds += 1)}`);
        const caseId = await newCase(db, world);
        let { present } = await entriesOf(db, caseId);
        let days = 0;
        for (const move of moves) {
          moveClock((days += move.days));
          const event = eventOf(move, present, today());
          const expected = step(present, event);
          const found = await db
            .transaction(async (tx) => (await record(world.ctx, tx, await lockedWithOthers(tx, caseId), event.by, event.kind, event.content)).present)
            .catch((error: unknown) => problemsOf(error)[0]?.reason ?? String((error as Error).cause ?? error));
          expect(found, `${event.kind} by ${event.by.person}`).toEqual(isRefusal(expected) ? expected.refused : expected);
          if (isRefusal(expected)) continue;
          present = expected;
          written += 1;
        }
        expect((await entriesOf(db, caseId)).present).toEqual(present);
        await requireRows(db, caseId, present);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(written).toBeGreaterThan(RUNS * 15);
  }, 300_000);
});
