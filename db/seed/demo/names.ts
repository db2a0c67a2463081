/** Invented names. A made-up animal or thing, or a made-up place, that no register of companies will know. */
import type { Random } from './random.ts';

const FIRST = [
  'Kobber', 'Måne', 'Regn', 'Vinter', 'Sølv', 'Rav', 'Tåge', 'Glas', 'Nordlys', 'Klit', 'Mos', 'Lyng', 'Blæk', 'Rim', 'Havre', 'Stjerne',
  'Tang', 'Salt', 'Skumrings', 'Kridt', 'Bølge', 'Granit', 'Solhvervs', 'Flint', 'Humle', 'Frost', 'Ildflue', 'Papir', 'Uld', 'Fyrretræs',
];

/** Indefinite and definite form. */
const LAST: readonly (readonly [string, string])[] = [
  ['ugle', 'uglen'], ['ræv', 'ræven'], ['hejre', 'hejren'], ['odder', 'odderen'], ['lærke', 'lærken'], ['bjørn', 'bjørnen'], ['hare', 'haren'],
  ['svale', 'svalen'], ['falk', 'falken'], ['grævling', 'grævlingen'], ['trane', 'tranen'], ['elg', 'elgen'], ['kompas', 'kompasset'],
  ['lanterne', 'lanternen'], ['mår', 'måren'], ['hjort', 'hjorten'], ['krebs', 'krebsen'], ['vædder', 'vædderen'], ['stork', 'storken'],
  ['vibe', 'viben'], ['egern', 'egernet'], ['pindsvin', 'pindsvinet'], ['krage', 'kragen'], ['spætte', 'spætten'], ['isfugl', 'isfuglen'],
  ['bæver', 'bæveren'], ['musvit', 'musvitten'], ['stær', 'stæren'],
];

/** Compounds that are words, animals or goods already. */
const REAL = new Set([
  'Sølvræv', 'Havrebæver', 'Klitlærke', 'Mosvibe', 'Regnkrage', 'Tangkrebs', 'Saltkrebs', 'Sølvfalk', 'Stjernestær', 'Vinterlærke', 'Frosthare',
  'Kobberkompas', 'Glaslanterne', 'Papirlanterne', 'Sølvhejre', 'Månehjort', 'Papirtrane', 'Vintertrane', 'Mosrav', 'Lyngvædder', 'Uldvædder',
]);

const PLACE_FIRST = ['Kobber', 'Måne', 'Tåge', 'Nordlys', 'Blæk', 'Stjerne', 'Glas', 'Regn', 'Skumrings', 'Vinter', 'Sølv', 'Ildflue', 'Papir'];
const PLACE_LAST = ['høj', 'lund', 'næs', 'vang', 'mose', 'holm', 'vig', 'bakke'];

const STREET_FIRST = [
  'Kobberugle', 'Tusindben', 'Rimfrost', 'Blækhus', 'Månesten', 'Tolvtals', 'Skyggekat', 'Lanterne', 'Fjerpens', 'Snurretops', 'Spindehjuls', 'Havregryns',
  'Ildflue', 'Papirdrage', 'Tågehorns', 'Kridtstregs', 'Nøgleknippe', 'Sukkerknalds', 'Vejrhane', 'Brombærhegns', 'Tranefod', 'Uldspinder', 'Skumringstime', 'Solsorteredes',
];
const STREET_LAST = ['vej', 'stræde', 'gade', 'allé', 'stien', 'vænget', 'pladsen', 'gyden'];

export interface Root {
  base: string;
  definite: string;
}

/** All roots in a seeded order; each is given out once. */
export function roots(random: Random): Root[] {
  const all: Root[] = [];
  for (const first of FIRST) {
    for (const [base, definite] of LAST) {
      if (!REAL.has(first + base)) all.push({ base: first + base, definite: first + definite });
    }
  }
  return random.shuffled(all);
}

export function inventedPlaces(random: Random): string[] {
  return random.shuffled(PLACE_FIRST.flatMap((first) => PLACE_LAST.map((last) => first + last)));
}

/** A street that exists in no town, with a number. */
export function inventedStreet(random: Random): string {
  const number = random.int(1, 89);
  const suffix = random.chance(0.2) ? random.pick([', 1. sal', ', 2. sal', ', st.', ' B']) : '';
  return `${random.pick(STREET_FIRST)}${random.pick(STREET_LAST)} ${number}${suffix}`;
}

export function nameOf(pattern: string, root: Root, place: string): string {
  const genitive = `${root.definite}s`;
  return pattern.replace('{R}', root.base).replace('{D}', root.definite).replace('{G}', genitive).replace('{P}', place);
}

/** For web addresses and mail: ASCII only, under the domain that is reserved for examples. */
export function domainOf(root: Root): string {
  const ascii = root.base.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').replace(/[^a-z0-9]/g, '');
  return `${ascii}.example`;
}
