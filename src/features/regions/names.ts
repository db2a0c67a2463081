/** How names of places are compared: spelling, kind words, abbreviations, typing mistakes. Pure. */

const LETTERS: Readonly<Record<string, string>> = { å: 'aa', æ: 'ae', ä: 'ae', ø: 'oe', ö: 'oe', œ: 'oe', ß: 'ss' };

const written = (letter: string) => LETTERS[letter] ?? letter;

/** Words of a name in lower-case without marks: `Nørre Åby` and `NØRRE-AABY` are both `noerre aaby`. */
export function foldName(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åäö]/g, written)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[æøœß]/g, written)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** For those who have no Nordic letters: `Rødovre` typed `Rodovre`, `Aarhus` typed `Arhus`; blanks do not count. */
export function looseName(key: string): string {
  return key.replaceAll(' ', '').replaceAll('aa', 'a').replaceAll('ae', 'a').replaceAll('oe', 'o');
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  kbh: 'koebenhavn', kbhvn: 'koebenhavn', cph: 'koebenhavn', nr: 'noerre', ndr: 'noerre', sdr: 'soender', kgs: 'kongens', gl: 'gammel',
};

/** Last words that tell towns of one name, or parts of one town, from each other. */
const TELLING_APART: Readonly<Record<string, string>> = {
  sjaelland: 'sj', sj: 'sj', falster: 'f', f: 'f', mors: 'm', m: 'm', lolland: 'l', l: 'l', jylland: 'j', jyll: 'j', j: 'j',
  c: 'c', k: 'k', n: 'n', s: 's', v: 'v', oe: 'oe', nv: 'nv', noe: 'noe', sv: 'sv', soe: 'soe',
  nord: 'n', syd: 's', vest: 'v', oest: 'oe', nordvest: 'nv', nordoest: 'noe', sydvest: 'sv', sydoest: 'soe',
  fyn: 'fyn', thy: 'thy', aeroe: 'aeroe', stevns: 'stevns', djurs: 'djurs', vestj: 'vestj', midtsj: 'midtsj', sydfyn: 'sydfyn',
  by: 'by', st: 'st', strand: 'strand', kyst: 'kyst', nh: 'nh', centrum: 'centrum', city: 'city',
};

/** The form under which names are kept and looked up: folded, abbreviations written out, telling-apart words in one form. */
export function nameKey(text: string): string {
  const words = foldName(text).split(' ').map((word) => ABBREVIATIONS[word] ?? word);
  const last = words.length > 1 ? words.at(-1) : undefined;
  if (last !== undefined) words[words.length - 1] = TELLING_APART[last] ?? last;
  return words.join(' ');
}

/** `nykoebing f` without its last, telling-apart word; null when it has none. */
export function baseKey(key: string): string | null {
  const end = key.lastIndexOf(' ');
  return end > 0 && key.slice(end + 1) in TELLING_APART ? key.slice(0, end) : null;
}

export type PlaceKind = 'municipality' | 'wider';
const KIND_WORDS: Readonly<Record<string, PlaceKind>> = {
  kommune: 'municipality', regionskommune: 'municipality', kommun: 'municipality', stad: 'municipality', gemeente: 'municipality',
  kunta: 'municipality', kaupunki: 'municipality', municipality: 'municipality', jobcenter: 'municipality', jobcentret: 'municipality',
  region: 'wider', laen: 'wider', lan: 'wider', provincie: 'wider', province: 'wider', maakunta: 'wider', county: 'wider',
};

/** Takes `kommune`, `län` and the like off either end of a key, and says which kind of place they mean. */
export function bareKey(key: string): { key: string; kind: PlaceKind | null } {
  let words = key.split(' ');
  let kind: PlaceKind | null = null;
  for (const end of [-1, 0] as const) {
    const word = KIND_WORDS[words.at(end) ?? ''];
    if (word === undefined || words.length < 2) continue;
    kind ??= word;
    words = end === 0 ? words.slice(1) : words.slice(0, -1);
  }
  return { key: words.join(' '), kind };
}

/** Typing mistakes forgiven in a word of this length. */
export function forgiven(length: number): number {
  return length >= 9 ? 2 : length >= 5 ? 1 : 0;
}

/** Letters added, left out, changed, or swapped with a neighbour (Damerau, optimal string alignment); `limit + 1` when more. */
export function typingDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min(change, swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, previous] = [previous, row];
  }
  return Math.min(previous[b.length] ?? 0, limit + 1);
}
