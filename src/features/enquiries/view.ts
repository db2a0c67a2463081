/** Places and answer times in words. Pure. */
import { formatDay, formatNumber, languageName, messages, type Locale } from '#i18n/index.ts';
import type { Register } from '#features/regions/register.ts';
import { isStale, type AnswerFigures, type Opening } from './model.ts';

export function startText(locale: Locale, { startsOn }: Pick<Opening, 'startsOn'>): string {
  const t = messages(locale).enquiries.openings;
  return startsOn === null ? t.anyTime : t.starts(formatDay(locale, startsOn));
}

export function placesText(locale: Locale, { freePlaces }: Pick<Opening, 'freePlaces'>): string {
  const t = messages(locale).enquiries.openings;
  return freePlaces === 0 ? t.full : t.places(freePlaces);
}

/** Language, place and form, as far as they are given. */
export function circumstances(locale: Locale, { language, region, delivery }: Pick<Opening, 'language' | 'region' | 'delivery'>, register: Register): string[] {
  const t = messages(locale).enquiries.openings;
  return [
    ...(language === null ? [] : [t.language(languageName(locale, language))]),
    ...(region === null ? [] : [register.name(region, locale).text]),
    ...(delivery === null ? [] : [t.delivery[delivery]]),
  ];
}

/** In one line: start, places, language, place, form. */
export function openingText(locale: Locale, opening: Omit<Opening, 'id' | 'note'>, register: Register): string {
  return [startText(locale, opening), placesText(locale, opening), ...circumstances(locale, opening, register)].join(', ');
}

/** When it was last said to be so. */
export function confirmedText(locale: Locale, { confirmedOn }: Pick<Opening, 'confirmedOn'>): string {
  return messages(locale).enquiries.openings.confirmed(formatDay(locale, confirmedOn));
}

/** That it may have changed; null: it was said lately. @param day YYYY-MM-DD, today */
export function staleText(locale: Locale, opening: Pick<Opening, 'confirmedOn'>, day: string): string | null {
  return isStale(opening, day) ? messages(locale).enquiries.openings.stale : null;
}

/** How fast, in words. null: too few have asked. */
export function answerTimeText(locale: Locale, figures: AnswerFigures | null): string | null {
  if (figures === null) return null;
  const t = messages(locale).enquiries.answers;
  if (figures.medianDays === null) return t.seldom;
  return figures.medianDays === 0 ? t.sameDay : t.within(figures.medianDays);
}

export function answerShareText(locale: Locale, { answered, asked }: AnswerFigures): string {
  return messages(locale).enquiries.answers.share(formatNumber(locale, answered), formatNumber(locale, asked));
}

const DAY_MS = 86_400_000;

/** When it is deleted if nobody writes again: the night after so many days. */
export const keptUntil = (lastWordAt: Date, days: number): Date => new Date(lastWordAt.getTime() + (days + 1) * DAY_MS);
