/** Codes that only the registers can judge: a wrong one is refused as any other value that is not understood. Pure. */
import type { Fault } from '#platform/errors.ts';
import type { Register } from '#features/regions/register.ts';
import { fault } from '../faults.ts';
import { badRequest } from './read-query.ts';
import type { RegionFilter } from './queries.ts';

type Known = Pick<Register, 'region' | 'municipalities' | 'countries'>;

/** A catalogue may bring regions of a country that is not in the register itself. */
function countryFaults(country: string, register: Known): Fault[] {
  if (register.region(country) !== null || register.municipalities(country).length > 0) return [];
  return [fault('/country', country, `the code of a country with places in it, such as ${register.countries().map((each) => each.code).join(', ')}`)];
}

const refuse = (faults: readonly Fault[]) => {
  if (faults.length > 0) throw badRequest(faults);
};

/** @param schemes that occur @throws DomainError bad-request */
export function checkRegionFilter({ country, scheme, parent }: RegionFilter, register: Known, schemes: readonly string[]): void {
  refuse([
    ...(country === undefined ? [] : countryFaults(country, register)),
    ...(scheme === undefined || schemes.includes(scheme) ? [] : [fault('/scheme', scheme, `one of ${schemes.join(', ')}`)]),
    ...(parent === undefined || register.region(parent) ? [] : [fault('/parent', parent, 'a code of /api/v1/regions')]),
  ]);
}
