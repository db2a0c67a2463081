/** Addresses made from names. Pure. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae', ø: 'oe', å: 'aa', ß: 'ss', þ: 'th', ð: 'd', đ: 'd', ł: 'l', œ: 'oe', ı: 'i',
};
const MAX_LENGTH = 60;

/** `Jobcenter Østerbro & Ås` → `jobcenter-oesterbro-aas`. A name without a Latin letter or digit gives the fallback. */
export function slugOf(name: string, fallback = 'provider'): string {
  const latin = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æøåßþðđłœı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}'’`´]/gu, '');
  const words = latin.replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '');
  return words.slice(0, MAX_LENGTH).replace(/-+$/, '') || fallback;
}

/** The slug itself, then `-2`, `-3`, … */
export function numberedSlug(base: string, number: number): string {
  return number === 1 ? base : `${base}-${number}`;
}
