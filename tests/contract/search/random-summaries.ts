/** Random summaries over few values, so that every combination of filters meets somebody. Seeded. */
import { PROGRAMME_KINDS } from '#features/programmes/input.ts';
import { ACCESSIBILITY, PROVIDER_KINDS } from '#features/providers/input.ts';
import type { Register } from '#features/regions/register.ts';
import type { ProviderSummary } from '#features/search/model.ts';
import { TIERS } from '#features/search/model.ts';
import { aProviderSummary } from '#tests/factories/summary.ts';

export type Random = () => number;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
export const some = <T>(random: Random, values: readonly T[], share: number): T[] => values.filter(() => random() < share);

export const AREAS = ['dk-kommune:0101', 'dk-kommune:0147', 'dk-kommune:0265', 'dk-kommune:0751', 'dk-kommune:0461', 'se-kommun:1280', 'se-kommun:0180'];
export const WIDE = ['dk', 'dk-region:1084', 'se'];
export const GROUPS = ['unge', 'seniorer', 'dk-sygedagpenge', 'dk-dagpenge', 'handicap'];
export const LANGUAGES = ['da', 'en', 'ar', 'uk'];
const NAMES = ['Ærlig Vej', 'Øst for Job', 'Århus Jobhus', 'Aalborg Kompas', 'Zebra', 'zink & job', 'Bro 10', 'Bro 9', 'Élan', 'Ågade', 'Müller Job', 'Wind'];

export function randomSummaries(count: number, random: Random, register: Register): ProviderSummary[] {
  return Array.from({ length: count }, (_, i) => randomSummary(i + 1, random, register));
}

export function randomSummary(id: number, random: Random, register: Register): ProviderSummary {
  const covers = random() < 0.2 ? [pick(random, WIDE)] : some(random, AREAS, 0.3);
  const at = random() < 0.7 ? pick(random, AREAS) : null;
  const groups = some(random, GROUPS, 0.4);
  const paid = random();
  return aProviderSummary(
    register,
    { id, name: `${pick(random, NAMES)} ${id % 7}`, covers, ...(at ? { at: [at, 'Byen', '1000'] as const } : {}), helps: groups },
    {
      kind: pick(random, PROVIDER_KINDS),
      services: some(random, PROGRAMME_KINDS.slice(0, 5), 0.4),
      programmeGroups: groups.filter(() => random() < 0.5),
      languages: some(random, LANGUAGES, 0.4),
      accessibility: some(random, ACCESSIBILITY.slice(0, 3), 0.3),
      delivery: some(random, ['onsite', 'remote'] as const, 0.5),
      remote: random() < 0.25 ? true : random() < 0.5 ? false : null,
      freeForCitizen: random() < 0.3 ? true : random() < 0.5 ? false : null,
      lowestPrice: paid < 0.3 ? null : { amount: Math.floor(paid * 10) * 10_000, currency: paid > 0.9 ? 'SEK' : 'DKK', paidBy: 'citizen' },
      waitingWeeks: random() < 0.3 ? null : Math.floor(random() * 12),
      approved: random() < 0.3 ? true : random() < 0.5 ? false : null,
      tiers: { results: pick(random, TIERS), experiences: pick(random, TIERS) },
    },
  );
}
