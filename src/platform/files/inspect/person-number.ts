/** CPR numbers are never stored (trust.md L13). Pure. */
import stdnum from 'stdnum';

/** In running text only with its dash: ten digits there may be anything. */
const WITH_DASH = /(?<![\d-])\d{6}-\d{4}(?![\d-])/g;
const TEN_DIGITS = /^\d{10}$/;

const isCpr = (number: string): boolean => stdnum.stdnum.DK?.cpr?.validate(number).isValid === true;

export function holdsPersonNumber(text: string): boolean {
  return [...text.matchAll(WITH_DASH)].some(([found]) => isCpr(found));
}

/** A cell of ten digits alone is one too. */
export function isPersonNumber(cell: string): boolean {
  const alone = cell.trim();
  return holdsPersonNumber(cell) || (TEN_DIGITS.test(alone) && isCpr(alone));
}
