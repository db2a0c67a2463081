/** What a provider offers today, over all its open programmes together. Pure. */
import type { ProviderProfile } from '#features/providers/input.ts';
import { freeForCitizen, isOpen, programmeUnits } from './model.ts';
import type { Price, Programme, ProgrammeKind } from './input.ts';

/** Smallest and largest value, and how many of the programmes say it: what the rest say is not known. */
export interface Spread {
  min: number;
  max: number;
  said: number;
  of: number;
}

export interface CitizenPrice {
  /** Open programmes that are known to cost the citizen nothing, to cost something, and that do not say. */
  free: number;
  paid: number;
  unsaid: number;
  /** What citizens pay, lowest first, without repetition. */
  prices: Price[];
  /** Who else pays, without repetition. */
  payers: Price['paidBy'][];
}

export type GroupMention = NonNullable<ProviderProfile['targetGroups']>[number];
export type AccessWay = NonNullable<Programme['access']>[number];
export type AttendanceRule = NonNullable<Programme['attendance']>;
export type Delivery = NonNullable<Programme['delivery']>[number];

export interface Offer {
  open: Programme[];
  ended: Programme[];
  groups: GroupMention[];
  services: ProgrammeKind[];
  languages: string[];
  access: AccessWay[];
  attendance: AttendanceRule[];
  delivery: Delivery[];
  hours: Spread | null;
  weeks: Spread | null;
  plannedMaxDays: Spread | null;
  groupMax: Spread | null;
  participantsPerCoach: Spread | null;
  waitingWeeks: Spread | null;
  capacity: Spread | null;
  aftercareMonths: Spread | null;
  price: CitizenPrice;
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** null where no programme says it. */
export function spreadOf(programmes: readonly Programme[], measure: (programme: Programme) => number | null | undefined): Spread | null {
  const values = programmes.flatMap((each) => measure(each) ?? []);
  if (values.length === 0) return null;
  return { min: Math.min(...values), max: Math.max(...values), said: values.length, of: programmes.length };
}

export function citizenPrice(programmes: readonly Programme[]): CitizenPrice {
  const verdicts = programmes.map((each) => freeForCitizen(each.prices));
  const all = programmes.flatMap((each) => each.prices ?? []);
  const own = all.filter((price) => price.paidBy === 'citizen' && price.amount > 0).sort((a, b) => a.amount - b.amount);
  const byTerms = new Map(own.map((price) => [`${price.amount} ${price.currency} ${price.per}`, price]));
  return {
    free: verdicts.filter((free) => free === true).length,
    paid: verdicts.filter((free) => free === false).length,
    unsaid: verdicts.filter((free) => free === null).length,
    prices: [...byTerms.values()],
    payers: unique(all.map((price) => price.paidBy)).filter((payer) => payer !== 'citizen'),
  };
}

/** Groups by code: the provider's own words about a group win over a programme's. */
function groupsOf(profile: ProviderProfile, open: readonly Programme[]): GroupMention[] {
  const byCode = new Map<string, GroupMention>();
  for (const group of [...(profile.targetGroups ?? []), ...open.flatMap((each) => each.targetGroups ?? [])]) {
    if (!byCode.has(group.code)) byCode.set(group.code, group);
  }
  return [...byCode.values()];
}

/** @param day YYYY-MM-DD, today */
export function offerOf(profile: ProviderProfile, programmes: readonly Programme[], day: string): Offer {
  const open = programmes.filter((each) => isOpen(each, day));
  const ended = programmes.filter((each) => !isOpen(each, day));
  const units = new Map(open.map((each) => [each, programmeUnits(each)]));
  return {
    open,
    ended,
    groups: groupsOf(profile, open),
    services: unique(open.map((each) => each.kind)),
    languages: unique([...(profile.languages ?? []), ...open.flatMap((each) => each.languages ?? [])]),
    access: unique(open.flatMap((each) => each.access ?? [])),
    attendance: unique(open.flatMap((each) => each.attendance ?? [])),
    delivery: unique(open.flatMap((each) => each.delivery ?? [])),
    hours: spreadOf(open, (each) => units.get(each)?.hours),
    weeks: spreadOf(open, (each) => units.get(each)?.weeks),
    plannedMaxDays: spreadOf(open, (each) => each.plannedMaxDays),
    groupMax: spreadOf(open, (each) => units.get(each)?.groupMax),
    participantsPerCoach: spreadOf(open, (each) => units.get(each)?.participantsPerCoach),
    waitingWeeks: spreadOf(open, (each) => each.waitingWeeks),
    capacity: spreadOf(open, (each) => each.capacity),
    aftercareMonths: spreadOf(open, (each) => each.aftercareMonths),
    price: citizenPrice(open),
  };
}
