import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { standardVersion } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import { appendPublic } from '#platform/public-log/append.ts';
import { completeness } from '../completeness.ts';
import { publicationProblem, type Publication, type VersionDates } from '../model.ts';
import { versionById } from '../queries.ts';
import { lockVersion } from './version-rows.ts';

async function lastPublished(tx: Db, standardId: number): Promise<VersionDates | null> {
  const [row] = await tx
    .select({ id: standardVersion.id })
    .from(standardVersion)
    .where(and(eq(standardVersion.standardId, standardId), eq(standardVersion.state, 'published')))
    .orderBy(desc(standardVersion.number))
    .limit(1);
  return row ? versionById(tx, row.id) : null;
}

/** From here on nothing of the version changes: not before applications open, and not after. */
export async function publishVersion(ctx: Context, { versionId, revision, ...publication }: { versionId: number; revision: number } & Publication): Promise<{ logIndex: number }> {
  return ctx.db.transaction(async (tx) => {
    const { row, dates, document, slug, authorityId } = await lockVersion(tx, versionId, revision);
    const last = await lastPublished(tx, row.standardId);
    // Without a version before there is nothing to be lenient about.
    const when: Publication = last ? publication : { ...publication, graceUntil: null };
    const problem = publicationProblem(dates, last, when, today());
    if (problem) throw new Refused('invalid', problem);
    if (completeness(document).length > 0) throw new Refused('invalid', { field: null, reason: 'standard-incomplete' });
    const { index } = await appendPublic(ctx, tx, {
      kind: 'standard-version',
      subject: `standard:${slug}/${row.number}`,
      document: { standard: slug, version: row.number, title: document.title, authorityId, hash: row.hash, consultationFrom: dates.consultationFrom, consultationUntil: dates.consultationUntil, ...when },
    });
    await tx.update(standardVersion).set({ state: 'published', publishedAt: now(), publishedBy: ctx.actor, ...when, logIndex: index, revision: row.revision + 1, updatedAt: now() }).where(eq(standardVersion.id, versionId));
    await audit(tx, { actor: ctx.actor, action: 'standard.publish', object: `standard-version:${versionId}`, detail: { hash: row.hash, logIndex: index, inForceFrom: when.inForceFrom, applicationsFrom: when.applicationsFrom } });
    return { logIndex: index };
  });
}
