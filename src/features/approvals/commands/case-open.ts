import { sqlState } from '#db/client.ts';
import { Refused } from '#platform/form.ts';

/** One application of a provider by one standard is open at an authority at a time. @throws Refused where there would be two */
export async function whileNoOtherIsOpen<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw sqlState(error) === '23505' ? new Refused('conflict', { field: null, reason: 'case-open' }) : error;
  }
}
