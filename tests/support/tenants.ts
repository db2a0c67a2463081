/**
 * Two providers and two authorities with people in every role, and the rows of the first provider: what the sweep of
 * foreign ids sends to every act. A new kind of row that has an owner is added in `rowsOfTenant`.
 */
import { z } from 'zod';
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import {
  apiToken, approvalCase, approvalDossier, authority, caseEntry, enquiry, membership, moderationCase, moderationNotice, opening, organisation, passkey, person, personSession, profileClaim, provider, providerVersion, resultConfirmation, resultEvidenceFile, review, reviewBatch, reviewPool, source, standardComment, storedFile,
} from '#db/schema/index.ts';
import type { Act, ActRequest } from '#platform/define-action.ts';
import type { Actor, Gate } from '#platform/permissions.ts';
import { invite } from '#features/accounts/commands/invite.ts';
import { openGate } from '#features/accounts/gate.ts';
import { AUTHORITY_ROLES, PROVIDER_ROLES, SITE_ROLES, type Role } from '#features/accounts/model.ts';
import type { ActionName } from '#features/accounts/policy.ts';
import { rolesOfPerson } from '#features/accounts/queries.ts';
import { makeStandard } from './approvals.ts';
import { contextOf } from './catalogue.ts';
import { SITE_URL } from './identity.ts';

const AT = new Date('2026-11-25T10:00:00Z');
const HALF = '2025H1';

export interface Tenant {
  organisationId: number;
  slug: string;
  providerId: number;
  /** Id of the person in each role. */
  people: Record<string, string>;
}

export async function makePerson(db: Db, id: string, email = `${id}@example.test`, emailVerified = true): Promise<string> {
  await db.insert(person).values({ id, name: `Name of ${id}`, email, emailVerified, locale: 'da', createdAt: AT, updatedAt: AT });
  return id;
}

async function staff(db: Db, name: string, organisationId: number | null, roles: readonly Role[]): Promise<Record<string, string>> {
  const people: Record<string, string> = {};
  for (const role of roles) {
    people[role] = await makePerson(db, `${name}-${role}`);
    await db.insert(membership).values({ personId: `${name}-${role}`, organisationId, role, since: AT });
  }
  return people;
}

const one = <T>([row]: T[]): T => {
  if (row === undefined) throw new Error('no row');
  return row;
};

export async function makeOrganisation(db: Db, name: string, value: string, scheme = 'demo'): Promise<number> {
  return one(await db.insert(organisation).values({ scheme, value, name, createdAt: AT }).returning({ id: organisation.id })).id;
}

/** A published profile with nothing but what the catalogue format asks for, and a contact. */
export async function makeProvider(db: Db, name: string, { value = name, scheme = 'demo', contact = {} as Record<string, string> } = {}): Promise<{ organisationId: number; providerId: number; slug: string }> {
  const organisationId = await makeOrganisation(db, name, value, scheme);
  const [from] = await db.insert(source).values({ title: name, publisher: 'test', createdAt: AT }).returning({ id: source.id });
  const { id: providerId } = one(await db.insert(provider).values({ organisationId, slug: name, createdAt: AT }).returning({ id: provider.id }));
  const profile = { id: { scheme, value }, name, kind: 'private', coverage: ['dk'], contact };
  const { id: versionId } = one(
    await db.insert(providerVersion).values({ providerId, sourceId: from?.id ?? 0, state: 'current', hash: name, profile, createdAt: AT, activatedAt: AT }).returning({ id: providerVersion.id }),
  );
  await db.update(provider).set({ versionId }).where(eq(provider.id, providerId));
  return { organisationId, providerId, slug: name };
}

export async function makeTenant(db: Db, name: string): Promise<Tenant> {
  const made = await makeProvider(db, name);
  return { ...made, people: await staff(db, name, made.organisationId, PROVIDER_ROLES) };
}

export async function makeAuthority(db: Db, name: string): Promise<{ organisationId: number; people: Record<string, string> }> {
  const organisationId = await makeOrganisation(db, name, name);
  await db.insert(authority).values({ organisationId, since: AT });
  return { organisationId, people: await staff(db, name, organisationId, AUTHORITY_ROLES) };
}

export const makeSite = (db: Db): Promise<Record<string, string>> => staff(db, 'site', null, SITE_ROLES);

/** What a form sends for a field of that name, so that it is about rows of the tenant. */
export type FieldValues = Record<string, string>;

/** As a file store takes it. */
export const THEIR_FILE = 'file-of-the-tenant-000';

/** As reviews are named. */
export const THEIR_REVIEW = 'a'.repeat(24);

