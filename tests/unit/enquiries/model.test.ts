import { describe, expect, it } from 'vitest';
import { askInput, openingInput } from '#features/enquiries/input.ts';
import { answerFigures, hasPersonalNumber, inOrder, isCurrent, isStale, nextStart, type EnquiryCount, type Opening } from '#features/enquiries/model.ts';
import { addDays } from '#features/enquiries/working-days.ts';

const DAY = '2026-11-25';
const anOpening = (changes: Partial<Opening> = {}): Opening => ({
  id: 1, programme: 'course', startsOn: '2027-03-03', freePlaces: 4, language: 'da', region: null, delivery: null, note: null, confirmedOn: DAY, ...changes,
});

describe('places on offer', () => {
  it('can be seen until their day, and those without one as long as somebody speaks of them', () => {
    expect([DAY, addDays(DAY, -1)].map((startsOn) => isCurrent(anOpening({ startsOn }), DAY))).toEqual([true, false]);
    expect([-90, -91].map((days) => isCurrent(anOpening({ startsOn: null, confirmedOn: addDays(DAY, days) }), DAY))).toEqual([true, false]);
  });

  it('are stale after thirty days', () => expect([-30, -31].map((days) => isStale(anOpening({ confirmedOn: addDays(DAY, days) }), DAY))).toEqual([false, true]));

  it('stand with the soonest first, those for any time before them, and full ones last', () => {
    const listed = [anOpening({ id: 1, startsOn: '2027-01-01', freePlaces: 0 }), anOpening({ id: 2 }), anOpening({ id: 3, startsOn: '2026-12-01' }), anOpening({ id: 4, startsOn: null }), anOpening({ id: 5, startsOn: '2026-12-01' })];
    expect(inOrder(listed).map(({ id }) => id)).toEqual([4, 3, 5, 2, 1]);
  });

  it('the next start has a free place, is not over, and belongs to a programme that still runs', () => {
    const full = anOpening({ id: 1, startsOn: '2026-12-01', freePlaces: 0 });
    const past = anOpening({ id: 2, startsOn: '2026-11-24' });
    const ended = anOpening({ id: 3, startsOn: '2026-12-02', programme: 'old' });
    expect(nextStart([full, past, ended, anOpening({ id: 4 })], ['course'], DAY)?.id).toBe(4);
    expect(nextStart([full, past, ended], ['course'], DAY)).toBeNull();
  });

  it('a form says a whole number of places, and never fewer than none', () => {
    const of = (freePlaces: string, more: object = {}) => openingInput.safeParse({ slug: 'x', programme: 'course', freePlaces, ...more }).success;
    expect([of('0'), of('4'), of('-1'), of('1.5'), of('many'), of('4', { startsOn: '2027-02-30' })]).toEqual([true, true, false, false, false, false]);
  });
});

describe('what is said of answers', () => {
  /** @param days working days to the answer, null: none */
  const asked = (days: readonly (number | null)[], askedOn = '2026-10-01'): EnquiryCount[] => days.map((answeredInDays) => ({ askedOn, answeredInDays }));

  it('is nothing below ten', () => {
    expect(answerFigures(asked(Array(9).fill(0)), DAY)).toBeNull();
    expect(answerFigures(asked(Array(10).fill(0)), DAY)).toEqual({ asked: 10, answered: 10, medianDays: 0 });
  });

  it('is the time within which at least half of all who asked had an answer: those without one count', () => {
    expect(answerFigures(asked([1, 1, 1, 2, 2, 2, 3, 4, null, null]), DAY)).toEqual({ asked: 10, answered: 8, medianDays: 2 });
    expect(answerFigures(asked([0, 0, 0, 0, 0, 9, null, null, null, null]), DAY)).toEqual({ asked: 10, answered: 6, medianDays: 0 });
    expect(answerFigures(asked([1, 1, 1, 1, null, null, null, null, null, null]), DAY)).toEqual({ asked: 10, answered: 4, medianDays: null });
    expect(answerFigures(asked(Array(10).fill(null)), DAY)).toEqual({ asked: 10, answered: 0, medianDays: null });
  });

  it('leaves out what still may be answered in time, and what is older than a year', () => {
    const waiting = asked(Array(5).fill(null), '2026-11-20');
    const old = asked(Array(5).fill(9), '2025-11-25');
    expect(answerFigures([...asked(Array(10).fill(2)), ...waiting, ...old], DAY)).toEqual({ asked: 10, answered: 10, medianDays: 2 });
    // Ten working days later they count as unanswered.
    expect(answerFigures([...asked(Array(10).fill(2)), ...waiting], '2026-12-04')).toMatchObject({ asked: 15, answered: 10 });
    expect(answerFigures([...asked(Array(10).fill(2)), ...waiting], '2026-12-03')).toMatchObject({ asked: 10 });
  });
});

describe('personal numbers', () => {
  it.each(['010190-1234', 'Mit nummer er 0101901234.', '01 01 90 - 1234', '31.12.85-4321', '(010190–1234)', '290200 4234', 'cpr:010190-1234,', '19811218-9876', '811218-9876', '131052-308T', '131052-308t'])(
    '%s is one', (text) => expect(hasPersonalNumber(text)).toBe(true),
  );
  it.each(['Ring på 12 34 56 78', '+45 12345678', '450190-1234', '290290-1234', 'CVR 13748136', 'fra 2026-03-03 kl. 1000 til 1200', 'konto 1234 0012345678', '811218-9877 er forkert: 99', ''])(
    '%s is none', (text) => expect(hasPersonalNumber(text)).toBe(false),
  );

  it('are refused in everything that a citizen or a provider writes, by a reason of its own', () => {
    const form = { slug: 'x', kind: 'question', message: 'Hvornår begynder det næste kursus?', email: 'a@example.test', started: 'x' };
    expect(askInput.safeParse(form).success).toBe(true);
    for (const bad of [{ message: 'Mit nummer er 010190-1234.' }, { name: '0101901234' }]) {
      const { error } = askInput.safeParse({ ...form, ...bad });
      expect(error?.issues.map(({ message }) => message)).toEqual(['personal-number']);
    }
  });
});
