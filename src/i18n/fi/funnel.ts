/** All compared providers in one picture, with one of them marked (method.md 7.4 and 9.3). The words of the verdicts are in `terms`. */
import { plural } from '#i18n/format.ts';

export default {
  heading: 'Kaikki palveluntuottajat yhdessä kuvassa',
  text: 'Jokainen merkki on palveluntuottaja. Mitä ylempänä merkki on, sitä useampi sai työn. Olemme laskeneet luvut niin kuin kaikilla olisi ollut samanlaiset osallistujat. Mitä kauempana oikealla merkki on, sitä useampi ihminen on luvun takana.',
  inside: 'Pienten ryhmien luvut heilahtelevat paljon. Siksi viivat ovat vasemmalla kaukana toisistaan ja oikealla lähekkäin. Paksujen viivojen välissä erot ovat aivan tavallisia.',
  notLine: 'Jokaisen merkin sana on laskettu erikseen. Siksi sitä ei voi lukea viivoista.',
  title: { E6: 'Työssä puoli vuotta päättymisen jälkeen', S12: 'Työssä vuosi aloittamisen jälkeen' },
  /** @param counts each verdict with its number */
  alternative: (count: string, counts: string) => `Kuvassa on ${count} palveluntuottajaa. ${counts}. Kaikki on kuvan alla olevassa taulukossa.`,
  upwards: 'Työssä, sadasta',
  across: 'Luvun paino (suunnilleen osallistujien määrä)',
  here: 'Tämä palveluntuottaja',
  hereRow: '(tämä palveluntuottaja)',
  region: 'Kuva kaikista palveluntuottajista. Siirry merkistä toiseen nuolinäppäimillä.',
  hint: 'Osoita merkkiä tai siirry merkistä toiseen nuolinäppäimillä. Enter avaa palveluntuottajan sivun.',
  summary: 'Näytä kuva taulukkona',
  caption: 'Kuvan palveluntuottajat nimen mukaan',
  columns: { name: 'Palveluntuottaja', weight: 'Luvun paino', share: 'Työssä, laskettu samanlaisille osallistujille', word: 'Vastaus' },
  share: (percent: string) => `${percent} sadasta`,
  key: 'Näin luet merkkejä ja viivoja',
  lines: {
    thick: (outside: string, of: string) => `Paksut viivat: kun erot ovat tavallisia, ulkopuolelle jää vain ${outside} / ${of}`,
    thin: (outside: string, of: string) => `Ohuet viivat: kun erot ovat tavallisia, ulkopuolelle jää ${outside} / ${of}`,
    chance: 'Pisteviiva: tässä viivat olisivat, jos vain sattuma tekisi eroja',
    middle: 'Vaakaviiva: kaikki palveluntuottajat yhdessä',
  },
  tau: (percent: string) => `Tyypillinen ero palveluntuottajien välillä, jota emme osaa selittää: ± ${percent} prosenttia.`,
  tauNone: 'Palveluntuottajien erot eivät ole suurempia kuin sattuma yksin voi tehdä.',
  noRank: 'Erot ovat liian epävarmoja, jotta palveluntuottajille voisi antaa numeroita.',
  rank: (name: string, from: string, to: string, of: string) => `${name} on luultavasti sijojen ${from} ja ${to} välillä. Sijoja on ${of}. Sijalla 1 on suurin luku.`,
  noPoint: (name: string, reasons: string) => `Kuvassa ei ole merkkiä tälle palveluntuottajalle: ${name}. Syy: ${reasons}.`,
  nothing: 'ei ole lukuja, joita voisimme verrata',
  none: 'Emme ole vielä verranneet palveluntuottajia. Siksi kuvaa ei ole.',
  rejected: 'Tällä kertaa emme pystyneet tekemään kestävää vertailua. Siksi kuvaa ei ole.',
  empty: 'Yhdelläkään palveluntuottajalla ei ole lukuja, jotka voisi näyttää kuvassa.',
  peers: (count: number, least: string) =>
    plural('fi', count, { one: `Vain # palveluntuottajaa voi verrata. Niitä tarvitaan vähintään ${least}, ennen kuin tiedämme, mikä on tavallista.`, other: `Vain # palveluntuottajaa voi verrata. Niitä tarvitaan vähintään ${least}, ennen kuin tiedämme, mikä on tavallista.` }),
  part: (oneIn: string) => `Palveluntuottajia on paljon. Piirrämme vain osan, yhden jokaista ${oneIn} kohti. Valinta ei katso tulosta.`,
  list: 'Katso koko luettelo tuloksen mukaan ryhmiteltynä',
};
