/** All compared providers in one picture, with one of them marked (method.md 7.4 and 9.3). The words of the verdicts are in `terms`. */
import { plural } from '#i18n/format.ts';

export default {
  heading: 'Alla leverantörer i en bild',
  text: 'Varje märke är en leverantör. Ju högre upp, desto fler fick arbete. Vi har räknat om det som om alla hade samma deltagare. Ju längre till höger, desto fler personer bygger siffran på.',
  inside: 'Små grupper svänger mycket. Därför är det brett mellan linjerna till vänster och smalt till höger. Mellan de tjocka linjerna är skillnader helt vanliga.',
  notLine: 'Ordet för varje märke är uträknat för sig. Därför kan det inte läsas av från linjerna.',
  title: { E6: 'I arbete ett halvår efter att de slutade', S12: 'I arbete ett år efter att de började' },
  /** @param counts each verdict with its number */
  alternative: (count: string, counts: string) => `Bild med ${count} leverantörer. ${counts}. Allt står i tabellen under bilden.`,
  upwards: 'I arbete, av 100',
  across: 'Siffrans tyngd (ungefär antalet deltagare)',
  here: 'Den här leverantören',
  hereRow: '(den här leverantören)',
  region: 'Bild av alla leverantörer. Gå från märke till märke med piltangenterna.',
  hint: 'Peka på ett märke, eller gå från märke till märke med piltangenterna. Enter öppnar leverantörens sida.',
  summary: 'Visa bilden som tabell',
  caption: 'Leverantörerna i bilden efter namn',
  columns: { name: 'Leverantör', weight: 'Siffrans tyngd', share: 'I arbete, omräknat till samma deltagare', word: 'Svar' },
  share: (percent: string) => `${percent} av 100`,
  key: 'Så läser du märken och linjer',
  lines: {
    thick: (outside: string, of: string) => `Tjocka linjer: vid vanliga skillnader ligger bara ${outside} av ${of} utanför`,
    thin: (outside: string, of: string) => `Tunna linjer: vid vanliga skillnader ligger ${outside} av ${of} utanför`,
    chance: 'Prickat: här skulle linjerna ligga om bara slumpen gjorde skillnad',
    middle: 'Vågrät linje: alla leverantörer tillsammans',
  },
  tau: (percent: string) => `Typisk skillnad mellan leverantörer som vi inte kan förklara: ± ${percent} procent.`,
  tauNone: 'Skillnaderna mellan leverantörerna är inte större än slumpen ensam kan göra.',
  noRank: 'Skillnaderna är för osäkra för att numrera leverantörerna.',
  rank: (name: string, from: string, to: string, of: string) => `${name} ligger troligen mellan plats ${from} och ${to} av ${of}. Plats 1 har den högsta siffran.`,
  noPoint: (name: string, reasons: string) => `${name} har inget märke i bilden, eftersom: ${reasons}.`,
  nothing: 'det finns inga siffror som vi kan jämföra',
  none: 'Vi har inte jämfört leverantörer än. Därför finns det ingen bild.',
  rejected: 'Den här gången kunde vi inte göra en jämförelse som håller. Därför finns det ingen bild.',
  empty: 'Ingen leverantör har siffror som kan visas i en bild.',
  peers: (count: number, least: string) =>
    plural('sv', count, { one: `Bara # leverantör kan jämföras. Det krävs minst ${least} innan vi vet vad som är normalt.`, other: `Bara # leverantörer kan jämföras. Det krävs minst ${least} innan vi vet vad som är normalt.` }),
  part: (oneIn: string) => `Det finns många leverantörer. Vi ritar 1 av ${oneIn}, utvald utan att titta på resultatet.`,
  list: 'Se hela listan, samlad efter resultat',
};
