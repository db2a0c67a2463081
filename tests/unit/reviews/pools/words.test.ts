/** Words of pools: plain enough for people who do this beside their work, and the same fill-ins in every language. */
import { describe, expect, it } from 'vitest';
import da from '#i18n/da/pools.ts';
import en from '#i18n/en/pools.ts';
import fi from '#i18n/fi/pools.ts';
import nl from '#i18n/nl/pools.ts';
import sv from '#i18n/sv/pools.ts';
import { lix } from '#tests/support/lix.ts';

/** Every sentence, with something in its gaps. */
function sentences(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String((words as (...gaps: unknown[]) => string)(...Array.from({ length: words.length }, (_, n) => (words.name === 'extended' || words.name === 'more' ? 2 : `x${n}`))))];
  return Object.values(words as object).flatMap(sentences);
}

describe('words of pools', () => {
  it('Danish stays below a LIX of 35', () => {
    expect(lix(sentences(da).filter((each) => each.includes(' ')).join('\n'))).toBeLessThan(35);
  });

  it.each(Object.entries({ da, en, sv, nl, fi }))('%s has every gap filled in', (_, words) => {
    for (const text of sentences(words)) expect(text).not.toMatch(/undefined|\[object|#/);
    const gapsOf = (from: unknown): number => (typeof from === 'function' ? from.length : typeof from === 'object' && from !== null ? Object.values(from).reduce((sum: number, each) => sum + gapsOf(each), 0) : 0);
    expect(gapsOf(words)).toBe(gapsOf(da));
    for (const gap of ['x0', 'x1', 'x2', 'x3']) expect(sentences(words.provider.mail).some((text) => text.includes(gap))).toBe(true);
  });
});
