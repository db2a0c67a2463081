/**
 * The guided question: place → situation → wish, each answer a link. Plain words stand for codes of the registers.
 * Several codes: the words do not tell them apart, and filters are OR inside. Pure.
 */
import type { ProgrammeKind } from '#features/programmes/input.ts';

export const STEPS = ['situation', 'wish'] as const;
export type Step = (typeof STEPS)[number];

/** The legal groups are Danish law; elsewhere only what holds in every country is asked. */
const DANISH_SITUATIONS = {
  dagpenge: ['dk-dagpenge'],
  sygemeldt: ['dk-sygedagpenge', 'dk-jobafklaring'],
  kontanthjaelp: ['dk-kontanthjaelp-jobparat', 'dk-kontanthjaelp-aktivitetsparat'],
  ung: ['dk-uddannelsesparat', 'dk-ung-aktivitetsparat', 'unge'],
  opsagt: ['opsagte', 'nyledige'],
  nyIDanmark: ['dk-integration', 'nytilkomne'],
  fleksjob: ['dk-fleksjob', 'dk-ressourceforloeb'],
  foertidspension: ['dk-foertidspension'],
  selvforsoergende: ['dk-selvforsoergende'],
} as const;

const OTHER_SITUATIONS = {
  nyledig: ['nyledige'],
  langtidsledig: ['langtidsledige'],
  opsagt: ['opsagte'],
  ungAlene: ['unge'],
  senior: ['seniorer'],
  nyILandet: ['nytilkomne'],
  handicap: ['handicap'],
  psykisk: ['psykisk-saarbare'],
} as const;

export type Situation = keyof typeof DANISH_SITUATIONS | keyof typeof OTHER_SITUATIONS;
export interface SituationChoice {
  situation: Situation;
  groups: readonly string[];
}

/** @param country lower-case code */
export function situationsIn(country: string): SituationChoice[] {
  const situations: Record<string, readonly string[]> = country === 'dk' ? DANISH_SITUATIONS : OTHER_SITUATIONS;
  return Object.entries(situations).map(([situation, groups]) => ({ situation: situation as Situation, groups }));
}

const DANISH_WISHES = {
  samtale: ['individual-counselling'],
  jobsoegning: ['job-search-course', 'job-club'],
  formidling: ['job-matching'],
  praktik: ['work-placement'],
  mentor: ['mentoring'],
  fag: ['skills-training'],
  afklaring: ['assessment'],
  helbred: ['health-support'],
  stoette: ['job-coaching'],
  dansk: ['language-and-integration'],
  virksomhed: ['self-employment'],
} as const satisfies Record<string, readonly ProgrammeKind[]>;

const { dansk, virksomhed, ...common } = DANISH_WISHES;
const OTHER_WISHES = { ...common, sprog: dansk, virksomhed } as const;

export type Wish = keyof typeof DANISH_WISHES | keyof typeof OTHER_WISHES;
export interface WishChoice {
  wish: Wish;
  services: readonly ProgrammeKind[];
}

/** @param country lower-case code */
export function wishesIn(country: string): WishChoice[] {
  const wishes: Record<string, readonly ProgrammeKind[]> = country === 'dk' ? DANISH_WISHES : OTHER_WISHES;
  return Object.entries(wishes).map(([wish, services]) => ({ wish: wish as Wish, services }));
}

/** The situation whose groups these are; null for none or for groups chosen one by one. */
export function situationOf(groups: readonly string[], country: string): Situation | null {
  const wanted = [...groups].sort().join(' ');
  const found = situationsIn(country).find((each) => [...each.groups].sort().join(' ') === wanted);
  return found?.situation ?? null;
}

export interface GuideAnswers {
  /** As it goes into the address; empty: not said. */
  place: string;
  country: string;
  groups: readonly string[];
}

function query(parts: readonly (readonly [string, string])[]): string {
  return new URLSearchParams(parts.filter(([, value]) => value !== '').map(([name, value]) => [name, value])).toString();
}

function answerParts({ place, country, groups }: GuideAnswers): (readonly [string, string])[] {
  return [['country', country === 'dk' ? '' : country], ['place', place], ...groups.map((code) => ['group', code] as const)];
}

/** Address of a step with the answers so far, without language. `place` is the front page itself. */
export function stepAddress(step: Step | 'place', answers: GuideAnswers): string {
  const text = query([['step', step === 'place' ? '' : step], ...answerParts(answers)]);
  return text === '' ? '/' : `/?${text}`;
}

/** The search that all answers lead to, without language. */
export function searchAddress(answers: GuideAnswers, services: readonly ProgrammeKind[]): string {
  const text = query([...answerParts(answers), ...services.map((code) => ['service', code] as const)]);
  return text === '' ? '/providers' : `/providers?${text}`;
}
