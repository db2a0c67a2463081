/** The funnel plot of all compared providers in words and marks (method.md 7.4, 9.3), with one of them as the reader's own. Pure. */
import { across, mostWeight, weightSteps, type LimitPoint, type MarkShape } from '#components/charts/funnel-geometry.ts';
import { formatNumber, localePath, messages, type Locale } from '#i18n/index.ts';
import { verdictReasons } from './compared.ts';
import { funnelLimitsBinomial, funnelLimitsOverdispersed, PARAMETERS, type VerdictCode } from './method/index.ts';
import type { ComparisonSummary, FunnelPoint, PublishedComparison } from './model.ts';

export const SHAPE_OF: Readonly<Record<VerdictCode, MarkShape>> = { better: 'up', as_expected: 'dot', worse: 'down', no_verdict: 'open' };
export const CODES = ['better', 'as_expected', 'worse', 'no_verdict'] as const satisfies readonly VerdictCode[];
/** Limits are worked out at so many weights. */
const STEPS = 56;

export interface FunnelRow {
  place: [number, number];
  shape: MarkShape;
  here: boolean;
  name: string;
  href: string | null;
  weight: string;
  share: string;
  word: string;
}

export interface FunnelLines {
  tone: 'thin' | 'thick' | 'chance';
  points: LimitPoint[];
}

export interface FunnelDrawing {
  rows: FunnelRow[];
  most: number;
  middle: number | null;
  lines: FunnelLines[];
  alternative: string;
  /** One of so many is drawn; 1: all. */
  oneIn: number;
}

const enoughPeers = ({ peers }: ComparisonSummary) => peers >= PARAMETERS.overdispersion.minPeers;

/** Solid lines only where there are enough providers to know what is normal; dotted ones wherever there is a rate. */
export function funnelLines({ R, tau2, crit95, crit998, ...summary }: ComparisonSummary, least: number, most: number): FunnelLines[] {
  if (R === null || R <= 0 || R >= 1) return [];
  const weights = weightSteps(least, most, STEPS);
  const solid = (crit: number) => weights.map((x): LimitPoint => ({ x, ...funnelLimitsOverdispersed(R, x, tau2, crit) }));
  const whole = [...new Set(weights.map((x) => Math.max(1, Math.round(x))))];
  const { thinLevel, level } = PARAMETERS.verdict;
  const chance = (conf: number): FunnelLines => ({ tone: 'chance', points: whole.map((x) => ({ x, ...funnelLimitsBinomial(R, x, conf) })) });
  const normal: FunnelLines[] = enoughPeers({ R, tau2, crit95, crit998, ...summary }) ? [{ tone: 'thin', points: solid(crit95) }, { tone: 'thick', points: solid(crit998) }] : [];
  return [chance(thinLevel), chance(level), ...normal];
}

function funnelRow(locale: Locale, point: FunnelPoint, own: number, most: number): FunnelRow {
  const { funnel: t, terms } = messages(locale);
  const here = point.providerId === own;
  return {
    place: [across(point.x, most), point.y],
    shape: SHAPE_OF[point.code],
    here,
    name: point.name,
    href: here ? null : localePath(locale, `/providers/${point.slug}/results`),
    weight: formatNumber(locale, point.x, { maximumFractionDigits: 0 }),
    share: t.share(formatNumber(locale, Math.round(100 * point.y))),
    word: terms.verdict[point.code],
  };
}

/** @param points in the order of the table. null: nothing can be drawn, and `funnelNotes` says why */
export function funnelDrawing(locale: Locale, summary: ComparisonSummary | null, points: readonly FunnelPoint[], own: number): FunnelDrawing | null {
  if (summary === null || summary.model === 'rejected' || points.length === 0) return null;
  const { funnel: t, terms } = messages(locale);
  const weights = points.map(({ x }) => x);
  const most = mostWeight(weights);
  const counts = CODES.map((code) => `${terms.verdict[code]}: ${formatNumber(locale, points.filter((point) => point.code === code).length)}`);
  return {
    rows: points.map((point) => funnelRow(locale, point, own, most)),
    most,
    middle: summary.R,
    lines: funnelLines(summary, Math.min(...weights) / 2, most),
    alternative: t.alternative(formatNumber(locale, points.length), counts.join('. ')),
    oneIn: points[0]?.oneIn ?? 1,
  };
}

/** What must be said with the picture or instead of it, a sentence or two each. */
export function funnelNotes(locale: Locale, name: string, summary: ComparisonSummary | null, own: PublishedComparison | null, points: readonly FunnelPoint[]): string[] {
  const { funnel: t } = messages(locale);
  const number = (value: number) => formatNumber(locale, value);
  if (summary === null) return [t.none];
  if (summary.model === 'rejected') return [t.rejected];
  if (points.length === 0) return [t.empty];
  const lines: string[] = [];
  if (!own?.figures?.point) lines.push(noPoint(locale, name, own));
  if (!enoughPeers(summary)) return [...lines, t.peers(summary.peers, number(PARAMETERS.overdispersion.minPeers))];
  lines.push(summary.tau2 === 0 ? t.tauNone : t.tau(number(Math.max(1, Math.round(100 * summary.tau)))));
  if (!summary.mayRank) return [...lines, t.noRank];
  const rank = own?.rank;
  return rank ? [...lines, t.rank(name, number(rank.from), number(rank.to), number(rank.of))] : lines;
}

function noPoint(locale: Locale, name: string, own: PublishedComparison | null): string {
  const { funnel: t } = messages(locale);
  const reasons = own ? verdictReasons(locale, own) : [];
  const said = reasons.map((reason) => reason.charAt(0).toLocaleLowerCase(locale) + reason.slice(1));
  return t.noPoint(name, said.length === 0 ? t.nothing : said.join('; '));
}
