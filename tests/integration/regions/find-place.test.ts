import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import type { PlaceAnswer } from '#features/regions/model.ts';
import { findPlace } from '#features/regions/queries.ts';
import { loadRegister, type Register } from '#features/regions/register.ts';
import { placeText } from '#features/regions/view.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

/** Typed text, country asked for, region found, postcode found. */
const FOUND: readonly (readonly [string, string, string, string | null])[] = [
  // Codes.
  ['dk-kommune:0751', 'dk', 'dk-kommune:0751', null],
  ['DK-KOMMUNE:0751', 'dk', 'dk-kommune:0751', null],
  ['dk-region:1084', 'dk', 'dk-region:1084', null],
  ['nl-gemeente:GM0363', 'dk', 'nl-gemeente:GM0363', null],
  ['dk', 'se', 'dk', null],
  // Names and spellings.
  ['København', 'dk', 'dk-kommune:0101', null],
  ['  københavn ', 'dk', 'dk-kommune:0101', null],
  ['Kobenhavn', 'dk', 'dk-kommune:0101', null],
  ['Koebenhavn', 'dk', 'dk-kommune:0101', null],
  ['Copenhagen', 'dk', 'dk-kommune:0101', null],
  ['KOPENHAGEN', 'nl', 'dk-kommune:0101', null],
  ['Köpenhamn', 'se', 'dk-kommune:0101', null],
  ['Kööpenhamina', 'fi', 'dk-kommune:0101', null],
  ['Kbh', 'dk', 'dk-kommune:0101', null],
  ['Københavns Kommune', 'dk', 'dk-kommune:0101', null],
  ['København C', 'dk', 'dk-kommune:0101', null],
  ['Århus', 'dk', 'dk-kommune:0751', null],
  ['Aarhus', 'dk', 'dk-kommune:0751', null],
  ['Arhus', 'dk', 'dk-kommune:0751', null],
  ['Aarhus Kommune', 'dk', 'dk-kommune:0751', null],
  ['Jobcenter Aarhus', 'dk', 'dk-kommune:0751', null],
  ['Aarhus, Danmark', 'dk', 'dk-kommune:0751', null],
  ['Åbenrå', 'dk', 'dk-kommune:0580', null],
  ['Apenrade', 'dk', 'dk-kommune:0580', null],
  ['Ålborg', 'dk', 'dk-kommune:0851', null],
  ['Herning', 'dk', 'dk-kommune:0657', null],
  ['hoje taastrup', 'dk', 'dk-kommune:0169', null],
  ['Bornholm', 'dk', 'dk-kommune:0400', null],
  ['Bornholms Regionskommune', 'dk', 'dk-kommune:0400', null],
  ['Nordfyn', 'dk', 'dk-kommune:0480', null],
  ['Fakse', 'dk', 'dk-kommune:0320', null],
  ['Elsinore', 'dk', 'dk-kommune:0217', null],
  ['Taarbæk', 'dk', 'dk-kommune:0173', null],
  ['Møn', 'dk', 'dk-kommune:0390', null],
  // Towns, former municipalities and postal districts.
  ['Hadsund', 'dk', 'dk-kommune:0846', '9560'],
  ['Hobro', 'dk', 'dk-kommune:0846', '9500'],
  ['Skagen', 'dk', 'dk-kommune:0813', '9990'],
  ['Skagen (Frederikshavn)', 'dk', 'dk-kommune:0813', '9990'],
  ['Ruds Vedby', 'dk', 'dk-kommune:0340', '4291'],
  ['Langå', 'dk', 'dk-kommune:0730', '8870'],
  ['Nørre Aaby', 'dk', 'dk-kommune:0410', '5580'],
  ['Nr. Åby', 'dk', 'dk-kommune:0410', '5580'],
  ['Kgs. Lyngby', 'dk', 'dk-kommune:0173', '2800'],
  ['Valby', 'dk', 'dk-kommune:0101', '2500'],
  ['Brønshøj', 'dk', 'dk-kommune:0101', '2700'],
  ['Risskov', 'dk', 'dk-kommune:0751', '8240'],
  ['Aarhus V', 'dk', 'dk-kommune:0751', '8210'],
  ['Kbh. NV', 'dk', 'dk-kommune:0101', '2400'],
  ['København K', 'dk', 'dk-kommune:0101', null],
  ['Nykøbing F', 'dk', 'dk-kommune:0376', '4800'],
  ['Nykøbing Falster', 'dk', 'dk-kommune:0376', '4800'],
  ['Viby, Roskilde', 'dk', 'dk-kommune:0265', '4130'],
  // Regions.
  ['Region Hovedstaden', 'dk', 'dk-region:1084', null],
  ['Region Sjælland', 'dk', 'dk-region:1085', null],
  ['Midtjylland', 'dk', 'dk-region:1082', null],
  ['North Denmark Region', 'dk', 'dk-region:1081', null],
  ['Danmark', 'dk', 'dk', null],
  ['Örebro län', 'se', 'se-lan:18', null],
  ['Skåne', 'dk', 'se-lan:12', null],
  // Danish postcodes.
  ['8000', 'dk', 'dk-kommune:0751', '8000'],
  ['8000 Aarhus C', 'dk', 'dk-kommune:0751', '8000'],
  ['Aarhus 8000', 'dk', 'dk-kommune:0751', '8000'],
  ['2400', 'dk', 'dk-kommune:0101', '2400'],
  ['DK-2400', 'se', 'dk-kommune:0101', '2400'],
  ['2400 København NV', 'dk', 'dk-kommune:0101', '2400'],
  ['2400 NV', 'dk', 'dk-kommune:0101', '2400'],
  ['2605', 'dk', 'dk-kommune:0153', '2605'],
  ['2600 Albertslund', 'dk', 'dk-kommune:0165', '2600'],
  ['Nørrebrogade 5, 2200 København N', 'dk', 'dk-kommune:0101', '2200'],
  ['1050', 'dk', 'dk-kommune:0101', '1050'],
  // The same code in two countries.
  ['1051', 'dk', 'dk-kommune:0101', '1051'],
  ['1051', 'nl', 'nl-gemeente:GM0363', '1051'],
  ['1051 Amsterdam', 'dk', 'nl-gemeente:GM0363', '1051'],
  ['1012 AB', 'dk', 'nl-gemeente:GM0363', '1012'],
  ['NL-1012', 'dk', 'nl-gemeente:GM0363', '1012'],
  // Elsewhere.
  ['114 35', 'se', 'se-kommun:0180', '11435'],
  ['SE-11435', 'dk', 'se-kommun:0180', '11435'],
  ['114 35 Stockholm', 'dk', 'se-kommun:0180', '11435'],
  ['00100', 'fi', 'fi-kunta:091', '00100'],
  ['22100', 'fi', 'fi-kunta:478', '22100'],
  ['Malmö', 'dk', 'se-kommun:1280', null],
  ['Malmö, Sverige', 'dk', 'se-kommun:1280', null],
  ['Göteborgs stad', 'se', 'se-kommun:1480', null],
  ['Gothenburg', 'dk', 'se-kommun:1480', null],
  ['Håbo', 'se', 'se-kommun:0305', null],
  ['Habo kommun', 'se', 'se-kommun:0643', null],
  ['Stockholms kommun', 'se', 'se-kommun:0180', null],
  ['Helsingfors', 'dk', 'fi-kunta:091', null],
  ['Åbo', 'fi', 'fi-kunta:853', null],
  ['Turku', 'fi', 'fi-kunta:853', null],
  ['Espoo kunta', 'fi', 'fi-kunta:049', null],
  ['Den Haag', 'nl', 'nl-gemeente:GM0518', null],
  ['The Hague', 'dk', 'nl-gemeente:GM0518', null],
  ["'s-Gravenhage", 'nl', 'nl-gemeente:GM0518', null],
  ['Utrecht', 'nl', 'nl-gemeente:GM0344', null],
  ['provincie Utrecht', 'nl', 'nl-provincie:PV26', null],
  ['gemeente Utrecht', 'nl', 'nl-gemeente:GM0344', null],
];

