/** Telephone numbers: Danish ones however they are grouped, others by what libphonenumber knows. */
import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { digitRuns, isDay, isTime, shapeOf, wordRuns, type Run } from './digits.ts';
import type { Finding } from './types.ts';

const SHAPES = new Set(['8', '4-4', '2-2-2-2', '2-3-3', '2-6', '2-2-4', '4-2-2', '3-5', '1-1-1-1-1-1-1-1']);
const HINT = /(?:tlf|telefon|mobil|ring|sms|whatsapp|kald|kontakt|fang|nummer|nr)[^\d]{0,25}$/i;
/** What else has eight digits. */
const OTHER = /(?<!\p{L})(?:cvr|sag|journal|j\.?\s?nr|faktura|regning|kvittering|bestilling|ordre|konto|p-?nr|ean|vare|række|reference|ref\.|dato|side|lov|udgave|version)[\p{L}.:\s-]{0,18}$/iu;
const MONEY = /^\s*(?:kr|kroner|dkk|mio|mia|,-|,\d\d)/i;

const isValid = (digits: string): boolean => parsePhoneNumberFromString(digits, 'DK')?.isValid() === true;

const isDate = (digits: string): boolean =>
  isDay(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))) && /^(19|20)/.test(digits.slice(4)) ||
  (isDay(Number(digits.slice(6)), Number(digits.slice(4, 6)), Number(digits.slice(0, 4))) && /^(19|20)/.test(digits));

function isTimes({ groups, between }: Run): boolean {
  const pair = (i: number) => isTime(groups[i]?.digits ?? '', groups[i + 1]?.digits ?? '') && /^[.:]$/.test(between[i] ?? '');
  return groups.length === 4 && pair(0) && pair(2) && between[1] !== between[0];
}

const isYears = ({ groups }: Run): boolean => groups.length === 2 && groups.every(({ digits }) => /^(19|20)\d\d$/.test(digits));
const isList = ({ between }: Run): boolean => between.some((each) => /[,:/]/.test(each));

function isDanish(text: string, run: Run): boolean {
  const prefixed = /(?:\+|00)\s?45\s?\)?\s?$/.test(text.slice(Math.max(0, run.start - 8), run.start));
  if (run.digits.length !== 8 || !SHAPES.has(shapeOf(run)) || isList(run)) return false;
  const before = text.slice(Math.max(0, run.start - 40), run.start);
  if (prefixed) return true;
  if (OTHER.test(before) || MONEY.test(text.slice(run.end, run.end + 12))) return false;
  // Called a telephone number it is held, also of a range that nobody has been given yet.
  if (HINT.test(before)) return /^[2-9]/.test(run.digits);
  return isValid(run.digits) && !(isDate(run.digits) || isTimes(run) || isYears(run));
}

/** Digits after +45 or 0045, whatever separates them. */
function withPrefix(run: Run): boolean {
  const bare = run.digits.replace(/^(?:00)?45/, '');
  return bare.length === 8 && bare !== run.digits;
}

export function findPhones(text: string): Finding[] {
  const runs = digitRuns(text);
  const danish = runs.filter((run) => isDanish(text, run) || (withPrefix(run) && (run.digits.startsWith('0045') || /[+(]\s?$/.test(text.slice(Math.max(0, run.start - 2), run.start)))));
  const spelled = wordRuns(text).filter(({ digits }) => digits.length === 8 && isValid(digits));
  // With a plus only: without, eight digits of another kind would be taken for a Danish number.
  const abroad = findPhoneNumbersInText(text, 'DK').filter(({ startsAt }) => /[+]/.test(text.slice(startsAt, startsAt + 2)));
  return [...danish, ...spelled, ...abroad.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }))].map(({ start, end }) => ({ detector: 'phone', start, end }));
}
