/** Who is approved, by whom and until when. Approved is not recommended: nothing here gives an order. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { LocalisedText } from '#platform/input.ts';
import { validOn } from '../model/case.ts';
import { entriesUntil } from './entries.ts';

export interface StandingApproval {
  caseId: number;
  authority: { id: number; name: string };
  standard: { slug: string; version: number; title: LocalisedText };
  state: 'in-force' | 'suspended' | 'over';
  validFrom: string;
  validTo: string;
  /** First day on which it counts no more. */
  overFrom: string;
  /** Conditions that are not met yet. */
  openConditions: number;
  /** Given with conditions. */
  conditional: boolean;
  /** Place in the log of the decision to read. */
  decision: number | null;
}

/** Approvals of a provider that count, are suspended or are to come, by authority. @param day today */
export function standingApprovals(db: Db, providerId: number, day: string): Promise<StandingApproval[]> {
  return rows<StandingApproval>(db, sql`
    select g.case_id as "caseId", json_build_object('id', a.id, 'name', a.name) as authority, json_build_object('slug', s.slug, 'version', n.number, 'title', n.document->'title') as standard,
      g.state, g.valid_from::text as "validFrom", g.valid_to::text as "validTo", g.over_from::text as "overFrom",
      (select count(*)::int from approval_condition k where k.case_id = g.case_id and k.state in ('open', 'shown', 'unmet')) as "openConditions",
      exists (select 1 from approval_decision d where d.case_id = g.case_id and d.seq = g.seq and d.outcome = 'conditions') as conditional,
      (select d.log_index::int from approval_decision d where d.case_id = g.case_id and d.seq <= g.seq order by d.seq desc limit 1) as decision
    from approval g join organisation a on a.id = g.authority_id join standard s on s.id = g.standard_id join standard_version n on n.id = g.standard_version_id
    where g.provider_id = ${providerId} and g.over_from > ${day} order by a.name, g.valid_from`);
}

export interface ApprovedBy {
  authorityId: number;
  authority: string;
  validTo: string;
  /** Conditions that are not met yet hang on it. */
  conditional: boolean;
}

/** Approvals that count on a day, of each provider that has one. @param providerIds null: all */
export async function approvedOn(db: Db, providerIds: readonly number[] | null, day: string): Promise<Map<number, ApprovedBy[]>> {
  const found = await rows<ApprovedBy & { providerId: number }>(db, sql`
    select g.provider_id as "providerId", a.id as "authorityId", a.name as authority, max(g.over_from - 1)::text as "validTo",
      bool_or(exists (select 1 from approval_condition k where k.case_id = g.case_id and k.decision_seq = g.seq and k.state in ('open', 'shown', 'unmet'))) as conditional
    from approval g join organisation a on a.id = g.authority_id
    where g.state <> 'suspended' and g.valid_from <= ${day} and ${day} < g.over_from
      and ${providerIds === null ? sql`true` : sql`g.provider_id in (select value::int from json_array_elements_text(${JSON.stringify(providerIds)}::json))`}
    group by g.provider_id, a.id, a.name order by a.name`);
  const byProvider = new Map<number, ApprovedBy[]>();
  for (const { providerId, ...each } of found) byProvider.set(providerId, [...(byProvider.get(providerId) ?? []), each]);
  return byProvider;
}

/** Authorities whose approval counted on a past day, worked out from what happened up to it. @param day YYYY-MM-DD */
export async function approvedOnPastDay(db: Db, providerId: number, day: string): Promise<string[]> {
  const cases = await rows<{ id: number; authority: string }>(db, sql`
    select c.id, a.name as authority from approval_case c join organisation a on a.id = c.authority_id where c.provider_id = ${providerId} order by a.name`);
  const entries = await entriesUntil(db, cases.map(({ id }) => id), day);
  return [...new Set(cases.filter(({ id }) => validOn(entries.get(id) ?? [], day).valid).map(({ authority }) => authority))];
}