/** An application that the tenant has sent to the authority. */
async function caseOfTenant(db: Db, { providerId, slug, people }: Tenant, authorityId: number): Promise<FieldValues> {
  const { standardId, versionId } = await makeStandard(db, `standard-of-${slug}`, [authorityId]);
  const by = people['owner'] ?? '';
  const dossier = one(
    await db.insert(approvalDossier).values({ providerId, standardVersionId: versionId, revision: 1, createdBy: by, createdAt: AT, updatedAt: AT, sentAt: AT }).returning({ id: approvalDossier.id }),
  );
  const caseId = await db.transaction(async (tx) => {
    const facts = { dossierId: dossier.id, providerId, authorityId, standardId, standardVersionId: versionId, competitor: false, sentOn: '2026-11-25', sentAt: AT };
    const made = one(await tx.insert(approvalCase).values({ ...facts, seq: 1, state: 'received', measure: false, dueOn: '2027-01-25', appeal: 'none' }).returning({ id: approvalCase.id }));
    const content = { criteria: ['1.1'], limits: { decision: 40, reply: 5, hearing: 10, appeal: 28 }, validMonths: 24, competitor: false, renews: null, dueOn: '2027-01-25' };
    await tx.insert(caseEntry).values({ caseId: made.id, seq: 1, kind: 'sent', round: 1, actor: by, role: 'applicant', at: AT, onDay: '2026-11-25', content });
    return made.id;
  });
  const said = one(
    await db.insert(standardComment).values({ versionId, kind: 'question', side: 'provider', text: 'A question.', locale: 'en', day: '2026-11-25' }).returning({ id: standardComment.id }),
  );
  return {
    standardId: String(standardId), commentId: String(said.id), consultationFrom: '2026-11-25', consultationUntil: '2026-12-25', inForceFrom: '2027-01-25', applicationsFrom: '2027-01-25',
    caseId: String(caseId), fromCaseId: String(caseId), dossierId: String(dossier.id), versionId: String(versionId), authorities: String(authorityId), seen: '1', revision: '1', criterion: '1.1', receivedOn: '2026-11-25',
  };
}

/** A text of theirs that somebody has reported. Its case has the id of the application's, as both are `caseId` in forms. */
async function noticeOfTenant(db: Db, { providerId }: Tenant, caseId: number): Promise<FieldValues> {
  await db.insert(moderationCase).values({
    id: caseId, subjectKind: 'review', subjectId: 'review-of-the-tenant', subjectRevision: 1, providerId, state: 'open', round: 1, priority: 0, requester: 'person', rule: 'privacy', findings: [], held: false,
    openedOn: '2026-11-25', roundOn: '2026-11-25', authorAnswered: false, version: 1,
  });
  const notice = one(
    await db
      .insert(moderationNotice)
      .values({ tokenHash: 'notice', caseId, path: '/', providerId, reason: 'privacy', illegal: true, sender: 'person', words: 'sealed', locale: 'da', goodFaith: true, receivedOn: '2026-11-25' })
      .returning({ id: moderationNotice.id }),
  );
  return { noticeId: String(notice.id) };
}

