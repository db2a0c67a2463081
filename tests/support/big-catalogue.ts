/** Catalogue files of any size, always the same for the same numbers. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const WORDS = 'rådgivning jobsøgning mentor virksomhed praktik forløb afklaring kompetence samtale støtte vejledning uddannelse netværk ansøgning indsats'.split(' ');
const pick = (n: number, step: number) => WORDS[(n * step) % WORDS.length] ?? '';
const sentence = (n: number, length: number) => Array.from({ length }, (_, step) => pick(n + step, 7 + step)).join(' ');

export interface BigCatalogue {
  providers: number;
  programmesEach: number;
  resultsEach?: number;
  title?: string;
  /** Goes into every summary, so that another edition changes every provider. */
  edition?: string;
  /** Words in each description. */
  words?: number;
}

function provider(n: number, { programmesEach, resultsEach = 0, edition = 'I', words = 40 }: BigCatalogue): object {
  const programmes = Array.from({ length: programmesEach }, (_, k) => ({
    code: `p${k}`,
    title: { da: `Forløb ${k} ${pick(n, k + 2)}`, en: `Course ${k}` },
    summary: { da: sentence(n + k, 12) },
    kind: k % 2 === 0 ? 'job-search-course' : 'mentoring',
    stages: [{ title: { da: 'Start' }, weeks: 4, days: 8, hoursPerDay: 3, hours: 24, format: 'group', groupSize: { min: 4, max: 12 } }],
    prices: [{ amount: 900_000 + n, currency: 'DKK', per: 'participant', paidBy: 'municipality' }],
    waitingWeeks: n % 9,
  }));
  const results = Array.from({ length: resultsEach }, (_, k) => ({
    programme: `p${k % programmesEach}`, from: `${2020 + k}-01-01`, to: `${2020 + k}-06-30`, started: 40, completed: 30,
    outcomes: [{ measure: 'E6', placed: n % 30, notPlaced: 39 - (n % 30), unknown: 1 }], evidence: 'documented', note: { da: edition },
  }));
  return {
    id: { scheme: 'bench', value: String(n) },
    name: `${pick(n, 3)} ${pick(n, 5)} ${n % 5_000}`,
    kind: n % 3 === 0 ? 'municipality' : 'private',
    summary: { da: `${edition}: ${sentence(n, 15)}` },
    description: { da: sentence(n, words), en: sentence(n + 1, words) },
    contact: { website: `https://www.example.org/${n}`, phone: '+45 12345678' },
    languages: ['da', 'en'],
    locations: [{ street: `Gade ${n % 200}`, postcode: '4000', city: 'Roskilde', region: 'dk-kommune:0265', lat: 55.6, lon: 12.1 }],
    coverage: ['dk-kommune:0265', 'dk-kommune:0259', 'dk-region:1085'],
    sectors: ['P', '25'],
    programmes,
    results,
  };
}

export function* bigCatalogue(shape: BigCatalogue): Generator<string> {
  yield `{"format":"vejviser.catalogue/1","source":{"title":${JSON.stringify(shape.title ?? 'Bench')},"publisher":"Bench"},"providers":[`;
  for (let n = 0; n < shape.providers; n++) yield `${n === 0 ? '' : ','}\n${JSON.stringify(provider(n, shape))}`;
  yield ']}\n';
}

export async function writeBigCatalogue(path: string, shape: BigCatalogue): Promise<void> {
  await pipeline(Readable.from(bigCatalogue(shape)), createWriteStream(path));
}
