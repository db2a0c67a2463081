/** The choice sheet: why a provider fits what somebody searched for, what speaks against it, and what to ask. Pure. */
import { covers } from '#features/providers/coverage.ts';
import { isClosed } from '#features/providers/view.ts';
import { PROGRAMME_KINDS, type ProgrammeKind } from '#features/programmes/input.ts';
import { unknownShare } from '#features/results/view.ts';
import type { Register } from '#features/regions/register.ts';
import type { Compared } from './compare.ts';
import type { SearchInput } from './input.ts';

/** What the visitor searched for, as far as the address carries it. */
export interface Wish {
  /** Region code; null: no place given, or not understood. */
  place: string | null;
  groups: string[];
  services: ProgrammeKind[];
}

/** @param search as `readSearch` read it; group and service codes are known there */
export function wishOf(search: Pick<SearchInput, 'filters'>, place: string | null): Wish {
  const services = PROGRAMME_KINDS.filter((kind) => search.filters.service?.includes(kind));
  return { place, groups: search.filters.group ?? [], services };
}

export type Reason =
  | { about: 'place' | 'placePartly' }
  | { about: 'placeRemote' | 'free' | 'self' | 'closed' | 'mandated' }
  | { about: 'group'; codes: string[] }
  | { about: 'service'; kinds: ProgrammeKind[] };

export type Question =
  | 'group' | 'price' | 'waiting' | 'access' | 'length' | 'groupSize' | 'coach' | 'aftercare' | 'results' | 'unknowns'
  | 'checked' | 'claims' | 'accessibility' | 'languages' | 'stop';

export interface SheetEntry {
  compared: Compared;
  fits: Reason[];
  doubts: Reason[];
  questions: Question[];
}

type Sides = Pick<SheetEntry, 'fits' | 'doubts'>;

function placeReasons({ page }: Compared, place: string | null, register: Pick<Register, 'expand'>): Sides {
  if (place === null) return { fits: [], doubts: [] };
  const inside = covers(page.profile.coverage, place, register);
  const remote: Reason[] = page.profile.remote === true ? [{ about: 'placeRemote' }] : [];
  if (inside === true) return { fits: [{ about: 'place' }, ...remote], doubts: [] };
  if (inside === null) return { fits: remote, doubts: [{ about: 'placePartly' }] };
  return remote.length > 0 ? { fits: remote, doubts: [] } : { fits: [], doubts: [{ about: 'place' }] };
}

/** Codes asked for are alternatives: one that is met is enough, and none that is met is a doubt about them all. */
function groupReasons({ offer }: Compared, wanted: readonly string[]): Sides {
  if (wanted.length === 0) return { fits: [], doubts: [] };
  const met = wanted.filter((code) => offer.groups.some((group) => group.code === code));
  return met.length > 0 ? { fits: [{ about: 'group', codes: met }], doubts: [] } : { fits: [], doubts: [{ about: 'group', codes: [...wanted] }] };
}

function serviceReasons({ offer }: Compared, wanted: readonly ProgrammeKind[]): Sides {
  if (wanted.length === 0) return { fits: [], doubts: [] };
  const met = wanted.filter((kind) => offer.services.includes(kind));
  return met.length > 0 ? { fits: [{ about: 'service', kinds: met }], doubts: [] } : { fits: [], doubts: [{ about: 'service', kinds: [...wanted] }] };
}

function termReasons({ page, offer }: Compared, day: string): Sides {
  const { price, access, attendance, open } = offer;
  const fits: Reason[] = [];
  if (open.length > 0 && price.free === open.length) fits.push({ about: 'free' });
  if (open.length > 0 && open.every((programme) => programme.access?.includes('self'))) fits.push({ about: 'self' });
  const doubts: Reason[] = isClosed(page.profile, day) ? [{ about: 'closed' }] : [];
  if (open.length > 0 && attendance.join() === 'mandated' && !access.includes('self')) doubts.push({ about: 'mandated' });
  return { fits, doubts };
}

/** Everything a decision needs that this provider has not said, most important first. */
export function questionsFor({ page, offer, headline, results }: Compared, wish: Wish): Question[] {
  const { open, price } = offer;
  const partly = (spread: { said: number; of: number } | null) => spread === null || spread.said < spread.of;
  const allIndividual = offer.groupMax?.max === 1;
  const ask: [Question, boolean][] = [
    ['group', wish.groups.length > 0 && !wish.groups.some((code) => offer.groups.some((group) => group.code === code))],
    ['price', open.length === 0 || price.unsaid > 0],
    ['access', open.length === 0 || open.some((programme) => !programme.access?.length)],
    ['waiting', partly(offer.waitingWeeks)],
    ['length', partly(offer.hours)],
    ['groupSize', partly(offer.groupMax)],
    ['coach', !allIndividual && partly(offer.participantsPerCoach) && page.profile.staff?.participantsPerAdviser === undefined],
    ['results', headline === null || headline.count.state !== 'shown'],
    ['unknowns', headline?.count.state === 'shown' && unknownShare(headline.count) > 0.05],
    ['checked', headline?.count.state === 'shown' && headline.grade === 'C'],
    ['claims', (page.profile.claims ?? []).length > 0 && results.length === 0],
    ['aftercare', partly(offer.aftercareMonths)],
    ['languages', offer.languages.length === 0],
    ['accessibility', page.profile.accessibility === undefined],
    ['stop', true],
  ];
  return ask.flatMap(([question, needed]) => (needed ? [question] : []));
}

/** @param day YYYY-MM-DD, today */
export function sheetEntry(compared: Compared, wish: Wish, register: Pick<Register, 'expand'>, day: string): SheetEntry {
  const sides = [
    placeReasons(compared, wish.place, register),
    groupReasons(compared, wish.groups),
    serviceReasons(compared, wish.services),
    termReasons(compared, day),
  ];
  return {
    compared,
    fits: sides.flatMap((each) => each.fits),
    doubts: sides.flatMap((each) => each.doubts),
    questions: questionsFor(compared, wish),
  };
}
