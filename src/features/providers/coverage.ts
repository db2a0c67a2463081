/** Where a provider helps, told as shortly as is true. Pure. */
import { isMunicipality } from '#features/regions/model.ts';
import type { Register } from '#features/regions/register.ts';

export interface CoverageSummary {
  /** Countries and regions of which every municipality is covered. */
  whole: string[];
  /** The municipalities left, and places that are not municipalities of a register we know to be complete. */
  single: string[];
  /** All municipalities covered, in order of code. */
  leaves: string[];
}

type Places = Pick<Register, 'expand' | 'children' | 'region'>;

/** Regions all of whose parts are in `codes`, and what is left over. A part alone says more by its own name. */
function rollUp(codes: readonly string[], register: Places): { whole: string[]; left: string[] } {
  const byParent = Map.groupBy(codes, (code) => register.region(code)?.parent ?? null);
  const groups = [...byParent].map(([parent, parts]) => ({
    parent, parts, complete: parent !== null && parts.length > 1 && parts.length === register.children(parent).length,
  }));
  return {
    whole: groups.flatMap(({ parent, complete }) => (complete && parent !== null ? [parent] : [])),
    left: groups.flatMap(({ parts, complete }) => (complete ? [] : parts)),
  };
}

/**
 * Only municipalities are rolled up: the counties a catalogue brings need not be all there are of a country.
 * @param coverage region codes as given; a region stands for all inside it
 */
export function summariseCoverage(coverage: readonly string[], register: Places): CoverageSummary {
  const { leaves } = register.expand(coverage);
  const isKnown = (code: string) => isMunicipality({ scheme: register.region(code)?.scheme ?? '' });
  const regions = rollUp(leaves.filter(isKnown), register);
  const countries = rollUp(regions.whole, register);
  return {
    whole: [...countries.whole, ...countries.left.sort()],
    single: [...regions.left, ...leaves.filter((code) => !isKnown(code))].sort(),
    leaves,
  };
}

/** Whether somebody who lives in this region is covered; null: the region is wider than a municipality and only partly so. */
export function covers(coverage: readonly string[], place: string, register: Pick<Register, 'expand'>): boolean | null {
  const areas = new Set(register.expand(coverage).leaves);
  const own = register.expand([place]).leaves;
  const inside = own.filter((leaf) => areas.has(leaf)).length;
  return inside === 0 ? false : inside === own.length ? true : null;
}
