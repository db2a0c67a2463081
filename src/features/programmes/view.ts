/** Programmes in words. Pure; null means that it is not known, and the page says so. */
import { formatList, formatMoney, formatNumber, messages, type Locale } from '#i18n/index.ts';
import { freeForCitizen, programmeUnits, stageHours, type ProgrammeUnits } from './model.ts';
import type { CitizenPrice, Spread } from './offer.ts';
import type { Price, Programme, Stage } from './input.ts';

type Unit = 'hours' | 'days' | 'calendarDays' | 'weeks' | 'months' | 'participants' | 'places';

const figure = (locale: Locale, value: number) => formatNumber(locale, value, { maximumFractionDigits: 1 });

/** `8 weeks`, `2–6 weeks`. */
export function amountText(locale: Locale, unit: Unit, min: number, max: number = min): string {
  const amount = min === max ? figure(locale, min) : `${figure(locale, min)}–${figure(locale, max)}`;
  return messages(locale).programme.unit[unit](amount, max);
}

/** `2–6 weeks (said for 2 of 3 programmes)`; null where no programme says it. */
export function spreadText(locale: Locale, unit: Unit, spread: Spread | null): string | null {
  if (!spread) return null;
  return saidText(locale, spread, amountText(locale, unit, spread.min, spread.max));
}

function saidText(locale: Locale, { said, of }: Spread, text: string): string {
  return said < of ? `${text} (${messages(locale).programme.saidBy(said, of)})` : text;
}

export function waitingText(locale: Locale, spread: Spread | null): string | null {
  if (!spread) return null;
  const t = messages(locale).programme;
  const text = spread.max === 0 ? t.noWait : amountText(locale, 'weeks', spread.min, spread.max);
  return saidText(locale, spread, text);
}

/** `8 weeks, 16 days, 60 hours in all`: what is known of the length. */
export function lengthText(locale: Locale, { weeks, days, hours }: Pick<ProgrammeUnits, 'weeks' | 'days' | 'hours'>): string | null {
  const t = messages(locale).programme;
  const parts = [
    ...(weeks === null ? [] : [amountText(locale, 'weeks', weeks)]),
    ...(days === null ? [] : [amountText(locale, 'days', days)]),
    ...(hours === null ? [] : [t.totalHours(amountText(locale, 'hours', hours))]),
  ];
  return parts.length > 0 ? parts.join(', ') : null;
}

/** Hours a week on average; null unless both are known. */
export function intensityText(locale: Locale, { weeks, hours }: Pick<ProgrammeUnits, 'weeks' | 'hours'>): string | null {
  if (hours === null || weeks === null || weeks === 0) return null;
  return messages(locale).programme.perWeek(amountText(locale, 'hours', Math.round((hours / weeks) * 10) / 10));
}

export function groupText(locale: Locale, groupMax: number | null): string | null {
  const t = messages(locale).programme;
  if (groupMax === null) return null;
  return groupMax === 1 ? t.alone : t.groupUpTo(amountText(locale, 'participants', groupMax));
}

export function groupSpreadText(locale: Locale, spread: Spread | null): string | null {
  if (!spread) return null;
  const t = messages(locale).programme;
  const text =
    spread.max === 1 ? t.alone : spread.min === spread.max ? t.groupUpTo(amountText(locale, 'participants', spread.max)) : amountText(locale, 'participants', spread.min, spread.max);
  return saidText(locale, spread, text);
}

/** `12,500 kr. per participant`. */
export function priceText(locale: Locale, price: Price): string {
  return `${formatMoney(locale, price.amount, price.currency)} ${messages(locale).terms.priceUnit[price.per]}`;
}

function payersText(locale: Locale, payers: readonly Price['paidBy'][]): string[] {
  if (payers.length === 0) return [];
  const { programme, terms } = messages(locale);
  return [programme.price.paidBy(formatList(locale, payers.map((payer) => terms.payer[payer]), 'disjunction'))];
}

const PRICES_SHOWN = 3;

/** What help costs the citizen, over all open programmes; null where no programme says a price. */
export function citizenPriceLines(locale: Locale, { free, paid, unsaid, prices, payers }: CitizenPrice): string[] | null {
  const of = free + paid + unsaid;
  if (free + paid === 0) return null;
  const t = messages(locale).programme.price;
  const lines: string[] = [];
  if (free === of) lines.push(t.free);
  else if (free > 0) lines.push(t.freeSome(free, of));
  if (prices.length > PRICES_SHOWN && prices[0]) lines.push(t.from(priceText(locale, prices[0])));
  else lines.push(...prices.map((price) => priceText(locale, price)));
  if (paid === 0) lines.push(...payersText(locale, payers));
  if (unsaid > 0) lines.push(t.unsaid(unsaid));
  return lines;
}

