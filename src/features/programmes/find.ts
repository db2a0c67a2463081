/** A provider by the slug in an address. */
import type { Db } from '#db/client.ts';
import { presentSlug } from '#features/providers/queries.ts';
import { providerPage, type ProviderPage } from './queries.ts';

export type FoundProvider = { page: ProviderPage; movedTo: null } | { page: null; movedTo: string | null };

/** `movedTo`: the present slug of a provider that once had this one. One query; two when nothing is found. */
export async function findProvider(db: Db, slug: string | undefined): Promise<FoundProvider> {
  if (slug === undefined) return { page: null, movedTo: null };
  const page = await providerPage(db, slug);
  return page ? { page, movedTo: null } : { page: null, movedTo: await presentSlug(db, slug) };
}
