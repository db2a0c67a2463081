/** Digits as people write numbers: in groups, with signs and spaces between, or in words. Pure. */

export interface Run {
  start: number;
  end: number;
  digits: string;
  /** Lengths of the groups, and what stands between them. */
  groups: readonly { start: number; digits: string }[];
  between: readonly string[];
}

const RUN = /\d+(?:[\s.,\-–—/·_:]{1,3}\d+)*/g;

/** Digits that follow each other with at most three signs or spaces between. */
export function digitRuns(text: string): Run[] {
  return [...text.matchAll(RUN)].map((found) => {
    const parts = [...found[0].matchAll(/\d+/g)];
    const groups = parts.map((part) => ({ start: found.index + part.index, digits: part[0] }));
    const between = parts.slice(1).map((part, i) => found[0].slice((parts[i]?.index ?? 0) + (parts[i]?.[0].length ?? 0), part.index));
    return { start: found.index, end: found.index + found[0].length, digits: parts.map((each) => each[0]).join(''), groups, between };
  });
}

/** Every stretch of whole groups with so many digits together. */
export function windows(run: Run, length: number): Run[] {
  const found: Run[] = [];
  for (let from = 0; from < run.groups.length; from += 1) {
    let digits = '';
    for (let to = from; to < run.groups.length && digits.length < length; to += 1) {
      digits += run.groups[to]?.digits ?? '';
      if (digits.length !== length) continue;
      const [first, last] = [run.groups[from], run.groups[to]];
      if (first && last) found.push({ start: first.start, end: last.start + last.digits.length, digits, groups: run.groups.slice(from, to + 1), between: run.between.slice(from, to) });
    }
  }
  return found;
}

export const shapeOf = ({ groups }: Run): string => groups.map(({ digits }) => digits.length).join('-');

export function isDay(day: number, month: number, year: number): boolean {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

/** Written as a time of day: 12.00, 8:30. */
export const isTime = (hours: string, minutes: string): boolean => minutes.length === 2 && Number(hours) <= 24 && Number(minutes) <= 59;

const UNITS = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'];
const TEENS = ['ti', 'elleve', 'tolv', 'tretten', 'fjorten', 'femten', 'seksten', 'sytten', 'atten', 'nitten'];
const TENS = ['tyve', 'tredive', 'fyrre', 'halvtreds', 'tres', 'halvfjerds', 'firs', 'halvfems'];

const WORDS = new Map<string, string>([
  ...UNITS.map((word, i) => [word, String(i)] as const),
  ['et', '1'],
  ['én', '1'],
  ...TEENS.map((word, i) => [word, String(10 + i)] as const),
  ...TENS.flatMap((ten, i) => [[ten, String(20 + 10 * i)] as const, ...UNITS.slice(1).map((unit, j) => [`${unit}og${ten}`, String(21 + 10 * i + j)] as const)]),
]);
const WORD = [...WORDS.keys()].sort((a, b) => b.length - a.length).join('|');
const WORD_RUN = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORD})(?:[\\s,.-]{1,3}(?:${WORD}))+(?![\\p{L}\\p{N}])`, 'giu');

/** Numbers that are spelled out, as the digits they say. */
export function wordRuns(text: string): { start: number; end: number; digits: string }[] {
  return [...text.matchAll(WORD_RUN)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    digits: (found[0].toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => WORDS.get(word) ?? '').join(''),
  }));
}
