/** Who works there, and how they are kept able. */
import { inLanguages } from '../text.ts';
import { BACKGROUNDS } from '../practical.ts';
import { DEVELOPMENT } from '../development.ts';
import type { Random } from '../random.ts';
import type { Language } from '../text.ts';
import type { Development, Staff } from '../types.ts';
import type { Voice } from './voice.ts';

const LOAD: Readonly<Record<Voice['kind'], readonly [number, number]>> = {
  private: [12, 38], municipality: [35, 75], 'unemployment-fund': [60, 140], education: [10, 22], association: [3, 14], other: [5, 16],
};

function developmentIn(development: Development, languages: readonly Language[]): Development {
  const built: Development = { title: inLanguages(development.title, languages), elements: development.elements.map((each) => inLanguages(each, languages)) };
  if (development.externalObserver) built.externalObserver = inLanguages(development.externalObserver, languages);
  if (development.partners) built.partners = development.partners.map((each) => inLanguages(each, languages));
  if (development.started) built.started = development.started;
  if (development.funding) built.funding = development.funding.map((each) => ({ ...each }));
  return built;
}

/** What fits the profile: mentors go to the mentor school, IPS consultants learn IPS. */
function developmentFor(voice: Voice, random: Random): Development[] {
  const special: Record<string, number> = { 'ips-job': 3, ungementor: 4, erhvervsmentor: 4, 'dansk-paa-job': 5, 'gradvis-tilbage': 1, stresshold: 9, 'direkte-match': 2, 'digital-soegning': 6 };
  const fitting = voice.services.map((service) => special[service]).filter((index) => index !== undefined);
  const general = [0, 7, 8, 10, 11].filter((index) => !fitting.includes(index));
  const chosen = random.chance(0.6) && fitting.length > 0 ? [random.pick(fitting)] : [random.pick(general)];
  if (random.chance(0.25)) chosen.push(random.pick(general.filter((index) => !chosen.includes(index))));
  return chosen.map((index) => DEVELOPMENT[index]).filter((each) => each !== undefined);
}

export function staffOf(voice: Voice, size: number, languages: readonly Language[], random: Random): Staff | undefined {
  if (!random.chance(0.62)) return undefined;
  const staff: Staff = {};
  if (random.chance(0.85)) staff.advisers = Math.max(1, Math.round(size * (0.6 + random.next() * 0.8)));
  if (random.chance(0.65)) staff.participantsPerAdviser = random.int(LOAD[voice.kind][0], LOAD[voice.kind][1]);
  if (random.chance(0.45) && voice.kind !== 'association') staff.turnoverPercent = random.pick([0, 4, 8, 11, 13, 15, 18, 21, 24, 29, 35, 44]);
  const health = voice.services.some((service) => ['gradvis-tilbage', 'smerteskole', 'stresshold', 'afklaring-fire-uger', 'naturro'].includes(service));
  const pool = voice.backgrounds ?? BACKGROUNDS[voice.kind === 'association' ? 'volunteer' : health ? 'health' : 'any'] ?? [];
  if (random.chance(0.8)) staff.backgrounds = random.some(pool, random.int(2, 3)).map((each) => inLanguages(each, languages));
  if (random.chance(0.48)) staff.development = developmentFor(voice, random).map((each) => developmentIn(each, languages));
  return Object.keys(staff).length > 0 ? staff : undefined;
}
