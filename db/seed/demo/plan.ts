/** Who stands where: which profile text goes to which municipality. */
import { HARBOURS, ISLANDS } from './places.ts';
import { inventedPlaces, nameOf, roots } from './names.ts';
import { VOICES, voice } from './profiles/index.ts';
import { random as seeded } from './random.ts';
import type { Denmark, Municipality } from './places.ts';
import type { Plan } from './facts.ts';
import type { Random } from './random.ts';
import type { Voice } from './profiles/voice.ts';

/** Described providers by region, nationwide ones not counted. */
const QUOTA: Readonly<Record<string, number>> = { '1084': 78, '1085': 38, '1083': 54, '1082': 58, '1081': 28 };

/** Texts that every region has, so that there is something to compare everywhere. */
const CORE = ['k-samtale', 'k-unge', 'k-syg', 'p-bord', 'p-tal', 'p-syg1', 'p-syg2', 'p-unge1', 'p-fleks', 'a-lokal', 'e-lager', 'p-hverdag'];

interface Fixed {
  voice: string;
  municipality: string;
  postcode: string;
  accessibility?: readonly string[];
}

/** Places that must offer a real choice: mentors for young people in Aarhus, help for people on sick leave in København. */
const FIXED: readonly Fixed[] = [
  { voice: 'p-unge1', municipality: '0751', postcode: '8000', accessibility: ['hearing-loop', 'wheelchair'] },
  { voice: 'p-unge2', municipality: '0751', postcode: '8200', accessibility: ['hearing-loop'] },
  { voice: 'f-unge', municipality: '0751', postcode: '8220', accessibility: ['hearing-loop', 'companion-welcome'] },
  { voice: 'k-unge', municipality: '0751', postcode: '8000', accessibility: ['hearing-loop'] },
  { voice: 'e-unge', municipality: '0751', postcode: '8260' },
  { voice: 'p-unge3', municipality: '0751', postcode: '8210' },
  { voice: 'p-syg1', municipality: '0101', postcode: '2400' },
  { voice: 'p-syg2', municipality: '0101', postcode: '2200' },
  { voice: 'p-syg4', municipality: '0101', postcode: '2500' },
  { voice: 'p-stress', municipality: '0101', postcode: '2100' },
  { voice: 'k-syg', municipality: '0101', postcode: '2300' },
  { voice: 'f-syge', municipality: '0101', postcode: '2400' },
  { voice: 'k-samtale', municipality: '0101', postcode: '2200' },
];

/** Where nationwide providers have their office. */
const NATIONAL: readonly (readonly [string, string])[] = [
  ['p-outplacement', '0101'], ['p-runde', '0561'], ['p-online', '0461'], ['p-online2', '0482'], ['p-online3', '0751'], ['p-it', '0851'],
  ['a-tvaer', '0101'], ['a-teknik', '0607'], ['a-akademi', '0101'], ['a-selv', '0751'], ['a-transport', '0621'], ['a-digital', '0615'],
  ['a-kunst', '0147'], ['e-fjern', '0779'], ['f-syn', '0259'],
];

const BARE = 19;

type Draft = Omit<Plan, 'value' | 'turn' | 'name' | 'root'>;

function fits(candidate: Voice, municipality: Municipality): boolean {
  const island = ISLANDS.includes(municipality.code);
  switch (candidate.where) {
    case 'city': return municipality.population > 55_000;
    case 'rural': return municipality.population < 60_000 && !['02', '01'].includes(municipality.code.slice(0, 2)) && !island;
    case 'harbour': return HARBOURS.includes(municipality.code);
    case 'island': return island && municipality.population < 20_000;
    case 'mainland': return !island;
    default: return true;
  }
}

/** At least one place a municipality, the rest by population (highest averages). */
function slotsOf(municipalities: readonly Municipality[], total: number): Map<string, number> {
  const slots = new Map(municipalities.map((each) => [each.code, 1]));
  for (let given = municipalities.length; given < total; given += 1) {
    let best: Municipality | undefined;
    let bestShare = -1;
    for (const each of municipalities) {
      const share = each.population / ((slots.get(each.code) ?? 0) + 1);
      if (share > bestShare) [best, bestShare] = [each, share];
    }
    if (best) slots.set(best.code, (slots.get(best.code) ?? 0) + 1);
  }
  return slots;
}

