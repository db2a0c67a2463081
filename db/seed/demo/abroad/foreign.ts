/** Builds the providers of the other countries, so that these are not empty. */
import { readFileSync } from 'node:fs';
import { choose, weeksAndDays } from '../programmes/build.ts';
import { design } from '../programmes/index.ts';
import { HALF_YEARS } from '../results/calendar.ts';
import { cohort } from '../results/cohort.ts';
import { random as seeded } from '../random.ts';
import { FINLAND } from './finland.ts';
import { NETHERLANDS } from './netherlands.ts';
import { SWEDEN } from './sweden.ts';
import { WORDS } from './design-words.ts';
import type { Random } from '../random.ts';
import type { Price, Programme, Provider, Result, Stage } from '../types.ts';
import type { StageDesign } from '../programmes/design.ts';
import type { ForeignLanguage } from './design-words.ts';

export interface Foreign {
  name: string;
  kind: string;
  municipality: string;
  postcode: string;
  city: string;
  street?: string;
  coverage: readonly string[];
  remote?: boolean;
  groups: readonly string[];
  services: readonly string[];
  languages: readonly string[];
  summary: string;
  description: string;
  english: string;
  /** In Finland, which has two languages. */
  swedish?: string;
}

interface Country {
  code: 'se' | 'nl' | 'fi';
  language: ForeignLanguage;
  scheme: string;
  currency: string;
  /** Minor units of the country's money for one krone, to the nearest ten units. */
  perKrone: number;
  providers: readonly Foreign[];
}

const COUNTRIES: readonly Country[] = [
  { code: 'se', language: 'sv', scheme: 'se-kommun', currency: 'SEK', perKrone: 1.5, providers: SWEDEN },
  { code: 'nl', language: 'nl', scheme: 'nl-gemeente', currency: 'EUR', perKrone: 0.134, providers: NETHERLANDS },
  { code: 'fi', language: 'fi', scheme: 'fi-kunta', currency: 'EUR', perKrone: 0.134, providers: FINLAND },
];

function points(country: string): ReadonlyMap<string, { lat: number; lon: number }> {
  const file = new URL(`../../registers/geo-${country}.json`, import.meta.url);
  const { municipalities } = JSON.parse(readFileSync(file, 'utf8')) as { municipalities: { code: string; lat: number; lon: number }[] };
  return new Map(municipalities.map((each) => [each.code, each]));
}

function stageOf(stage: StageDesign, title: string, language: ForeignLanguage, remote: boolean, random: Random): Stage {
  const built: Stage = { title: { [language]: title }, format: stage.format };
  Object.assign(built, weeksAndDays(random, stage));
  if (stage.hoursPerDay !== undefined) built.hoursPerDay = choose(random, stage.hoursPerDay);
  if (stage.hours !== undefined) built.hours = choose(random, stage.hours);
  if (stage.coaches !== undefined) built.coachesPerGroup = choose(random, stage.coaches);
  if (stage.premises) built.premises = remote && stage.premises === 'provider' ? 'remote' : stage.premises;
  return built;
}

function programmeOf(id: string, country: Country, remote: boolean, random: Random): Programme {
  const plan = design(id);
  const words = WORDS[id]?.[country.language];
  if (!words || words.stages.length !== plan.stages.length) throw new Error(`words of ${id} in ${country.language} do not fit its stages`);
  const stages = plan.stages.map((stage, index) => stageOf(stage, words.stages[index] ?? '', country.language, remote, random));
  const weeks = stages.reduce((sum, stage) => sum + (stage.weeks ?? 0), 0);
  const programme: Programme = {
    code: id, title: { [country.language]: words.title }, summary: { [country.language]: words.summary }, kind: plan.kind, purposes: [...plan.purposes], stages,
    plannedMaxDays: Math.max(random.pick(plan.maxDays), Math.ceil(weeks * 7)),
  };
  if (remote) programme.delivery = ['remote'];
  if (random.chance(0.7)) programme.attendance = random.pick(plan.attendance);
  if (random.chance(0.6)) programme.waitingWeeks = random.int(plan.waiting[0], plan.waiting[1]);
  const price = plan.prices.find((each) => each.paidBy === 'municipality');
  if (price && random.chance(0.6)) {
    const amount = Math.round((random.pick(price.kroner) * country.perKrone) / 10) * 1000;
    const known: Price[] = [{ amount, currency: country.currency, per: price.per, paidBy: country.code === 'se' ? 'state' : 'municipality' }];
    programme.prices = known;
  }
  return programme;
}

function resultsOf(provider: Provider, region: string, random: Random): Result[] {
  const programme = provider.programmes?.[0];
  const group = provider.targetGroups?.[0]?.code;
  if (!programme || group === undefined) return [];
  const documented = random.chance(0.5);
  const unknown = random.next() * 0.15;
  const habit = { evidence: documented ? 'documented' : 'self-reported', effect: 1, unknown, dropOut: 0.18, measures: ['E6'], tellsExits: random.chance(0.5) } as const;
  return HALF_YEARS.map((halfYear) =>
    cohort({ programme: programme.code, group, region, halfYear, plannedMaxDays: programme.plannedMaxDays ?? 168, started: random.int(9, 31), unemployment: 3 }, habit, random),
  );
}

function providerOf(foreign: Foreign, index: number, country: Country, where: ReadonlyMap<string, { lat: number; lon: number }>, seed: number): Provider {
  const value = `${country.code}-${String(index + 1).padStart(4, '0')}`;
  const random = seeded(seed, `provider ${value}`);
  const point = where.get(foreign.municipality);
  if (!point) throw new Error(`no municipality ${foreign.municipality} in ${country.code}`);
  const region = `${country.scheme}:${foreign.municipality}`;
  const provider: Provider = { id: { scheme: 'demo', value }, name: foreign.name, kind: foreign.kind, coverage: [...foreign.coverage] };
  const swedish = foreign.swedish === undefined ? {} : { sv: foreign.swedish };
  provider.summary = { [country.language]: foreign.summary, ...swedish, en: foreign.english };
  provider.description = { [country.language]: foreign.description };
  provider.contact = { website: `https://${value}.example`, email: `info@${value}.example` };
  provider.languages = [...foreign.languages];
  const lat = Number((point.lat + (random.next() - 0.5) * 0.008).toFixed(5));
  const lon = Number((point.lon + (random.next() - 0.5) * 0.008).toFixed(5));
  provider.locations = [{ ...(foreign.street ? { street: foreign.street } : {}), postcode: foreign.postcode, city: foreign.city, region, lat, lon }];
  provider.remote = foreign.remote ?? false;
  if (foreign.remote) provider.accessibility = ['screen-reader-material'];
  else if (random.chance(0.6)) provider.accessibility = random.some(['wheelchair', 'hearing-loop', 'easy-language', 'quiet-room', 'companion-welcome'], random.int(1, 3));
  if (!foreign.remote && random.chance(0.7)) provider.openingHours = [random.pick(['Mo-Fr 09:00-15:00', 'Mo-Th 08:30-16:00', 'Tu-Th 10:00-15:00'])];
  provider.targetGroups = foreign.groups.map((code) => ({ code }));
  provider.programmes = foreign.services.map((id) => programmeOf(id, country, foreign.remote ?? false, random));
  if (index % 3 === 0) provider.results = resultsOf(provider, region, random);
  return provider;
}

/** About ten providers each in Sweden, the Netherlands and Finland. */
export function foreignProviders(seed: number): Provider[] {
  return COUNTRIES.flatMap((country) => {
    const where = points(country.code);
    return country.providers.map((foreign, index) => providerOf(foreign, index, country, where, seed));
  });
}
