/** The demonstration's own page, where time can be moved. */
import { plural } from '#i18n/format.ts';

const sv = 'sv' as const;

export default {
  title: 'Demonstrationens klocka',
  lead: 'Här kan du låta tiden gå och på en gång se det som annars tar månader.',
  today: (day: string) => `I dag är det ${day}.`,
  ahead: (n: number) => plural(sv, n, { one: 'Klockan går # dag före.', other: 'Klockan går # dagar före.' }),
  real: 'Klockan går rätt.',
  move: 'Låt tiden gå',
  days: 'Antal dagar',
  daysHint: 'Klockan kan bara gå framåt.',
  step: (n: number) => plural(sv, n, { one: '# dag framåt', other: '# dagar framåt' }),
  wait: 'Det tar några sekunder: allt som annars sker på natten görs först.',
  signIn: 'När många dagar går får du logga in igen.',
  outbox: 'Brev som har skickats',
  people: 'Logga in som en av demonstrationens personer',
  guide: 'Prova ett omdöme från brev till svar',
  /** @param pools of the desk @param open the way to the issuer's pages */
  begin: (pools: string, open: string) => `Logga in som issuer@example.test. Gå till ”${pools}” och välj en grupp som samlar in nu. Tryck på ”${open}” och hämta listan. I den står deltagarnas länkar.`,
  steps: [
    'Öppna fem av länkarna, helst de sista på listan. De första sex är använda. Spara varje kvitto. Minst tio totalt måste hämta bevis innan gruppen stänger.',
    'Låt 38 dagar gå. Då är gruppen stängd. Låt 8 dagar till gå. Då får man skriva.',
    'Öppna de fem kvittona och skriv. Skriv ett namn i en av texterna, så hålls den tillbaka.',
    'Logga in som moderator@example.test, och ta bort namnet ur texten.',
    'Låt 92 dagar gå. Då slutar omgången, och de fem omdömena syns på en gång.',
    'Logga in som editor@example.test, och svara på ett av dem.',
    'Öppna kvittot igen. Där står vad som gjordes och varför, och där kan du klaga. moderator-2@example.test avgör klagomålet.',
  ],
};
