/** Rules about standards: what they hold, how far a version is, and which dates may follow which. Pure. */
import type { z } from 'zod';
import type { AREA_WAYS, CHECK_KINDS, machineCheck, SCALES, standardDocument } from './input.ts';
import { addDays } from '#features/enquiries/working-days.ts';

export type StandardDocument = z.output<typeof standardDocument>;
export type Theme = StandardDocument['themes'][number];
export type Criterion = Theme['criteria'][number];
export type Indicator = Criterion['indicators'][number];
export type StandardRule = StandardDocument['rule'];
export type StandardLimits = StandardDocument['limits'];
export type MachineCheck = z.output<typeof machineCheck>;
export type CheckKind = (typeof CHECK_KINDS)[number];
export type AreaWay = (typeof AREA_WAYS)[number];
export type Scale = (typeof SCALES)[number];

/** What a new standard begins with. */
export const FIRST_RULE: StandardRule = { metFrom: 4, partlyFrom: 3, approveFrom: 75, conditionsFrom: 60 };
export const FIRST_LIMITS: StandardLimits = { decision: 60, reply: 10, hearing: 10, appeal: 28 };

/** Kept. Published and abandoned versions never change again; the database refuses it. */
export const VERSION_STATES = ['draft', 'consultation', 'published', 'abandoned'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** One version with its dates; days are YYYY-MM-DD. */
export interface VersionDates {
  state: VersionState;
  /** First and last day on which anybody may comment. */
  consultationFrom: string | null;
  consultationUntil: string | null;
  publishedOn: string | null;
  inForceFrom: string | null;
  /** From when applications are taken by it. */
  applicationsFrom: string | null;
  /** Until when applications are still taken by the version before; null: not after this one takes them. */
  graceUntil: string | null;
}

/** What a published version is on a day: worked out from the dates, so that it can be asked of any day. */
export type Phase = 'draft' | 'consultation' | 'consulted' | 'announced' | 'in-force' | 'grace' | 'superseded' | 'abandoned';

/** People need time to read: the least length of a consultation, and of the notice between publication and applications. */
export const CONSULTATION_DAYS = 14;
export const NOTICE_DAYS = 14;

/**
 * @param next the published version that comes after it; null: there is none
 * @param day YYYY-MM-DD
 */
export function phaseOf(version: VersionDates, next: VersionDates | null, day: string): Phase {
  if (version.state === 'abandoned' || version.state === 'draft') return version.state;
  if (version.state === 'consultation') return day <= (version.consultationUntil ?? '') ? 'consultation' : 'consulted';
  if (day < (version.inForceFrom ?? '')) return 'announced';
  const replacedFrom = next?.inForceFrom ?? null;
  if (next === null || replacedFrom === null || day < replacedFrom) return 'in-force';
  return takesApplications(version, next, day) ? 'grace' : 'superseded';
}

/** Whether somebody may send an application by this version on that day. */
export function takesApplications(version: VersionDates, next: VersionDates | null, day: string): boolean {
  if (version.state !== 'published' || version.applicationsFrom === null || day < version.applicationsFrom) return false;
  const nextFrom = next?.applicationsFrom ?? null;
  if (nextFrom === null || day < nextFrom) return true;
  const grace = next?.graceUntil ?? null;
  return grace !== null && day <= grace;
}

/** The published version after this one. @param versions of one standard, oldest first */
export function nextPublished<V extends VersionDates & { number: number }>(versions: readonly V[], number: number): V | null {
  return versions.find((each) => each.number > number && each.state === 'published') ?? null;
}

/** Of one standard, those that take applications on that day, newest first. @param versions oldest first */
export function openVersions<V extends VersionDates & { number: number }>(versions: readonly V[], day: string): V[] {
  return versions.filter((each) => takesApplications(each, nextPublished(versions, each.number), day)).reverse();
}

export type StandardRefusal =
  | 'standard-not-draft'
  | 'standard-open-version'
  | 'standard-incomplete'
  | 'standard-no-consultation'
  | 'standard-consultation-runs'
  | 'standard-consultation-short'
  | 'standard-past-day'
  | 'standard-notice-short'
  | 'standard-before-force'
  | 'standard-before-last'
  | 'standard-grace-early';

export interface Refusal {
  field: string | null;
  reason: StandardRefusal;
}

const refuse = (field: string | null, reason: StandardRefusal): Refusal => ({ field, reason });

/** Why a consultation cannot be opened with these days; null: it can. @param day today */
export function consultationProblem({ state }: VersionDates, from: string, until: string, day: string): Refusal | null {
  if (state !== 'draft') return refuse(null, 'standard-not-draft');
  if (from < day) return refuse('consultationFrom', 'standard-past-day');
  if (until < addDays(from, CONSULTATION_DAYS)) return refuse('consultationUntil', 'standard-consultation-short');
  return null;
}

export interface Publication {
  inForceFrom: string;
  applicationsFrom: string;
  graceUntil: string | null;
}

/**
 * Why a version cannot be published with these days; null: it can.
 * @param last the newest published version of the same standard @param day today
 */
export function publicationProblem(version: VersionDates, last: VersionDates | null, dates: Publication, day: string): Refusal | null {
  if (version.state !== 'draft' && version.state !== 'consultation') return refuse(null, 'standard-not-draft');
  if (version.consultationUntil === null) return refuse(null, 'standard-no-consultation');
  if (version.consultationUntil >= day) return refuse(null, 'standard-consultation-runs');
  if (dates.inForceFrom < day) return refuse('inForceFrom', 'standard-past-day');
  if (dates.applicationsFrom < addDays(day, NOTICE_DAYS)) return refuse('applicationsFrom', 'standard-notice-short');
  if (dates.applicationsFrom < dates.inForceFrom) return refuse('applicationsFrom', 'standard-before-force');
  if (dates.inForceFrom <= (last?.inForceFrom ?? '')) return refuse('inForceFrom', 'standard-before-last');
  if (dates.applicationsFrom <= (last?.applicationsFrom ?? '')) return refuse('applicationsFrom', 'standard-before-last');
  if (dates.graceUntil !== null && dates.graceUntil < dates.applicationsFrom) return refuse('graceUntil', 'standard-grace-early');
  return null;
}

/** All criteria in their order, each with its theme. */
export function criteriaOf(document: StandardDocument): { theme: Theme; criterion: Criterion }[] {
  return document.themes.flatMap((theme) => theme.criteria.map((criterion) => ({ theme, criterion })));
}

export function criterionByCode(document: StandardDocument, code: string): Criterion | null {
  return criteriaOf(document).find(({ criterion }) => criterion.code === code)?.criterion ?? null;
}
