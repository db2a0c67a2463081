/** Builds one Danish provider from its place in the plan. */
import { fill, inLanguages, paragraphs } from './text.ts';
import { accessibilityOf, coverageOf, groupsOf, languagesOf, locationsOf, start } from './facts.ts';
import { buildProgramme } from './programmes/build.ts';
import { design } from './programmes/index.ts';
import { domainOf } from './names.ts';
import { staffOf } from './profiles/staff.ts';
import { SECOND_SUMMARIES } from './profiles/second-summaries.ts';
import {
  ACCESS_LINES, CLAIMS, INTERESTS, LANGUAGE_LINES, LANGUAGE_NAMES, ON_SITE_LINES, OPENING, OPENING_EVENING, OPENING_VOLUNTEER, PRACTICAL_LINES,
  RECORD_LINES,
} from './practical.ts';
import type { Build, Plan } from './facts.ts';
import type { Denmark } from './places.ts';
import type { Text } from './text.ts';
import type { Programme, Provider } from './types.ts';

function joined(words: readonly string[], and: string): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** The last paragraph: what a visitor needs to know, taken from the facts. */
function practicalText(build: Build, spoken: readonly string[] | undefined, accessibility: readonly string[] | undefined): Text {
  const { plan, random } = build;
  const lines: Text[] = [];
  const foreign = (spoken ?? []).filter((code) => code !== 'da' && LANGUAGE_NAMES[code]);
  if (foreign.length > 0 && random.chance(0.6)) {
    const danish = joined(foreign.map((code) => LANGUAGE_NAMES[code]?.[0] ?? code), 'og');
    const english = joined(foreign.map((code) => LANGUAGE_NAMES[code]?.[1] ?? code), 'and');
    lines.push(fill(random.pick(LANGUAGE_LINES), { 'sprog.da': danish, 'sprog.en': english }));
  }
  for (const feature of random.some(accessibility ?? [], 2)) {
    const known = ACCESS_LINES[feature];
    if (known && !plan.voice.remote) lines.push(random.pick(known));
  }
  const rooms = !plan.voice.remote && !plan.voice.outdoors;
  const pool = [...PRACTICAL_LINES, ...(rooms ? ON_SITE_LINES : []), ...(plan.voice.kind === 'association' ? [] : RECORD_LINES)];
  lines.push(...random.some(pool, random.int(0, 2)));
  const sentences = (language: 'da' | 'en'): string => lines.map((line) => line[language]).filter((line) => line !== undefined).join(' ');
  return lines.length === 0 ? {} : { da: sentences('da'), en: sentences('en') };
}

function openingOf(build: Build): string[] | undefined {
  const { plan, random } = build;
  if (!random.chance(0.72)) return undefined;
  if (plan.voice.opening) return [...plan.voice.opening];
  if (plan.voice.remote) return [...random.pick(OPENING_EVENING)];
  return [...random.pick(plan.voice.kind === 'association' ? OPENING_VOLUNTEER : OPENING)];
}

function programmesOf(build: Build): Programme[] {
  const { plan, random, languages, slots } = build;
  const selfPay = plan.voice.kind === 'private' && random.chance(0.3);
  const knows = random.pick([0.55, 0.75, 0.75, 0.9, 0.95]);
  const chosen = plan.voice.services.filter((_, index) => random.chance(0.78) || index === 0 || plan.postcode !== undefined);
  return chosen.map((id, index) => {
    const programme = buildProgramme(design(id), { random, providerKind: plan.voice.kind, languages, knows, selfPay, slots, variant: plan.turn + index, groups: plan.voice.groups, ...(plan.voice.remote ? { remote: true } : {}) });
    if (random.chance(0.35)) programme.startedOn = `${random.int(2016, 2024)}-${random.pick(['01', '03', '08', '09'])}-01`;
    if (index > 0 && random.chance(0.09)) programme.endedOn = random.pick(['2024-12-31', '2025-06-30', '2026-03-31', '2026-08-31']);
    return programme;
  });
}

function contactOf(build: Build): Provider['contact'] {
  const { plan, random } = build;
  const domain = domainOf(plan.root);
  return {
    ...(random.chance(0.94) ? { website: random.chance(0.7) ? `https://www.${domain}` : domain } : {}),
    ...(random.chance(0.85) ? { email: `${random.pick(['kontakt', 'hej', 'post', 'info'])}@${domain}` } : {}),
    // No Danish subscriber number begins with 00.
    ...(random.chance(0.75) ? { phone: `+45 00 ${random.int(10, 99)} ${random.int(10, 99)} ${random.int(10, 99)}` } : {}),
  };
}

