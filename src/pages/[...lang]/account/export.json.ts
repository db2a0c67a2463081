/** Everything that is kept about the person, as one file. */
import type { APIRoute } from 'astro';
import { exportPerson } from '#features/accounts/identity/export.ts';
import { messages } from '#i18n/index.ts';
import { allow } from '#platform/permissions.ts';

export const GET: APIRoute = async (context) => {
  const { runtime, gate, locale } = context.locals;
  const refused = await allow(context, { personId: gate.actor.personId });
  if (refused) return refused;
  const kept = gate.actor.personId === null ? null : await exportPerson(runtime.db, gate.actor.personId);
  return new Response(JSON.stringify(kept, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${messages(locale).account.data.file}.json"`,
      'cache-control': 'no-store',
    },
  });
};
