/** CPR numbers as people write them (trust.md M3): a date that exists and four more digits; no check digit, which new numbers do not have. Pure. */
import stdnum from 'stdnum';
import { digitRuns, isDay, isTime, shapeOf, windows, wordRuns, type Run } from './digits.ts';
import type { Finding } from './types.ts';

/** Replacement numbers add 60 to the day. */
const REPLACEMENT = 60;

function isNumber(digits: string): boolean {
  if (digits.length === 12) return isDay(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 8))) && /^(19|20)/.test(digits.slice(4));
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  if (day > REPLACEMENT) return isDay(day - REPLACEMENT, month, 1900 + Number(digits.slice(4, 6))) || isDay(day - REPLACEMENT, month, 2000 + Number(digits.slice(4, 6)));
  return stdnum.stdnum.DK?.cpr?.validate(digits).isValid === true;
}

/** How a number is grouped when more digits stand around it. */
const SHAPES = new Set(['10', '6-4', '2-2-2-4', '2-2-2-2-2', '6-2-2', '4-2-4', '8-4', '2-2-4-4', '12', Array(10).fill('1').join('-')]);

/** 31.12.24 12.00 is a day and a time. */
const isDayAndTime = ({ groups, between }: Run): boolean =>
  groups.length === 5 && /^[.:]$/.test(between[3] ?? '') && /^[./-]$/.test(between[0] ?? '') && isTime(groups[3]?.digits ?? '', groups[4]?.digits ?? '');

/** 10, 12, 14, 16, 18 is a list. */
const isList = ({ between }: Run): boolean => between.filter((each) => each.includes(',')).length > 1;

function inDigits(text: string): Finding[] {
  return digitRuns(text).flatMap((run) =>
    [10, 12].flatMap((length) =>
      windows(run, length)
        .filter((each) => (length === 10 && each.digits.length === run.digits.length) || SHAPES.has(shapeOf(each)))
        .filter((each) => isNumber(each.digits) && !isDayAndTime(each) && !isList(each))
        .map(({ start, end }) => ({ detector: 'cpr' as const, start, end }))));
}

const PARTED = /(?<!\d)(\d{2})[\s./-]?(\d{2})[\s./-]?((?:19|20)?\d{2})([^\d\n]{1,45})(\d{4}|\d{2}\s\d{2})(?!\d)/g;
const SAYS = /sidste|cifre|løbenummer|resten|til sidst|kontroltal/i;
const ABOUT = /cpr|personnummer|født|fødsels/i;

/** The date and the last four with words between. */
function inParts(text: string): Finding[] {
  return [...text.matchAll(PARTED)]
    .filter(([all, day, month, year = '', words = '', tail = '']) => {
      const full = year.length === 4 ? Number(year) : 1900 + Number(year);
      if (!isDay(Number(day), Number(month), full) && !isDay(Number(day), Number(month), full + 100)) return false;
      const at = text.indexOf(all);
      const around = `${text.slice(Math.max(0, at - 40), at)}${text.slice(at + all.length, at + all.length + 25)}`;
      return SAYS.test(words) || ((SAYS.test(around) || ABOUT.test(around)) && !/kl\.?\s*$/i.test(words) && !/^(19|20)\d\d$/.test(tail) && /^\s*\D{0,12}$/.test(words));
    })
    .map((found) => ({ detector: 'cpr' as const, start: found.index, end: found.index + found[0].length }));
}

export function findPersonNumbers(text: string): Finding[] {
  const spelled = wordRuns(text).filter(({ digits }) => digits.length === 10 && isNumber(digits));
  return [...inDigits(text), ...inParts(text), ...spelled.map(({ start, end }) => ({ detector: 'cpr' as const, start, end }))];
}
