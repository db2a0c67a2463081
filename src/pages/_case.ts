/** Letter and files of a case for both of its sides: whose it is by the address, and whether one may. */
import type { APIContext } from 'astro';
import type { ActionName } from '#features/accounts/policy.ts';
import { caseOwner, type CaseOwner } from '#features/approvals/queries/around.ts';
import { letterOfCase, type CaseLetter } from '#features/approvals/queries/letter.ts';
import { allow, type AskingPage } from '#platform/permissions.ts';

export type Side = 'authority' | 'provider';
type Context = AskingPage<ActionName> & Pick<APIContext, 'params'> & { locals: APIContext['locals'] };

export interface OpenedCase extends CaseOwner {
  caseId: number;
}

const numberOf = (param: string | undefined): number | null => (param !== undefined && /^[1-9]\d{0,8}$/.test(param) ? Number(param) : null);

/** @returns the answer to give where there is no such case on that desk, or one may not see it */
export async function openCaseOf(context: Context, side: Side): Promise<OpenedCase | Response> {
  const { params, locals: { runtime: { db } } } = context;
  const caseId = numberOf(params['case']);
  const owner = caseId === null ? null : await caseOwner(db, caseId);
  const own = owner && (side === 'authority' ? String(owner.authorityId) === params['id'] : owner.slug === params['slug']) ? owner : null;
  const object = side === 'authority'
    ? { authorityId: own?.authorityId ?? null, partyOrganisationIds: own ? [own.providerOrganisationId] : [] }
    : { organisationId: own?.providerOrganisationId ?? null };
  const refused = await allow(context, object);
  if (refused || !own || caseId === null) return refused ?? context.rewrite('/404');
  return { ...own, caseId };
}

/** `?entry=` asks for one of several decisions. */
export async function openLetter(context: Context, side: Side): Promise<(OpenedCase & CaseLetter) | Response> {
  const opened = await openCaseOf(context, side);
  if (opened instanceof Response) return opened;
  const found = await letterOfCase(context.locals.runtime.db, opened.caseId, numberOf(context.url.searchParams.get('entry') ?? undefined));
  return found ? { ...opened, ...found } : context.rewrite('/404');
}
