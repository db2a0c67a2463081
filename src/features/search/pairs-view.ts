/** What can be said of two providers beside each other, in words. Pure. */
import { formatList, messages, type Locale } from '#i18n/index.ts';
import { periodText } from '#features/results/view.ts';
import type { Compared } from './compare.ts';
import type { Pair, PairReason } from './pairs.ts';

export interface PairText {
  /** Both names. */
  names: string;
  /** What can be said, in whole sentences. */
  said: string;
  /** What it rests on, or why it cannot be said. */
  because: string[];
}

const nameOf = ({ page }: Compared) => page.profile.name;

function reasonWord(locale: Locale, { reason }: PairReason): string {
  const { compare, search, terms } = messages(locale);
  if (reason === 'nothing') return search.lists.nothing;
  if (reason === 'disclosure' || reason === 'first') return terms.withheld[reason];
  return reason === 'measure' || reason === 'window' ? compare.pairs[reason] : terms.reason[reason];
}

/** What figures of a comparison count, and of whom. */
export function measuredText(locale: Locale, { measure, window }: NonNullable<Pair['row']>): string {
  const { compare, terms } = messages(locale);
  return compare.measured(terms.measure[measure], periodText(locale, window) ?? '');
}

export function pairText(locale: Locale, pair: Pair): PairText {
  const { first, second, above, row } = pair;
  const { compare } = messages(locale);
  const names = formatList(locale, [nameOf(first), nameOf(second)]);
  if (pair.outcome === 'cannot-tell') {
    const because = pair.reasons.map((each) => (each.about ? `${nameOf(each.about)}: ${reasonWord(locale, each)}.` : `${reasonWord(locale, each)}.`));
    return { names, said: compare.pairs.cannotTell, because: [...new Set(because)] };
  }
  const measured = row === null ? [] : [measuredText(locale, row)];
  if (above === null) return { names, said: compare.pairs.alike, because: measured };
  return { names, said: compare.pairs.differ(nameOf(above), nameOf(above === first ? second : first)), because: measured };
}
