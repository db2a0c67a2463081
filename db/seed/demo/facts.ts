/** Facts of a planned provider: where it is, whom it serves, what is in place. */
import { inLanguages, LANGUAGES } from './text.ts';
import { inventedStreet } from './names.ts';
import { ACCESS_LINES } from './practical.ts';
import { random as seeded } from './random.ts';
import type { Denmark, Municipality, Postcode } from './places.ts';
import type { Root } from './names.ts';
import type { Random } from './random.ts';
import type { Language, Text } from './text.ts';
import type { GroupMention, Location } from './types.ts';
import type { Voice } from './profiles/voice.ts';

/** One provider as planned: what it is and where. */
export interface Plan {
  value: string;
  voice: Voice;
  municipality: Municipality;
  /** How many times the same text has been used before. */
  turn: number;
  name: string;
  root: Root;
  /** Facts that a search is promised to find; added to what the text says. */
  accessibility?: readonly string[];
  /** The postcode of the first location. */
  postcode?: string;
  /** Says almost nothing of itself. */
  bare?: boolean;
}

const CITY = 60_000;

export interface Build {
  plan: Plan;
  denmark: Denmark;
  random: Random;
  languages: readonly Language[];
  towns: readonly Postcode[];
  town: Postcode;
  slots: Record<string, string>;
}

export function start(plan: Plan, denmark: Denmark, seed: number): Build {
  const random = seeded(seed, `provider ${plan.value}`);
  const towns = denmark.towns.get(plan.municipality.code) ?? [];
  const town = towns.find((each) => each.postcode === plan.postcode) ?? random.pick(towns.slice(0, plan.municipality.population > CITY ? 6 : 2));
  const wide = plan.voice.reach === 'country' || plan.voice.kind === 'municipality';
  const languages: Language[] = random.chance(wide ? 0.85 : 0.55) ? [...LANGUAGES] : ['da'];
  const slots = {
    iby: town.inPlace, by: town.name, kommune: plan.municipality.officialName, siden: String(random.int(2004, 2021)),
  };
  return { plan, denmark, random, languages, towns, town, slots };
}

function around(build: Build): string[] {
  const { plan, denmark, random } = build;
  const own = plan.municipality;
  const near = own.neighbours.filter((code) => denmark.byCode.get(code)?.region === own.region);
  const chosen = random.some(near, Math.min(near.length, random.int(2, 6)));
  return [own.code, ...chosen].map((code) => `dk-kommune:${code}`);
}

export function coverageOf(build: Build): string[] {
  const { plan } = build;
  const own = plan.municipality;
  if (plan.voice.reach === 'municipality') return [`dk-kommune:${own.code}`];
  if (plan.voice.reach === 'neighbours') return around(build);
  if (plan.voice.reach === 'region') return [`dk-region:${own.region}`];
  return ['dk'];
}

function locationIn(build: Build, municipality: Municipality, town: Postcode, name?: string): Location {
  const { random } = build;
  const street = random.chance(0.93) ? { street: inventedStreet(random) } : {};
  const location: Location = { ...(name ? { name } : {}), ...street, postcode: town.postcode, city: town.city, region: `dk-kommune:${municipality.code}` };
  location.lat = Number((town.lat + (random.next() - 0.5) * 0.006).toFixed(5));
  location.lon = Number((town.lon + (random.next() - 0.5) * 0.011).toFixed(5));
  return location;
}

export function locationsOf(build: Build, coverage: readonly string[], accessibility: readonly string[] | undefined): Location[] {
  const { plan, denmark, random, town } = build;
  const list = [locationIn(build, plan.municipality, town)];
  const spare = plan.voice.reach === 'neighbours' ? coverage.slice(1).map((code) => code.slice('dk-kommune:'.length)) : [];
  const regional = plan.voice.reach === 'region' || plan.voice.reach === 'country';
  const others = regional
    ? denmark.municipalities.filter((each) => each.population > CITY && each.code !== plan.municipality.code && (plan.voice.reach === 'country' || each.region === plan.municipality.region)).map((each) => each.code)
    : spare;
  const extra = plan.voice.remote ? 0 : regional ? random.int(0, 3) : random.chance(0.3) ? 1 : 0;
  for (const code of random.some(others, Math.min(extra, others.length))) {
    const municipality = denmark.byCode.get(code);
    const first = denmark.towns.get(code)?.[0];
    if (municipality && first) list.push(locationIn(build, municipality, first, `Afdelingen ${first.inPlace}`));
  }
  const [main] = list;
  if (main && list.length > 1) list[0] = { name: 'Hovedkontor', ...main };
  if (accessibility) {
    for (const [index, location] of list.entries()) {
      if (accessibility.includes('wheelchair')) location.wheelchairAccess = index === 0 || random.chance(0.6);
      else if (random.chance(0.3)) location.wheelchairAccess = false;
    }
  }
  return list;
}

export function accessibilityOf(build: Build): string[] | undefined {
  const { plan, random } = build;
  const found = new Set([...(plan.voice.accessibility ?? []), ...(plan.accessibility ?? [])]);
  if (found.size === 0 && random.chance(0.3)) return undefined;
  if (!plan.voice.remote && !plan.voice.outdoors) {
    const usual: readonly (readonly [string, number])[] = [['wheelchair', 0.45], ['companion-welcome', 0.2], ['hearing-loop', 0.13], ['quiet-room', 0.12], ['easy-language', 0.1], ['screen-reader-material', 0.08]];
    for (const [feature, share] of usual) if (random.chance(share)) found.add(feature);
  }
  const order = Object.keys(ACCESS_LINES);
  return order.filter((feature) => found.has(feature));
}

export function languagesOf(build: Build): string[] | undefined {
  const { plan, random } = build;
  const found = new Set(['da', ...(plan.voice.languages ?? [])]);
  if (!plan.voice.languages && random.chance(0.25)) return undefined;
  if (random.chance(0.4)) found.add('en');
  if (plan.municipality.region === '1084' && random.chance(0.1)) found.add('sv');
  if (plan.municipality.region === '1083' && random.chance(0.15)) found.add('de');
  if (random.chance(0.12)) found.add(random.pick(['ar', 'uk', 'fa', 'tr', 'pl', 'so', 'bs', 'ur']));
  if (random.chance(0.025)) found.add(random.pick(['fi', 'nl', 'kl']));
  return [...found];
}

const SINCE_NOTES: readonly Text[] = [
  { da: 'Egne hold.', en: 'Groups of their own.' },
  { da: 'Kun i individuelle forløb.', en: 'Individual pathways only.' },
  { da: 'Flest erfaringer her.', en: 'Most experience here.' },
  { da: 'I samarbejde med kommunen.', en: 'Together with the municipality.' },
];

export function groupsOf(build: Build): GroupMention[] {
  const { plan, random, languages } = build;
  return plan.voice.groups.map((code, index) => {
    const mention: GroupMention = { code };
    if (random.chance(0.4)) mention.since = `${random.int(2010, 2024)}-01-01`;
    if (random.chance(index === 0 ? 0.25 : 0.08)) mention.note = inLanguages(random.pick(SINCE_NOTES), languages);
    return mention;
  });
}
