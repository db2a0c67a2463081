/** A provider with people, an authority with two assessors and two deciders, and a standard in force: what cases are made of. */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { approvalCase, authority, membership, standard, standardUse, standardVersion } from '#db/schema/index.ts';
import { setClockOffset } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { beginDossier } from '#features/approvals/commands/begin-dossier.ts';
import type { Caller } from '#features/approvals/commands/case-rows.ts';
import { decide } from '#features/approvals/commands/decide.ts';
import { recordFindings } from '#features/approvals/commands/record-findings.ts';
import { saveAssessment } from '#features/approvals/commands/save-assessment.ts';
import { sendApplication } from '#features/approvals/commands/send-application.ts';
import { takeCase } from '#features/approvals/commands/take-case.ts';
import type { CaseRole, DecisionContent } from '#features/approvals/model/events.ts';
import { standardDocument } from '#features/standards/input.ts';
import type { StandardDocument } from '#features/standards/model.ts';
import { contextOf } from './catalogue.ts';
import { SITE_URL } from './identity.ts';
import { makeAuthority, makePerson, makeTenant, type Tenant } from './tenants.ts';

const DAY_MS = 86_400_000;
const START = new Date('2026-11-25T10:00:00Z');

/** Each place stands for itself. */
export const FLAT_REGISTER = { expand: (codes: readonly string[]) => ({ leaves: [...codes], areas: [...codes] }) };

export const TEST_STANDARD: StandardDocument = standardDocument.parse({
  title: { en: 'A standard', da: 'En standard' }, example: true, validMonths: 24, limits: { decision: 40, reply: 5, hearing: 10, appeal: 28 },
  themes: [{ code: '1', title: { en: 'A theme' }, criteria: [
    { code: '1.1', title: { en: 'One' }, weight: 1, mandatory: true, scale: 'met', indicators: [] },
    { code: '1.2', title: { en: 'Two' }, weight: 1, mandatory: false, scale: 'five', indicators: [] },
  ] }],
  rule: { metFrom: 4, partlyFrom: 3, approveFrom: 80, conditionsFrom: 50 },
});

/** @returns id of the version, published and in force since long ago */
export async function makeStandard(db: Db, slug: string, authorityIds: readonly number[], document: StandardDocument = TEST_STANDARD): Promise<{ standardId: number; versionId: number }> {
  const [owner] = authorityIds;
  const [made] = await db.insert(standard).values({ slug, authorityId: owner ?? 0, createdAt: START }).returning({ id: standard.id });
  const standardId = made?.id ?? 0;
  const past = new Date('2020-01-01T10:00:00Z');
  const [version] = await db
    .insert(standardVersion)
    .values({ standardId, number: 1, state: 'draft', document: document as unknown as Record<string, unknown>, hash: 'hash', revision: 1, createdBy: 'test', createdAt: past, updatedAt: past })
    .returning({ id: standardVersion.id });
  const versionId = version?.id ?? 0;
  await db
    .update(standardVersion)
    .set({ state: 'published', consultationFrom: '2019-11-01', consultationUntil: '2019-12-01', publishedAt: past, publishedBy: 'test', inForceFrom: '2020-02-01', applicationsFrom: '2020-02-01', logIndex: 0 })
    .where(eq(standardVersion.id, versionId));
  await db.insert(standardUse).values(authorityIds.map((authorityId) => ({ standardId, authorityId, since: past })));
  return { standardId, versionId };
}

export interface ApprovalWorld {
  db: Db;
  ctx: Context;
  provider: Tenant;
  authorityId: number;
  standardId: number;
  versionId: number;
  as(person: 'owner' | 'assessor' | 'assessor-2' | 'decider' | 'decider-2'): Caller;
}

const ROLE: Record<string, CaseRole> = { owner: 'applicant', assessor: 'caseworker', 'assessor-2': 'caseworker', decider: 'decider', 'decider-2': 'decider' };

