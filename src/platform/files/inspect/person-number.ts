/** CPR numbers are never stored (trust.md L13). Found as DDMMYY-XXXX with a day that can be. Pure. */
const FORM = /(?<![\d-])(\d{2})(\d{2})\d{2}-\d{4}(?![\d-])/g;
const TEN_DIGITS = /^(\d{2})(\d{2})\d{6}$/;

const canBeDay = (day: string, month: string) => Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;

export function holdsPersonNumber(text: string): boolean {
  return [...text.matchAll(FORM)].some(([, day = '', month = '']) => canBeDay(day, month));
}

/** A cell of ten digits alone is one too; in running text they may be anything. */
export function isPersonNumber(cell: string): boolean {
  const [, day, month] = TEN_DIGITS.exec(cell.trim()) ?? [];
  return holdsPersonNumber(cell) || (day !== undefined && month !== undefined && canBeDay(day, month));
}
