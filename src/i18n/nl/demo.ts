/** The demonstration's own page, where time can be moved. */
import { plural } from '#i18n/format.ts';

const nl = 'nl' as const;

export default {
  title: 'De klok van de demonstratie',
  lead: 'Hier kunt u de tijd laten verstrijken en in één keer zien wat anders maanden duurt.',
  today: (day: string) => `Vandaag is het ${day}.`,
  ahead: (n: number) => plural(nl, n, { one: 'De klok loopt # dag voor.', other: 'De klok loopt # dagen voor.' }),
  real: 'De klok loopt gelijk.',
  move: 'Laat de tijd verstrijken',
  days: 'Aantal dagen',
  daysHint: 'De klok kan alleen vooruit.',
  step: (n: number) => plural(nl, n, { one: '# dag vooruit', other: '# dagen vooruit' }),
  wait: 'Het duurt enkele seconden: alles wat anders ’s nachts gebeurt, wordt eerst gedaan.',
  signIn: 'Als er veel dagen verstrijken, moet u opnieuw inloggen.',
  outbox: 'Verstuurde brieven',
  people: 'Log in als een van de personen van de demonstratie',
};
