/** Whether an authority offers the same service in the same place as somebody who asks for its approval. Pure. */
import type { Register } from '#features/regions/register.ts';

/** Either says where it helps people; null: the authority's own organisation is no provider. */
export function competes(authority: readonly string[] | null, applicant: readonly string[], register: Pick<Register, 'expand'>): boolean {
  if (authority === null) return false;
  const theirs = new Set(register.expand(applicant).leaves);
  return register.expand(authority).leaves.some((each) => theirs.has(each));
}
