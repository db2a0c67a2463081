/** The provider that an address of the API is about. */
import type { APIContext } from 'astro';
import type { Db } from '#db/client.ts';
import { DomainError } from '#platform/errors.ts';
import { movedPermanently } from '#platform/http/api.ts';
import { findProvider } from '#features/programmes/find.ts';
import { providerByNumber, type ProviderPage } from '#features/programmes/queries.ts';
import { organisationKey } from '#features/providers/model.ts';

export const noSuchProvider = (slug: string) => new DomainError('not-found', `There is no provider with the slug ${slug.slice(0, 100)}.`);

/**
 * The published provider, or the way to it if it has another slug now.
 * @throws DomainError not-found
 */
export async function providerOrRedirect({ params, locals, url }: APIContext): Promise<ProviderPage | Response> {
  const slug = params['slug'] ?? '';
  const { page, movedTo } = await findProvider(locals.runtime.db, slug);
  if (page) return page;
  if (movedTo === null) throw noSuchProvider(slug);
  const path = url.pathname.split('/');
  path[path.indexOf('providers') + 1] = encodeURIComponent(movedTo);
  return movedPermanently(`${path.join('/')}${url.search}`);
}

/** The published provider that took over from a closed one. */
export async function successorOf(db: Db, { profile }: ProviderPage): Promise<{ slug: string; name: string } | null> {
  return profile.succeededBy ? providerByNumber(db, organisationKey(profile.succeededBy)) : null;
}
