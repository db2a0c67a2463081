/** Where a provider helps, told as shortly as is true. Pure. */
import type { Register } from '#features/regions/register.ts';

export interface CoverageSummary {
  /** Countries and regions of which every municipality is covered. */
  whole: string[];
  /** The municipalities left, and codes the register does not know. */
  single: string[];
  /** All municipalities covered, in order of code. */
  leaves: string[];
}

type Places = Pick<Register, 'expand' | 'countries' | 'municipalities' | 'region' | 'ancestors'>;

/** Takes a region's municipalities out of `left` if all of them are there. */
function takeWhole(left: Set<string>, inside: readonly string[]): boolean {
  if (inside.length < 2 || !inside.every((each) => left.has(each))) return false;
  for (const each of inside) left.delete(each);
  return true;
}

/** @param coverage region codes as given; a region stands for all inside it */
export function summariseCoverage(coverage: readonly string[], register: Places): CoverageSummary {
  const { leaves } = register.expand(coverage);
  const left = new Set(leaves);
  const whole: string[] = [];
  for (const country of register.countries()) {
    const inside = register.municipalities(country.code).map((region) => region.code);
    if (takeWhole(left, inside)) whole.push(country.code);
  }
  const parents = new Set([...left].flatMap((leaf) => register.ancestors(leaf).map((region) => region.code)));
  for (const parent of [...parents].sort()) {
    if (takeWhole(left, register.expand([parent]).leaves)) whole.push(parent);
  }
  return { whole, single: [...left], leaves };
}

/** Whether somebody who lives in this region is covered; null: the region is wider than a municipality and only partly so. */
export function covers(coverage: readonly string[], place: string, register: Pick<Register, 'expand'>): boolean | null {
  const areas = new Set(register.expand(coverage).leaves);
  const own = register.expand([place]).leaves;
  const inside = own.filter((leaf) => areas.has(leaf)).length;
  return inside === 0 ? false : inside === own.length ? true : null;
}
