/** Names of what can be chosen in a search. Pure. */
import { languageName, messages, pickText, type Locale, type SpokenText } from '#i18n/index.ts';
import type { Register } from '#features/regions/register.ts';
import type { FilterFacet } from './model.ts';

const capital = (text: string, locale: Locale) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** The code itself for what nobody has named. */
export function filterLabel(facet: FilterFacet, value: string, locale: Locale, register: Pick<Register, 'targetGroup'>): SpokenText {
  const { terms, search } = messages(locale);
  if (facet === 'group') return pickText(register.targetGroup(value)?.names, locale) ?? { text: value, lang: locale };
  const names: Partial<Record<string, string>> = {
    service: terms.programmeKind,
    kind: terms.providerKind,
    accessibility: terms.accessibility,
    delivery: terms.delivery,
    approved: { yes: search.filters.approvedYes },
    price: { free: search.filters.free },
    language: { [value]: capital(languageName(locale, value), locale) },
  }[facet];
  return { text: names[value] ?? value, lang: locale };
}