/** What is asked back: regions in order, and whether the first is called likely. */
const AMBIGUOUS: readonly (readonly [string, string, readonly string[], boolean])[] = [
  ['2600', 'dk', ['dk-kommune:0161', 'dk-kommune:0165'], true],
  ['2600 Glostrup', 'dk', ['dk-kommune:0161', 'dk-kommune:0165'], true],
  ['2970', 'dk', ['dk-kommune:0223', 'dk-kommune:0230', 'dk-kommune:0210'], true],
  ['8870 Langå', 'dk', ['dk-kommune:0730', 'dk-kommune:0710'], true],
  ['Klampenborg', 'dk', ['dk-kommune:0173', 'dk-kommune:0157'], true],
  ['2400 Aarhus', 'dk', ['dk-kommune:0101', 'dk-kommune:0751'], false],
  ['Nykøbing', 'dk', ['dk-kommune:0376', 'dk-kommune:0306', 'dk-kommune:0773'], false],
  ['Viby', 'dk', ['dk-kommune:0751', 'dk-kommune:0265'], false],
  ['Djursland', 'dk', ['dk-kommune:0706', 'dk-kommune:0707'], false],
  ['Sjælland', 'dk', ['dk-region:1084', 'dk-region:1085'], false],
  ['Region Østdanmark', 'dk', ['dk-region:1084', 'dk-region:1085'], false],
  ['Bergen', 'nl', ['nl-gemeente:GM0373', 'nl-gemeente:GM0893'], false],
  ['114 35', 'dk', ['se-kommun:0180'], false],
  ['1050', 'nl', ['dk-kommune:0101'], false],
  ['9999 Aarhus', 'dk', ['dk-kommune:0751', 'nl-gemeente:GM1966'], false],
];

