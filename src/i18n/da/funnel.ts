/** All compared providers in one picture, with one of them marked (method.md 7.4 and 9.3). The words of the verdicts are in `terms`. */
import { plural } from '#i18n/format.ts';

export default {
  heading: 'Alle leverandører på ét billede',
  text: 'Hvert mærke er en leverandør. Jo højere oppe, jo flere kom i arbejde. Vi har regnet det om, som om de alle havde de samme deltagere. Jo længere til højre, jo flere mennesker bygger tallet på.',
  inside: 'Små grupper svinger meget. Derfor er der bredt mellem stregerne til venstre og smalt til højre. Mellem de tykke streger er forskelle helt almindelige.',
  notLine: 'Ordet ved hvert mærke er regnet ud for sig. Det kan derfor ikke læses af stregerne.',
  title: { E6: 'I arbejde et halvt år efter, at de sluttede', S12: 'I arbejde et år efter, at de begyndte' },
  /** @param counts each verdict with its number */
  alternative: (count: string, counts: string) => `Billede med ${count} leverandører. ${counts}. Det hele står i tabellen under billedet.`,
  upwards: 'I arbejde, ud af 100',
  across: 'Tallets vægt (omtrent antal deltagere)',
  here: 'Denne leverandør',
  hereRow: '(denne leverandør)',
  region: 'Billede af alle leverandører. Gå fra mærke til mærke med piletasterne.',
  hint: 'Peg på et mærke, eller gå fra mærke til mærke med piletasterne. Enter åbner leverandørens side.',
  summary: 'Vis billedet som tabel',
  caption: 'Leverandørerne på billedet efter navn',
  columns: { name: 'Leverandør', weight: 'Tallets vægt', share: 'I arbejde, regnet om til ens deltagere', word: 'Svar' },
  share: (percent: string) => `${percent} ud af 100`,
  key: 'Sådan læser du mærker og streger',
  lines: {
    thick: (outside: string, of: string) => `Tykke streger: ved almindelige forskelle ligger kun ${outside} ud af ${of} udenfor`,
    thin: (outside: string, of: string) => `Tynde streger: ved almindelige forskelle ligger ${outside} ud af ${of} udenfor`,
    chance: 'Prikket: her ville stregerne ligge, hvis kun tilfældet gjorde en forskel',
    middle: 'Vandret streg: alle leverandører tilsammen',
  },
  tau: (percent: string) => `Typisk forskel mellem leverandører, som vi ikke kan forklare: ± ${percent} procent.`,
  tauNone: 'Forskellene mellem leverandørerne er ikke større, end tilfældet alene kan lave.',
  noRank: 'Forskellene er for usikre til at nummerere leverandørerne.',
  rank: (name: string, from: string, to: string, of: string) => `${name} ligger sandsynligvis mellem plads ${from} og ${to} af ${of}. Plads 1 har det højeste tal.`,
  noPoint: (name: string, reasons: string) => `${name} har ikke noget mærke på billedet, fordi: ${reasons}.`,
  nothing: 'der er ingen tal, vi kan sammenligne',
  none: 'Vi har ikke sammenlignet leverandører endnu. Derfor er der ikke noget billede.',
  rejected: 'Denne gang kunne vi ikke lave en sammenligning, der holder. Derfor er der ikke noget billede.',
  empty: 'Ingen leverandører har tal, der kan vises på et billede.',
  peers: (count: number, least: string) =>
    plural('da', count, { one: `Kun # leverandør kan sammenlignes. Der skal være mindst ${least}, før vi ved, hvad der er normalt.`, other: `Kun # leverandører kan sammenlignes. Der skal være mindst ${least}, før vi ved, hvad der er normalt.` }),
  part: (oneIn: string) => `Der er mange leverandører. Vi tegner 1 ud af ${oneIn}, valgt uden at se på resultatet.`,
  list: 'Se hele listen, samlet efter resultat',
};
