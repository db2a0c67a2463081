/** The demonstration's own page, where time can be moved. */
import { plural } from '#i18n/format.ts';

const fi = 'fi' as const;

export default {
  title: 'Esittelyn kello',
  lead: 'Täällä voit antaa ajan kulua ja nähdä kerralla sen, mikä muuten vie kuukausia.',
  today: (day: string) => `Tänään on ${day}.`,
  ahead: (n: number) => plural(fi, n, { one: 'Kello on # päivän edellä.', other: 'Kello on # päivää edellä.' }),
  real: 'Kello on oikeassa.',
  move: 'Anna ajan kulua',
  days: 'Päivien määrä',
  daysHint: 'Kello kulkee vain eteenpäin.',
  step: (n: number) => plural(fi, n, { one: '# päivä eteenpäin', other: '# päivää eteenpäin' }),
  wait: 'Se vie muutaman sekunnin: ensin tehdään kaikki, mikä muuten tapahtuu yöllä.',
  signIn: 'Kun kuluu monta päivää, sinun on kirjauduttava uudelleen.',
  outbox: 'Lähetetyt kirjeet',
  people: 'Kirjaudu yhtenä esittelyn henkilöistä',
};
