/** Catalogue files of any size for benchmarks, written as a stream: memory does not grow with the file. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fill, inLanguages } from './text.ts';
import { HALF_YEARS, REFERENCE_DAY } from './results/calendar.ts';
import { buildProgramme } from './programmes/build.ts';
import { cohort } from './results/cohort.ts';
import { DESIGNS, design } from './programmes/index.ts';
import { domainOf, inventedPlaces, inventedStreet, nameOf, roots } from './names.ts';
import { loadDenmark } from './places.ts';
import { random as seeded } from './random.ts';
import { VOICES } from './profiles/index.ts';
import type { Denmark, Municipality } from './places.ts';
import type { Habit } from './results/cohort.ts';
import type { Random } from './random.ts';
import type { Root } from './names.ts';
import type { Programme, Provider, Result } from './types.ts';
import type { Voice } from './profiles/voice.ts';

export interface ScaleOptions {
  providers: number;
  /** Default 3. */
  programmesPerProvider?: number;
  /** Result rows in all, spread evenly. Default 0. */
  results?: number;
  seed?: number;
}

interface World {
  denmark: Denmark;
  roots: readonly Root[];
  places: readonly string[];
  /** Every municipality as often as its population asks for. */
  weighted: readonly Municipality[];
}

const CHUNK = 65_536;
const GROUPS = ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'dk-sygedagpenge', 'dk-kontanthjaelp-aktivitetsparat', 'dk-uddannelsesparat', 'dk-ung-aktivitetsparat', 'dk-fleksjob'];
const HABIT: Habit = { evidence: 'register', effect: 1, unknown: 0.02, dropOut: 0.15, measures: ['E6'], tellsExits: false };

function world(seed: number): World {
  const denmark = loadDenmark();
  const weighted = denmark.municipalities.flatMap((each) => Array.from({ length: 1 + Math.floor(each.population / 8_000) }, () => each));
  return { denmark, roots: roots(seeded(seed, 'scale roots')), places: inventedPlaces(seeded(seed, 'scale places')), weighted };
}

function programmesFor(voice: Voice, count: number, random: Random, slots: Readonly<Record<string, string>>): Programme[] {
  const own = voice.services.slice(0, count);
  const first = random.int(0, DESIGNS.length - 1);
  return Array.from({ length: count }, (_, index): Programme => {
    const other = DESIGNS[(first + index) % DESIGNS.length];
    const chosen = design(own[index] ?? other?.id ?? '');
    const programme = buildProgramme(chosen, { random, providerKind: voice.kind, languages: ['da'], knows: 0.4, selfPay: false, slots, variant: index });
    delete programme.methods;
    return { ...programme, code: `${programme.code}-${index + 1}` };
  });
}

/** The k-th row of a provider: every row another half-year, group, municipality or programme. */
function rowFor(k: number, programmes: readonly Programme[], groups: readonly string[], home: number, denmark: Denmark, random: Random): Result {
  const { municipalities } = denmark;
  const halves = HALF_YEARS.length;
  const halfYear = HALF_YEARS[k % halves];
  const group = groups[Math.floor(k / halves) % groups.length];
  const municipality = municipalities[(home + Math.floor(k / (halves * groups.length))) % municipalities.length];
  const programme = programmes[Math.floor(k / (halves * groups.length * municipalities.length))];
  if (!halfYear || !municipality || !programme) throw new RangeError('more results a provider than there are cells to put them in');
  return cohort(
    {
      programme: programme.code, ...(group ? { group } : {}), region: `dk-kommune:${municipality.code}`, halfYear,
      plannedMaxDays: programme.plannedMaxDays ?? 120, started: random.int(3, 40), unemployment: municipality.unemployment,
    },
    HABIT,
    random,
  );
}

function scaleProvider(index: number, rows: number, options: ScaleOptions, known: World): Provider {
  const seed = options.seed ?? 1;
  const random = seeded(seed, `scale ${index}`);
  const voice = random.pick(VOICES);
  const municipality = random.pick(known.weighted);
  const town = random.pick(known.denmark.towns.get(municipality.code) ?? []);
  const root = random.pick(known.roots);
  const slots = { iby: town.inPlace, by: town.name, kommune: municipality.officialName, siden: String(random.int(2004, 2021)) };
  const description = fill(inLanguages(voice.description, ['da']), slots).da?.split('\n\n')[random.int(0, 1)];
  const region = `dk-kommune:${municipality.code}`;
  const legal = voice.groups.filter((code) => code.startsWith('dk-'));
  const programmes = programmesFor(voice, options.programmesPerProvider ?? 3, random, slots);
  const home = known.denmark.municipalities.indexOf(municipality);
  return {
    id: { scheme: 'demo', value: `scale-${String(index + 1).padStart(7, '0')}` },
    name: `${nameOf(random.pick(voice.names), root, random.pick(known.places))} ${town.name}`,
    kind: voice.kind,
    summary: fill(inLanguages(voice.summary, ['da']), slots),
    ...(description ? { description: { da: description } } : {}),
    contact: { website: `https://${domainOf(root)}` },
    languages: ['da', ...(voice.languages ?? [])],
    locations: [{
      street: inventedStreet(random), postcode: town.postcode, city: town.city, region,
      lat: Number((town.lat + (random.next() - 0.5) * 0.006).toFixed(5)), lon: Number((town.lon + (random.next() - 0.5) * 0.011).toFixed(5)),
    }],
    coverage: voice.reach === 'country' ? ['dk'] : voice.reach === 'region' ? [`dk-region:${municipality.region}`] : [region, ...municipality.neighbours.slice(0, 3).map((code) => `dk-kommune:${code}`)],
    ...(voice.remote ? { remote: true } : {}),
    ...(voice.accessibility ? { accessibility: [...voice.accessibility] } : {}),
    targetGroups: voice.groups.map((code) => ({ code })),
    ...(voice.sectors ? { sectors: [...voice.sectors] } : {}),
    programmes,
    ...(rows > 0 ? { results: Array.from({ length: rows }, (_, k) => rowFor(k, programmes, legal.length > 0 ? legal : GROUPS, home, known.denmark, random)) } : {}),
  };
}

/**
 * The text of a catalogue file in chunks of about 64 kB, deterministic for its options.
 * Throws RangeError when a provider would need more result rows than it has cells.
 */
export function* scaleCatalogue(options: ScaleOptions): Generator<string, void, undefined> {
  const known = world(options.seed ?? 1);
  const results = options.results ?? 0;
  const source = { title: 'Scale data: invented providers', publisher: 'Vejviser', retrieved: REFERENCE_DAY, licence: 'CC0-1.0' };
  let chunk = `{"format":"vejviser.catalogue/1","source":${JSON.stringify(source)},"providers":[`;
  for (let index = 0; index < options.providers; index += 1) {
    const rows = Math.floor(((index + 1) * results) / options.providers) - Math.floor((index * results) / options.providers);
    chunk += `${index === 0 ? '\n' : ',\n'}${JSON.stringify(scaleProvider(index, rows, options, known))}`;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  yield `${chunk}\n]}\n`;
}

/** Writes the file and answers its size in bytes. */
export async function writeScaleCatalogue(path: string, options: ScaleOptions): Promise<number> {
  const file = createWriteStream(path);
  await pipeline(Readable.from(scaleCatalogue(options)), file);
  return file.bytesWritten;
}
