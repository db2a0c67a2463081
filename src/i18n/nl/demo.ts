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
  guide: 'Probeer een beoordeling van brief tot antwoord',
  /** @param pools of the desk @param open the way to the issuer's pages */
  begin: (pools: string, open: string) => `Log in als issuer@example.test. Ga naar “${pools}” en kies een groep die nu verzamelt. Druk op “${open}” en haal de lijst op. Daarin staan de links van de deelnemers.`,
  steps: [
    'Open vijf van de links, het liefst de laatste van de lijst. De eerste zes zijn gebruikt. Bewaar elk bewijs. Minstens tien mensen in totaal moeten een bewijs ophalen voordat de groep sluit.',
    'Laat 38 dagen verstrijken: de groep is gesloten. Laat er nog 8 verstrijken: men mag schrijven.',
    'Open de vijf bewijzen en schrijf. Zet in één tekst een naam, dan wordt die tegengehouden.',
    'Log in als moderator@example.test en haal de naam uit de tekst.',
    'Laat 92 dagen verstrijken. Dan eindigt de ronde en verschijnen de vijf beoordelingen tegelijk.',
    'Log in als editor@example.test en antwoord op een ervan.',
    'Open het bewijs opnieuw. Er staat wat er is gedaan en waarom, en hier kunt u bezwaar maken. moderator-2@example.test beslist over het bezwaar.',
  ],
};
