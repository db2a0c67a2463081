/** The filter form: which options it shows, with how many providers each would give. Pure. */
import { collator, type Locale, type SpokenText } from '#i18n/format.ts';
import type { Register } from '#features/regions/register.ts';
import { filterLabel } from './labels.ts';
import type { Facet, SearchAnswer, SearchQuery } from './model.ts';

export const FORM_FACETS = ['group', 'service', 'price', 'delivery', 'language', 'accessibility', 'kind'] as const satisfies readonly Facet[];
export type FormFacet = (typeof FORM_FACETS)[number];

export interface FilterOption {
  value: string;
  label: SpokenText;
  count: number;
  checked: boolean;
}

export interface FilterGroup {
  facet: FormFacet;
  shown: FilterOption[];
  /** Behind "show more"; none of them is checked. */
  folded: FilterOption[];
}

const SHOWN = 6;
/** What is in no other group says least. */
const REST = 'other';

/**
 * Options that would give something, and those that are chosen; the fullest first. A list is only folded when at least
 * two options are saved by it.
 * @param counts of this facet, from the search answer
 */
export function filterGroup(
  facet: FormFacet,
  counts: Readonly<Record<string, number>>,
  chosen: readonly string[],
  name: (facet: FormFacet, value: string) => SpokenText,
  compare: (a: string, b: string) => number,
): FilterGroup {
  const values = new Set([...chosen, ...Object.entries(counts).flatMap(([value, count]) => (count > 0 ? [value] : []))]);
  const options = [...values]
    .map((value) => ({ value, label: name(facet, value), count: counts[value] ?? 0, checked: chosen.includes(value) }))
    .sort((a, b) => Number(b.checked) - Number(a.checked) || Number(a.value === REST) - Number(b.value === REST) || b.count - a.count || compare(a.label.text, b.label.text));
  const open = Math.max(SHOWN, options.filter((each) => each.checked).length);
  const limit = options.length <= open + 1 ? options.length : open;
  return { facet, shown: options.slice(0, limit), folded: options.slice(limit) };
}

/** The filters of the form that have an option, in the order in which people think of them. */
export function filterGroups(facets: SearchAnswer['facets'], filters: SearchQuery['filters'], register: Pick<Register, 'targetGroup'>, locale: Locale): FilterGroup[] {
  const { compare } = collator(locale);
  return FORM_FACETS.map((facet) =>
    filterGroup(facet, facets[facet], filters[facet] ?? [], (_, value) => filterLabel(facet, value, locale, register), compare),
  ).filter((group) => group.shown.length > 0);
}
