/** Single parameters of an address: whatever somebody wrote there becomes something that a query can take. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayParam, idParam, pageParam, textParam } from '#platform/http/parameters.ts';

const at = (value: string, name = 'x') => new URL(`http://localhost/?${new URLSearchParams({ [name]: value })}`);

describe('parameters of an address', () => {
  it.each([['1', 1], ['7', 7], ['99999', 10_000], ['0', 1], ['-2', 1], ['1.5', 1], ['', 1], ['999999999', 1], ['x', 1]])('page %s', (text, page) => {
    expect(pageParam(at(text, 'page'))).toBe(page);
  });

  it.each([['12', 12], ['999999999999999', 999_999_999_999_999], ['0', undefined], ['01', undefined], ['-1', undefined], ['1e3', undefined], ['9999999999999999', undefined], ['', undefined]])('row %s', (text, id) => {
    expect(idParam(at(text), 'x')).toBe(id);
  });

  it.each([['2026-11-25', '2026-11-25'], ['2024-02-29', '2024-02-29'], ['2023-02-29', undefined], ['2026-13-01', undefined], ['0000-01-01', undefined], ['0001-01-01', '0001-01-01'], ['25-11-2026', undefined], ['', undefined]])('day %s', (text, day) => {
    expect(dayParam(at(text), 'x')).toBe(day);
  });

  it('texts are trimmed and short; what is not given is empty', () => {
    expect(textParam(at(`  ${'a'.repeat(500)}`), 'x')).toBe('a'.repeat(120));
    expect(textParam(at('b'), 'y')).toBe('');
  });

  it('no text makes anything but a whole number in its bounds, or a day that exists', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const page = pageParam(at(text, 'page'));
        const id = idParam(at(text), 'x') ?? 1;
        expect(Number.isSafeInteger(page) && page >= 1 && page <= 10_000 && Number.isSafeInteger(id) && id >= 1).toBe(true);
        const day = dayParam(at(text), 'x');
        expect(day === undefined || day === text).toBe(true);
      }),
    );
  });
});
