/** Asks whether somebody may have an evidence file, and sends them to where it lies. */
import type { APIRoute } from 'astro';
import { fileAddress } from '#platform/files/address.ts';
import { fileById } from '#platform/files/queries.ts';
import { allow } from '#platform/permissions.ts';
import { partiesOfFile } from '#features/approvals/desk/queries.ts';
import { authoritiesOfFile } from '#features/results/desk/confirmations.ts';

export const GET: APIRoute = async (context) => {
  const { params, locals: { runtime, gate } } = context;
  const file = await fileById(runtime.db, params['id'] ?? '');
  const asked = file ? await authoritiesOfFile(runtime.db, file.id) : [];
  const authorityId = asked.find((id) => gate.actor.roles.some(({ organisationId }) => organisationId === id)) ?? null;
  const evidence = file ? { organisationId: file.organisationId, authorityId } : {};
  const party = file && !gate.may('evidence.read', evidence) ? (await partiesOfFile(runtime.db, file.id)).find((each) => gate.may('cases.view', each) || gate.may('approvals.view-desk', { organisationId: each.providerOrganisationId })) : undefined;
  const refused = party === undefined ? await allow(context, evidence) : gate.may('cases.view', party) ? await allow(context, party, 'cases.view') : await allow(context, { organisationId: party.providerOrganisationId }, 'approvals.view-desk');
  if (refused) return refused;
  if (file?.state !== 'released') return context.rewrite('/404');
  return new Response(null, { status: 303, headers: { location: fileAddress(runtime.env.FILES_ORIGIN ?? '', file.id), 'cache-control': 'no-store' } });
};