/** Rows of the tenant, one of each kind that an act can name. */
export async function rowsOfTenant(db: Db, tenant: Tenant, authorityId: number): Promise<FieldValues> {
  const { organisationId, providerId, slug, people } = tenant;
  const owner = people['owner'] ?? '';
  const invitationId = await invite(contextOf(db), { organisationId, email: 'invited@example.test', role: 'editor', invitedBy: owner, inviterName: '', locale: 'da', siteUrl: SITE_URL });
  const claimant = await makePerson(db, `claims-${slug}`);
  const claim = one(await db.insert(profileClaim).values({ providerId, personId: claimant, state: 'open', proof: 'operator', contested: true, createdAt: AT }).returning({ id: profileClaim.id }));
  const { sourceId } = one(await db.select({ sourceId: providerVersion.sourceId }).from(providerVersion).where(eq(providerVersion.providerId, providerId)));
  const request = one(
    await db
      .insert(resultConfirmation)
      .values({ providerId, authorityId, sourceId, fromHalf: HALF, toHalf: HALF, state: 'open', seed: 'seed', askedBy: `person:${owner}`, askedAt: AT })
      .returning({ id: resultConfirmation.id }),
  );
  await db.insert(storedFile).values({ id: THEIR_FILE, organisationId, kind: 'pdf', name: 'a.pdf', size: 1, sha256: '0'.repeat(64), state: 'quarantined', uploadedBy: `person:${owner}`, uploadedAt: AT });
  await db.insert(resultEvidenceFile).values({ fileId: THEIR_FILE, halfYear: HALF, providerId });
  const offered = one(await db.insert(opening).values({ providerId, programmeCode: 'x', freePlaces: 2, revision: 1, createdAt: AT, confirmedAt: AT }).returning({ id: opening.id }));
  const question = one(
    await db
      .insert(enquiry)
      .values({ providerId, kind: 'question', state: 'waiting', locale: 'da', tokenHash: 'hash', contact: 'sealed', showAddress: false, createdAt: AT, lastWordAt: AT })
      .returning({ id: enquiry.id }),
  );
  const key = one(
    await db
      .insert(apiToken)
      .values({ organisationId, name: 'key', hash: 'hash', scopes: ['profile:write'], createdBy: `person:${owner}`, createdAt: AT, expiresAt: new Date('2099-01-01') })
      .returning({ id: apiToken.id }),
  );
  await db.insert(reviewPool).values({
    id: 'pool-of-the-tenant', providerId, authorityId, issuerId: authorityId, programmeCode: 'x', fromDay: '2026-01-01', toDay: '2026-03-31', state: 'announced', stays: 10, createdAt: AT,
  });
  await db.insert(reviewBatch).values({ id: 'batch-of-the-tenant', providerId, poolId: 'pool-of-the-tenant', publishedOn: '2026-11-01', quarter: '2026Q4', size: 5, counts: {} });
  await db.insert(review).values({
    id: THEIR_REVIEW, poolId: 'pool-of-the-tenant', providerId, programmeCode: 'x', proof: 'token', pk: '0'.repeat(64), state: 'published', batchId: 'batch-of-the-tenant',
    attendance: 'chosen', finished: 'yes', outcome: 'job', language: 'da', quarter: '2026Q4', receivedOn: '2026-10-01',
  });
  await db.insert(personSession).values({ id: 'their-session', userId: owner, token: 'their-token', expiresAt: new Date('2099-01-01'), method: 'link', authenticatedAt: AT, createdAt: AT, updatedAt: AT });
  await db.insert(passkey).values({ id: 'their-passkey', publicKey: 'k', userId: owner, credentialID: 'c', counter: 0, deviceType: 'x', backedUp: false });
  const application = await caseOfTenant(db, tenant, authorityId);
  return {
    ...application, ...(await noticeOfTenant(db, tenant, Number(application['caseId']))), person: 'near-authority-decider', on: '2026-11-20', dueOn: '2027-05-01', deadline: '2027-05-01',
    organisationId: String(organisationId), providerId: String(providerId), slug, personId: people['editor'] ?? '', invitationId: String(invitationId), claimId: String(claim.id),
    session: 'their-session', passkey: 'their-passkey', fileId: THEIR_FILE, confirmationId: String(request.id), openingId: String(offered.id), enquiryId: String(question.id),
    authorityId: String(authorityId), sourceId: String(sourceId), jobId: '00000000-0000-4000-8000-000000000000',
    tokenId: String(key.id), days: '90', half: HALF, halfYears: HALF, from: HALF, to: HALF,
    reviewId: THEIR_REVIEW, poolId: 'pool-of-the-tenant', stays: '10', period: '2026-01-01/2026-03-31',
    email: 'new@example.test', name: 'A name', role: 'editor', roles: 'editor', token: 'x'.repeat(32), area: 'dk',
    reasons: 'Long enough to be a reason.', reason: 'Long enough to be a reason.', answer: 'An answer.',
  };
}

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  minLength?: number;
}

function fill(form: FormData, schema: Schema, name: string, values: FieldValues): void {
  const last = name.split('.').at(-1) ?? '';
  if (schema.anyOf) return fill(form, schema.anyOf[0] ?? {}, name, values);
  if (schema.type === 'object' || schema.properties) {
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      // Optional fields are left out unless they name a row.
      if (schema.required?.includes(key) || key in values) fill(form, inner, name === '' ? key : `${name}.${key}`, values);
    }
    return;
  }
  if (last === 'file') return form.append(name, new File(['a'], 'a.csv'));
  const given = values[last];
  const items = schema.items?.enum;
  if (schema.type === 'array' && schema.items?.properties) return fill(form, schema.items, `${name}.0`, values);
  if (schema.type === 'array') return form.append(`${name}[]`, String(items && !items.includes(given) ? items[0] : (given ?? 'x')));
  const said = schema.const ?? (schema.enum ? (schema.enum.includes(given) ? given : schema.enum[0]) : undefined);
  form.append(name, String(said ?? given ?? (schema.type === 'string' ? 'x'.repeat(Math.max(1, schema.minLength ?? 1)) : '1')));
}

/** A form that an act takes, about rows of the tenant. */
export function formFor(act: Act, values: FieldValues): FormData {
  const form = new FormData();
  fill(form, z.toJSONSchema(act.input, { io: 'input', unrepresentable: 'any' }) as Schema, '', values);
  return form;
}

export async function actorOfPerson(db: Db, personId: string): Promise<Actor> {
  const session = { id: `session-${personId}`, method: 'passkey' as const, acr: null, organisation: null, authenticatedAt: new Date() };
  return { personId, suspended: false, roles: await rolesOfPerson(db, personId), session, token: null };
}

/** @param runtime what the act needs of the site beside its database */
export function requestOf(db: Db, actor: Actor, form: FormData, runtime: object = {}): ActRequest {
  const ctx = { ...contextOf(db), actor: `person:${actor.personId}` };
  return { ctx, runtime: { db, env: { siteUrl: SITE_URL }, ...runtime }, actor, person: actor.personId === null ? null : { name: 'A name', email: '' }, locale: 'da', form, address: '192.0.2.1' } as unknown as ActRequest;
}

export const gateOf = (actor: Actor): Gate<ActionName> => openGate(actor, null);
