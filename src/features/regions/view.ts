/** How a place is written out. Pure. */
import { pickText, type SpokenText } from '#i18n/format.ts';
import type { Locale } from '#platform/input.ts';
import type { PlaceLabel } from './model.ts';
import type { Register } from './register.ts';

/** `2500 Valby (København)`, `Malmö, Sverige`: with its country where that is not the one asked for. */
export function placeText(register: Register, label: PlaceLabel, locale: Locale, country: string): SpokenText {
  const name = pickText(label.names, locale) ?? { text: label.detail ?? '', lang: locale };
  const place = label.detail === null ? name.text : `${label.detail} (${name.text})`;
  const home = register.name(label.country, locale).text;
  return { text: label.country === country || name.text === home ? place : `${place}, ${home}`, lang: name.lang };
}