/** What one programme costs the citizen; null where no price is known. */
export function programmePriceLines(locale: Locale, prices: readonly Price[] | undefined): string[] | null {
  const free = freeForCitizen(prices);
  if (free === null || !prices) return null;
  const own = prices.filter((price) => price.paidBy === 'citizen' && price.amount > 0);
  if (!free) return own.map((price) => priceText(locale, price));
  const payers = [...new Set(prices.map((price) => price.paidBy))].filter((payer) => payer !== 'citizen');
  return [messages(locale).programme.price.free, ...payersText(locale, payers)];
}

export function aftercareText(locale: Locale, months: number | undefined): string | null {
  const t = messages(locale).programme;
  if (months === undefined) return null;
  return months === 0 ? t.noAftercare : t.aftercare(amountText(locale, 'months', months));
}

/** Over all programmes: `none`, `1–3 months (said for 2 of 3 programmes)`. */
export function aftercareSpreadText(locale: Locale, spread: Spread | null): string | null {
  return spread?.max === 0 ? saidText(locale, spread, messages(locale).programme.noAftercare) : spreadText(locale, 'months', spread);
}

/** What the groups are put together by; null: not said. */
export function matchingText(locale: Locale, stages: readonly Stage[]): string | null {
  const { programme, terms } = messages(locale);
  const said = stages.filter((stage) => stage.matchedOn !== undefined);
  if (said.length === 0) return null;
  const codes = [...new Set(said.flatMap((stage) => stage.matchedOn ?? []))];
  return codes.length === 0 ? programme.notMatched : formatList(locale, codes.map((code) => terms.matching[code]));
}

export interface StageRow {
  stage: Stage;
  length: string | null;
  hours: string | null;
  format: string;
  group: string | null;
  coaches: string | null;
  matched: string | null;
  premises: string | null;
}

function sizeText(locale: Locale, { format, groupSize }: Stage): string | null {
  if (!groupSize) return format === 'individual' ? '1' : null;
  const { min, max } = groupSize;
  if (min !== undefined && max !== undefined) return min === max ? figure(locale, min) : `${figure(locale, min)}–${figure(locale, max)}`;
  if (max !== undefined) return messages(locale).programme.groupUpTo(figure(locale, max));
  return min === undefined ? null : `${figure(locale, min)}+`;
}

export function stageRows(locale: Locale, stages: readonly Stage[]): StageRow[] {
  const { programme: t, terms } = messages(locale);
  return stages.map((stage) => {
    const length = lengthText(locale, { weeks: stage.weeks ?? null, days: stage.days ?? null, hours: null });
    const hours = stageHours(stage);
    const perDay = stage.hoursPerDay === undefined ? null : t.stages.hoursPerDay(amountText(locale, 'hours', stage.hoursPerDay));
    return {
      stage,
      length: perDay === null ? length : length === null ? perDay : `${length}, ${perDay}`,
      hours: hours === null ? null : figure(locale, hours),
      format: terms.stageFormat[stage.format],
      group: sizeText(locale, stage),
      coaches: stage.coachesPerGroup === undefined ? null : figure(locale, stage.coachesPerGroup),
      matched: matchingText(locale, [stage]),
      premises: stage.premises === undefined ? null : terms.premises[stage.premises],
    };
  });
}

/** Short facts of a card, in the order a person asks: how long, with whom, at what price, how soon. */
export interface CardFacts {
  length: string | null;
  intensity: string | null;
  group: string | null;
  price: string[] | null;
  wait: string | null;
  access: string[] | null;
}

export function cardFacts(locale: Locale, programme: Programme): CardFacts {
  const units = programmeUnits(programme);
  const { terms } = messages(locale);
  const wait = programme.waitingWeeks;
  return {
    length: lengthText(locale, units),
    intensity: intensityText(locale, units),
    group: groupText(locale, units.groupMax),
    price: programmePriceLines(locale, programme.prices),
    wait: wait === undefined ? null : waitingText(locale, { min: wait, max: wait, said: 1, of: 1 }),
    access: programme.access === undefined || programme.access.length === 0 ? null : programme.access.map((way) => terms.access[way]),
  };
}
