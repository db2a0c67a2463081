/** What every page of a provider's approvals begins with: whose they are, and whether one may. */
import type { AstroGlobal } from 'astro';
import { organisationById, type OrganisationOnDesk } from '#features/accounts/queries.ts';
import { shownCase, type ShownCase } from '#features/approvals/desk/queries.ts';
import { deskProvider, type DeskProvider } from '#features/programmes/desk-queries.ts';
import { allow } from '#platform/permissions.ts';

export interface ApprovalsDesk {
  provider: DeskProvider;
  organisation: OrganisationOnDesk;
  /** May write and send, not only read. */
  applies: boolean;
}

/** By the part of an address that should be an id; null for anything that is none. */
export const idOf = (param: string | undefined): number | null => (param !== undefined && /^[1-9]\d{0,8}$/.test(param) ? Number(param) : null);

/** @returns the answer to give where one may not be here */
export async function openApprovals(page: AstroGlobal): Promise<ApprovalsDesk | Response> {
  const { runtime: { db }, gate } = page.locals;
  const provider = await deskProvider(db, page.params['slug'] ?? '');
  const own = { organisationId: provider?.organisationId ?? null };
  const refused = await allow(page, own);
  const organisation = provider && (await organisationById(db, provider.organisationId));
  if (refused || !provider || !organisation) return refused ?? page.rewrite('/404');
  return { provider, organisation, applies: gate.may('approvals.apply', own) };
}

/** @returns the answer to give where there is no such case of the provider */
export async function openOwnCase(page: AstroGlobal): Promise<(ApprovalsDesk & { found: ShownCase }) | Response> {
  const desk = await openApprovals(page);
  if (desk instanceof Response) return desk;
  const id = idOf(page.params['case']);
  const found = id === null ? null : await shownCase(page.locals.runtime.db, id);
  return found?.provider.id === desk.provider.id ? { ...desk, found } : page.rewrite('/404');
}
