/** What every page of one pool begins with: which it is, for whom, and whether one may. */
import type { AstroGlobal } from 'astro';
import { organisationById, type OrganisationOnDesk } from '#features/accounts/queries.ts';
import { poolById, type Pool } from '#features/reviews/pools/queries.ts';
import { allow } from '#platform/permissions.ts';

export interface PoolDesk {
  pool: Pool;
  organisation: OrganisationOnDesk;
}

/** The pool's authority and its issuer come here, each at its own desk. @returns the answer to give where one may not */
export async function openPoolDesk(page: AstroGlobal): Promise<PoolDesk | Response> {
  const { db } = page.locals.runtime;
  const found = await poolById(db, page.params['pool'] ?? '');
  const own = [found?.authorityId, found?.issuerId].find((each) => String(each) === page.params['id']) ?? null;
  const refused = await allow(page, { organisationId: own });
  const organisation = own === null ? null : await organisationById(db, own);
  return refused || !found || !organisation ? (refused ?? page.rewrite('/404')) : { pool: found, organisation };
}
