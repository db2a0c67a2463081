/** Spelling made equal: what people type and what texts say meet in the same letters. Pure. */

const LETTERS: Readonly<Record<string, string>> = {
  å: 'a', æ: 'e', ä: 'e', ø: 'o', ö: 'o', œ: 'o', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', x: 'ks',
};

/**
 * Letters without marks: å and aa are a; ø, ö and oe are o; æ, ä and ae are e; x is ks. `Århus`, `Aarhus` and `arhus` are one.
 * @param word lower-case or not; blanks and signs are kept
 */
export function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åæäøöœßđðþłıx]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/aa/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/ae/g, 'e');
}

/** Longer ones are no words: they are cut, so that nobody can fill the index with one. */
const LONGEST = 40;

/** Words in order of a text, lower-case, with their marks. Signs and hyphens part words: `a-kasse` is two. */
export function words(text: string): string[] {
  const found = text.normalize('NFC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return found.map((word) => (word.length > LONGEST ? word.slice(0, LONGEST) : word));
}
