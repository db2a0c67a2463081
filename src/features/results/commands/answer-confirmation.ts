import { and, eq } from 'drizzle-orm';
import { resultConfirmation } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { domainErrorCode, type DomainError } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';
import { confirmationById, type Confirmation } from '../desk/confirmations.ts';
import { evidenceFiles } from '../desk/queries.ts';
import { verifyEvidence, type VerificationReport } from './verify-evidence.ts';

interface Coverage {
  told: number;
  known: number;
}

/** What the confirmer found: the outcomes stand in a register, or a sample of placements was looked at. */
export type Finding =
  | { kind: 'register'; register: string; matchedBy: string; coverage: Coverage | null }
  | { kind: 'sample'; auditor: string; drawn: number; errors: number; coverage: Coverage | null };

async function open(ctx: Context, id: number): Promise<Confirmation> {
  const found = await confirmationById(ctx.db, id);
  if (found?.state !== 'open') throw new Refused('conflict', { field: null, reason: 'request-over' });
  return found;
}

async function close(ctx: Context, id: number, changes: { state: 'checked' | 'declined'; verificationId?: number; reason?: string }): Promise<void> {
  const changed = await ctx.db
    .update(resultConfirmation)
    .set({ ...changes, answeredBy: ctx.actor, answeredAt: now() })
    .where(and(eq(resultConfirmation.id, id), eq(resultConfirmation.state, 'open')))
    .returning({ id: resultConfirmation.id });
  if (changed.length === 0) throw new Refused('conflict', { field: null, reason: 'request-over' });
}

/** A reason that verifyEvidence gives in words of its own, at the field it is about. */
function atField(error: unknown): unknown {
  if (domainErrorCode(error) !== 'invalid') return error;
  const [fault] = (error as DomainError).faults;
  if (fault?.field === 'drawn') return new Refused('invalid', { field: 'drawn', reason: 'sample-drawn', params: { limit: fault.expected.replace(' to ', '–') } });
  return fault?.field === 'errors' ? new Refused('invalid', { field: 'errors', reason: 'sample-errors' }) : error;
}

/**
 * Records a check, whether it held or not, with the files at hand, and lets the rows count as what it made them.
 * @throws Refused when the request is no longer open or too few were drawn
 */
export async function recordCheck(ctx: Context, confirmationId: number, finding: Finding): Promise<VerificationReport> {
  const asked = await open(ctx, confirmationId);
  const files = (await evidenceFiles(ctx.db, asked.providerId))
    .filter(({ state, halfYears }) => state === 'released' && halfYears.some((half) => half >= asked.from && half <= asked.to))
    .map(({ name, sha256 }) => ({ name, sha256 }));
  const common = { slug: asked.slug, source: asked.source, from: asked.from, to: asked.to, coverage: finding.coverage, files };
  const given = finding.kind === 'register'
    ? { kind: finding.kind, ...common, register: finding.register, matchedBy: finding.matchedBy }
    : { kind: finding.kind, ...common, auditor: finding.auditor, seed: asked.seed, drawn: finding.drawn, errors: finding.errors };
  return ctx.db
    .transaction(async (tx) => {
      const within = { ...ctx, db: tx };
      const report = await verifyEvidence(within, given);
      await close(within, confirmationId, { state: 'checked', verificationId: report.verificationId });
      return report;
    })
    .catch((error: unknown) => {
      throw atField(error);
    });
}

/** @throws Refused when the request is no longer open */
export async function declineConfirmation(ctx: Context, confirmationId: number, reason: string): Promise<void> {
  await open(ctx, confirmationId);
  await ctx.db.transaction(async (tx) => {
    await close({ ...ctx, db: tx }, confirmationId, { state: 'declined', reason });
    await audit(tx, { actor: ctx.actor, action: 'results.decline-request', object: `confirmation:${confirmationId}` });
  });
}