const STRICTEST = ['island', 'harbour', 'rural', 'city', 'mainland'];

function queueOf(region: string, taken: ReadonlySet<string>, random: Random): Voice[] {
  const local = VOICES.filter((each) => each.reach !== 'country' && !taken.has(each.id));
  const core = local.filter((each) => CORE.includes(each.id));
  const rest = random.shuffled(local.filter((each) => !CORE.includes(each.id)));
  const strictness = (each: Voice): number => (each.where ? STRICTEST.indexOf(each.where) : STRICTEST.length);
  const quota = QUOTA[region] ?? 0;
  const most = [...core, ...rest].slice(0, quota);
  const spare = [...core, ...rest].slice(quota);
  return [...most.sort((a, b) => strictness(a) - strictness(b)), ...spare];
}

function draftsOf(region: string, denmark: Denmark, random: Random): Draft[] {
  const municipalities = denmark.municipalities.filter((each) => each.region === region);
  const slots = slotsOf(municipalities, QUOTA[region] ?? 0);
  const drafts: Draft[] = [];
  const take = (draft: Draft): void => {
    drafts.push(draft);
    slots.set(draft.municipality.code, (slots.get(draft.municipality.code) ?? 0) - 1);
  };
  for (const fixed of FIXED) {
    const municipality = denmark.byCode.get(fixed.municipality);
    if (municipality?.region !== region) continue;
    take({ voice: voice(fixed.voice), municipality, postcode: fixed.postcode, ...(fixed.accessibility ? { accessibility: fixed.accessibility } : {}) });
  }
  const authorities = new Set<string>();
  for (const candidate of queueOf(region, new Set(drafts.map((each) => each.voice.id)), random)) {
    const free = municipalities.filter((each) => (slots.get(each.code) ?? 0) > 0 && fits(candidate, each));
    const without = candidate.kind === 'municipality' ? free.filter((each) => !authorities.has(each.code)) : free;
    const weighted = (without.length > 0 ? without : free).flatMap((each) => Array.from({ length: slots.get(each.code) ?? 0 }, () => each));
    if (weighted.length === 0) continue;
    const municipality = random.pick(weighted);
    if (candidate.kind === 'municipality') authorities.add(municipality.code);
    take({ voice: candidate, municipality });
  }
  return drafts;
}

function bareDrafts(denmark: Denmark, random: Random): Draft[] {
  const voices = VOICES.filter((each) => each.reach !== 'country' && each.where === undefined && each.kind !== 'municipality');
  const places = denmark.municipalities.filter((each) => each.population > 20_000);
  return random.some(voices, BARE).map((each) => ({ voice: each, municipality: random.pick(places), bare: true }));
}

/** All Danish providers in the order of their municipality codes, numbered and named. */
export function planDenmark(denmark: Denmark, seed: number): Plan[] {
  const random = seeded(seed, 'plan');
  const drafts: Draft[] = Object.keys(QUOTA).sort().flatMap((region) => draftsOf(region, denmark, seeded(seed, `region ${region}`)));
  for (const [id, code] of NATIONAL) {
    const municipality = denmark.byCode.get(code);
    if (municipality) drafts.push({ voice: voice(id), municipality });
  }
  drafts.push(...bareDrafts(denmark, random));
  const sorted = drafts
    .map((draft, index) => ({ draft, key: `${draft.municipality.code} ${draft.bare ? 1 : 0} ${draft.voice.id} ${index}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((each) => each.draft);
  const names = roots(random);
  const places = inventedPlaces(random);
  const turns = new Map<string, number>();
  return sorted.map((draft, index): Plan => {
    const root = names[index];
    if (!root) throw new Error('too few invented names');
    const turn = turns.get(draft.voice.id) ?? 0;
    turns.set(draft.voice.id, turn + 1);
    const pattern = draft.voice.names[turn % draft.voice.names.length] ?? '{R}';
    const place = pattern.includes('{P}') ? places.pop() : undefined;
    if (pattern.includes('{P}') && place === undefined) throw new Error('too few invented places');
    const known = place === undefined ? root : { base: place, definite: place };
    return { ...draft, value: `dk-${String(index + 1).padStart(4, '0')}`, turn, root: known, name: nameOf(pattern, root, place ?? '') };
  });
}
