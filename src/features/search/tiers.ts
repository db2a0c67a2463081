/** The tiers of a list and where each of them begins. Pure. */
import type { SaidOfComparison } from '#features/results/compared.ts';
import { messages, type Locale } from '#i18n/index.ts';
import { TIERS, type SearchQuery, type Tier } from './model.ts';

export const CODE_OF_TIER: Readonly<Record<Tier, SaidOfComparison['code']>> = {
  better: 'better', 'as-expected': 'as_expected', worse: 'worse', 'cannot-tell': 'no_verdict',
};

export type TieredSort = 'results' | 'experiences';

/** What a tier is called: of results by their verdict, of experiences in words of its own, as they are none. */
export function tierName(locale: Locale, sort: TieredSort, tier: Tier): string {
  const { terms, experiences } = messages(locale);
  return sort === 'results' ? terms.verdict[CODE_OF_TIER[tier]] : experiences.tiers[tier];
}

export interface TierPlace {
  tier: Tier;
  count: number;
  /** The page on which it begins. */
  page: number;
  /** It began on an earlier page than this one. */
  continued: boolean;
}

/** @param counts of all hits, as the engine gives them @param query whose page is the one shown */
export function tierPlaces(counts: Readonly<Record<Tier, number>>, { page, pageSize }: Pick<SearchQuery, 'page' | 'pageSize'>): TierPlace[] {
  let before = 0;
  return TIERS.map((tier) => {
    const first = before;
    before += counts[tier];
    return { tier, count: counts[tier], page: Math.floor(first / pageSize) + 1, continued: first < (page - 1) * pageSize };
  });
}
