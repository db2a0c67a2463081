/** Rules of places on offer, of enquiries and of what is said in public about answers. Pure. */
import stdnum from 'stdnum';
import type { LocalisedText } from '#platform/input.ts';
import { addDays, workingDaysBetween } from './working-days.ts';

export type Delivery = 'onsite' | 'remote';

/** As everybody may see it. Days are YYYY-MM-DD. */
export interface Opening {
  id: number;
  /** Code of the programme. */
  programme: string;
  /** null: one can start at any time. */
  startsOn: string | null;
  /** 0: full. */
  freePlaces: number;
  language: string | null;
  region: string | null;
  delivery: Delivery | null;
  note: LocalisedText | null;
  /** When the provider last said that it is so. */
  confirmedOn: string;
}

/** After so many days the page says that it may have changed. */
export const STALE_DAYS = 30;
/** One without a date is not shown for longer than this without being confirmed. */
export const UNDATED_DAYS = 90;
export const OPENINGS_MOST = 100;
export const PLACES_MOST = 999;

export const isStale = ({ confirmedOn }: Pick<Opening, 'confirmedOn'>, day: string): boolean => addDays(confirmedOn, STALE_DAYS) < day;

/** Not over yet: one can still start on its day. */
export function isCurrent({ startsOn, confirmedOn }: Pick<Opening, 'startsOn' | 'confirmedOn'>, day: string): boolean {
  return startsOn === null ? addDays(confirmedOn, UNDATED_DAYS) >= day : startsOn >= day;
}

/** Soonest first; those that one can start at any time come first of all. Full ones last. */
export function inOrder(openings: readonly Opening[]): Opening[] {
  const key = ({ startsOn, freePlaces, id }: Opening) => [freePlaces > 0 ? '0' : '1', startsOn ?? '', String(id).padStart(10, '0')].join(' ');
  return [...openings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Where there is a free place first, of programmes that still run; null: nowhere that is known. */
export function nextStart(openings: readonly Opening[], programmes: readonly string[], day: string): Opening | null {
  return inOrder(openings).find((each) => each.freePlaces > 0 && isCurrent(each, day) && programmes.includes(each.programme)) ?? null;
}

/** What stays of an enquiry. */
export interface EnquiryCount {
  askedOn: string;
  /** Working days until the first answer; null: none came so far. */
  answeredInDays: number | null;
}

/** Of enquiries of the last twelve months that were answered, or that waited long enough for it. */
export interface AnswerFigures {
  asked: number;
  answered: number;
  /** At least half of all who asked had an answer within so many working days; null: fewer than half ever had one. */
  medianDays: number | null;
}

/** Fewer say nothing about a provider, and too much about those who asked. */
export const FIGURES_FROM = 10;
/** Without an answer for so long, an enquiry counts as unanswered. */
export const UNANSWERED_AFTER_DAYS = 10;
const YEAR_DAYS = 365;

export const countsAsAsked = ({ askedOn, answeredInDays }: EnquiryCount, day: string): boolean =>
  answeredInDays !== null || workingDaysBetween(askedOn, day) >= UNANSWERED_AFTER_DAYS;

/** null: too few to say. @param day today */
export function answerFigures(counts: readonly EnquiryCount[], day: string): AnswerFigures | null {
  const from = addDays(day, -YEAR_DAYS);
  const counted = counts.filter((each) => each.askedOn > from && countsAsAsked(each, day));
  if (counted.length < FIGURES_FROM) return null;
  const waits = counted.map((each) => each.answeredInDays ?? Infinity).sort((a, b) => a - b);
  const middle = waits[Math.ceil(waits.length / 2) - 1] ?? Infinity;
  return { asked: counted.length, answered: counted.filter((each) => each.answeredInDays !== null).length, medianDays: middle === Infinity ? null : middle };
}

/** Kept so long after the last word, in days. */
export const KEPT_DAYS = 30;
/** An enquiry that nobody confirmed, in hours. */
export const UNCONFIRMED_HOURS = 48;
/** Words of both sides together. */
export const MESSAGES_MOST = 30;
export const MESSAGE_LENGTH = 3_000;
/** A form that comes back sooner was not filled in by a person. */
export const LEAST_MS = 3_000;

/** Things written like a personal number: Denmark's (ddmmyy-xxxx), Sweden's, Finland's. */
const LIKE_PERSONAL = [
  { form: /(?<!\d)\d{2}[ ./-]?\d{2}[ ./-]?\d{2}\s{0,2}[-–—/.]?\s{0,2}\d{4}(?!\d)/g, check: stdnum.stdnum.DK?.cpr },
  { form: /(?<!\d)(?:\d{2})?\d{6}[-+]?\d{4}(?!\d)/g, check: stdnum.stdnum.SE?.personnummer },
  { form: /(?<!\w)\d{6}[-+A-FU-Y]\d{3}[0-9A-Y](?!\w)/gi, check: stdnum.stdnum.FI?.hetu },
] as const;

/** Somebody's personal number stands in the text: a date that exists and, where the country has one, the check digit. */
export function hasPersonalNumber(text: string): boolean {
  return LIKE_PERSONAL.some(({ form, check }) =>
    [...text.matchAll(form)].some(([found]) => check?.validate(form === LIKE_PERSONAL[0].form ? found.replace(/\D/g, '') : found).isValid === true));
}
