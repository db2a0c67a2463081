/** What a provider can choose for a new opening, from what it says of itself. Pure. */
import type { LocalisedText } from '#platform/input.ts';
import { isOpen } from '#features/programmes/model.ts';
import type { ProviderPage } from '#features/programmes/queries.ts';

export interface OpeningChoices {
  /** Titles of all programmes by code, also of ended ones. */
  titles: ReadonlyMap<string, LocalisedText>;
  /** Of those that still run. */
  running: ReadonlyMap<string, LocalisedText>;
  languages: string[];
  regions: string[];
}

/** Languages of the country come along, as a course in them goes without saying. */
const LANGUAGES = ['da', 'en'];

/** @param page null: nothing is published @param day YYYY-MM-DD */
export function openingChoices(page: Pick<ProviderPage, 'profile' | 'programmes'> | null, day: string): OpeningChoices {
  const { profile, programmes } = page ?? { profile: null, programmes: [] };
  const titles = (list: typeof programmes) => new Map(list.map(({ code, title }) => [code, title]));
  return {
    titles: titles(programmes),
    running: titles(programmes.filter((each) => isOpen(each, day))),
    languages: [...new Set([...(profile?.languages ?? []), ...programmes.flatMap((each) => each.languages ?? []), ...LANGUAGES])],
    regions: [...new Set([...(profile?.locations ?? []).map((each) => each.region), ...(profile?.coverage ?? []), ...programmes.flatMap((each) => each.coverage ?? [])])],
  };
}
