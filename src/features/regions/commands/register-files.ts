/** The shipped register files as they are; db/seed/registers/README.md tells where each comes from. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalisedText } from '#platform/input.ts';
import { seedFolder } from '#platform/paths.ts';

export interface MunicipalityFile {
  code: string;
  name: string;
  names?: LocalisedText;
  officialName?: string;
  exonyms?: LocalisedText;
  region: string;
  landsdel?: string;
  lat: number;
  lon: number;
  neighbours: string[];
  population2018?: number;
  population2019?: number;
  population2021?: number;
  population2022?: number;
}
export interface RegionFile {
  code: string;
  names: LocalisedText;
  population2018?: number;
  population2019?: number;
  population2021?: number;
  population2022?: number;
}
export interface CountryFile {
  regions: RegionFile[];
  municipalities: MunicipalityFile[];
}
export interface PostcodeLists {
  /** Municipality to its postcodes, blank-separated. */
  postcodesByMunicipality: Record<string, string>;
  /** Postcode to further municipalities. */
  alsoIn?: Record<string, string[]>;
}
interface GroupFile {
  id: string;
  kind: string;
  names: LocalisedText;
  description?: LocalisedText;
  sensitive: boolean;
  primaryOutcome?: string;
  hoursThreshold?: number | null;
}
interface ClassFile {
  code: string;
  names: LocalisedText;
  short?: LocalisedText;
}

export interface RegisterFiles {
  dkMunicipalities: { municipalities: MunicipalityFile[] };
  dkRegions: { regions: RegionFile[]; landsdele: { code: string; name: string; nameEn: string }[] };
  dkPostcodes: {
    postcodes: {
      postcode: string;
      place: string;
      municipality: string;
      areaShare?: number;
      others?: { code: string; areaShare: number }[];
      lat: number;
      lon: number;
    }[];
  };
  se: CountryFile;
  sePostcodes: PostcodeLists;
  nl: CountryFile;
  nlPostcodes: PostcodeLists;
  fi: CountryFile;
  fiPostcodes: PostcodeLists;
  placeNames: {
    countries: Record<string, LocalisedText>;
    names: Record<string, LocalisedText>;
    aliases: Record<string, string[]>;
    areas: Record<string, string[]>;
  };
  targetGroups: { _meta: { version: string }; legalGroups: GroupFile[]; crossCuttingGroups: GroupFile[] };
  sectors: { sections: ClassFile[] };
  occupations: { subMajorGroups: ClassFile[] };
}

const NAMES: Record<keyof RegisterFiles, string> = {
  dkMunicipalities: 'geo-dk-municipalities',
  dkRegions: 'geo-dk-regions',
  dkPostcodes: 'geo-dk-postcodes',
  se: 'geo-se',
  sePostcodes: 'geo-se-postcodes',
  nl: 'geo-nl',
  nlPostcodes: 'geo-nl-postcodes',
  fi: 'geo-fi',
  fiPostcodes: 'geo-fi-postcodes',
  placeNames: 'place-names',
  targetGroups: 'target-groups',
  sectors: 'sectors-nace',
  occupations: 'occupations-isco08',
};

/** `texts` in a fixed order, for a hash. The files are ours, so their shape is trusted. */
export async function readRegisterFiles(): Promise<{ files: RegisterFiles; texts: string[] }> {
  const keys = Object.keys(NAMES) as (keyof RegisterFiles)[];
  const texts = await Promise.all(keys.map((key) => readFile(join(seedFolder('registers'), `${NAMES[key]}.json`), 'utf8')));
  const files = Object.fromEntries(keys.map((key, i) => [key, JSON.parse(texts[i] ?? 'null') as unknown]));
  return { files: files as unknown as RegisterFiles, texts };
}
