/**
 * Repeats every published verdict from the open file, and whatever else follows from its rounded figures (method.md 11.4).
 * Exactly: by the functions that the release itself decided with. Pure.
 */
import { mayRank } from '../method/ranks.ts';
import type { OpenRelease } from '../open-release.ts';
import { openCount } from './disclosure.ts';
import { criticalValues, decide, rounded } from './decide.ts';

export interface Difference {
  /** `provider slug, E6`, or `summary, E6`. */
  where: string;
  field: string;
  published: unknown;
  repeated: unknown;
}

export interface Verification {
  /** Verdicts with figures that were worked out again. */
  verdicts: number;
  /** Verdicts without figures, of which only the form can be checked. */
  withoutFigures: number;
  counts: number;
  differences: Difference[];
}

type Comparison = OpenRelease['comparisons'][number];
type Summary = OpenRelease['summaries'][number];

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function compareFields(where: string, published: Readonly<Record<string, unknown>>, repeated: Readonly<Record<string, unknown>>): Difference[] {
  return Object.entries(repeated).flatMap(([field, value]) => (same(published[field], value) ? [] : [{ where, field, published: published[field], repeated: value }]));
}

/** The places themselves come from draws over all providers, those who are not shown included; whether there may be one does not. */
function verifyRank({ rank, code }: Comparison, { rankability, peers, tau2 }: Summary): Record<string, unknown> {
  if (rank === undefined) return {};
  const given = code !== 'no_verdict' && tau2 > 0 && mayRank(rankability, peers);
  const fits = rank ? given && rank.of === peers && rank.from >= 1 && rank.from <= rank.to && rank.to <= rank.of : !given;
  return fits ? {} : { rank: given ? `a place among ${peers}` : null };
}

function verifyComparison(comparison: Comparison, spread: Summary | undefined): Difference[] {
  const where = `${comparison.provider}, ${comparison.measure}`;
  const { figures, grade, code, band, reasons, withheld } = comparison;
  if (!figures) return compareFields(where, { code, band, rank: comparison.rank ?? null, reasons: reasons.length > 0 || withheld !== null }, { code: 'no_verdict', band: null, rank: null, reasons: true });
  if (!spread) return [{ where, field: 'release', published: comparison.release, repeated: 'a summary of that release' }];
  const { n, O, E, V, z, zIfUnknownPlaced, unknownShare, informativeShare, ownShare } = figures;
  const decision = decide({ n, O, E, V, z, zIfUnknownPlaced, unknownShare, informativeShare, ownShare }, grade, spread);
  const { expectedRate, ratio, poisson, zAdj, point } = decision.figures;
  return [
    ...compareFields(where, { code, band, reasons, withheld }, { code: decision.code, band: decision.band, reasons: decision.reasons, withheld: null }),
    ...compareFields(where, comparison, verifyRank(comparison, spread)),
    ...compareFields(where, figures, { expectedRate, ratio, poisson, zAdj, point }),
  ];
}

function verifySummary(summary: Summary, comparisons: readonly Comparison[] | null): Difference[] {
  const { tau2, rankability, peers } = summary;
  const codes = { better: 0, as_expected: 0, worse: 0, no_verdict: 0 };
  for (const { code } of comparisons ?? []) codes[code] += 1;
  return compareFields(`summary, ${summary.measure}`, summary, {
    tau: rounded(Math.sqrt(tau2)),
    ...criticalValues(summary),
    mayRank: mayRank(rankability, peers),
    ...(comparisons ? { codes } : {}),
  });
}

/** Every interval follows from its counts. */
function verifyTable(table: OpenRelease['tables'][number]): { counts: number; differences: Difference[] } {
  const all = [...table.cells.flat(), ...table.rows, ...table.columns, table.total];
  const shown = all.flatMap((each) => (each.state === 'shown' || each.state === 'too-many-unknown' ? [each] : []));
  const differences = shown.flatMap((each) => {
    const { n, placed, notPlaced, unknown } = each;
    return compareFields(`${table.provider}, table`, { count: each }, { count: openCount({ n, placed, notPlaced, unknown }) });
  });
  return { counts: shown.length, differences };
}

export function verifyRelease({ release, summaries, comparisons, tables }: OpenRelease): Verification {
  const spreads = new Map(summaries.map((each) => [`${each.release} ${each.measure}`, each]));
  const latest = (each: { release: string }) => each.release === release?.inputHash;
  const byTable = tables.map(verifyTable);
  return {
    verdicts: comparisons.filter((each) => each.figures !== null).length,
    withoutFigures: comparisons.filter((each) => each.figures === null).length,
    counts: byTable.reduce((sum, each) => sum + each.counts, 0),
    differences: [
      ...summaries.flatMap((each) => verifySummary(each, latest(each) ? comparisons.filter(({ measure }) => measure === each.measure) : null)),
      ...comparisons.flatMap((each) => verifyComparison(each, spreads.get(`${each.release} ${each.measure}`))),
      ...byTable.flatMap((each) => each.differences),
    ],
  };
}
