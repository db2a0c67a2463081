/** The demonstration: invented providers with everything a visitor, an authority and the method need to show what they do. */
import { assignResults } from './results/assign.ts';
import { buildProvider } from './provider.ts';
import { foreignProviders } from './abroad/foreign.ts';
import { loadDenmark } from './places.ts';
import { planDenmark } from './plan.ts';
import { REFERENCE_DAY } from './results/calendar.ts';
import type { CatalogueFile } from './types.ts';
import type { Entry } from './results/rows.ts';

export { scaleCatalogue, writeScaleCatalogue } from './scale.ts';
export { FIRST_RELEASE, REFERENCE_DAY } from './results/calendar.ts';
export { correctionsTo } from './results/corrections.ts';
export { afterTheCheck, beforeTheCheck } from './results/late-check.ts';
export type { ScaleOptions } from './scale.ts';
export type { CatalogueFile, Provider, Programme, Result } from './types.ts';

const SEED = 2026;
const CLOSED_ON = ['2023-12-31', '2024-06-30', '2025-02-28', '2025-08-31', '2026-01-31', '2026-05-31', '2026-08-31', '2026-09-30'];

/** Some close, and some of those hand over to another of their kind. */
function closeSome(entries: readonly Entry[]): void {
  const may = entries.filter((each) => !each.plan.bare && each.plan.postcode === undefined && each.plan.voice.reach !== 'country');
  CLOSED_ON.forEach((day, index) => {
    const entry = may[17 + index * 29];
    if (!entry) return;
    entry.provider.closedOn = day;
    const heir = may.find((each) => each !== entry && each.plan.voice.kind === entry.plan.voice.kind && each.plan.municipality.region === entry.plan.municipality.region);
    if (heir && index % 2 === 0) entry.provider.succeededBy = { ...heir.provider.id };
  });
}

/**
 * The demo catalogue: the same seed gives the same bytes on every machine.
 * No provider in it exists; results are drawn from a model, not from people.
 */
export function demoCatalogue(options: { seed?: number } = {}): CatalogueFile {
  const seed = options.seed ?? SEED;
  const denmark = loadDenmark();
  const entries = planDenmark(denmark, seed).map((plan): Entry => ({ plan, provider: buildProvider(plan, denmark, seed) }));
  closeSome(entries);
  assignResults(entries, denmark, seed);
  return {
    format: 'vejviser.catalogue/1',
    source: { title: 'Demonstration: opdigtede leverandører / invented providers', publisher: 'Vejviser', retrieved: REFERENCE_DAY, licence: 'CC0-1.0' },
    providers: [...entries.map((each) => each.provider), ...foreignProviders(seed)],
  };
}
