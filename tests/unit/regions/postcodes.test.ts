import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePostcode, writtenPostcode } from '#features/regions/postcodes.ts';

describe('postcodes as typed', () => {
  it.each([
    ['2400', { code: '2400', country: null, rest: '' }],
    ['DK-2400', { code: '2400', country: 'dk', rest: '' }],
    ['dk 2400 København NV', { code: '2400', country: 'dk', rest: 'København NV' }],
    ['2400 NV', { code: '2400', country: null, rest: 'NV' }],
    ['8000 C', { code: '8000', country: null, rest: 'C' }],
    ['2400, København', { code: '2400', country: null, rest: 'København' }],
    ['114 35', { code: '11435', country: null, rest: '' }],
    ['S-114 35 Stockholm', { code: '11435', country: 'se', rest: 'Stockholm' }],
    ['1012 AB', { code: '1012', country: 'nl', rest: '' }],
    ['1012ab Amsterdam', { code: '1012', country: 'nl', rest: 'Amsterdam' }],
    ['6700 Ribe', { code: '6700', country: null, rest: 'Ribe' }],
    ['FI-00100', { code: '00100', country: 'fi', rest: '' }],
    ['AX-22100', { code: '22100', country: 'fi', rest: '' }],
    ['Aarhus 8000', { code: '8000', country: null, rest: 'Aarhus' }],
    ['Nørrebrogade 5, 2200 København N', { code: '2200', country: null, rest: 'København N' }],
    ['Vej 1234, 2200 København N', { code: '2200', country: null, rest: 'København N' }],
  ])('%s', (text, expected) => expect(parsePostcode(text)).toEqual(expected));

  it.each(['', 'København', '123', '1234567', 'dk-kommune:0101', '24O0', '12 34'])('%s is none', (text) => expect(parsePostcode(text)).toBeNull());

  it('reads back what it writes, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom('dk', 'se', 'nl', 'fi'), fc.integer({ min: 10000, max: 99999 }), fc.string({ unit: 'grapheme' }), (country, number, noise) => {
        const code = String(number).slice(0, country === 'se' || country === 'fi' ? 5 : 4);
        expect(parsePostcode(`${country}-${writtenPostcode(country, code)}`)).toEqual({ code, country, rest: '' });
        expect(parsePostcode(noise)?.code ?? '0000').toMatch(/^\d{4,5}$/);
      }),
    );
  });
});
