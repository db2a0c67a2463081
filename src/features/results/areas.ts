/** In what kind of area people live: quarters of the municipalities by unemployment (method.md 2.3). */
import { readFileSync } from 'node:fs';
import { seedFolder } from '#platform/paths.ts';
import { isMunicipality } from '#features/regions/model.ts';
import { quantile7 } from './method/index.ts';
import type { AreaBand } from './model.ts';

export interface Areas {
  /** Per cent unemployed at which the next band begins, by country. Fixed for two calendar years with the figures they come from. */
  cuts: Readonly<Record<string, readonly number[]>>;
  /** null: not a municipality, or one that nobody knows. */
  band(region: string): AreaBand | null;
  /** Per cent unemployed; null where the country publishes none. */
  unemployment(region: string): number | null;
}

const QUARTERS: readonly AreaBand[] = ['lowest', 'low', 'high', 'highest'];

const schemeOf = (region: string) => region.slice(0, region.indexOf(':'));

/** @param rates per cent unemployed by region code, all of one country. A rate that is just a cut point is in the lower band. */
export function areasOf(country: string, rates: ReadonlyMap<string, number>): Areas {
  const values = [...rates.values()];
  const cuts = [0.25, 0.5, 0.75].map((share) => quantile7(values, share));
  const schemes = new Set([...rates.keys()].map(schemeOf));
  return {
    cuts: { [country]: cuts },
    unemployment: (region) => rates.get(region) ?? null,
    band(region) {
      const rate = rates.get(region);
      if (rate !== undefined) return QUARTERS[cuts.filter((cut) => rate > cut).length] ?? null;
      const scheme = schemeOf(region);
      return isMunicipality({ scheme }) && !schemes.has(scheme) ? 'all' : null;
    },
  };
}

let shipped: Areas | null = null;

/** From the shipped figures; read once. */
export function loadAreas(): Areas {
  if (shipped) return shipped;
  const file = JSON.parse(readFileSync(seedFolder('registers', 'labour-market-dk.json'), 'utf8')) as { municipalities: { code: string; unemploymentPct: number }[] };
  shipped = areasOf('dk', new Map(file.municipalities.map((each) => [`dk-kommune:${each.code}`, each.unemploymentPct])));
  return shipped;
}

/** The band of a municipality; null for any other region. */
export function areaBand(region: string): AreaBand | null {
  return loadAreas().band(region);
}
