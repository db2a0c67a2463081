/** The demonstration's own page, where time can be moved. */
import { plural } from '#i18n/format.ts';

const da = 'da' as const;

export default {
  title: 'Demonstrationens ur',
  lead: 'Her kan du lade tiden gå. Så kan du se på én dag, hvad der ellers tager måneder.',
  today: (day: string) => `I dag er det ${day}.`,
  ahead: (n: number) => plural(da, n, { one: 'Uret er # dag foran.', other: 'Uret er # dage foran.' }),
  real: 'Uret går rigtigt.',
  move: 'Lad tiden gå',
  days: 'Antal dage',
  daysHint: 'Uret kan kun gå frem.',
  step: (n: number) => plural(da, n, { one: '# dag frem', other: '# dage frem' }),
  wait: 'Det varer nogle sekunder: Alt det, der ellers sker om natten, bliver gjort først.',
  signIn: 'Går der mange dage, skal du logge ind igen.',
  outbox: 'Breve, der er sendt',
  people: 'Log ind som en af demonstrationens personer',
};
