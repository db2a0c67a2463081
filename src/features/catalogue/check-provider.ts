/** One provider of a file: from what stands there to what can be stored, or what is wrong with it. Pure but for hashing. */
import { createHash } from 'node:crypto';
import { descriptionHash } from '#features/programmes/description-hash.ts';
import type { Programme } from '#features/programmes/input.ts';
import type { ProviderProfile } from '#features/providers/input.ts';
import type { ReportedResult } from '#features/results/commands/stage-results.ts';
import { resultKey } from '#features/results/key.ts';
import { check, textFaults, type Fault } from './faults.ts';
import { catalogueProvider } from './input.ts';
import type { RawProvider } from './read-file.ts';
import { referenceFaults, type KnownCodes, type SeenProviders } from './references.ts';

export interface AcceptedProvider {
  profile: ProviderProfile;
  programmes: Programme[];
  results: ReportedResult[];
  /** Of profile and programmes together. */
  hash: string;
  /** Rough size of it all, in characters of JSON. */
  size: number;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * An absent and an empty list of programmes or results are the same here: neither has anything to show.
 * The parsed value has its fields in the order of the format, so that equal contents have equal hashes.
 */
export function checkProvider(raw: RawProvider, known: KnownCodes, seen: SeenProviders): AcceptedProvider | Fault[] {
  const base = `/providers/${raw.index}`;
  const checked = check(catalogueProvider, raw.value, base);
  if ('faults' in checked) return [...raw.faults, ...checked.faults];
  const { programmes = [], results = [], ...profile } = checked.data;
  const texts = { profile: JSON.stringify(profile), programmes: JSON.stringify(programmes), results: JSON.stringify(results) };
  const faults = [
    ...raw.faults,
    ...seen.add(profile.id, raw.index),
    ...referenceFaults(checked.data, known, base),
    ...textFaults(profile, texts.profile, base),
    ...textFaults(programmes, texts.programmes, `${base}/programmes`),
    ...textFaults(results, texts.results, `${base}/results`),
  ];
  if (faults.length > 0) return faults;
  return {
    profile,
    programmes,
    results: results.map((result) => ({ key: resultKey(result), hash: hashOf(JSON.stringify(result)), result })),
    hash: descriptionHash(texts.profile, texts.programmes),
    size: texts.profile.length + texts.programmes.length + texts.results.length,
  };
}
