import { describe, expect, it } from 'vitest';
import { asksIdentity, mayWithdraw, mayWrite } from '#features/reviews/replies/model.ts';

describe('an answer asks nobody who they are', () => {
  it.each([
    'Hvem er du? Vi vil gerne tale med dig.',
    'Vi ved, hvem du er.',
    'Kontakt os, så finder vi ud af det.',
    'Ring til mig på kontoret.',
    'Hvornår var du på forløbet?',
    'Hvilket hold gik du på?',
    'Skriv til vores leder.',
    'Please contact us.',
    'Which group were you in?',
    'Who are you, and when did you start?',
    'WHO WROTE this?',
  ])('%s', (text) => {
    expect(asksIdentity(text)).toBe(true);
  });

  it.each([
    'Tak for dine ord. Vi har nu færre på hvert hold.',
    'Det er vi kede af. Rådgiverne har fået mere tid til hver enkelt.',
    'Vi beklager ventetiden. Fra januar er der to rådgivere mere.',
    'Den, der hjælper dig, skal kende dit fag. Det arbejder vi på.',
    'Thank you. We have changed the course since.',
    'We contact employers together with everybody who wants it.',
    'Hvert hold har nu sin egen rådgiver.',
  ])('but %s', (text) => {
    expect(asksIdentity(text)).toBe(false);
  });
});

it('what moderation has removed is not written over, and not taken back', () => {
  expect([null, 'waiting', 'held', 'published', 'withdrawn', 'removed'].map((state) => mayWrite(state as never))).toEqual([true, true, true, true, true, false]);
  expect([null, 'waiting', 'held', 'published', 'withdrawn', 'removed'].map((state) => mayWithdraw(state as never))).toEqual([false, true, true, true, false, false]);
});
