/** How a place that was chosen from a question is written into the address: readable, and without a second question. */
import { findNamedPlace } from '#features/regions/named-places.ts';
import type { Place } from '#features/regions/model.ts';
import type { Register } from '#features/regions/register.ts';

/** A postal district often bears the name of one of its municipalities; the word says which is meant. */
const MUNICIPALITY_WORD: Readonly<Record<string, string>> = { dk: ' Kommune' };

function plainName(region: string, register: Register): string {
  const names = register.region(region)?.names;
  return names?.da ?? register.name(region, 'da').text;
}

/**
 * `2400, København Kommune` for a postcode, so that distances are still measured from there and the municipality is
 * settled; else the name alone if it means nothing else, else the region's code.
 */
export function placeValue({ region, postcode, label }: Pick<Place, 'region' | 'postcode' | 'label'>, register: Register): string {
  const name = plainName(region, register);
  const whole = `${name}${MUNICIPALITY_WORD[label.country] ?? ''}`;
  if (postcode !== null) return `${postcode}, ${whole}`;
  const settles = (text: string) => {
    const answer = findNamedPlace(register, text, label.country);
    return answer.state === 'found' && answer.region === region && answer.label.country === label.country;
  };
  return [name, whole].find(settles) ?? region;
}
