/** Standards of tests: the shipped example, at each stage of its way. */
import { EXAMPLE } from '#db/seed/standards/employment-services.ts';
import { clockOffset, setClockOffset, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { openConsultation } from '#features/standards/commands/consultation.ts';
import { createStandard } from '#features/standards/commands/create-standard.ts';
import { publishVersion } from '#features/standards/commands/publish-version.ts';
import { standardDocument } from '#features/standards/input.ts';
import { CONSULTATION_DAYS, NOTICE_DAYS, type StandardDocument } from '#features/standards/model.ts';
import { versionById } from '#features/standards/queries.ts';

const DAY_MS = 86_400_000;

export const exampleStandard = (changes: Partial<StandardDocument> = {}): StandardDocument => ({ ...standardDocument.parse(EXAMPLE), ...changes });

/** @returns id of a first version that is a complete draft */
export async function draftedStandard(ctx: Context, authorityId: number, document = exampleStandard()): Promise<number> {
  return (await createStandard(ctx, { authorityId, title: document.title, document })).versionId;
}

export const revisionOf = async (ctx: Context, versionId: number): Promise<number> => (await versionById(ctx.db, versionId))?.revision ?? 0;

/** Opens a consultation today, of the least length. */
export async function consult(ctx: Context, versionId: number): Promise<void> {
  await openConsultation(ctx, { versionId, revision: await revisionOf(ctx, versionId), from: today(), until: addDays(today(), CONSULTATION_DAYS) });
}

export async function consultedStandard(ctx: Context, authorityId: number): Promise<number> {
  const versionId = await draftedStandard(ctx, authorityId);
  await consult(ctx, versionId);
  return versionId;
}

/** The clock goes on by so many days, and stays there. */
export const passDays = (days: number): void => setClockOffset(clockOffset() + days * DAY_MS);

/** Waits out the consultation and publishes, to be in force and take applications as soon as may be. The clock stays on the day of publication. */
export async function publish(ctx: Context, versionId: number, graceUntil: string | null = null): Promise<{ inForceFrom: string }> {
  passDays(CONSULTATION_DAYS + 1);
  const inForceFrom = addDays(today(), NOTICE_DAYS);
  await publishVersion(ctx, { versionId, revision: await revisionOf(ctx, versionId), inForceFrom, applicationsFrom: inForceFrom, graceUntil });
  return { inForceFrom };
}
