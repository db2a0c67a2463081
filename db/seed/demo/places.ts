/** Real places from the registers, and where in them an invented provider may stand. */
import { readFileSync } from 'node:fs';

export interface Municipality {
  code: string;
  name: string;
  officialName: string;
  region: string;
  population: number;
  lat: number;
  lon: number;
  neighbours: readonly string[];
  unemployment: number;
}

export interface Postcode {
  postcode: string;
  /** As the post office writes it: "Nykøbing F". */
  city: string;
  /** As a sentence needs it: "i Nykøbing Falster", "på Samsø". */
  name: string;
  inPlace: string;
  lat: number;
  lon: number;
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../registers/${file}`, import.meta.url), 'utf8'));

/**
 * Main towns by municipality, the largest first. Towns only: a postcode's middle may lie in a field,
 * so the point of a provider is checked against the municipality's shape in the tests.
 */
const TOWNS: Readonly<Record<string, string>> = {
  '0101': '2200 2100 2300 2400 2450 2500 2700 2720', '0147': '2000', '0151': '2750 2740', '0153': '2605 2660', '0155': '2791',
  '0157': '2820 2920', '0159': '2860 2880', '0161': '2600', '0163': '2730', '0165': '2620', '0167': '2650', '0169': '2630 2640',
  '0173': '2800 2830', '0175': '2610', '0183': '2635', '0185': '2770', '0187': '2625 2665', '0190': '3520 3500', '0201': '3450 3540',
  '0210': '2980 3480 3050', '0217': '3000 3060', '0219': '3400', '0223': '2970', '0230': '2840 3460', '0240': '3650 3660 2765',
  '0250': '3600 3550', '0253': '2670', '0259': '4600 4140', '0260': '3300 3390', '0265': '4000 4040', '0269': '2680', '0270': '3200 3250 3230',
  '0306': '4500 4550', '0316': '4300 4340 4450', '0320': '4690 4640', '0326': '4400 4270', '0329': '4100', '0330': '4200 4230',
  '0336': '4660 4652', '0340': '4180 4293', '0350': '4320 4330', '0360': '4900 4930', '0370': '4700', '0376': '4800 4990', '0390': '4760 4720',
  '0400': '3700 3720', '0410': '5500 5592', '0420': '5610 5492', '0430': '5600 5750', '0440': '5300', '0450': '5800', '0461': '5000 5200 5230 5220 5240',
  '0479': '5700', '0480': '5400 5450', '0482': '5900', '0492': '5970 5960', '0510': '6100 6500', '0530': '7200 7190', '0540': '6400 6430', '0550': '6270 6240',
  '0561': '6700 6715 6760', '0563': '6720', '0573': '6800 6870', '0575': '6600 6650', '0580': '6200 6330', '0607': '7000', '0615': '8700 8740',
  '0621': '6000 6580', '0630': '7100 7300 7323', '0657': '7400 7480', '0661': '7500', '0665': '7620 7680', '0671': '7600', '0706': '8400 8543 8410',
  '0707': '8500 8963', '0710': '8370 8450 8382', '0727': '8300', '0730': '8900 8940 8960', '0740': '8600 8620', '0741': '8305', '0746': '8660 8464 8680',
  '0751': '8000 8200 8210 8220 8260 8270 8240', '0756': '7430 7330', '0760': '6950 6900 6880', '0766': '8722 7130', '0773': '7900', '0779': '7800', '0787': '7700 7760',
  '0791': '8800 8850', '0810': '9700 9330', '0813': '9900 9300 9990', '0820': '9600 9640', '0825': '9940', '0840': '9530 9520', '0846': '9500 9560',
  '0849': '9440 9690', '0851': '9000 9200 9220 9400', '0860': '9800 9850',
};

export const ISLANDS: readonly string[] = ['0400', '0482', '0492', '0563', '0741', '0825'];
export const HARBOURS: readonly string[] = ['0217', '0326', '0360', '0400', '0479', '0561', '0607', '0665', '0707', '0741', '0787', '0813', '0851', '0860', '0751'];

const SPOKEN: Readonly<Record<string, string>> = {
  'Nykøbing Sj': 'Nykøbing Sjælland', 'Nykøbing F': 'Nykøbing Falster', 'Nykøbing M': 'Nykøbing Mors', 'Solrød Strand': 'Solrød', 'Viby J': 'Viby',
};
/** Where the middle of the postcode lies in the water or too near it: the town itself. */
const TOWN_POINTS: Readonly<Record<string, readonly [number, number]>> = {
  '4300': [55.713, 11.713], '5300': [55.44, 10.6], '6400': [54.92, 9.79], '5700': [55.067, 10.6],
  '6200': [55.047, 9.41], '7600': [56.485, 8.58], '8400': [56.2, 10.685],
};
const ON_THE_ISLAND = new Set(['Fanø', 'Samsø', 'Læsø']);

interface RawMunicipality {
  code: string; name: string; officialName: string; region: string; population2019: number; lat: number; lon: number; neighbours: string[];
}
interface RawPostcode { postcode: string; place: string; municipality: string; lat: number; lon: number }

export interface Denmark {
  municipalities: readonly Municipality[];
  byCode: ReadonlyMap<string, Municipality>;
  towns: ReadonlyMap<string, readonly Postcode[]>;
}

function spoken(city: string): string {
  return SPOKEN[city] ?? city.replace(/ (?:[CKNSVØMJ]|NV|SV|NØ|SØ|Øst)$/, '');
}

let denmark: Denmark | undefined;

/** Reads the registers once. */
export function loadDenmark(): Denmark {
  if (denmark) return denmark;
  const raw = (read('geo-dk-municipalities.json') as { municipalities: RawMunicipality[] }).municipalities;
  const postcodes = (read('geo-dk-postcodes.json') as { postcodes: RawPostcode[] }).postcodes;
  const labour = (read('labour-market-dk.json') as { municipalities: { code: string; unemploymentPct: number }[] }).municipalities;
  const unemployment = new Map(labour.map((row) => [row.code, row.unemploymentPct]));
  const municipalities = raw.map((each): Municipality => ({
    code: each.code, name: each.name, officialName: each.officialName, region: each.region, population: each.population2019,
    lat: each.lat, lon: each.lon, neighbours: each.neighbours, unemployment: unemployment.get(each.code) ?? 0,
  }));
  const byPostcode = new Map(postcodes.map((each) => [each.postcode, each]));
  const towns = new Map<string, Postcode[]>();
  for (const { code } of municipalities) {
    const list = (TOWNS[code] ?? '').split(' ').map((postcode): Postcode => {
      const found = byPostcode.get(postcode);
      if (!found || found.municipality !== code) throw new Error(`postcode ${postcode} is not in municipality ${code}`);
      const name = spoken(found.place);
      const inPlace = `${ON_THE_ISLAND.has(name) ? 'på' : 'i'} ${name}`;
      const [lat, lon] = TOWN_POINTS[postcode] ?? [found.lat, found.lon];
      return { postcode, city: found.place, name, inPlace, lat, lon };
    });
    towns.set(code, list);
  }
  denmark = { municipalities, byCode: new Map(municipalities.map((each) => [each.code, each])), towns };
  return denmark;
}
