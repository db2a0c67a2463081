/** What a provider's own system sends about it: profile and programmes as one entry of a catalogue file. All of it holds or nothing is taken. */
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { replaceDescription, type Replaced } from '#features/programmes/commands/replace-description.ts';
import type { DeskProvider } from '#features/programmes/desk-queries.ts';
import { organisationKey } from '#features/providers/model.ts';
import { check, fault, textFaults, type Fault } from '../faults.ts';
import { catalogueProvider } from '../input.ts';
import { knownCodes } from '../queries.ts';
import { referenceFaults } from '../references.ts';

/** Results have an address, a scope and a check of their own. */
export const providerDescription = catalogueProvider.omit({ results: true });

const NOT_TAKEN = 'Nothing was taken: see faults.';

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new DomainError('invalid', NOT_TAKEN, faults);
}

/** @throws DomainError bad-request, invalid with a fault for everything that does not hold, conflict while a draft is being written */
export async function describeByRequest(ctx: Context, provider: Pick<DeskProvider, 'id' | 'number'>, request: Request): Promise<Pick<Replaced, 'outcome'>> {
  if (request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() !== 'application/json') throw new DomainError('bad-request', 'Send application/json, and say so in Content-Type.');
  const body: unknown = await request.json().catch(() => {
    throw new DomainError('bad-request', 'The body is no JSON.');
  });
  const checked = check(providerDescription, body, '');
  if ('faults' in checked) throw new DomainError('invalid', NOT_TAKEN, checked.faults);
  const { programmes = [], ...profile } = checked.data;
  const [sent, own] = [organisationKey(profile.id), organisationKey(provider.number)];
  refuse(sent.scheme === own.scheme && sent.value === own.value ? [] : [fault('/id', profile.id, `${own.scheme} ${own.value}, the number of this provider`)]);
  refuse([...referenceFaults({ ...checked.data, results: undefined }, await knownCodes(ctx.db), ''), ...textFaults(checked.data, JSON.stringify(checked.data), '')]);
  const { outcome } = await replaceDescription(ctx, provider.id, { profile, programmes });
  return { outcome };
}