const UNKNOWN: readonly (readonly [string, string, readonly string[]])[] = [
  ['Odnese', 'dk', ['dk-kommune:0461']],
  ['Rosklde', 'dk', ['dk-kommune:0265']],
  ['Kobenhagen', 'dk', ['dk-kommune:0101']],
  ['Stokholm', 'dk', ['dk-kommune:0791', 'se-kommun:0180']],
  ['Frederiks', 'dk', ['dk-kommune:0147', 'dk-kommune:0813', 'dk-kommune:0250', 'dk-kommune:0260']],
  ['0900', 'dk', []],
  ['0900 Aarhus', 'dk', ['dk-kommune:0751']],
  ['NL-8000 Zwolle', 'dk', ['nl-gemeente:GM0193']],
  ['dk-kommune:9999', 'dk', []],
  ['Viborg, Finland', 'dk', []],
  ['New York', 'dk', []],
  ['xyzzy', 'dk', []],
  ['Ø', 'dk', []],
  ['1234567', 'dk', []],
  ['a'.repeat(5000), 'dk', []],
  ["'; drop table region; --", 'dk', []],
];

describe.each(ENGINES)('places as typed, on %s', (engine) => {
  let open: OpenDatabase;
  let register: Register;
  const find = (text: string, country: string) => findPlace(open.db, register, { text, country });

  beforeAll(async () => {
    open = await freshDatabase(engine);
    await loadRegisters(open.db);
    register = await loadRegister(open.db);
  });
  afterAll(() => open.close());

  it.each(FOUND)('%s (%s) is found: %s', async (text, country, region, postcode) => {
    const answer = await find(text, country);
    expect(answer).toMatchObject({ state: 'found', region, postcode });
    if (answer.state === 'found') expect(answer.point === null).toBe(!/kommune|kommun|gemeente|kunta/.test(region));
  });

  it.each(AMBIGUOUS)('%s (%s) is asked about', async (text, country, regions, likely) => {
    const answer = await find(text, country);
    if (answer.state !== 'ambiguous') throw new Error(JSON.stringify(answer));
    expect(answer.choices.map((each) => each.region)).toEqual(regions);
    expect(answer.choices.map((each) => each.likely)).toEqual(regions.map((_, i) => likely && i === 0));
  });

  it.each(UNKNOWN)('%s (%s) is not known', async (text, country, regions) => {
    const answer = await find(text, country);
    if (answer.state !== 'unknown') throw new Error(JSON.stringify(answer));
    expect(answer.suggestions.map((each) => each.region)).toEqual(regions);
  });

  it.each(['', '   ', '\n\t\u00a0'])('nothing typed is nothing', async (text) => expect(await find(text, 'dk')).toEqual({ state: 'none' }));

  it('asks which municipality of Fyn, naming only the municipalities', async () => {
    const answer = await find('Fyn', 'dk');
    if (answer.state !== 'ambiguous') throw new Error(answer.state);
    expect(answer.choices).toHaveLength(10);
    expect(answer.choices.every((each) => each.label.detail === null && each.region.startsWith('dk-kommune:04'))).toBe(true);
  });

  it('measures from the postcode, not from the middle of the municipality', async () => {
    const [whole, part] = [await find('Aarhus', 'dk'), await find('8340 Malling', 'dk')];
    if (whole.state !== 'found' || part.state !== 'found' || !whole.point || !part.point) throw new Error('not found');
    expect(part.region).toBe(whole.region);
    expect(part.point.lat).toBeLessThan(whole.point.lat - 0.05);
  });

  it('writes places out, and finds them again as written', async () => {
    const written = async (text: string, country = 'dk') => {
      const answer = await find(text, country);
      return answer.state === 'found' ? placeText(register, answer.label, 'da', country).text : answer.state;
    };
    expect(await written('valby')).toBe('2500 Valby (København)');
    expect(await written('SE-11435')).toBe('114 35 (Stockholm), Sverige');
    expect(await written('Holland')).toBe('Holland (Nederlandene)');
    for (const text of ['København', 'Valby', 'Skagen', 'Malmö', 'Den Haag', 'Taarbæk', 'Region Hovedstaden']) {
      expect(await written(await written(text))).toBe(await written(text));
    }
  });

  it('answers every postcode district of Denmark by its name, and every municipality by each of its names', async () => {
    for (const district of register.districts) {
      const answer = await find(district.name, 'dk');
      expect(answer.state === 'found' || answer.state === 'ambiguous', district.name).toBe(true);
    }
    for (const country of ['dk', 'se', 'nl', 'fi']) {
      for (const region of register.municipalities(country)) {
        for (const name of Object.values(region.names)) expect(await find(name, country), name).toMatchObject({ state: 'found', region: region.code });
      }
    }
  });

  it('never fails, whatever is typed, and points only at regions that exist', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('2400', '114 35', 'DK-', 'NL ', 'København', 'Viby', ',', '(', ')', ' kommune', 'Region ', '%', "'", '\0', '\u202e', 'Å', 'dk-kommune:'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), fc.oneof(fc.constantFrom('dk', 'se', 'nl', 'fi', 'us', ''), fc.string({ maxLength: 3 })), async (pieces, country) => {
        const answer: PlaceAnswer = await find(pieces.join(''), country);
        const places = answer.state === 'found' ? [answer] : answer.state === 'ambiguous' ? answer.choices : answer.state === 'unknown' ? answer.suggestions : [];
        if (answer.state === 'ambiguous') expect(answer.choices.length).toBeGreaterThan(0);
        for (const place of places) {
          expect(register.region(place.region)).not.toBeNull();
          expect(placeText(register, place.label, 'en', 'dk').text).not.toBe('');
        }
        expect(new Set(places.map((place) => place.region)).size).toBe(places.length);
      }),
      { numRuns: 400 },
    );
  });
});
