/** Printed codes for people without JavaScript: 24 characters, 120 bits, in an alphabet without look-alikes. */
import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_CHARACTERS = 24;
const GROUP = 4;

/** As it is printed: six groups of four. */
export function newCode(): string {
  // 256 is a multiple of 32: each character is as likely as any other.
  const characters = Array.from(randomBytes(CODE_CHARACTERS), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return (characters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** As somebody types it: small letters, spaces, O for 0, I or L for 1. null: not a code. */
export function normalCode(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return plain.length === CODE_CHARACTERS && [...plain].every((each) => ALPHABET.includes(each)) ? plain : null;
}

/** What is kept of it. Plain SHA-256 will do for 120 random bits (ASVS 6.5.2). null: not a code. */
export function codeHash(typed: string): string | null {
  const plain = normalCode(typed);
  return plain === null ? null : createHash('sha256').update(plain).digest('hex');
}
