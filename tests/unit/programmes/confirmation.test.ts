import { describe, expect, test } from 'vitest';
import { isStale, monthsBefore } from '#features/programmes/confirmation.ts';

describe('when a description was last confirmed', () => {
  test.each([
    ['2026-11-25T10:00:00Z', 5, '2026-06-25T10:00:00.000Z'],
    ['2026-08-31T10:00:00Z', 6, '2026-02-28T10:00:00.000Z'],
    ['2028-08-31T10:00:00Z', 6, '2028-02-29T10:00:00.000Z'],
    ['2026-03-15T10:00:00Z', 5, '2025-10-15T10:00:00.000Z'],
  ])('%s, %s months before', (at, months, expected) => expect(monthsBefore(new Date(at), months).toISOString()).toBe(expected));

  test('half a year is not yet too long, a second more is', () => {
    const at = new Date('2026-11-25T10:00:00Z');
    expect(isStale(new Date('2026-05-25T10:00:00Z'), at)).toBe(false);
    expect(isStale(new Date('2026-05-25T09:59:59Z'), at)).toBe(true);
  });
});
