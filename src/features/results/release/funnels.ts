/** Drop-outs are people too: who was referred, started and completed, and why others left (method.md 2.6, 11.1). Pure. */
import { PARAMETERS } from '../method/index.ts';
import { EXIT_REASONS } from '../input.ts';
import type { PublishedExit, PublishedFunnel } from '../model.ts';
import type { FrozenRow } from './freeze.ts';
import type { Halves } from './halves.ts';
import type { Published } from './memory.ts';

const { minCount } = PARAMETERS.disclosure;

/** A step is shown only where both sides of it are at least `minCount`, or all took it. */
const apart = (whole: number, part: number) => part >= minCount && (whole === part || whole - part >= minCount);

function sumIfAll(rows: readonly FrozenRow[], field: 'referred' | 'started' | 'completed'): number | null {
  return rows.every(({ result }) => result[field] !== undefined) ? rows.reduce((total, { result }) => total + (result[field] ?? 0), 0) : null;
}

export function funnelOf(rows: readonly FrozenRow[]): PublishedFunnel | null {
  const [referred, started, completed] = [sumIfAll(rows, 'referred'), sumIfAll(rows, 'started'), sumIfAll(rows, 'completed')];
  if (started === null || completed === null || !apart(started, completed)) return null;
  return { referred: referred !== null && apart(referred, started) ? referred : null, started, completed };
}

/** Of a window's funnels: its own and every half-year's, its own alone, or none. */
export type FunnelScope = 'all' | 'sum' | 'none';

/**
 * Half-years and their sum together, now and in earlier releases: where one half-year may not be told, the window's funnel
 * would be what is left of it, unless none of the others and no other window that shares a half-year is known (11.5).
 */
export function funnelScope({ halfYears, cohorts, held, headline }: Halves, { results, memory }: Published): FunnelScope {
  if (headline === null) return 'none';
  const open = cohorts.every((each) => !held.has(each.half ?? '') && funnelOf(each.rows) !== null);
  const last = memory.tables.funnel;
  const shares = last?.halfYears.some((half) => halfYears.includes(half)) ?? false;
  if (open) return shares && !last?.open ? 'none' : 'all';
  const told = results.some(({ document }) => document.kind === 'cohort' && document.funnel !== null && cohorts.some(({ from }) => from === document.from));
  return told || (shares && last?.halfYears.join() !== halfYears.join()) ? 'none' : 'sum';
}

/** Beside its half-years a window tells how many were referred only where each of them does. */
export function windowFunnel(cohorts: Halves['cohorts'], scope: FunnelScope): PublishedFunnel | null {
  const funnel = scope === 'none' ? null : funnelOf(cohorts.flatMap((each) => each.rows));
  const whole = scope === 'sum' || cohorts.every((each) => funnelOf(each.rows)?.referred !== null);
  return funnel && { ...funnel, referred: whole ? funnel.referred : null };
}

/**
 * Reasons of those who dropped out, by number. A reason given by fewer than `least` is in `other`, and so are the
 * next smallest until that is enough too: health is among the reasons.
 * @returns null where a row does not tell them, or all together are too few
 */
export function exitsOf(rows: readonly FrozenRow[], least: number): PublishedExit[] | null {
  const counts = new Map<PublishedExit['reason'], number>();
  for (const { result } of rows) {
    const left = (result.started ?? 0) - (result.completed ?? 0);
    if (result.completed === undefined || (left > 0 && !result.exits)) return null;
    for (const { reason, count } of result.exits ?? []) counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  const named = EXIT_REASONS.filter((reason) => reason !== 'other').map((reason) => ({ reason, count: counts.get(reason) ?? 0 })).filter(({ count }) => count > 0);
  named.sort((a, b) => a.count - b.count || (a.reason < b.reason ? -1 : 1));
  let other = counts.get('other') ?? 0;
  while (named.length > 0 && ((named[0]?.count ?? 0) < least || (other > 0 && other < least))) other += named.shift()?.count ?? 0;
  if (other > 0 && other < least) return null;
  const shown: PublishedExit[] = [...named.reverse(), ...(other > 0 ? [{ reason: 'other' as const, count: other }] : [])];
  return shown.length > 0 ? shown : null;
}
