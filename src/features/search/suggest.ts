/** Completions while somebody types: kinds of help, target groups, places, and the names that the engine found. Pure. */
import { messages, pickText, type Locale } from '#i18n/index.ts';
import { PROGRAMME_KINDS } from '#features/programmes/input.ts';
import type { Register } from '#features/regions/register.ts';
import { suggestPlaces } from '#features/regions/suggest.ts';
import { fold, words } from './analysis/fold.ts';
import type { Suggestion } from './model.ts';

interface Labelled {
  suggestion: Suggestion;
  /** The folded text from each of its words on. */
  keys: string[];
}

const SHORTEST = 2;

const labelled = (suggestion: Suggestion): Labelled => {
  const folded = words(suggestion.text).map(fold);
  return { suggestion, keys: folded.map((_, i) => folded.slice(i).join(' ')) };
};

const kept = new WeakMap<Register, Map<Locale, Labelled[]>>();

/** Kinds of help and target groups in the reader's language; made once for each register. */
function labels(register: Register, locale: Locale): Labelled[] {
  const byLocale = kept.get(register) ?? new Map<Locale, Labelled[]>();
  kept.set(register, byLocale);
  const known = byLocale.get(locale);
  if (known) return known;
  const names = messages(locale).terms.programmeKind;
  const made = [
    ...PROGRAMME_KINDS.filter((kind) => kind !== 'other').map((kind) => labelled({ kind: 'service', text: names[kind], value: kind })),
    ...register.targetGroups().map((group) => labelled({ kind: 'group', text: pickText(group.names, locale)?.text ?? group.code, value: group.code })),
  ];
  byLocale.set(locale, made);
  return made;
}

/** Where places are looked for first; those of other countries fill up what is left. */
const HOME: Readonly<Record<Locale, string>> = { da: 'dk', en: 'dk', sv: 'se', nl: 'nl', fi: 'fi' };
const MOST_PLACES = 3;

/** @param named providers and programmes whose names begin like this */
export function suggestions(prefix: string, locale: Locale, limit: number, register: Register, named: readonly Suggestion[]): Suggestion[] {
  const key = words(prefix).map(fold).join(' ');
  if (key.length < SHORTEST || limit < 1) return [];
  const found = labels(register, locale).filter((each) => each.keys.some((own) => own.startsWith(key)));
  found.sort((a, b) => Number(b.keys[0]?.startsWith(key)) - Number(a.keys[0]?.startsWith(key)));
  const places = suggestPlaces(register, prefix, HOME[locale], MOST_PLACES).map((place): Suggestion => ({ kind: 'place', text: place.text, value: place.region }));
  // Each kind of answer gets room before one of them fills the list.
  const quarter = Math.max(1, Math.ceil(limit / 4));
  const groups = [found.map((each) => each.suggestion), named.filter((each) => each.kind === 'provider'), places, named.filter((each) => each.kind === 'programme')];
  const first = groups.flatMap((group) => group.slice(0, quarter));
  const rest = groups.flatMap((group) => group.slice(quarter));
  return [...first, ...rest].slice(0, limit);
}