/** A provider that says next to nothing: unknown must look unknown. */
function bareProvider(build: Build): Provider {
  const { plan, random } = build;
  const provider: Provider = { id: { scheme: 'demo', value: plan.value }, name: plan.name, kind: plan.voice.kind, coverage: coverageOf(build) };
  if (random.chance(0.5)) provider.locations = [{ postcode: build.town.postcode, city: build.town.city, region: `dk-kommune:${plan.municipality.code}` }];
  if (random.chance(0.35)) {
    const short = inLanguages(SECOND_SUMMARIES[plan.voice.id] ?? plan.voice.summary, ['da']);
    provider.summary = fill(short, build.slots);
  }
  if (random.chance(0.3)) {
    const only = buildProgramme(design(plan.voice.services[0] ?? ''), { random, providerKind: plan.voice.kind, languages: ['da'], knows: 0, selfPay: false, slots: build.slots, variant: 1 });
    provider.programmes = [{ code: only.code, title: only.title, kind: only.kind, stages: only.stages.slice(0, 1).map(({ title, format }) => ({ title, format })) }];
  }
  return provider;
}

/** Everything but results, which depend on the other providers too. */
export function buildProvider(plan: Plan, denmark: Denmark, seed: number): Provider {
  const build = start(plan, denmark, seed);
  if (plan.bare) return bareProvider(build);
  const { random, languages, slots } = build;
  const { voice } = plan;
  const coverage = coverageOf(build);
  const accessibility = accessibilityOf(build);
  const spoken = languagesOf(build);
  const summary = plan.turn % 2 === 1 ? (SECOND_SUMMARIES[voice.id] ?? voice.summary) : voice.summary;
  const practical = practicalText(build, spoken, accessibility);
  const programmes = programmesOf(build);
  const staff = staffOf(voice, voice.reach === 'country' ? 14 : voice.reach === 'region' ? 9 : 5, languages, random);
  const opening = openingOf(build);
  const provider: Provider = { id: { scheme: 'demo', value: plan.value }, name: plan.name, kind: voice.kind, coverage };
  if (voice.kind === 'private' && random.chance(0.5)) provider.legalName = `${plan.root.base} ${random.pick(['ApS', 'A/S', 'I/S', 'P/S'])} (opdigtet)`;
  provider.summary = fill(inLanguages(summary, languages), slots);
  provider.description = fill(paragraphs(inLanguages(voice.description, languages), practical), slots);
  const interest = INTERESTS[voice.kind];
  if (interest && random.chance(0.36)) provider.interests = inLanguages(random.pick(interest), languages);
  provider.contact = contactOf(build);
  if (spoken) provider.languages = spoken;
  provider.locations = locationsOf(build, coverage, accessibility);
  if (voice.remote) provider.remote = true;
  else if (random.chance(0.7)) provider.remote = false;
  if (accessibility && accessibility.length > 0) provider.accessibility = accessibility;
  if (opening) provider.openingHours = opening;
  provider.targetGroups = groupsOf(build);
  if (voice.sectors && random.chance(0.85)) provider.sectors = [...voice.sectors];
  if (staff) provider.staff = staff;
  provider.programmes = programmes;
  if (random.chance(0.24)) provider.claims = claimsOf(build, programmes);
  return provider;
}

function claimsOf(build: Build, programmes: readonly Programme[]): Provider['claims'] {
  const { plan, random, languages } = build;
  const fits = new Set([plan.voice.kind, ...programmes.map((each) => each.kind)]);
  const sayable = CLAIMS.filter((claim) => claim.of === undefined || claim.of.some((each) => fits.has(each)));
  return random.some(sayable, random.int(1, 2)).map(({ text }) => ({
    text: inLanguages(text, languages),
    ...(random.chance(0.4) && programmes[0] ? { programme: programmes[0].code } : {}),
    ...(random.chance(0.7) ? { date: `${random.int(2021, 2026)}-0${random.int(1, 9)}-15` } : {}),
    ...(random.chance(0.6) ? { sourceUrl: `https://www.${domainOf(plan.root)}/om-os` } : {}),
  }));
}
