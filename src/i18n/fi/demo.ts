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
  guide: 'Kokeile arviota kirjeestä vastaukseen',
  /** @param pools of the desk @param open the way to the issuer's pages */
  begin: (pools: string, open: string) => `Kirjaudu osoitteella issuer@example.test. Siirry kohtaan ”${pools}” ja valitse ryhmä, joka kerää nyt. Paina ”${open}” ja hae lista. Siinä ovat osallistujien linkit.`,
  steps: [
    'Avaa viisi linkkiä, mieluiten listan viimeiset. Kuusi ensimmäistä on käytetty. Säilytä jokainen kuitti. Vähintään kymmenen on noudettava todiste, ennen kuin ryhmä sulkeutuu.',
    'Anna 38 päivän kulua: ryhmä on suljettu. Anna vielä 8 päivän kulua: saa kirjoittaa.',
    'Avaa viisi kuittia ja kirjoita. Kirjoita yhteen tekstiin nimi, niin se pidätetään.',
    'Kirjaudu osoitteella moderator@example.test ja poista nimi tekstistä.',
    'Anna 92 päivän kulua. Kierros päättyy, ja viisi arviota tulee näkyviin yhdessä.',
    'Kirjaudu osoitteella editor@example.test ja vastaa yhteen niistä.',
    'Avaa kuitti uudelleen. Siinä kerrotaan, mitä tehtiin ja miksi, ja siinä voit valittaa. moderator-2@example.test ratkaisee valituksen.',
  ],
};
