/** The way through a review in the demonstration: the same steps in every language, with addresses that there are. */
import { describe, expect, it } from 'vitest';
import { LOCALES, messages, type Locale } from '#i18n/index.ts';
import { DEMO_ADDRESSES } from '#src/boot/demo-people.ts';
import { lix } from '#tests/support/lix.ts';

const stepsOf = (locale: Locale) => {
  const { begin, steps } = messages(locale).demo;
  return [begin('Pools', 'Links'), ...steps];
};

describe('the guide of the demonstration', () => {
  it.each(LOCALES)('%s names people of the demonstration, days and pages', (locale) => {
    const text = stepsOf(locale).join(' ');
    const named = text.match(/[\w-]+@example\.test/g) ?? [];
    expect(named).toEqual(['issuer@example.test', 'moderator@example.test', 'editor@example.test', 'moderator-2@example.test']);
    for (const each of named) expect(DEMO_ADDRESSES).toContain(each);
    for (const part of ['Pools', 'Links', '38', ' 8 ', '92']) expect(text).toContain(part);
  });

  it('in Danish is below a LIX of 35', () => expect(lix(stepsOf('da').join('\n'))).toBeLessThan(35));
});
