/** "People like you" in an address: one target group and a place, as the search writes them. */
import type { Db } from '#db/client.ts';
import { findPlace } from '#features/regions/queries.ts';
import type { Register } from '#features/regions/register.ts';
import { placeText } from '#features/regions/view.ts';
import type { Locale } from '#platform/input.ts';
import { ANY_COUNTRY } from './model.ts';
import { DEFAULT_COUNTRY, readSearch } from './input.ts';
import { placeQuestion, type PlaceQuestion } from './place-choices.ts';
import { readPicks, withPicks } from './tray.ts';

export interface AskedLikeYou {
  /** Code of a known target group; the first where there are several. */
  group: string | null;
  /** The place as typed; empty: none. */
  typed: string;
  country: string;
  /** The settled place and its name. */
  place: { region: string; name: string } | null;
  /** The place is not clear. */
  question: PlaceQuestion | null;
  /** The same page with this place, or without one. */
  address(path: string, place: string | null, country: string): string;
}

/** One query, none where no place is asked about. */
export async function askedLikeYou({ db, register }: { db: Db; register: Register }, params: URLSearchParams, locale: Locale): Promise<AskedLikeYou> {
  const { input } = readSearch(params, register);
  const country = input.country === ANY_COUNTRY ? DEFAULT_COUNTRY : input.country;
  const place = await findPlace(db, register, { text: input.place, country });
  const group = input.filters.group?.[0] ?? null;
  return {
    group,
    typed: input.place,
    country,
    place: place.state === 'found' ? { region: place.region, name: placeText(register, place.label, locale, country).text } : null,
    question: placeQuestion(place, input.place, country, register, locale),
    address(path, chosen, where) {
      const query = new URLSearchParams({ ...(group === null ? {} : { group }), ...(chosen === null ? {} : { place: chosen }), ...(where === DEFAULT_COUNTRY ? {} : { country: where }) });
      return withPicks(`${path}?${query}`, readPicks(params));
    },
  };
}
