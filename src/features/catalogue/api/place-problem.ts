/** A place that is not clear, as the API tells it. */
import { DomainError } from '#platform/errors.ts';
import type { Locale } from '#i18n/index.ts';
import type { PlaceAnswer } from '#features/regions/model.ts';
import type { Register } from '#features/regions/register.ts';
import { placeText } from '#features/regions/view.ts';
import { placeValue } from '#features/search/place-value.ts';
import { fault } from '../faults.ts';
import type { PlaceChoiceAnswer } from './schemas-shared.ts';

/** `choices` goes into the problem that the caller gets. */
export class PlaceNotClear extends DomainError {
  readonly choices: readonly PlaceChoiceAnswer[];
  constructor(detail: string, place: string, expected: string, choices: readonly PlaceChoiceAnswer[]) {
    super('invalid', detail, [fault('/place', place, expected)]);
    this.choices = choices;
  }
}

/** @param typed as it was sent @param country that labels need not name */
export function placeProblem(
  answer: Extract<PlaceAnswer, { state: 'ambiguous' | 'unknown' }>, typed: string, { register, lang, country }: { register: Register; lang: Locale; country: string },
): PlaceNotClear {
  const places = answer.state === 'ambiguous' ? answer.choices : answer.suggestions;
  const choices = places.map((place) => ({ code: place.region, label: placeText(register, place.label, lang, country).text, place: placeValue(place, register) }));
  if (answer.state === 'ambiguous') return new PlaceNotClear('The place can mean more than one. Send the place of the one that is meant.', typed, 'one of the choices', choices);
  return new PlaceNotClear('There is no such place in the register.', typed, 'a region code, a postcode or the name of a place', choices);
}
