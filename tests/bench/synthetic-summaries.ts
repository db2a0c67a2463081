/** Invented providers in any number, with texts of about 1.5 kB and a vocabulary that grows with them. Seeded. */
import { PROGRAMME_KINDS } from '#features/programmes/input.ts';
import { ACCESSIBILITY, PROVIDER_KINDS } from '#features/providers/input.ts';
import type { Register } from '#features/regions/register.ts';
import type { ProviderSummary } from '#features/search/model.ts';
import { aProviderSummary } from '../factories/summary.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const COMMON = `mentor unge jobsøgning kursus cv ansøgning praktik virksomhed sygemeldt stress afklaring fleksjob kontanthjælp dagpenge samtale vejledning rådgivning
  netværk jobklub akademiker senior flygtning dansk undervisning opkvalificering lager truck kontor butik køkken rengøring pleje industri it programmering
  selvstændig iværksætter forløb støtte hverdag kompetencer arbejdsmarked jobcenter kommune borger uddannelse erfaring team hjælp online individuel gruppe
  psykolog coach fastholdelse arbejdsplads timer uge måned mål plan opfølgning træning helbred motion natur sprog tolk handicap ordblind autisme`.split(/\s+/);
const SYLLABLES = 'ba bro dal fjord gran hav kil lund mark nor ol per ris sand tal ur vang holm skov strand bak lind eng kær sø bjerg hus tved rup toft'.split(' ');

type Random = () => number;
const pick = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;

/** Mostly common words; the rest are rare ones, as names and towns are. */
function word(random: Random): string {
  if (random() < 0.75) return pick(random, COMMON);
  return `${pick(random, SYLLABLES)}${pick(random, SYLLABLES)}${random() < 0.5 ? pick(random, SYLLABLES) : ''}`;
}
const text = (random: Random, length: number) => Array.from({ length }, () => word(random)).join(' ');

export function syntheticSummary(id: number, register: Register, groups: readonly string[]): ProviderSummary {
  const random = seeded(id * 7919);
  const municipalities = register.municipalities('dk');
  const home = pick(random, municipalities);
  const covers = random() < 0.12 ? ['dk'] : [home.code, ...home.neighbours.slice(0, 1 + Math.floor(random() * 5))];
  const helps = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, groups));
  const offers = Array.from({ length: 1 + Math.floor(random() * 4) }, () => [{ da: text(random, 3) }, pick(random, PROGRAMME_KINDS)] as const);
  return aProviderSummary(
    register,
    { id, name: text(random, 2), covers, at: [home.code, home.names.da ?? '', '1000'], says: { da: text(random, 12) }, more: { da: text(random, 130) }, offers, helps: [...new Set(helps)] },
    {
      kind: pick(random, PROVIDER_KINDS),
      languages: ['da', ...(random() < 0.4 ? [pick(random, ['en', 'ar', 'uk', 'tr', 'so', 'fa', 'pl', 'de'])] : [])],
      accessibility: random() < 0.5 ? [pick(random, ACCESSIBILITY)] : [],
      delivery: random() < 0.3 ? ['onsite', 'remote'] : ['onsite'],
      remote: random() < 0.2,
      freeForCitizen: random() < 0.4 ? true : random() < 0.5 ? false : null,
      waitingWeeks: random() < 0.3 ? null : Math.floor(random() * 12),
      approved: random() < 0.3 ? true : null,
    },
  );
}

/** Few at a time: making them must not be taken for a stop of the engine. */
const SLICE = 20;

export async function* syntheticSummaries(count: number, register: Register): AsyncGenerator<ProviderSummary[]> {
  const groups = register.targetGroups().map((group) => group.code);
  for (let start = 1; start <= count; start += SLICE) {
    yield Array.from({ length: Math.min(SLICE, count - start + 1) }, (_, i) => syntheticSummary(start + i, register, groups));
  }
}

/** 30 % filters alone, 30 % one or two words, 20 % with a typing mistake, 20 % beginnings; half of them with a place. */
export function mixedQueries(count: number, register: Register): { text: string; place: string | null; filters: Record<string, string[]> }[] {
  const random = seeded(99);
  const municipalities = register.municipalities('dk');
  const groups = register.targetGroups().map((group) => group.code);
  return Array.from({ length: count }, (_, i) => {
    const kind = i % 10;
    const first = pick(random, COMMON);
    const cut = Math.max(3, Math.floor(first.length * 0.6));
    const at = 1 + Math.floor(random() * (first.length - 1));
    const texts = kind < 3 ? '' : kind < 6 ? (random() < 0.5 ? first : `${first} ${word(random)}`) : kind < 8 ? `${first.slice(0, at)}q${first.slice(at)}` : first.slice(0, cut);
    const filters: Record<string, string[]> = {};
    if (random() < 0.4) filters['group'] = [pick(random, groups)];
    if (random() < 0.3) filters['service'] = [pick(random, PROGRAMME_KINDS)];
    if (random() < 0.2) filters['kind'] = [pick(random, PROVIDER_KINDS)];
    return { text: texts, place: random() < 0.5 ? pick(random, municipalities).code : null, filters };
  });
}
