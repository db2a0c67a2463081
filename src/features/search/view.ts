/** The order of a list in plain words (method.md 9.5). Pure. */
import { formatList, type Locale } from '#i18n/index.ts';
import type { OrderExplanation } from './explain.ts';
import type { OrderKey } from './order.ts';

interface Words {
  /** What sorts, as it stands in a list after `sorted by`. */
  keys: Record<Exclude<OrderKey, 'shuffle'>, string>;
  sortedBy(keys: string): string;
  shuffle: string;
  unknownLast: string;
  /** Of results. */
  tiers: string;
  experienceTiers: string;
  /** The fixed part: the same on every list. */
  always: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  da: {
    keys: {
      words: 'de ord, du skrev', tier: 'gruppe', place: 'dit sted', group: 'hjælp til netop din situation', open: 'ventetid på højst fire uger',
      distance: 'afstand', price: 'laveste kendte pris', waiting: 'korteste kendte ventetid', name: 'navn',
    },
    sortedBy: (keys) => `Listen er ordnet efter ${keys}.`,
    shuffle: 'Står flere lige, trækker vi lod om rækkefølgen hver dag. Den er ens for alle.',
    unknownLast: 'De, hvor vi ikke kender tallet, står i deres egen liste til sidst.',
    tiers: 'Grupperne er: bedre end forventet, som forventet og dårligere end forventet. Dem, vi ikke kan afgøre det for, står i deres egen liste. Den er ikke bunden.',
    experienceTiers: 'Grupperne er: flere end ellers ville vælge det igen, cirka som hos de andre, og færre end ellers ville vælge det igen. Dem, vi ikke kan sige det om, står i deres egen liste. Den er ikke bunden.',
    always: 'Ingen kan betale for en plads. Resultater er delt i grupper og ikke nummereret, fordi de fleste forskelle mellem leverandører er små sammenlignet med tilfældigheder.',
  },
  en: {
    keys: {
      words: 'the words you typed', tier: 'group', place: 'your place', group: 'help made for your situation', open: 'a wait of four weeks at most',
      distance: 'distance', price: 'lowest known price', waiting: 'shortest known wait', name: 'name',
    },
    sortedBy: (keys) => `Sorted by ${keys}.`,
    shuffle: 'Where several are equal, we draw their order anew each day. It is the same for everybody.',
    unknownLast: 'Those whose figure is not known are in a list of their own at the end.',
    tiers: 'The groups are: better than expected, as expected and worse than expected. Those we cannot tell about are in a list of their own. It is not the bottom.',
    experienceTiers: 'The groups are: more than elsewhere would choose it again, about as with the others, and fewer than elsewhere. Those we cannot tell about are in a list of their own. It is not the bottom.',
    always: 'Nobody can pay for a place. Results are grouped, not numbered, because most differences between providers are small compared with chance.',
  },
  sv: {
    keys: {
      words: 'orden du skrev', tier: 'grupp', place: 'din plats', group: 'hjälp för just din situation', open: 'väntetid på högst fyra veckor',
      distance: 'avstånd', price: 'lägsta kända pris', waiting: 'kortaste kända väntetid', name: 'namn',
    },
    sortedBy: (keys) => `Listan är ordnad efter ${keys}.`,
    shuffle: 'Om flera är lika lottar vi ordningen varje dag. Den är lika för alla.',
    unknownLast: 'De vars uppgift vi inte känner till står i en egen lista sist.',
    tiers: 'Grupperna är: bättre än förväntat, som förväntat och sämre än förväntat. De som vi inte kan avgöra det för står i en egen lista. Den är inte botten.',
    experienceTiers: 'Grupperna är: fler än annars skulle välja det igen, ungefär som hos de andra, och färre än annars. De som vi inte kan säga något om står i en egen lista. Den är inte botten.',
    always: 'Ingen kan betala för en plats. Resultaten är delade i grupper och inte numrerade, eftersom de flesta skillnader mellan leverantörer är små jämfört med slumpen.',
  },
  nl: {
    keys: {
      words: 'de woorden die u typte', tier: 'groep', place: 'uw plaats', group: 'hulp voor precies uw situatie', open: 'een wachttijd van hoogstens vier weken',
      distance: 'afstand', price: 'laagste bekende prijs', waiting: 'kortste bekende wachttijd', name: 'naam',
    },
    sortedBy: (keys) => `De lijst is geordend op ${keys}.`,
    shuffle: 'Zijn er meer gelijk, dan loten we de volgorde elke dag opnieuw. Die is voor iedereen dezelfde.',
    unknownLast: 'Aanbieders van wie we het getal niet kennen, staan in een eigen lijst aan het eind.',
    tiers: 'De groepen zijn: beter dan verwacht, zoals verwacht en slechter dan verwacht. Aanbieders van wie we het niet kunnen zeggen, staan in een eigen lijst. Dat is niet de onderste.',
    experienceTiers: 'De groepen zijn: meer dan elders zouden het weer kiezen, ongeveer zoals bij de anderen, en minder dan elders. Aanbieders van wie we het niet kunnen zeggen, staan in een eigen lijst. Dat is niet de onderste.',
    always: 'Niemand kan voor een plaats betalen. Resultaten zijn in groepen verdeeld en niet genummerd, omdat de meeste verschillen tussen aanbieders klein zijn vergeleken met toeval.',
  },
  fi: {
    keys: {
      words: 'kirjoittamasi sanat', tier: 'ryhmä', place: 'paikkasi', group: 'juuri sinun tilanteeseesi tehty apu', open: 'enintään neljän viikon odotusaika',
      distance: 'etäisyys', price: 'alin tiedossa oleva hinta', waiting: 'lyhin tiedossa oleva odotusaika', name: 'nimi',
    },
    sortedBy: (keys) => `Listan järjestyksen ratkaisee: ${keys}.`,
    shuffle: 'Jos monta on tasoissa, arvomme järjestyksen joka päivä. Se on kaikille sama.',
    unknownLast: 'Ne, joiden lukua emme tiedä, ovat omassa listassaan lopussa.',
    tiers: 'Ryhmät ovat: odotettua parempi, odotusten mukainen ja odotettua heikompi. Ne, joista emme osaa sanoa, ovat omassa listassaan. Se ei ole pohja.',
    experienceTiers: 'Ryhmät ovat: useampi kuin muualla valitsisi sen uudelleen, suunnilleen kuin muilla ja harvempi kuin muualla. Ne, joista emme osaa sanoa, ovat omassa listassaan. Se ei ole pohja.',
    always: 'Kukaan ei voi ostaa paikkaa. Tulokset on ryhmitelty eikä numeroitu, koska useimmat erot palveluntuottajien välillä ovat pieniä sattumaan verrattuna.',
  },
};

/** Whole sentences; stands on every list and in the API's `order.explanation`. */
export function orderSentence({ by, keys }: OrderExplanation, locale: Locale): string {
  const words = WORDS[locale];
  const named = keys.filter((key) => key !== 'shuffle').map((key) => words.keys[key]);
  const unknownLast = keys.includes('price') || keys.includes('waiting');
  return [
    words.sortedBy(formatList(locale, named)),
    ...(keys.includes('tier') ? [by === 'experiences' ? words.experienceTiers : words.tiers] : []),
    ...(unknownLast ? [words.unknownLast] : []),
    ...(keys.includes('shuffle') ? [words.shuffle] : []),
    words.always,
  ].join(' ');
}
