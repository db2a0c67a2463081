/** The open list for machines. */
import type { APIRoute } from 'astro';
import { ledgerNow } from '#features/moderation/ledger.ts';
import { REASONS_VERSION } from '#features/moderation/reasons.ts';

export const GET: APIRoute = async ({ locals }) =>
  new Response(JSON.stringify({ reasonsVersion: REASONS_VERSION, ...(await ledgerNow(locals.runtime.db)) }), { headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } });
