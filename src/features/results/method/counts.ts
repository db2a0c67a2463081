/** Limits of a count of events such as complaints, where a person may have several (method.md 4.3). */
import chisquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { normalCritical } from './crude.ts';
import { requireCount, requireCountOf, requireLevel } from './guards.ts';

export interface Limits {
  lower: number;
  upper: number;
}

export interface CountLimits extends Limits {
  method: 'exact' | 'byar';
}

const BYAR_FROM = 10;
/** The chi-square quantile goes wrong from about 1800 degrees of freedom (section 15). */
const EXACT_UP_TO = 500;

/** Byar's approximation (section 4.3). */
export function byar(o: number, conf: number): Limits {
  requireCount(o, 'o');
  requireLevel(conf, 'conf');
  const z = normalCritical(conf);
  const scaled = (base: number, signedZ: number) => base * (1 - 1 / (9 * base) + signedZ / (3 * Math.sqrt(base))) ** 3;
  return { lower: o === 0 ? 0 : Math.max(0, scaled(o, -z)), upper: scaled(o + 1, z) };
}

/** Exact Poisson limits (section 4.3), for at most 500 events (section 15). */
export function poissonExact(o: number, conf: number): Limits {
  requireCountOf(o, EXACT_UP_TO, 'o');
  requireLevel(conf, 'conf');
  const tail = (1 - conf) / 2;
  return {
    lower: o === 0 ? 0 : chisquareQuantile(tail, 2 * o) / 2,
    upper: chisquareQuantile(1 - tail, 2 * o + 2) / 2,
  };
}

/** Exact below ten events, Byar from ten (section 4.3). */
export function countLimits(o: number, conf: number): CountLimits {
  requireCount(o, 'o');
  return o < BYAR_FROM ? { method: 'exact', ...poissonExact(o, conf) } : { method: 'byar', ...byar(o, conf) };
}
