/** The site's desk in words: easy to read in Danish, and nothing left out of the list of what is kept. */
import { describe, expect, it } from 'vitest';
import { LOCALES, messages } from '#i18n/index.ts';
import { RETENTION } from '#src/boot/retention.ts';
import { doneText, problemText } from '#components/forms/wording.ts';
import { EVENT_NAMES } from '#platform/events.ts';
import { MAIL_STATES } from '#platform/mail-desk.ts';
import { lix } from '#tests/support/lix.ts';

/** Every text; functions are given something to say. */
function texts(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String((words as (...given: unknown[]) => string)(2, 2))];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(texts) : [];
}

const REASONS = ['last-operator', 'address-not-shown', 'no-such-person', 'mail-over', 'job-over', 'place-unknown', 'trail-too-long'];
const DONE = ['site-suspended', 'site-restored', 'authority-made', 'tried-again', 'mail-erased', 'file-released', 'file-refused', 'claim-decided', 'trail-sound', 'trail-not-sound'];

describe('the words of the site’s desk', () => {
  it('are plain Danish', () => expect(lix(texts(messages('da').deskSite).join('\n'))).toBeLessThan(35));

  it.each(LOCALES)('%s says every reason, everything done, every kind of job and letter', (locale) => {
    const { deskSite } = messages(locale);
    for (const reason of REASONS) expect(problemText(locale, { reason }), reason).not.toBe(messages(locale).forms.problems.invalid);
    for (const key of DONE) expect(doneText(locale, key), key).not.toBeNull();
    for (const name of EVENT_NAMES) expect(deskSite.jobs.kinds[name], name).toBeDefined();
    for (const state of MAIL_STATES) expect(deskSite.mail.states[state], state).toBeDefined();
    expect(Object.keys(deskSite.retention.rules).sort()).toEqual(RETENTION.map(({ key }) => key).sort());
  });

});
