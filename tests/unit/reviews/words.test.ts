/** The words of the citizen's way: plain, whole, and each language its own. */
import { expect, it } from 'vitest';
import { LOCALES, messages } from '#i18n/index.ts';
import { ATTENDANCES, DIMENSIONS, FINISHES, OUTCOMES, RATINGS } from '#features/reviews/content.ts';
import { REVIEW_STATES } from '#features/reviews/model.ts';
import { lix } from '#tests/support/lix.ts';

/** Every text of an area, functions asked with something in each place. */
const texts = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : typeof part === 'function' ? [String(part('2', 'tre'))] : typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];

it.each(LOCALES)('%s: no text is empty, and no two languages are the same', (locale) => {
  const own = texts(messages(locale).review);
  expect(own.filter((text) => text.trim() === '')).toEqual([]);
  if (locale !== 'da') expect(own.filter((text, i) => text.length > 25 && text === texts(messages('da').review)[i])).toEqual([]);
});

it.each(LOCALES)('%s: every question, answer and state has words', (locale) => {
  const { form, desk } = messages(locale).review;
  expect(Object.keys(form.dimensions)).toEqual([...DIMENSIONS]);
  expect(Object.keys(form.scale).map(Number)).toEqual([...RATINGS]);
  expect([Object.keys(form.attendances), Object.keys(form.finishes), Object.keys(form.outcomes)]).toEqual([[...ATTENDANCES], [...FINISHES], [...OUTCOMES]]);
  expect(Object.keys(desk.states).sort()).toEqual([...REVIEW_STATES].sort());
});

it('are plain Danish, for somebody under stress', () => expect(lix(texts(messages('da').review).join('\n'))).toBeLessThan(30));
it('the page on who can see what is plain too', () => expect(lix(texts(messages('da').review.anonymity).join('\n'))).toBeLessThan(30));

it('says the same of every adversary in every language', () => {
  for (const locale of LOCALES) {
    const { rows, openly, how, kept } = messages(locale).review.anonymity;
    expect([rows.length, openly.length, how.length, kept.length]).toEqual([4, 8, 5, 4]);
  }
});
