import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { rows, sqlState, type Db } from '#db/client.ts';
import { approvalCase, caseEntry } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import type { Register } from '#features/regions/register.ts';
import { criteriaOf } from '#features/standards/model.ts';
import { versionById, versionsForApplications, type StandardVersion } from '#features/standards/queries.ts';
import { addWorkingDays } from '../clocks.ts';
import { competes } from '../competitor.ts';
import { step } from '../model/case.ts';
import type { CaseEvent } from '../model/events.ts';
import { isRefusal } from '../model/refusal.ts';
import { projection } from '../projection.ts';
import { dossierById } from '../queries/dossiers.ts';
import { refusedBy, type Caller } from './case-rows.ts';
import { lockedDossier, touch, type WhichDossier } from './dossier-rows.ts';
import { tellAuthority, tellProvider } from './tell.ts';

interface Asked {
  id: number;
  /** Where its own organisation helps people; null: it is no provider. */
  coverage: string[] | null;
}

/** Those of the chosen ones that decide by the standard now, and are not the applicant itself. */
function askedAuthorities(tx: Db, standardId: number, ids: readonly number[], providerId: number, day: string): Promise<Asked[]> {
  return rows<Asked>(
    tx,
    sql`select a.organisation_id as id,
          (select v.profile->'coverage' from provider p join provider_version v on v.id = p.version_id where p.organisation_id = a.organisation_id and coalesce(v.profile->>'closedOn', '9999') > ${day}) as coverage
        from standard_use u join authority a on a.organisation_id = u.authority_id join organisation o on o.id = a.organisation_id
        where u.standard_id = ${standardId} and u.ended_at is null and a.ended_at is null and o.suspended_at is null
          and a.organisation_id in (${sql.join(ids.map((id) => sql`${id}`), sql`, `)})
          and not exists (select 1 from provider p where p.id = ${providerId} and p.organisation_id = a.organisation_id)
        order by a.organisation_id`,
  );
}

async function coverageOf(tx: Db, providerId: number): Promise<string[]> {
  const [row] = await rows<{ coverage: string[] | null }>(tx, sql`select v.profile->'coverage' as coverage from provider p left join provider_version v on v.id = p.version_id where p.id = ${providerId}`);
  return row?.coverage ?? [];
}

/** The approval that this one would follow. */
async function renewedBy(tx: Db, providerId: number, authorityId: number, standardId: number): Promise<number | null> {
  const [row] = await tx
    .select({ id: approvalCase.id })
    .from(approvalCase)
    .where(and(eq(approvalCase.providerId, providerId), eq(approvalCase.authorityId, authorityId), eq(approvalCase.standardId, standardId), inArray(approvalCase.approval, ['in-force', 'suspended'])))
    .orderBy(desc(approvalCase.id))
    .limit(1);
  return row?.id ?? null;
}

async function openCase(ctx: Context, tx: Db, { by, siteUrl }: Caller, dossierId: number, providerId: number, version: StandardVersion, authorityId: number, competitor: boolean): Promise<number> {
  const { standardId, document } = version;
  const renews = await renewedBy(tx, providerId, authorityId, standardId);
  const [on, at] = [today(), now()];
  const { appeal, decision, hearing, reply } = document.limits;
  const content = {
    criteria: criteriaOf(document).map(({ criterion }) => criterion.code), limits: { appeal, decision, hearing, reply }, validMonths: document.validMonths, competitor, renews, dueOn: addWorkingDays(on, decision),
  };
  const event: CaseEvent<'sent'> = { kind: 'sent', by, on, content };
  const begun = step(null, event);
  if (isRefusal(begun)) throw refusedBy(begun);
  const [row] = await tx
    .insert(approvalCase)
    .values({ dossierId, providerId, authorityId, standardId, standardVersionId: version.id, renewsId: renews, competitor, sentOn: on, sentAt: at, ...projection(begun) })
    .returning({ id: approvalCase.id });
  if (!row) throw new Error('The case was not written.');
  await tx.insert(caseEntry).values({ caseId: row.id, seq: 1, kind: 'sent', round: 1, actor: by.person, role: by.role, at, onDay: on, content });
  await audit(tx, { actor: ctx.actor, action: 'case.sent', object: `case:${row.id}`, detail: { provider: providerId, authority: authorityId, version: version.id, competitor } });
  await tellProvider(ctx, tx, row.id, 'received', content.dueOn, siteUrl);
  await tellAuthority(ctx, tx, row.id, 'applied', content.dueOn, siteUrl, { role: 'assessor', not: null });
  return row.id;
}

/**
 * One evidence file to one or several authorities; each decides for itself. Also later to further ones, as long as the
 * version takes applications. @returns ids of the cases, in the order of the authorities' ids
 * @throws Refused when something is missing, or when there is an open application there
 */
export async function sendApplication(ctx: Context, caller: Caller, register: Pick<Register, 'expand'>, which: WhichDossier & { authorities: readonly number[] }): Promise<number[]> {
  const { providerId, dossierId } = which;
  const ids = [...new Set(which.authorities)];
  return ctx.db
    .transaction(async (tx) => {
      const row = await lockedDossier(tx, which);
      const dossier = await dossierById(tx, dossierId, providerId);
      const version = await versionById(tx, row.standardVersionId);
      if (!dossier || !version) throw new Error('A dossier without its standard.');
      if (!(await versionsForApplications(tx, version.standardId, today())).some(({ id }) => id === version.id)) throw new Refused('conflict', { field: null, reason: 'standard-not-open' });
      if (dossier.lacks.length > 0) throw new Refused('invalid', { field: null, reason: 'dossier-incomplete', params: { limit: dossier.lacks.length } });
      const asked = await askedAuthorities(tx, version.standardId, ids, providerId, today());
      if (asked.length < ids.length) throw new Refused('invalid', { field: 'authorities', reason: 'choose' });
      if (row.sentAt === null) await touch(tx, row, { sentAt: now() });
      const coverage = await coverageOf(tx, providerId);
      const cases: number[] = [];
      for (const each of asked) cases.push(await openCase(ctx, tx, caller, dossierId, providerId, version, each.id, competes(each.coverage, coverage, register)));
      return cases;
    })
    .catch((error: unknown) => {
      throw sqlState(error) === '23505' ? new Refused('conflict', { field: 'authorities', reason: 'case-open' }) : error;
    });
}
