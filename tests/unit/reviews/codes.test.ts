import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_CHARACTERS, codeHash, newCode, normalCode } from '#features/reviews/codes.ts';

describe('printed codes', () => {
  it('are 24 characters that nobody mixes up, in groups of four, each time others', () => {
    const codes = Array.from({ length: 200 }, newCode);
    for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(200);
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
    expect(normalCode(newCode())).toHaveLength(CODE_CHARACTERS);
  });

  it('are known however they are typed', () => {
    fc.assert(fc.property(fc.constantFrom(' ', '-', '', '  '), fc.boolean(), (between, small) => {
      const code = newCode();
      const typed = ` ${code.replaceAll('-', between).replaceAll('0', 'o').replaceAll('1', small ? 'l' : 'I')} `;
      expect(codeHash(small ? typed.toLowerCase() : typed)).toBe(codeHash(code));
    }));
  });

  it.each(['', 'ABCD', `${'A'.repeat(25)}`, `${'A'.repeat(23)}U`, `${'A'.repeat(23)}Ø`])('%o is none', (typed) => expect(codeHash(typed)).toBeNull());
});
