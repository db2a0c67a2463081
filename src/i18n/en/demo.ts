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
};
