/** "People like you": what a provider's results say for a target group and a kind of area (method.md 10). Pure. */
import { formatNumber, messages, type Locale } from '#i18n/index.ts';
import { rateText } from './intake-view.ts';
import type { AreaBand, ComparisonSummary, PublishedEstimate, PublishedTable, ReferenceRate } from './model.ts';
import { areaRate } from './queries.ts';

export interface LikeYouAnswer {
  /** null: no own results for people like you. */
  estimate: PublishedEstimate | null;
  /** Of all providers; null: too few. */
  area: ReferenceRate | null;
  /** The area that was asked about; null: wherever they live. */
  band: AreaBand | null;
}

/** For the area where there is an estimate, else for all areas. */
export function likeYou(estimates: readonly PublishedEstimate[], summary: ComparisonSummary, group: string, band: AreaBand | null): LikeYouAnswer {
  const own = estimates.filter((each) => each.group === group);
  return { estimate: own.find((each) => each.band === band) ?? own.find((each) => each.band === null) ?? null, area: areaRate(summary, group, band), band };
}

/**
 * Groups to choose from: those the provider has results of or says it helps, if there is something to say of any.
 * @param helped codes of legal groups that the provider names, in their order
 */
export function groupsToChoose(estimates: readonly PublishedEstimate[], table: PublishedTable | null, summary: ComparisonSummary | null, helped: readonly string[]): string[] {
  const codes = [...new Set([...estimates.map((each) => each.group), ...(table?.groups ?? []), ...helped])];
  const known = (code: string) => estimates.some((each) => each.group === code) || (summary !== null && areaRate(summary, code, null) !== null);
  return summary !== null && codes.some(known) ? codes : [];
}

function areaText(locale: Locale, { area, band }: LikeYouAnswer): string {
  const t = messages(locale).verdict.likeYou;
  if (area === null) return t.areaNone;
  const rate = rateText(locale, area);
  return area.band !== null && area.band === band ? t.area(rate) : t.areaAll(rate);
}

/** Sentences; the first is the one to remember. */
export function likeYouSentences(locale: Locale, answer: LikeYouAnswer): string[] {
  const t = messages(locale).verdict.likeYou;
  const { estimate } = answer;
  if (estimate === null) return [t.none, areaText(locale, answer), t.noneMeans];
  const number = (value: number) => formatNumber(locale, value);
  const tenths = estimate.ownWeight / 10;
  const weight = tenths === 10 ? t.weight(tenths) : `${t.weight(tenths)} ${t.weightRest}`;
  return [t.estimate(number(estimate.percent), number(estimate.lower), number(estimate.upper)), areaText(locale, answer), weight, t.level[estimate.level], t.promise];
}

/** What place the answer holds for. @param place its name; null: none was written */
export function placeSentence(locale: Locale, place: string | null, band: AreaBand | null): string {
  const { verdict } = messages(locale);
  if (place === null) return verdict.likeYou.nowhere;
  return band === null || band === 'all' ? verdict.likeYou.unknownPlace(place) : verdict.likeYou.lives(place, verdict.band[band]);
}
