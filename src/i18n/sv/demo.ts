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
};
