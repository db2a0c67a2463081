/** The demonstration's own page, where time can be moved. */
import { plural } from '#i18n/format.ts';

const en = 'en' as const;

export default {
  title: 'The clock of the demonstration',
  lead: 'Here you can let time pass, and see in one sitting what otherwise takes months.',
  today: (day: string) => `Today is ${day}.`,
  ahead: (n: number) => plural(en, n, { one: 'The clock is # day ahead.', other: 'The clock is # days ahead.' }),
  real: 'The clock is right.',
  move: 'Let time pass',
  days: 'Number of days',
  daysHint: 'The clock only goes forward.',
  step: (n: number) => plural(en, n, { one: '# day forward', other: '# days forward' }),
  wait: 'It takes some seconds: all that otherwise happens at night is done first.',
  signIn: 'When many days pass, you have to sign in again.',
  outbox: 'Letters that were sent',
  people: 'Sign in as one of the people of the demonstration',
  guide: 'Try a review from letter to answer',
  /** @param pools of the desk @param open the way to the issuer's pages */
  begin: (pools: string, open: string) => `Sign in as issuer@example.test. Go to “${pools}” and choose a pool that collects now. Press “${open}” and fetch the list. The participants’ links are in it.`,
  steps: [
    'Open five of the links, best the last ones of the list. The first six are used. Keep each receipt. At least ten in all must have collected before the pool closes.',
    'Let 38 days pass: the pool is closed. Let 8 more pass: people may write.',
    'Open the five receipts and write. Put a name into one of the texts, and it is held back.',
    'Sign in as moderator@example.test, and take the name out of the text.',
    'Let 92 days pass. The round ends, and the five reviews appear together.',
    'Sign in as editor@example.test, and answer one of them.',
    'Open the receipt again. It says what was done and why, and here you can appeal. moderator-2@example.test decides the appeal.',
  ],
};
