import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '#i18n/index.ts';
import { findNamedPlace } from '#features/regions/named-places.ts';
import type { Register } from '#features/regions/register.ts';
import { chips } from '#features/search/chips.ts';
import { readSearch } from '#features/search/input.ts';
import { drawnCountry, mapLists } from '#features/search/map-page.ts';
import { placeQuestion } from '#features/search/place-choices.ts';
import { offeredSuggestions } from '#features/search/suggest-offers.ts';
import type { SearchEngine, Suggestion } from '#features/search/model.ts';
import { shippedRegister } from '#tests/support/shipped-register.ts';

let register: Register;
beforeAll(async () => {
  register = await shippedRegister();
});

describe('chips', () => {
  const of = (query: string, text = '') => {
    const { input } = readSearch(new URLSearchParams(query), register);
    return chips(input, text === '' ? { state: 'none' } : findNamedPlace(register, text, input.country), register, 'da');
  };

  it('say what was chosen, as one would say it', () => {
    const found = of('q=jobcoach&kind=private&service=mentoring&group=unge&language=so&price=free&place=Aarhus', 'Aarhus');
    expect(found.map((chip) => chip.label.text)).toEqual(['“jobcoach”', 'Mentor', 'Unge', 'Privat rådgiver', 'Somali', 'Gratis for dig', 'Aarhus']);
    expect(found.map((chip) => chip.name)).toEqual(['q', 'service', 'group', 'kind', 'language', 'price', 'place']);
  });

  it('leave out a place that is not settled, and name another country', () => {
    expect(of('place=xyzzy&country=se', 'xyzzy').map((chip) => [chip.name, chip.label.text])).toEqual([['country', 'Sverige']]);
    expect(of('country=all').map((chip) => chip.label.text)).toEqual(['Alle lande']);
  });
});

describe('the list beside the map', () => {
  it('has every municipality once, regions and names as Danish sorts them', () => {
    const lists = mapLists(register, 'dk', { 'dk-kommune:0751': 7 }, 'da');
    const rows = lists.flatMap((each) => each.rows);
    expect(lists).toHaveLength(5);
    expect(new Set(rows.map((row) => row.code)).size).toBe(98);
    expect(rows.find((row) => row.name.text === 'Aarhus')).toMatchObject({ count: 7, place: 'Aarhus' });
    expect(lists[0]?.name?.text).toBe('Region Hovedstaden');
    const south = lists.at(-1)?.rows.map((row) => row.name.text) ?? [];
    // Danish sorts aa as å, at the end.
    expect(south.at(-1)).toBe('Aabenraa');
    expect(south.at(-2)).toBe('Ærø');
  });

  it('leads to a search that means this municipality and no other', () => {
    for (const country of ['dk', 'se', 'nl', 'fi']) {
      for (const { code, place } of mapLists(register, country, {}, 'da').flatMap((each) => each.rows)) {
        const answer = register.region(place) ? { state: 'found', region: place } : findNamedPlace(register, place, country);
        expect(answer, place).toMatchObject({ state: 'found', region: code });
      }
    }
  });

  it('is drawn where there are outlines', () => {
    expect(['dk', 'se', 'nl', 'fi', 'us', 'constructor'].map(drawnCountry)).toEqual(['dk', 'se', 'nl', 'fi', null, null]);
  });
});

describe('a place that is not clear', () => {
  it.each(LOCALES)('is asked about in %s', (locale) => {
    const question = placeQuestion(findNamedPlace(register, 'Fyn', 'dk'), 'Fyn', 'dk', register, locale);
    expect(question?.state).toBe('ambiguous');
    expect(question?.text).toContain('Fyn');
    expect(question?.choices.map((each) => each.name.text)).toContain('Odense');
  });

  it('offers the near spelling and keeps what was typed', () => {
    const question = placeQuestion(findNamedPlace(register, 'Copenhagn', 'dk'), 'Copenhagn', 'dk', register, 'da');
    expect(question).toMatchObject({ state: 'unknown', text: 'Vi kender ikke stedet “Copenhagn”.' });
    expect(question?.choices).toMatchObject([{ value: 'København', country: 'dk' }]);
  });

  it('raises no question when it is clear', () => {
    expect(placeQuestion(findNamedPlace(register, 'Odense', 'dk'), 'Odense', 'dk', register, 'da')).toBeNull();
    expect(placeQuestion({ state: 'none' }, '', 'dk', register, 'da')).toBeNull();
  });
});

describe('suggestions', () => {
  const all: Suggestion[] = [
    { kind: 'provider', text: 'Mentorhuset', value: 'mentorhuset' },
    { kind: 'service', text: 'Mentor', value: 'mentoring' },
    { kind: 'programme', text: 'Mentorforløb', value: 'Mentorforløb' },
  ];
  const engine = { suggest: async () => all } as unknown as SearchEngine;
  const ask = (prefix: string, placesOnly = false) => offeredSuggestions(engine, register, { prefix, locale: 'en', country: 'dk', placesOnly });

  it('open a page, add a filter, or complete the words', async () => {
    expect(await ask('men')).toEqual([
      { text: 'Mentorhuset', note: 'Provider', href: '/en/providers/mentorhuset' },
      { text: 'Mentor', note: 'Help', set: { name: 'service', value: 'mentoring' } },
      { text: 'Mentorforløb', note: 'Programme' },
    ]);
  });

  it('complete places alone where a place is asked for', async () => {
    expect((await ask('Aarh', true))[0]).toEqual({ text: 'Aarhus' });
    expect(await ask(' ', true)).toEqual([]);
  });
});
