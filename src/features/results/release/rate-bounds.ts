/** What the published reference rates say of one starter's part in E and V: whole per cent, so known to half of one. Pure. */
import { referenceRate, SIZE_FLOORS, startersOf, type Compared, type KeyedRow, type Reference } from './comparisons.ts';
import type { ExpectedValue } from './audit.ts';

const HALF_PERCENT = 0.005;

function rateBetween(key: string, reference: Reference): [number, number] {
  const { ratePercent, extreme } = referenceRate(key, reference);
  if (ratePercent !== null) return [Math.max(0, ratePercent / 100 - HALF_PERCENT), Math.min(1, ratePercent / 100 + HALF_PERCENT)];
  if (extreme) return extreme.kind === 'low' ? [0, extreme.limitPercent / 100] : [extreme.limitPercent / 100, 1];
  return [0, 1];
}

/** r (1 - r) between two rates. */
function varianceBetween([low, high]: [number, number]): [number, number] {
  const ends = [low * (1 - low), high * (1 - high)];
  return [Math.min(...ends), low <= 0.5 && high >= 0.5 ? 0.25 : Math.max(...ends)];
}

/** The part of a stratum's variance that is left beside `own` starters, by the class in which its size is published. */
function partLeft({ refN }: Reference, own: number): [number, number] {
  const at = SIZE_FLOORS.findLastIndex((floor) => refN >= floor);
  const [smallest, next] = [SIZE_FLOORS[at], SIZE_FLOORS[at + 1]];
  const left = (size: number) => Math.max(0, (size - own) / (size - 1));
  return [smallest === undefined ? 0 : left(smallest), next === undefined ? 1 : left(next - 1)];
}

/** @param own rows of the provider in the comparison; what it has in each stratum is taken as known, so what is safe is safe */
export function rateBounds({ model, strata }: Compared, own: readonly KeyedRow[]): ExpectedValue['perStarter'] {
  const inStratum = new Map<string, number>();
  for (const { row, key } of own) inStratum.set(key, (inStratum.get(key) ?? 0) + startersOf(row));
  return (cell, half) => {
    const [group = '', band = ''] = cell.split('|');
    const key = [`${group}|${band}|${half}`, `${group}|${band}|*`, `${group}|*|*`].find((each) => strata.has(each));
    const reference = key === undefined ? undefined : strata.get(key);
    if (model !== 'strata' || key === undefined || !reference) return { E: [0, 1], V: [0, 0.25] };
    const rate = rateBetween(key, reference);
    const [least, most] = partLeft(reference, inStratum.get(key) ?? 0);
    const [low, high] = varianceBetween(rate);
    return { E: rate, V: [low * least, high * most] };
  };
}
