/** Whether the codes in a file mean something, and whether its records agree with each other. Pure. */
import { organisationKey } from '#features/providers/model.ts';
import { resultKey } from '#features/results/key.ts';
import { fault, type Fault } from './faults.ts';
import type { CatalogueProvider } from './input.ts';

/** Codes that a file may use: those of the registers, of catalogues imported before and of the file itself. */
export interface KnownCodes {
  /** Region code to its parent. */
  regions: Map<string, string | null>;
  targetGroups: Set<string>;
  sectors: ReadonlySet<string>;
}

/** Schemes whose codes come from the shipped register alone. */
const REGISTER_SCHEMES = new Set(['dk-region', 'dk-kommune', 'se-lan', 'se-kommun', 'nl-provincie', 'nl-gemeente', 'fi-maakunta', 'fi-kunta']);

const EXPECTED = {
  region: 'the code of a region that the register or this file has',
  targetGroup: 'the code of a target group that the register or this file has',
  sector: 'a NACE section or an ISCO-08 sub-major group',
  programme: 'the code of one of the programmes of this provider',
};

const once = (pointer: string) => `a value that occurs once (${pointer} has the same)`;

interface OwnPlaces {
  regions?: readonly { code: string; parent?: string | undefined }[] | undefined;
  targetGroups?: readonly { code: string }[] | undefined;
}

/** Adds the file's own codes to the known ones. @returns what is wrong with them */
export function addOwnCodes(head: OwnPlaces, known: KnownCodes): Fault[] {
  const regions = head.regions ?? [];
  const faults = [...duplicates(regions, '/regions'), ...duplicates(head.targetGroups ?? [], '/targetGroups')];
  regions.forEach(({ code }, index) => {
    const scheme = code.slice(0, code.indexOf(':'));
    if (REGISTER_SCHEMES.has(scheme) && !known.regions.has(code)) {
      faults.push(fault(`/regions/${index}/code`, code, `a code that the register has, or a scheme other than ${scheme}`));
    }
  });
  for (const { code, parent } of regions) if (!known.regions.has(code)) known.regions.set(code, parent ?? null);
  for (const { code } of head.targetGroups ?? []) known.targetGroups.add(code);
  regions.forEach(({ code, parent }, index) => {
    if (parent === undefined) return;
    if (!known.regions.has(parent)) faults.push(fault(`/regions/${index}/parent`, parent, EXPECTED.region));
    else if (isInside(parent, code, known.regions)) faults.push(fault(`/regions/${index}/parent`, parent, 'a region that is not inside this one'));
  });
  return faults;
}

function duplicates(list: readonly { code: string }[], base: string): Fault[] {
  const first = new Map<string, number>();
  return list.flatMap(({ code }, index) => {
    const before = first.get(code);
    if (before === undefined) first.set(code, index);
    return before === undefined ? [] : [fault(`${base}/${index}/code`, code, once(`${base}/${before}/code`))];
  });
}

function isInside(code: string, outer: string, parents: ReadonlyMap<string, string | null>): boolean {
  let step: string | null = code;
  for (let level = 0; step !== null && level < 50; level++) {
    if (step === outer) return true;
    step = parents.get(step) ?? null;
  }
  return step !== null;
}

/** What one provider says, against the codes and against itself. @param base its pointer in the file */
export function referenceFaults(provider: CatalogueProvider, known: KnownCodes, base: string): Fault[] {
  const faults: Fault[] = [];
  const region = (code: string | undefined, pointer: string) => {
    if (code !== undefined && !known.regions.has(code)) faults.push(fault(base + pointer, code, EXPECTED.region));
  };
  const group = (code: string | undefined, pointer: string) => {
    if (code !== undefined && !known.targetGroups.has(code)) faults.push(fault(base + pointer, code, EXPECTED.targetGroup));
  };
  provider.locations?.forEach((each, index) => region(each.region, `/locations/${index}/region`));
  provider.coverage.forEach((code, index) => region(code, `/coverage/${index}`));
  provider.targetGroups?.forEach((each, index) => group(each.code, `/targetGroups/${index}/code`));
  provider.sectors?.forEach((code, index) => {
    if (!known.sectors.has(code)) faults.push(fault(`${base}/sectors/${index}`, code, EXPECTED.sector));
  });
  provider.programmes?.forEach((programme, index) => {
    programme.coverage?.forEach((code, n) => region(code, `/programmes/${index}/coverage/${n}`));
    programme.targetGroups?.forEach((each, n) => group(each.code, `/programmes/${index}/targetGroups/${n}/code`));
  });
  provider.results?.forEach((result, index) => {
    region(result.region, `/results/${index}/region`);
    group(result.targetGroup, `/results/${index}/targetGroup`);
  });
  return [...faults, ...inwardFaults(provider, base)];
}

/** Programme codes once each; results and claims name programmes that are there; each result once. */
function inwardFaults({ programmes = [], results = [], claims = [] }: CatalogueProvider, base: string): Fault[] {
  const faults = duplicates(programmes, `${base}/programmes`);
  const codes = new Set(programmes.map((each) => each.code));
  const programme = (code: string | undefined, pointer: string) => {
    if (code !== undefined && !codes.has(code)) faults.push(fault(base + pointer, code, EXPECTED.programme));
  };
  claims.forEach((claim, index) => programme(claim.programme, `/claims/${index}/programme`));
  const first = new Map<string, number>();
  results.forEach((result, index) => {
    programme(result.programme, `/results/${index}/programme`);
    const key = resultKey(result);
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    else {
      const expected = `a result that differs from ${base}/results/${before} in programme, target group, region, attendance, countedOver, from or to`;
      faults.push(fault(`${base}/results/${index}`, null, expected));
    }
  });
  return faults;
}

/** Remembers which providers the file has had. */
export class SeenProviders {
  readonly #first = new Map<string, number>();

  /** @returns a fault if an earlier provider of the file has the same id */
  add(id: CatalogueProvider['id'], index: number): Fault[] {
    const { scheme, value } = organisationKey(id);
    const name = `${scheme} ${value}`;
    const before = this.#first.get(name);
    if (before === undefined) this.#first.set(name, index);
    return before === undefined ? [] : [fault(`/providers/${index}/id`, id, once(`/providers/${before}/id`))];
  }
}
