import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlaceNames, suggestPlaces } from '#features/regions/suggest.ts';
import { register } from './shipped.ts';

const texts = (prefix: string, country = 'dk', limit = 5) => suggestPlaces(register, prefix, country, limit).map((each) => each.text);

describe('completions', () => {
  it.each([
    ['køb', 'København', 'dk-kommune:0101'],
    ['kob', 'København', 'dk-kommune:0101'],
    ['cope', 'Copenhagen', 'dk-kommune:0101'],
    ['åben', 'Aabenraa', 'dk-kommune:0580'],
    ['skag', 'Skagen', 'dk-kommune:0813'],
    ['riss', 'Risskov', 'dk-kommune:0751'],
    ['region ho', 'Region Hovedstaden', 'dk-region:1084'],
    ['götebo', 'Göteborg', 'se-kommun:1480'],
  ])('%s: %s', (prefix, text, region) => expect(suggestPlaces(register, prefix, 'dk', 3)[0]).toEqual({ text, region }));

  it('come first from the country asked for, and from others when there is room', () => {
    expect(texts('stock', 'se')[0]).toBe('Stockholm');
    expect(texts('stock')[0]).toBe('Stockholm');
    expect(texts('hel', 'fi')[0]).toBe('Helsinki');
    expect(texts('hel', 'dk')[0]).toBe('Helsingør');
  });

  it('complete postcodes with their district', () => {
    expect(texts('24')).toEqual(['2400 København NV', '2450 København SV']);
    expect(suggestPlaces(register, '24', 'se', 5)).toEqual([]);
  });

  it('name no area of several municipalities, no code and no official name', () => {
    expect(texts('fyn')).not.toContain('Fyn');
    expect(texts('københavn', 'dk', 50)).not.toContain('Københavns Kommune');
    expect(texts('dk-k', 'dk', 50)).toEqual([]);
    expect(texts('')).toEqual([]);
  });

  it('keep to the limit and repeat nothing, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.integer({ min: 1, max: 8 }), (prefix, limit) => {
        const found = suggestPlaces(register, prefix, 'dk', limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found.map((each) => `${each.region} ${each.text}`)).size).toBe(found.length);
        for (const each of found) expect(register.region(each.region)).not.toBeNull();
      }),
    );
  });
});

describe('places in a longer text', () => {
  it.each([
    ['jobcoach i Odense', 'jobcoach i', ['dk-kommune:0461']],
    ['mentor Kgs. Lyngby og Aarhus V', 'mentor og', ['dk-kommune:0173', 'dk-kommune:0751']],
    ['cv-kursus, nykøbing falster', 'cv-kursus,', ['dk-kommune:0376']],
    ['hjælp til at give slip', 'hjælp til at give slip', []],
    ['Give jobcenter', 'jobcenter', ['dk-kommune:0630']],
    ['help in Copenhagen', 'help in', ['dk-kommune:0101']],
    ['job på Fyn', 'job på Fyn', []],
    ['kursus i Viby', 'kursus i Viby', []],
    ['', '', []],
  ])('%s', (text, rest, regions) => {
    const found = parsePlaceNames(register, text, 'dk');
    expect(found.rest).toBe(rest);
    expect(found.places.map((each) => each.region)).toEqual(regions);
  });
});
