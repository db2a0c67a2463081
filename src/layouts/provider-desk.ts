/** What every page of a provider's desk begins with: whose desk it is, whether one may, and what stands on it. */
import type { AstroGlobal } from 'astro';
import { organisationById, type OrganisationOnDesk } from '#features/accounts/queries.ts';
import type { ActionName } from '#features/accounts/policy.ts';
import { deskProvider, presentDescription, type DeskProvider, type Present } from '#features/programmes/desk-queries.ts';
import type { Around } from '#features/programmes/desk-words.ts';
import { allow } from '#platform/permissions.ts';
import type { Locale } from '#platform/input.ts';

export interface OpenDesk extends Present {
  provider: DeskProvider;
  organisation: OrganisationOnDesk;
  around: Around;
  /** May change things, not only read. */
  edits: boolean;
}

/** @returns the answer to give where one may not be here */
export async function openDesk(page: AstroGlobal, action?: ActionName): Promise<OpenDesk | Response> {
  const { runtime, gate } = page.locals;
  const provider = await deskProvider(runtime.db, page.params['slug'] ?? '');
  const own = { organisationId: provider?.organisationId ?? null };
  const refused = await allow(page, own, action);
  const organisation = provider && (await organisationById(runtime.db, provider.organisationId));
  if (refused || !provider || !organisation) return refused ?? page.rewrite('/404');
  const present = await presentDescription(runtime.db, provider);
  const around = { locale: page.currentLocale as Locale, register: runtime.register, description: present.description };
  return { ...present, provider, organisation, around, edits: gate.may('provider.edit', own) };
}
