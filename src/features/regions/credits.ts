/** Credit lines the site must show for its reference data; db/seed/registers/README.md tells what each was taken from. Pure. */
import type { Locale } from '#platform/input.ts';
import type { MapCountry } from './outlines.ts';

export const DATASETS = [
  'map-dk', 'map-se', 'map-nl', 'map-fi', 'postcodes', 'municipalities-fi', 'population-fi', 'unemployment-dk', 'codes-and-nace',
  'occupations', 'catalogue-new-jersey',
] as const;
export type Dataset = (typeof DATASETS)[number];

export interface Credit {
  /** As the source wants it said; not translated. */
  text: string;
  lang: Locale;
  licence: { name: string; url: string | null };
  /** The licence asks for the line; without it, it is a courtesy. */
  required: boolean;
}

const CC_BY = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
const FREE_GEODATA = { name: 'Frie geodata', url: null };
const EU_REUSE = { name: 'Reuse with credit (European Union)', url: null };

export const CREDITS: Readonly<Record<Dataset, Credit>> = {
  'map-dk': {
    text: 'Indeholder data fra Geodatastyrelsen og danske kommuner, FOT/DAGI, 13. februar 2014, 1:500.000',
    lang: 'da', licence: FREE_GEODATA, required: true,
  },
  'map-se': {
    text: 'SCB (Statistics Sweden), CC0', lang: 'en',
    licence: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' }, required: false,
  },
  'map-nl': { text: 'CBS / Kadaster, CC BY 4.0', lang: 'en', licence: CC_BY, required: true },
  'map-fi': { text: 'National Land Survey of Finland, CC BY 4.0; Natural Earth', lang: 'en', licence: CC_BY, required: true },
  postcodes: { text: 'GeoNames, CC BY 4.0', lang: 'en', licence: CC_BY, required: true },
  'municipalities-fi': { text: 'Statistics Finland, CC BY 4.0', lang: 'en', licence: CC_BY, required: true },
  'population-fi': { text: 'THL Sotkanet, CC BY 4.0', lang: 'en', licence: CC_BY, required: true },
  'unemployment-dk': { text: 'Statistics Denmark, CC BY 4.0', lang: 'en', licence: CC_BY, required: true },
  'codes-and-nace': { text: 'Eurostat, European Union', lang: 'en', licence: EU_REUSE, required: true },
  occupations: { text: 'ISCO-08: International Labour Organization; ESCO: European Commission', lang: 'en', licence: EU_REUSE, required: false },
  'catalogue-new-jersey': {
    text: 'State of New Jersey, github.com/newjersey/d4ad, MIT', lang: 'en',
    licence: { name: 'MIT', url: 'https://opensource.org/license/mit' }, required: true,
  },
};

/** The line that must stand beside a country's map. */
export function mapCredit(country: MapCountry): Credit {
  return CREDITS[`map-${country}`];
}
