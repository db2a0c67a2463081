/** What every page of an authority's cases begins with: whose they are, and what the person may do there. */
import type { AstroGlobal } from 'astro';
import { organisationOfParam, type OrganisationOnDesk } from '#features/accounts/queries.ts';
import { shownCase, type ShownCase } from '#features/approvals/desk/queries.ts';
import type { Viewer } from '#features/approvals/desk/next-step.ts';
import { allow } from '#platform/permissions.ts';

export interface CasesDesk {
  organisation: OrganisationOnDesk;
  viewer: Viewer;
}

export interface OpenedCase extends CasesDesk {
  found: ShownCase;
  /** Whether the person may do this in the case; also where a new or stronger sign-in comes first. */
  may(action: 'cases.assign' | 'cases.assess' | 'cases.decide' | 'cases.follow-up' | 'cases.appeal' | 'cases.export'): boolean;
}

/** @returns the answer to give where one may not be here */
export async function openCases(page: AstroGlobal): Promise<CasesDesk | Response> {
  const { runtime: { db }, gate } = page.locals;
  const organisation = await organisationOfParam(db, page.params['id']);
  const refused = await allow(page, { authorityId: organisation?.authority ? organisation.id : null });
  if (refused || !organisation) return refused ?? page.rewrite('/404');
  const decides = gate.actor.roles.some(({ organisationId, role }) => organisationId === organisation.id && role === 'decider');
  return { organisation, viewer: { personId: gate.actor.personId ?? '', decides } };
}

/** @returns the answer to give where there is no such case at the authority */
export async function openCase(page: AstroGlobal): Promise<OpenedCase | Response> {
  const desk = await openCases(page);
  if (desk instanceof Response) return desk;
  const { runtime: { db }, gate } = page.locals;
  const param = page.params['case'] ?? '';
  const found = /^[1-9]\d{0,8}$/.test(param) ? await shownCase(db, Number(param)) : null;
  if (found?.authority.id !== desk.organisation.id) return page.rewrite('/404');
  const object = { authorityId: found.authority.id, partyOrganisationIds: [found.provider.organisationId] };
  const refused = await allow(page, object);
  if (refused) return refused;
  return { ...desk, found, may: (action) => gate.mayOnce(action, object) };
}
