/** The example standard as the demo authority's own: one version in force, the next out to consultation. */
import { sql } from 'drizzle-orm';
import { rows } from '#db/client.ts';
import { shippedData } from '#db/schema/index.ts';
import { EXAMPLE, EXAMPLE_COMMENTS, EXAMPLE_NEXT, EXAMPLE_REASON, EXAMPLE_SLUG } from '#db/seed/standards/employment-services.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import type { Register } from '#features/regions/register.ts';
import { beginVersion } from '#features/standards/commands/begin-version.ts';
import { changeDocument } from '#features/standards/commands/change-document.ts';
import { addComment, answerComment } from '#features/standards/commands/comments.ts';
import { openConsultation } from '#features/standards/commands/consultation.ts';
import { createStandard } from '#features/standards/commands/create-standard.ts';
import { publishVersion } from '#features/standards/commands/publish-version.ts';
import { simulateVersion } from '#features/standards/commands/simulate-version.ts';
import { standardDocument } from '#features/standards/input.ts';
import { versionById } from '#features/standards/queries.ts';
import { daysAgo } from './demo-past.ts';

const NAME = 'demo-standards';
/** Where the demo provider helps too. */
const AREA = 'dk-region:1084';
/** Days ago. */
const FIRST = { written: 400, consultation: 390, until: 360, said: 380, answered: 366, published: 350, inForce: 330 };
const NEXT = { written: 24, consultation: 12, until: -30, said: 9, answered: 6 };

async function sayIt(ctx: Context, versionId: number, version: number, { said, answered }: { said: number; answered: number }): Promise<void> {
  for (const { answer, version: of, ...comment } of EXAMPLE_COMMENTS) {
    if (of !== version) continue;
    const commentId = await daysAgo(said, () => addComment(ctx, { ...comment, versionId, locale: 'da' }));
    if (answer !== null) await daysAgo(answered, () => answerComment(ctx, { commentId, answer, locale: 'da' }));
  }
}

const revisionOf = async (ctx: Context, versionId: number): Promise<number> => (await versionById(ctx.db, versionId))?.revision ?? 0;

async function consult(ctx: Context, versionId: number, days: { consultation: number; until: number }): Promise<void> {
  const revision = await revisionOf(ctx, versionId);
  const [from, until] = [addDays(today(), -days.consultation), addDays(today(), -days.until)];
  await daysAgo(days.consultation, () => openConsultation(ctx, { versionId, revision, from, until }));
}

async function firstVersion(ctx: Context, authorityId: number): Promise<number> {
  const document = standardDocument.parse(EXAMPLE);
  const { standardId, versionId } = await daysAgo(FIRST.written, () => createStandard(ctx, { authorityId, title: document.title, document, slug: EXAMPLE_SLUG }));
  await consult(ctx, versionId, FIRST);
  await sayIt(ctx, versionId, 1, FIRST);
  const revision = await revisionOf(ctx, versionId);
  const inForceFrom = addDays(today(), -FIRST.inForce);
  await daysAgo(FIRST.published, () => publishVersion(ctx, { versionId, revision, inForceFrom, applicationsFrom: inForceFrom, graceUntil: null }));
  return standardId;
}

async function nextVersion(ctx: Context, standardId: number, register: Register): Promise<void> {
  const { versionId } = await daysAgo(NEXT.written, () => beginVersion(ctx, { standardId, reason: EXAMPLE_REASON }));
  await daysAgo(NEXT.written, () => changeDocument(ctx, { versionId, detail: { part: 'whole' }, change: () => standardDocument.parse(EXAMPLE_NEXT) }));
  await consult(ctx, versionId, NEXT);
  await sayIt(ctx, versionId, 2, NEXT);
  await simulateVersion(ctx, { versionId, area: AREA, register });
}

/** Once, into a database that was given demo people; all of it or nothing. @returns whether anything was done */
export async function seedDemoStandards(given: Context, register: Register): Promise<boolean> {
  return given.db.transaction(async (tx) => {
    const ctx: Context = { ...given, db: tx, actor: 'person:demo-standards-editor' };
    const [found] = await rows<{ id: number }>(
      tx,
      sql`select a.organisation_id as id from authority a join membership m on m.organisation_id = a.organisation_id and m.person_id = 'demo-standards-editor'
          where not exists (select 1 from shipped_data where name = ${NAME})`,
    );
    if (!found) return false;
    await tx.execute(sql`update authority set area = ${AREA} where organisation_id = ${found.id} and area is null`);
    await nextVersion(ctx, await firstVersion(ctx, found.id), register);
    await tx.insert(shippedData).values({ name: NAME, hash: 'demo', loadedAt: now(), rows: 2 });
    return true;
  });
}
