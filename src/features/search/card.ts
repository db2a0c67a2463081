/** What a card in the list says of one provider. Pure. */
import { formatMoney, formatNumber, messages, plural, type Locale } from '#i18n/index.ts';
import type { ProviderSummary } from './model.ts';

/** Null: nothing to say about the distance. */
export function distanceText(locale: Locale, km: number | null): string | null {
  if (km === null) return null;
  const t = messages(locale).search.card;
  if (km < 1) return t.near;
  return t.distance(formatNumber(locale, km, { maximumFractionDigits: km < 10 ? 1 : 0 }));
}

/** Null: not known. */
export function waitingText(locale: Locale, weeks: number | null): string | null {
  if (weeks === null) return null;
  const t = messages(locale).search.card;
  return weeks === 0 ? t.waitingNone : plural(locale, weeks, t.waitingWeeks);
}

/** What the visitor pays, else what it costs and who pays. Null: no price is known. */
export function priceText(locale: Locale, { freeForCitizen, lowestPrice }: Pick<ProviderSummary, 'freeForCitizen' | 'lowestPrice'>): string | null {
  const t = messages(locale).search.card;
  if (freeForCitizen === true) return t.free;
  if (lowestPrice === null) return freeForCitizen === false ? t.notFree : null;
  const payers: Partial<Record<string, string>> = messages(locale).terms.payer;
  return t.priceFrom(formatMoney(locale, lowestPrice.amount, lowestPrice.currency), payers[lowestPrice.paidBy] ?? lowestPrice.paidBy);
}

/** The first few, and how many more there are. Those that were asked for come first. */
export function firstFew<T extends string>(all: readonly T[], asked: readonly string[], most: number): { first: T[]; more: number } {
  const sorted = [...all.filter((each) => asked.includes(each)), ...all.filter((each) => !asked.includes(each))];
  const first = sorted.length === most + 1 ? sorted : sorted.slice(0, most);
  return { first, more: sorted.length - first.length };
}
