/** Acts of operators that make an organisation an authority. Here, as numbers are checked here and places are known. */
import { z } from 'zod';
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import { Refused } from '#platform/form.ts';
import { rowId } from '#features/accounts/input.ts';
import { addAuthority, appointAuthority } from '#features/accounts/commands/appoint-authority.ts';
import { organisationById } from '#features/accounts/queries.ts';
import { findNamedPlace } from '#features/regions/named-places.ts';
import { organisationKey, organisationNumberProblem } from './model.ts';

/** Registers of organisations in the countries that this site knows, ours first. */
export const AUTHORITY_SCHEMES = ['dk-cvr', 'se-orgnr', 'nl-kvk', 'fi-ytunnus'] as const;

const area = z.string().trim().max(120).optional();

/** @returns code of the one place that is meant; null: none was named */
function areaCode({ runtime }: ActRequest, text: string | undefined, country: string): string | null {
  if (text === undefined) return null;
  const answer = findNamedPlace(runtime.register, text, country);
  if (answer.state !== 'found') throw new Refused('invalid', { field: 'area', reason: 'place-unknown' });
  return answer.region;
}

export const authorityActs = {
  appoint: defineAct({
    action: 'site.appoint-authority',
    input: z.object({ organisationId: rowId, area }),
    async object({ ctx }, { organisationId }) {
      return (await organisationById(ctx.db, organisationId)) && {};
    },
    async run(request, input) {
      await appointAuthority(request.ctx, input.organisationId, areaCode(request, input.area, 'dk'));
      return { to: `/desk/site/organisations/${input.organisationId}`, done: 'authority-made' };
    },
  }),
  add: defineAct({
    action: 'site.appoint-authority',
    input: z.object({
      scheme: z.enum(AUTHORITY_SCHEMES, { error: 'choose' }), number: z.string().trim().min(1, { error: 'required' }).max(40), name: z.string().trim().min(2).max(200), area,
    }),
    object: () => ({}),
    async run(request, { scheme, number, name, area: where }) {
      if (organisationNumberProblem(scheme, number) !== null) throw new Refused('invalid', { field: 'number', reason: 'organisation-number' });
      const code = areaCode(request, where, scheme.slice(0, 2));
      const id = await addAuthority(request.ctx, { ...organisationKey({ scheme, value: number }), name }, code);
      return { to: `/desk/site/organisations/${id}`, done: 'authority-made' };
    },
  }),
} satisfies Record<string, Act>;
