/** All compared providers in one picture, with one of them marked (method.md 7.4 and 9.3). The words of the verdicts are in `terms`. */
import { plural } from '#i18n/format.ts';

export default {
  heading: 'Alle aanbieders in één beeld',
  text: 'Elk teken is een aanbieder. Hoe hoger, hoe meer mensen werk kregen. Wij hebben het omgerekend alsof ze allemaal dezelfde deelnemers hadden. Hoe verder naar rechts, hoe meer mensen er achter het cijfer staan.',
  inside: 'Kleine groepen schommelen veel. Daarom liggen de lijnen links ver uit elkaar en rechts dicht bij elkaar. Tussen de dikke lijnen zijn verschillen heel gewoon.',
  notLine: 'Het woord bij elk teken is apart uitgerekend. U kunt het dus niet van de lijnen aflezen.',
  title: { E6: 'Aan het werk zes maanden nadat zij stopten', S12: 'Aan het werk een jaar nadat zij begonnen' },
  /** @param counts each verdict with its number */
  alternative: (count: string, counts: string) => `Beeld met ${count} aanbieders. ${counts}. Alles staat in de tabel onder het beeld.`,
  upwards: 'Aan het werk, van de 100',
  across: 'Gewicht van het cijfer (ongeveer het aantal deelnemers)',
  here: 'Deze aanbieder',
  hereRow: '(deze aanbieder)',
  region: 'Beeld van alle aanbieders. Ga met de pijltoetsen van teken naar teken.',
  hint: 'Wijs een teken aan, of ga met de pijltoetsen van teken naar teken. Enter opent de pagina van de aanbieder.',
  summary: 'Toon het beeld als tabel',
  caption: 'De aanbieders in het beeld, op naam',
  columns: { name: 'Aanbieder', weight: 'Gewicht van het cijfer', share: 'Aan het werk, omgerekend naar dezelfde deelnemers', word: 'Antwoord' },
  share: (percent: string) => `${percent} van de 100`,
  key: 'Zo leest u de tekens en lijnen',
  lines: {
    thick: (outside: string, of: string) => `Dikke lijnen: bij gewone verschillen liggen er maar ${outside} van de ${of} buiten`,
    thin: (outside: string, of: string) => `Dunne lijnen: bij gewone verschillen liggen er ${outside} van de ${of} buiten`,
    chance: 'Gestippeld: daar zouden de lijnen liggen als alleen toeval verschil maakte',
    middle: 'Vlakke lijn: alle aanbieders samen',
  },
  tau: (percent: string) => `Gewoon verschil tussen aanbieders dat wij niet kunnen verklaren: ± ${percent} procent.`,
  tauNone: 'De verschillen tussen aanbieders zijn niet groter dan toeval alleen kan maken.',
  noRank: 'De verschillen zijn te onzeker om de aanbieders te nummeren.',
  rank: (name: string, from: string, to: string, of: string) => `${name} staat waarschijnlijk tussen plaats ${from} en ${to} van de ${of}. Plaats 1 heeft het hoogste cijfer.`,
  noPoint: (name: string, reasons: string) => `${name} heeft geen teken in het beeld, omdat: ${reasons}.`,
  nothing: 'er zijn geen cijfers die wij kunnen vergelijken',
  none: 'Wij hebben nog geen aanbieders vergeleken. Daarom is er geen beeld.',
  rejected: 'Deze keer konden wij geen goede vergelijking maken. Daarom is er geen beeld.',
  empty: 'Geen enkele aanbieder heeft cijfers die in een beeld passen.',
  peers: (count: number, least: string) =>
    plural('nl', count, { one: `Maar # aanbieder kan worden vergeleken. Er zijn er minstens ${least} nodig om te weten wat normaal is.`, other: `Maar # aanbieders kunnen worden vergeleken. Er zijn er minstens ${least} nodig om te weten wat normaal is.` }),
  part: (oneIn: string) => `Er zijn veel aanbieders. Wij tekenen 1 op de ${oneIn}, gekozen zonder naar het resultaat te kijken.`,
  list: 'Bekijk de hele lijst, gegroepeerd op resultaat',
};
