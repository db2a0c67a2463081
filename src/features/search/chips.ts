/** What has been chosen, one chip each. Pure. */
import type { PlaceAnswer } from '#features/regions/model.ts';
import type { Register } from '#features/regions/register.ts';
import { placeText } from '#features/regions/view.ts';
import { messages, type Locale, type SpokenText } from '#i18n/index.ts';
import { DEFAULT_COUNTRY, type SearchInput } from './input.ts';
import { filterLabel } from './labels.ts';
import { ANY_COUNTRY, FILTER_FACETS, type FilterFacet } from './model.ts';

export interface Chip {
  /** Parameter of the address, and its value where the parameter can be repeated. */
  name: FilterFacet | 'q' | 'place' | 'country';
  value?: string;
  label: SpokenText;
}

const ORDER: readonly FilterFacet[] = ['service', 'group', ...FILTER_FACETS.filter((facet) => facet !== 'service' && facet !== 'group')];

/** Words first, then help, situation and the rest, the place last: as one would say it. */
export function chips(input: SearchInput, place: PlaceAnswer, register: Register, locale: Locale): Chip[] {
  const { search } = messages(locale);
  const own = (text: string): SpokenText => ({ text, lang: locale });
  const countryName = input.country === ANY_COUNTRY ? own(search.filters.allCountries) : register.name(input.country, locale);
  return [
    ...(input.q === '' ? [] : [{ name: 'q' as const, label: own(search.chips.text(input.q)) }]),
    ...ORDER.flatMap((facet) => (input.filters[facet] ?? []).map((value): Chip => ({ name: facet, value, label: filterLabel(facet, value, locale, register) }))),
    ...(place.state === 'found' ? [{ name: 'place' as const, label: placeText(register, place.label, locale, input.country) }] : []),
    ...(input.country === DEFAULT_COUNTRY ? [] : [{ name: 'country' as const, label: countryName }]),
  ];
}
