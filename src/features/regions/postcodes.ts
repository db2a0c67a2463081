/** Postcodes as people write them. Pure. */
import { foldName } from './names.ts';

export interface TypedPostcode {
  /** Without blanks. */
  code: string;
  /** Set when the form leaves no doubt: a country prefix, or the two letters of a Dutch code. */
  country: string | null;
  /** What else was typed, most often a postal district. */
  rest: string;
}

const PREFIXES: Readonly<Record<string, string>> = {
  dk: 'dk', s: 'se', se: 'se', swe: 'se', nl: 'nl', fi: 'fi', fin: 'fi', ax: 'fi',
};
/** `2400`, `DK-2400`, `114 35`, `1012 AB`; the letters only when no further letter follows. */
const FORM = /^(?:(dk|swe|se|s|nl|fin|fi|ax)[\s-]*)?(\d{3} \d{2}|\d{4,5})(?!\d)(?: ?(\p{L}{2})(?!\p{L}))?/iu;
/** In Denmark `NV` behind a code is part of the district's name. No Dutch code is lost: the country asked for decides there. */
const COMPASS = ['nv', 'sv', 'nø', 'sø'];

/** As the country writes it: Swedish codes have a blank. */
export function writtenPostcode(country: string, code: string): string {
  return country === 'se' ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
}

function atStart(text: string): TypedPostcode | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [whole, prefix, digits = '', letters] = match;
  const code = digits.replace(' ', '');
  const dutch = letters !== undefined && code.length === 4 && !COMPASS.includes(letters.toLowerCase());
  const rest = `${dutch ? '' : (letters ?? '')}${text.slice(whole.length)}`.replace(/^[\s,.;:-]+/, '');
  return { code, country: prefix !== undefined ? (PREFIXES[prefix.toLowerCase()] ?? null) : dutch ? 'nl' : null, rest };
}

/**
 * Finds the postcode at the start, after a comma (an address) or at the end (`Aarhus 8000`).
 * @param text trimmed, single blanks
 */
export function parsePostcode(text: string): TypedPostcode | null {
  const first = atStart(text);
  if (first) return first;
  for (const part of text.split(',').slice(1).reverse()) {
    const found = atStart(part.trim());
    if (found) return found;
  }
  const end = /^(.+?)[\s,]+((?:(?:dk|se|s|nl|fi)-)?(?:\d{3} \d{2}|\d{4,5}))$/iu.exec(text);
  const found = end?.[2] === undefined ? null : atStart(end[2]);
  return found && foldName(end?.[1] ?? '') !== '' ? { ...found, rest: end?.[1] ?? '' } : null;
}
