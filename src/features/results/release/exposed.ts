/**
 * Differencing across providers (method.md 11.4): E, V and the own share of a provider tell how many starters its strata have
 * and how many of them were placed. Less what the other providers show, that leaves those who are held back. Pure.
 */
import { PARAMETERS } from '../method/index.ts';
import { startersOf, type Compared, type KeyedRow } from './comparisons.ts';
import { fewest, primaryKind } from './disclosure.ts';

interface Sum {
  n: number;
  placed: number;
}

/** One provider: its starters by stratum and by cell, and what a page has a place for. */
interface Member {
  strata: ReadonlyMap<string, number>;
  /** By `group|band` and by `group`. */
  parts: ReadonlyMap<string, Sum>;
  /** Its starters in each stratum are told or follow: they are numbers of its table, or of its half-years where it has one cell. */
  known: boolean;
}

const MERGED = '|*';
const cellOf = ({ row }: KeyedRow) => `${row.group}|${row.band}`;
/** The part of a provider's table that a stratum is made of. */
const partOf = (stratum: string) => stratum.split('|').filter((each, index) => index < 2 && each !== '*').join('|');
const groupOf = (part: string) => part.split('|')[0] ?? '';

function memberOf(rows: readonly KeyedRow[]): Member {
  const strata = new Map<string, number>();
  const parts = new Map<string, Sum>();
  for (const each of rows) {
    const n = startersOf(each.row);
    if (n === 0) continue;
    strata.set(each.key, (strata.get(each.key) ?? 0) + n);
    for (const part of [cellOf(each), each.row.group]) {
      const sum = parts.get(part) ?? { n: 0, placed: 0 };
      parts.set(part, { n: sum.n + n, placed: sum.placed + each.row.placed });
    }
  }
  const cells = [...parts.keys()].filter((part) => part.includes('|'));
  return { strata, parts, known: cells.length === 1 || [...strata.keys()].every((key) => key.endsWith(MERGED)) };
}

/**
 * Parts of which the total of all providers must not be known: somebody may hold something back there, and it is not certain
 * that two of them hold back enough to keep each other's numbers open (11.2(b)).
 */
function tellingParts(members: readonly Member[], isSensitive: (group: string) => boolean): Set<string> {
  const leastOf = (part: string) => fewest(isSensitive(groupOf(part)));
  const held = new Map<string, Sum & { providers: number }>();
  const touched = new Set<string>();
  for (const { parts } of members) {
    const primary = [...parts].filter(([part, sum]) => primaryKind(sum, leastOf(part)) !== null);
    if (primary.length > 0) for (const part of parts.keys()) touched.add(part);
    for (const [part, { n, placed }] of primary) {
      const sum = held.get(part) ?? { n: 0, placed: 0, providers: 0 };
      held.set(part, { n: sum.n + n, placed: sum.placed + placed, providers: sum.providers + 1 });
    }
  }
  const { minCount } = PARAMETERS.disclosure;
  const isCovered = (part: string) => {
    const sum = held.get(part);
    return sum !== undefined && sum.providers > 1 && sum.n >= leastOf(part) - 1 && sum.placed >= minCount && sum.n - sum.placed >= minCount;
  };
  return new Set([...touched].filter((part) => !isCovered(part)));
}

const NOTHING = 1e-9;

/** Strata whose rate follows from the expected values of these providers: unit vectors in the span of their starters. */
function determined(members: readonly Member[]): Set<string> {
  const columns = [...new Set(members.flatMap(({ strata }) => [...strata.keys()]))].sort();
  const at = new Map(columns.map((key, index) => [key, index]));
  const pivots = new Map<number, Float64Array>();
  const subtract = (from: Float64Array, row: Float64Array, column: number) => {
    const factor = from[column] ?? 0;
    if (Math.abs(factor) > NOTHING) for (let j = 0; j < from.length; j += 1) from[j] = (from[j] ?? 0) - factor * (row[j] ?? 0);
  };
  for (const { strata } of members) {
    if (pivots.size === columns.length) break;
    const row = new Float64Array(columns.length);
    const all = [...strata.values()].reduce((sum, n) => sum + n, 0);
    for (const [key, n] of strata) row[at.get(key) ?? 0] = n / all;
    for (const [column, pivot] of pivots) subtract(row, pivot, column);
    const column = row.reduce((best, value, index) => (Math.abs(value) > Math.abs(row[best] ?? 0) ? index : best), 0);
    const scale = row[column] ?? 0;
    if (Math.abs(scale) <= NOTHING) continue;
    const pivot = row.map((value) => value / scale);
    for (const other of pivots.values()) subtract(other, pivot, column);
    pivots.set(column, pivot);
  }
  const alone = [...pivots].filter(([, row]) => row.reduce((count, value) => count + (Math.abs(value) > NOTHING ? 1 : 0), 0) === 1);
  return new Set(alone.map(([column]) => columns[column] ?? ''));
}

/**
 * Providers whose figures would give away what another provider holds back.
 * @returns their slugs; empty for the logistic model, in which nobody's figures are those of a stratum
 */
export function exposing({ model, rowsByProvider }: Compared, isSensitive: (group: string) => boolean): ReadonlySet<string> {
  if (model !== 'strata') return new Set();
  const members = new Map([...rowsByProvider].map(([slug, rows]) => [slug, memberOf(rows)]));
  const telling = tellingParts([...members.values()], isSensitive);
  if (telling.size === 0) return new Set();
  const known = [...members].filter(([, member]) => member.known);
  const open = determined(known.map(([, member]) => member));
  const tells = (stratum: string) => open.has(stratum) && telling.has(partOf(stratum));
  return new Set(known.filter(([, { strata }]) => [...strata.keys()].some(tells)).map(([slug]) => slug));
}
