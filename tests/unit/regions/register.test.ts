import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, type Region } from '#features/regions/model.ts';
import { createRegister } from '#features/regions/register.ts';
import { register } from './shipped.ts';

describe('the register', () => {
  it('climbs and descends', () => {
    expect(register.ancestors('dk-kommune:0751').map((region) => region.code)).toEqual(['dk-region:1082', 'dk']);
    expect(register.children('dk')).toHaveLength(5);
    expect(register.children('dk-region:1084')).toHaveLength(29);
    expect(['dk', 'se', 'nl', 'fi'].map((country) => register.municipalities(country).length)).toEqual([98, 290, 342, 308]);
    expect(register.countries().map((region) => region.code)).toEqual(['dk', 'fi', 'nl', 'se']);
    expect(register.region('dk-kommune:9999')).toBeNull();
  });

  it('puts a country above regions that a catalogue brought', () => {
    const county: Region = {
      code: 'us-nj-county:bergen', scheme: 'us-nj-county', country: 'us', parent: 'us:nj', names: { en: 'Bergen' },
      aliases: [], lat: null, lon: null, population: null, neighbours: [],
    };
    const own = createRegister({ regions: [county, { ...county, code: 'us:nj', parent: null }], targetGroups: [], sectors: [], districts: [] });
    expect(own.countries().map((region) => region.code)).toEqual(['us']);
    expect(own.name('us', 'da').text).toBe('USA');
    expect(own.expand(['us:nj'])).toEqual({ leaves: ['us-nj-county:bergen'], areas: ['us', 'us-nj-county:bergen', 'us:nj'] });
  });

  it('says in which language a name is', () => {
    expect(register.name('dk-kommune:0101', 'en')).toEqual({ text: 'Copenhagen', lang: 'en' });
    expect(register.name('dk-kommune:0265', 'fi')).toEqual({ text: 'Roskilde', lang: 'da' });
    expect(register.name('us-county:34013', 'da')).toEqual({ text: 'us-county:34013', lang: 'da' });
  });

  it('expands coverage to municipalities and all above them', () => {
    const east = register.expand(['dk-region:1085', 'dk-kommune:0101', 'dk-kommune:0101']);
    expect(east.leaves).toHaveLength(18);
    expect(east.areas).toEqual([...east.leaves, 'dk', 'dk-region:1084', 'dk-region:1085'].sort());
    expect(register.expand(['dk']).leaves).toHaveLength(98);
    expect(register.expand(['dk']).areas).toHaveLength(98 + 5 + 1);
    expect(register.expand(['us-county:34013'])).toEqual({ leaves: ['us-county:34013'], areas: ['us-county:34013'] });
    expect(register.expand([])).toEqual({ leaves: [], areas: [] });
  });

  it('expands a union to the union of what its parts expand to', () => {
    const codes = fc.array(fc.constantFrom('dk', 'se-lan:12', 'dk-region:1081', 'dk-kommune:0851', 'nl-gemeente:GM0363', 'xx'), { maxLength: 5 });
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        const [one, two, both] = [register.expand(a), register.expand(b), register.expand([...a, ...b])];
        expect(both.leaves).toEqual([...new Set([...one.leaves, ...two.leaves])].sort());
        expect(both.areas).toEqual([...new Set([...one.areas, ...two.areas])].sort());
      }),
      { numRuns: 50 },
    );
  });
});

const place = (code: string, parent: string | null): Region => ({
  code, scheme: code.split(':')[0] ?? '', country: code.slice(0, 2), parent, names: { en: code }, aliases: [], lat: null, lon: null, population: null, neighbours: [],
});

describe('regions that catalogues bring', () => {
  it('are leaves where nothing lies below, and their country is above them', () => {
    const own = createRegister({ regions: [place('us-state:nj', null), place('us-county:1', 'us-state:nj'), place('us-county:2', 'us-state:nj')], targetGroups: [], sectors: [], districts: [] });
    expect(own.expand(['us-state:nj'])).toEqual({ leaves: ['us-county:1', 'us-county:2'], areas: ['us', 'us-county:1', 'us-county:2', 'us-state:nj'] });
    expect(own.municipalities('us').map((region) => region.code)).toEqual(['us-county:1', 'us-county:2']);
  });

  it('below a municipality do not take its place', () => {
    const own = createRegister({ regions: [place('dk', null), place('dk-kommune:0101', 'dk'), place('dk-bydel:1', 'dk-kommune:0101')], targetGroups: [], sectors: [], districts: [] });
    expect(own.expand(['dk']).leaves).toEqual(['dk-kommune:0101']);
    expect(own.expand(['dk-bydel:1']).areas).toEqual(['dk', 'dk-bydel:1', 'dk-kommune:0101']);
  });

  it('in a circle end the walk', () => {
    const own = createRegister({ regions: [place('aa:1', 'aa:2'), place('aa:2', 'aa:1'), place('aa:3', 'aa:3')], targetGroups: [], sectors: [], districts: [] });
    expect(own.ancestors('aa:1').map((region) => region.code)).toEqual(['aa:2']);
    expect(own.ancestors('aa:3')).toEqual([]);
    expect(own.expand(['aa:1', 'aa:3']).areas).toBeInstanceOf(Array);
  });
});

describe('distance', () => {
  it('is known between cities', () => {
    const [copenhagen, aarhus] = [{ lat: 55.6761, lon: 12.5683 }, { lat: 56.1629, lon: 10.2039 }];
    expect(distanceKm(copenhagen, aarhus)).toBeGreaterThan(155);
    expect(distanceKm(copenhagen, aarhus)).toBeLessThan(159);
    expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20015.1, 0);
  });

  it('is symmetric, zero to itself and keeps the triangle', () => {
    const point = fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) });
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(distanceKm(a, a)).toBe(0);
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        // At the far side of the globe the arc is known to some centimetres only.
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-3);
      }),
    );
  });
});
