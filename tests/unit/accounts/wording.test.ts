/** Whatever code gives as a reason, or says is done, has words: a key that nobody worded would reach a person as a shrug. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doneText, problemText } from '#components/forms/wording.ts';
import { messages } from '#i18n/index.ts';
import { LOCALES } from '#platform/input.ts';

const code = globSync('src/{features,platform,pages,layouts,actions}/**/*.{ts,astro}').map((file) => readFileSync(file, 'utf8'));
const forms = code.filter((text) => /platform\/form\.ts|defineAct|\.\/form\.ts/.test(text)).join('\n');
const inputs = globSync('src/features/**/input.ts').map((file) => readFileSync(file, 'utf8')).filter((text) => /forms\.problems/.test(text)).join('\n');
const found = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, key]) => key ?? ''))].sort();

const KEY = "'([a-z]+(?:-[a-z]+)*)'";
// A refusal of the policy has words of its own, in i18n area `access`.
const policyReasons = Object.keys(messages('da').access.reasons);
const reasons = [...found(forms, new RegExp(`\\breason: ${KEY}`, 'g')), ...found(inputs, new RegExp(`\\berror: ${KEY}`, 'g'))].filter((each) => !policyReasons.includes(each));
/** Pages that say themselves what was done, in the words of their own area. */
const SAID_BY_THE_PAGE = ['ask-sent', 'erased', 'passkeyRemoved', 'sent', 'sessionEnded', 'signed-out'];
const done = found(code.join('\n'), /\bdone: '([\w-]+)'/g).filter((each) => !SAID_BY_THE_PAGE.includes(each));
const params = { limit: 3, column: 'x', value: 'y', expected: 'z', line: 1 };

describe.each(LOCALES)('in %s', (locale) => {
  it('every reason has words', () => {
    expect(reasons.length).toBeGreaterThan(20);
    const shrug = messages(locale).forms.problems.invalid;
    expect(reasons.filter((reason) => reason !== 'invalid' && ['', shrug].includes(problemText(locale, { reason, params })))).toEqual([]);
  });

  it('every deed has words', () => {
    expect(done.length).toBeGreaterThan(10);
    expect(done.filter((key) => doneText(locale, key) === null)).toEqual([]);
  });

  it('a key that nobody knows says to look again, or nothing', () => {
    expect(problemText(locale, { reason: 'made-up' })).toBe(messages(locale).forms.problems.invalid);
    expect(problemText(locale, { reason: 'constructor' })).toBe(messages(locale).forms.problems.invalid);
    expect([doneText(locale, 'toString'), doneText(locale, null), doneText(locale, 'made-up')]).toEqual([null, null, null]);
  });
});
