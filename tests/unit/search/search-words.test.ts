import { describe, expect, it } from 'vitest';
import { lix } from '#tests/support/lix.ts';
import { messages } from '#i18n/index.ts';

/** Every text of an area, functions called with something short. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String((value as (...words: string[]) => string)('Odense', '4', '8'))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('words of the search', () => {
  it.each(['home', 'search', 'map', 'tray'] as const)('are plain Danish: %s', (area) => {
    expect(lix(texts(messages('da')[area]).join('\n'))).toBeLessThan(35);
  });
});
