import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers } from '#features/providers/coverage.ts';
import { addressText, contactsOf, coverageList, coverageText, groupNames, isClosed, mailLink, phoneLink, remoteText, unsaidFields, websiteLink } from '#features/providers/view.ts';
import type { ProviderLocation, ProviderProfile } from '#features/providers/input.ts';
import { register } from './register.ts';

const profile = (rest: Partial<ProviderProfile> = {}) =>
  ({ id: { scheme: 'demo', value: '1' }, name: 'Uglen', kind: 'private', coverage: [], ...rest }) as ProviderProfile;

const place = (rest: Partial<ProviderLocation>) => ({ region: 'dk', ...rest }) as ProviderLocation;
const contact = (rest: Partial<NonNullable<ProviderProfile['contact']>>) => ({ contact: rest }) as Pick<ProviderProfile, 'contact'>;

describe('contact', () => {
  test.each([
    ['https://a.dk/x', 'https://a.dk/x'],
    ['www.rcgc.edu', 'https://www.rcgc.edu/'],
    ['a.dk:8080/sti', 'https://a.dk:8080/sti'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['https://user:pass@a.dk', null],
    ['ring til os', null],
    ['localhost', null],
    ['', null],
  ])('website %s', (given, expected) => expect(websiteLink(given)).toBe(expected));

  test('a website link is http(s) or nothing, whatever is written', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => /^https?:\/\//.test(websiteLink(text) ?? 'https://')));
  });

  test.each([
    ['+45 12 34 56 78', 'tel:+4512345678'],
    ['(732) 555-0100', 'tel:7325550100'],
    ['12345678 / 87654321', null],
    ['spørg efter Bo', null],
    ['112', null],
  ])('telephone %s', (given, expected) => expect(phoneLink(given)).toBe(expected));

  test.each([
    ['a@b.dk', 'mailto:a@b.dk'],
    ['a?cc=x@b.dk', 'mailto:a%3Fcc%3Dx@b.dk'],
    ['a@b', null],
    ['a b@c.dk', null],
  ])('e-mail %s', (given, expected) => expect(mailLink(given)).toBe(expected));

  test('a telephone comes before a website, and an address is shown without its scheme', () => {
    const contacts = contactsOf(contact({ website: 'https://a.dk/', phone: '+45 12345678' }));
    expect(contacts.map(({ kind, text }) => [kind, text])).toEqual([['phone', '+45 12345678'], ['website', 'a.dk']]);
  });
});

describe('coverage', () => {
  test('all municipalities of a country are the country', () => {
    expect(coverageText('da', ['dk-region:1', 'dk-kommune:0003', 'dk-kommune:0004'], register).text).toBe('hele Danmark');
  });

  test('a whole region and what is left of another', () => {
    const { text, complete } = coverageText('da', ['dk-kommune:0001', 'dk-kommune:0002', 'dk-kommune:0004'], register);
    expect(text).toBe('hele Region Øst og Deby');
    expect(complete).toBe(true);
  });

  test('a county of a catalogue goes by its name, and an unknown code by itself', () => {
    expect(coverageText('da', ['us-nj-county:union', 'zz:1'], register).text).toBe('Union og zz:1');
  });

  test('the only counties a catalogue brought are not a whole country', () => {
    expect(coverageText('da', ['us-nj-county:union', 'us-nj-county:bergen'], register).text).toBe('Bergen og Union');
  });

  test('nothing said', () => expect(coverageText('da', [], register).text).toBe(''));

  test('the long list goes by region', () => {
    const { summary } = coverageText('da', ['dk'], register);
    expect(coverageList('da', summary, register)).toEqual([
      { region: 'Region Vest', names: ['Ceby', 'Deby'] },
      { region: 'Region Øst', names: ['Aby', 'Beby'] },
    ]);
  });

  test('somebody in a municipality, in a region partly covered, and outside', () => {
    expect(covers(['dk-region:1'], 'dk-kommune:0002', register)).toBe(true);
    expect(covers(['dk-kommune:0001'], 'dk-region:1', register)).toBeNull();
    expect(covers(['dk-region:1'], 'dk-kommune:0003', register)).toBe(false);
  });

  test('help at a distance reaches the countries of the coverage, and is not guessed', () => {
    expect(remoteText('da', { remote: true, coverage: ['dk-kommune:0001'] }, register)).toBe('På telefon eller skærm i hele Danmark');
    expect(remoteText('da', { remote: true, coverage: ['zz:1'] }, register)).toBe('På telefon eller skærm');
    expect(remoteText('da', { remote: undefined, coverage: ['dk'] }, register)).toBeNull();
  });
});

describe('profile', () => {
  test('a closing day to come is not closed yet', () => {
    expect(isClosed({ closedOn: '2026-11-26' }, '2026-11-25')).toBe(false);
    expect(isClosed({ closedOn: '2026-11-25' }, '2026-11-25')).toBe(true);
    expect(isClosed({ closedOn: undefined }, '2026-11-25')).toBe(false);
  });

  test('addresses with what there is of them', () => {
    expect(addressText(place({ street: 'Gade 1', postcode: '2400', city: 'København NV' }))).toBe('Gade 1, 2400 København NV');
    expect(addressText(place({ city: 'Ry' }))).toBe('Ry');
    expect(addressText(place({}))).toBeNull();
  });

  test('a group in another language says which', () => {
    expect(groupNames('da', [{ code: 'unge' }, { code: 'nj' }, { code: 'zz' }], register)).toEqual([
      { text: 'Unge', lang: 'da' }, { text: 'Veterans', lang: 'en' }, { text: 'zz', lang: 'da' },
    ]);
  });

  test('what is not said is gathered; empty lists count as not said, false does not', () => {
    const unsaid = unsaidFields(profile({ description: { da: 'x' } as ProviderProfile['description'], ...contact({}), languages: [], openingHours: ['Mo'] }), 0);
    expect(unsaid).toEqual(['programmes', 'contact', 'locations', 'languages', 'targetGroups', 'accessibility', 'staff', 'sectors', 'interests']);
  });
});
