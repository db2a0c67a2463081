import { describe, expect, it } from 'vitest';
import { formatMoment, LOCALES, messages } from '#i18n/index.ts';
import { answerShareText, answerTimeText, confirmedText, keptUntil, openingText, staleText } from '#features/enquiries/view.ts';
import { createRegister } from '#features/regions/register.ts';
import { lix } from '#tests/support/lix.ts';

const register = createRegister({
  regions: [{ code: 'dk-kommune:0751', scheme: 'dk-kommune', country: 'dk', parent: null, names: { da: 'Aarhus' }, aliases: [], lat: null, lon: null, population: null, neighbours: [] }],
  targetGroups: [], sectors: [], districts: [],
});
const opening = { id: 1, programme: 'course', startsOn: '2027-03-03', freePlaces: 4, language: 'da', region: 'dk-kommune:0751', delivery: 'onsite' as const, note: null, confirmedOn: '2026-11-25' };

/** Every text of an area, functions asked with something in each place. */
const texts = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : typeof part === 'function' ? [String(part(2, 'tre'))] : typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];

describe('words about places and answers', () => {
  it('an opening is one line, of what is given and no more', () => {
    expect(openingText('da', opening, register)).toBe('Start 3. marts 2027, 4 ledige pladser, på dansk, Aarhus, fremmøde');
    expect(openingText('en', { ...opening, startsOn: null, freePlaces: 0, language: null, region: null, delivery: null }, register)).toBe('Start at any time, Full');
  });

  it('says when it was last confirmed, and that it is long ago when it is', () => {
    expect(confirmedText('da', opening)).toBe('Bekræftet 25. november 2026.');
    expect(staleText('da', opening, '2026-12-25')).toBeNull();
    expect(staleText('da', opening, '2026-12-26')).toBe('Det er længe siden. Spørg, om det stadig passer.');
  });

  it('answer times: the same day, so many working days, too seldom, too few to say', () => {
    const time = (medianDays: number | null) => answerTimeText('da', { asked: 20, answered: 12, medianDays });
    expect([time(0), time(1), time(2), time(null), answerTimeText('da', null)]).toEqual([
      'Svarer normalt samme dag', 'Svarer normalt inden for 1 arbejdsdag', 'Svarer normalt inden for 2 arbejdsdage', 'Mere end halvdelen har ikke fået svar', null,
    ]);
    expect(answerShareText('en', { asked: 1200, answered: 12, medianDays: 1 })).toBe('12 of 1,200 got an answer in the last 12 months.');
  });

  it('is deleted in the night after thirty days, by the days of Denmark', () => {
    expect(['2026-11-25T22:59:00Z', '2026-11-25T23:01:00Z'].map((at) => formatMoment('en', keptUntil(new Date(at), 30)))).toEqual(['26 December 2026', '27 December 2026']);
  });

  it.each(LOCALES)('%s: no text is empty, and no two languages are the same', (locale) => {
    const own = texts(messages(locale).enquiries);
    expect(own.filter((text) => text.trim() === '')).toEqual([]);
    if (locale !== 'da') expect(own.filter((text, i) => text.length > 25 && text === texts(messages('da').enquiries)[i])).toEqual([]);
  });

  it('are plain Danish', () => expect(lix(texts(messages('da').enquiries).join('\n'))).toBeLessThan(35));
});