export async function approvalWorld(db: Db, name = 'w'): Promise<ApprovalWorld> {
  const provider = await makeTenant(db, `${name}-provider`);
  const { organisationId: authorityId, people } = await makeAuthority(db, `${name}-authority`);
  for (const role of ['assessor', 'decider'] as const) {
    people[`${role}-2`] = await makePerson(db, `${name}-authority-${role}-2`);
    await db.insert(membership).values({ personId: `${name}-authority-${role}-2`, organisationId: authorityId, role, since: START });
  }
  await db.update(authority).set({ area: 'dk' }).where(eq(authority.organisationId, authorityId));
  const { standardId, versionId } = await makeStandard(db, `${name}-standard`, [authorityId]);
  return {
    db, ctx: { ...contextOf(db), actor: 'test' }, provider, authorityId, standardId, versionId,
    as: (person) => ({ by: { person: (person === 'owner' ? provider.people['owner'] : people[person]) ?? '', role: ROLE[person] ?? 'caseworker' }, siteUrl: SITE_URL }),
  };
}

/** Days ahead of the real clock. */
export const moveClock = (days: number): void => setClockOffset(days * DAY_MS);

export async function seenOf(db: Db, caseId: number): Promise<{ caseId: number; seen: number }> {
  const [row] = await db.select({ seq: approvalCase.seq }).from(approvalCase).where(eq(approvalCase.id, caseId));
  return { caseId, seen: row?.seq ?? 0 };
}

export const SELF = [
  { criterion: '1.1', score: 'met', statement: 'We do.', links: ['/providers/x'], files: [] },
  { criterion: '1.2', score: '4', statement: 'Well.', links: [], files: [] },
] as const;

/** @returns the draft with everything said, and its revision */
export async function fullDraft({ ctx, provider, versionId, as }: ApprovalWorld): Promise<{ dossierId: number; revision: number }> {
  const dossierId = await beginDossier(ctx, { providerId: provider.providerId, versionId, person: as('owner').by.person });
  await saveAssessment(ctx, { providerId: provider.providerId, organisationId: provider.organisationId, dossierId, revision: 1, items: SELF });
  return { dossierId, revision: 2 };
}

/** @returns the case, sent and with nobody */
export async function sentCase(world: ApprovalWorld, register = FLAT_REGISTER): Promise<number> {
  const { ctx, provider, authorityId, as } = world;
  const [caseId] = await sendApplication(ctx, as('owner'), register, { ...(await fullDraft(world)), providerId: provider.providerId, authorities: [authorityId] });
  return caseId ?? 0;
}

export const FINDINGS = [
  { criterion: '1.1', score: 'met', grounds: 'Seen.', evidence: 'The page.' },
  { criterion: '1.2', score: '4', grounds: 'Good.', evidence: null },
] as const;

/** Taken by the assessor, with a finding of each criterion. */
export async function assessedCase(world: ApprovalWorld): Promise<number> {
  const { db, ctx, as } = world;
  const caseId = await sentCase(world);
  await takeCase(ctx, as('assessor'), { ...(await seenOf(db, caseId)), impartial: true, statement: null });
  await recordFindings(ctx, as('assessor'), { ...(await seenOf(db, caseId)), findings: FINDINGS });
  return caseId;
}

export const decisionOf = (outcome: DecisionContent['outcome'], given: Partial<DecisionContent> = {}): DecisionContent & { impartial: boolean } => ({
  outcome, rule: 'Section 1.', considerations: 'All in all.', facts: 'As seen.', answerTreated: null, guidance: { body: 'The board', how: 'Write to us.' }, validFrom: null, validTo: null, conditions: [], redactions: [],
  language: 'en', impartial: true, ...given,
});

export async function decideCase(world: ApprovalWorld, caseId: number, outcome: DecisionContent['outcome'], given: Partial<DecisionContent> = {}, who: 'decider' | 'decider-2' = 'decider'): Promise<void> {
  await decide(world.ctx, world.as(who), { ...(await seenOf(world.db, caseId)), ...decisionOf(outcome, given) });
}
