/** The question that a place raises, ready to be shown. Nothing where the place is clear. */
import type { PlaceAnswer, PlaceChoice } from '#features/regions/model.ts';
import type { Register } from '#features/regions/register.ts';
import { placeText } from '#features/regions/view.ts';
import { messages, pickText, type Locale, type SpokenText } from '#i18n/index.ts';
import { placeValue } from './place-value.ts';

export interface PlaceQuestion {
  state: 'ambiguous' | 'unknown';
  /** `unknown`: what is wrong; `ambiguous`: what is asked. */
  text: string;
  /** What to do about a place that is not known. */
  help: string | null;
  choices: { name: SpokenText; likely: boolean; value: string; country: string }[];
}

/** In a question about municipalities their names say enough; elsewhere the whole label is needed. */
function choiceName(choice: PlaceChoice, municipalities: boolean, register: Register, locale: Locale, country: string): SpokenText {
  const name = municipalities ? pickText(choice.label.names, locale) : null;
  return name ?? placeText(register, choice.label, locale, country);
}

/** @param typed as the visitor wrote it */
export function placeQuestion(answer: PlaceAnswer, typed: string, country: string, register: Register, locale: Locale): PlaceQuestion | null {
  if (answer.state === 'found' || answer.state === 'none') return null;
  const t = messages(locale).search.place;
  const places = answer.state === 'ambiguous' ? answer.choices : answer.suggestions;
  const elsewhere = places.every((each) => each.label.country !== country);
  const postcodes = new Set(places.map((each) => each.postcode));
  const municipalities = answer.state === 'ambiguous' && !elsewhere && postcodes.size === 1 && !postcodes.has(null);
  const text = answer.state === 'unknown' ? t.unknown(typed) : elsewhere ? t.elsewhere(typed) : municipalities ? t.whichPostcode(typed) : t.which(typed);
  return {
    state: answer.state,
    text,
    help: answer.state === 'unknown' ? (country === 'dk' ? t.unknownHelp : t.unknownHelpElsewhere) : null,
    choices: places.map((choice) => ({
      name: choiceName(choice, municipalities, register, locale, country),
      likely: choice.likely && places.length > 1,
      value: placeValue(choice, register),
      country: choice.label.country,
    })),
  };
}
