import { describe, expect, it } from 'vitest';
import { nameKey } from '#features/regions/names.ts';
import { isMunicipality } from '#features/regions/model.ts';
import { files, postcodes, regions } from './shipped.ts';

const byCode = new Map(regions.map((region) => [region.code, region]));
const count = (scheme: string) => regions.filter((region) => region.scheme === scheme).length;

describe('the shipped register', () => {
  it.each([
    ['dk-kommune', 98], ['se-kommun', 290], ['nl-gemeente', 342], ['fi-kunta', 308],
    ['dk-region', 5], ['se-lan', 21], ['nl-provincie', 12], ['fi-maakunta', 19],
    ['dk', 1], ['se', 1], ['nl', 1], ['fi', 1],
  ])('has all of %s: %i', (scheme, expected) => expect(count(scheme)).toBe(expected));

  it('has no other kind of code, and each once', () => {
    expect(regions).toHaveLength(98 + 290 + 342 + 308 + 5 + 21 + 12 + 19 + 4);
    expect(byCode.size).toBe(regions.length);
    for (const region of regions) expect(region.code).toMatch(/^[a-z]{2}(-[a-z]+:[A-Z0-9]+)?$/);
  });

  it('hangs every municipality under a region and every region under its country', () => {
    for (const region of regions) {
      const parent = byCode.get(region.parent ?? '');
      if (isMunicipality(region)) expect(parent?.parent).toBe(region.country);
      else expect(region.parent).toBe(region.code === region.country ? null : region.country);
    }
  });

  it('has a point and known, mutual neighbours for every municipality', () => {
    for (const region of regions.filter(isMunicipality)) {
      expect(region.lat, region.code).toBeGreaterThan(50);
      expect(region.lon, region.code).toBeGreaterThan(3);
      for (const other of region.neighbours) expect(byCode.get(other)?.neighbours, other).toContain(region.code);
    }
  });

  it('names every country in five languages', () => {
    for (const code of ['dk', 'se', 'nl', 'fi']) expect(Object.keys(byCode.get(code)?.names ?? {}).sort()).toEqual(['da', 'en', 'fi', 'nl', 'sv']);
  });

  it('shows no English name on a Danish page where there is a better one', () => {
    expect(byCode.get('se-kommun:1480')?.names).toEqual({ da: 'Göteborg', en: 'Gothenburg', sv: 'Göteborg', nl: 'Göteborg', fi: 'Göteborg' });
    expect(byCode.get('fi-kunta:091')?.names).toEqual({ fi: 'Helsinki', sv: 'Helsingfors', en: 'Helsinki', da: 'Helsingfors', nl: 'Helsinki' });
    expect(byCode.get('dk-kommune:0101')?.names.en).toBe('Copenhagen');
    expect(byCode.get('dk-kommune:0265')?.names).toEqual({ da: 'Roskilde' });
  });

  it('has every postcode in a municipality that exists, with one main', () => {
    const mains = new Map<string, number>();
    for (const row of postcodes) {
      expect(isMunicipality(byCode.get(row.region) ?? { scheme: '' }), row.region).toBe(true);
      const key = `${row.country} ${row.code}`;
      mains.set(key, (mains.get(key) ?? 0) + (row.main ? 1 : 0));
    }
    expect([...mains.values()].every((each) => each === 1)).toBe(true);
    const codes = (country: string) => [...mains.keys()].filter((key) => key.startsWith(country)).length;
    expect(['dk', 'se', 'nl', 'fi'].map(codes)).toEqual([1154, 18870, 4086, 3613]);
    expect(new Set(postcodes.map((row) => row.region)).size).toBe(98 + 290 + 342 + 308);
  });
});

describe('names written for this project', () => {
  const { aliases, areas, names } = files.placeNames;

  it('belong to places that exist', () => {
    for (const code of [...Object.keys(aliases), ...Object.keys(names), ...Object.values(areas).flat()]) expect(byCode.has(code), code).toBe(true);
  });

  it('never hide behind the own name of another place in the same country', () => {
    for (const [code, own] of Object.entries(aliases)) {
      const country = code.slice(0, 2);
      const others = regions.filter((region) => region.country === country && region.code !== code && isMunicipality(region));
      const taken = new Set(others.flatMap((region) => Object.values(region.names).map((name) => nameKey(name ?? ''))));
      for (const alias of own) expect(taken.has(nameKey(alias)), `${code} ${alias}`).toBe(false);
    }
  });

  it('are given to one place each, but for areas', () => {
    const owners = Map.groupBy(Object.entries(aliases).flatMap(([code, own]) => own.map((alias) => ({ code, key: `${code.slice(0, 2)} ${nameKey(alias)}` }))), (each) => each.key);
    for (const [key, each] of owners) expect(new Set(each.map((one) => one.code)).size, key).toBe(1);
  });
});
