/** One comparison of all providers, from counts to verdicts (method.md sections 3 and 5 to 8). */
import { effectiveN } from './funnel.ts';
import { indirect } from './expected.ts';
import { requireCount, requireKeyPart, requireList, requireOneOf, requireRecord, requireText } from './guards.ts';
import { at, getOrMake, sumOf } from './lists.ts';
import { midPz } from './midp.ts';
import { phi, rankability, tau2 } from './overdispersion.ts';
import { PARAMETERS } from './parameters.ts';
import { mergeStrata } from './strata.ts';
import { GRADES, isChecked, verdict, type Band, type Grade, type Reason, type VerdictCode } from './verdict.ts';

export interface CompareRow {
  provider: string;
  group: string;
  band: string;
  period: string;
  grade: Grade;
  placed: number;
  notPlaced: number;
  unknown: number;
}

export interface NotCompared {
  grade: Grade;
  /** null without starters. */
  unknownShare: number | null;
  code: 'no_verdict';
  reasons: Reason[];
}

export interface ProviderComparison {
  grade: Grade;
  /** Starters in the comparison; O, E and V likewise. */
  n: number;
  O: number;
  E: number;
  V: number;
  z: number | null;
  /** z if the provider's unknowns count as placed; null where 5 % or fewer are unknown, since nobody asks then. */
  zIfUnknownPlaced: number | null;
  zAdj: number | null;
  effectiveN: number | null;
  unknownShare: number;
  informativeShare: number;
  ownShare: number;
  code: VerdictCode;
  band: Band | null;
  reasons: Reason[];
}

export interface Comparison {
  /** All placed / all starters in the comparison; null if there are none. */
  R: number | null;
  peers: number;
  phi: number | null;
  tau2: number;
  rankability: number;
  providers: Record<string, NotCompared | ProviderComparison>;
  /** Share of the reference's starters that are in adequate strata; below 0.90 section 5.6 applies. null without any. */
  adequateShare: number | null;
}

interface Provider {
  id: string;
  grade: Grade;
  rows: CompareRow[];
  n: number;
  unknownShare: number | null;
}

interface Stratum {
  refN: number;
  refO: number;
}

/** A provider's starters in one stratum. */
interface Part {
  key: string;
  stratum: Stratum;
  n: number;
  o: number;
  unknown: number;
}

type Measured = Omit<ProviderComparison, 'zAdj' | 'effectiveN' | 'code' | 'band' | 'reasons'>;

const startersOf = (row: CompareRow) => row.placed + row.notPlaced + row.unknown;

function checkRow(row: CompareRow): void {
  requireRecord(row, 'row');
  requireText(row.provider, 'provider');
  requireKeyPart(row.group, 'group');
  requireKeyPart(row.band, 'band');
  requireKeyPart(row.period, 'period');
  requireOneOf(row.grade, GRADES, 'grade');
  requireCount(row.placed, 'placed');
  requireCount(row.notPlaced, 'notPlaced');
  requireCount(row.unknown, 'unknown');
}

/** Providers by id, each with the lowest grade of its rows (section 3). Sorted, so that the order of rows changes no digit. */
function providersOf(rows: readonly CompareRow[]): Provider[] {
  const byId = new Map<string, CompareRow[]>();
  for (const row of rows) {
    checkRow(row);
    getOrMake(byId, row.provider, () => []).push(row);
  }
  const providers = Array.from(byId, ([id, own]) => {
    const n = sumOf(own, startersOf);
    const lowest = own.reduce((index, row) => Math.max(index, GRADES.indexOf(row.grade)), 0);
    return { id, grade: at(GRADES, lowest), rows: own, n, unknownShare: n === 0 ? null : sumOf(own, (row) => row.unknown) / n };
  });
  return providers.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Why a provider is neither compared nor in the reference (sections 2.9 and 3). */
function reasonsToLeaveOut({ grade, unknownShare }: Provider): Reason[] {
  const reasons: Reason[] = isChecked(grade) ? [] : ['grade'];
  return unknownShare !== null && unknownShare > PARAMETERS.unknown.noComparisonAbove ? [...reasons, 'unknown_gt_20'] : reasons;
}

/** What each provider has in each adequate stratum; every part leads to its stratum, which grows with all of them. */
function partsByProvider(providers: readonly Provider[]): Map<string, Part[]> {
  const rows = providers.flatMap((provider) => provider.rows);
  const keys = mergeStrata(
    rows.map((row) => ({ group: row.group, band: row.band, period: row.period, provider: row.provider, n: startersOf(row) })),
    PARAMETERS.stratum.minN,
    PARAMETERS.stratum.minProviders,
  );
  const strata = new Map<string, Stratum>();
  const parts = new Map<string, Map<string, Part>>();
  rows.forEach((row, index) => {
    const key = at(keys, index);
    if (key === null) return;
    const stratum = getOrMake(strata, key, () => ({ refN: 0, refO: 0 }));
    const own = getOrMake(parts, row.provider, () => new Map<string, Part>());
    const part = getOrMake(own, key, () => ({ key, stratum, n: 0, o: 0, unknown: 0 }));
    stratum.refN += startersOf(row);
    stratum.refO += row.placed;
    part.n += startersOf(row);
    part.o += row.placed;
    part.unknown += row.unknown;
  });
  return new Map(Array.from(parts, ([id, own]) => [id, [...own.values()].sort((a, b) => (a.key < b.key ? -1 : 1))]));
}

/** E, V, z and diagnostics of one provider; null if none of its starters is in an adequate stratum. */
function measure(provider: Provider, parts: readonly Part[]): Measured | null {
  const cells = parts.map(({ stratum, n, o }) => ({ n, o, refN: stratum.refN, refO: stratum.refO }));
  const result = indirect(cells, 'internal');
  if (result === null || provider.unknownShare === null) return null;
  const { n, O, E, V, ownShare } = result;
  const raised = parts.map(({ stratum, n: own, unknown }) => ({ n: own, refN: stratum.refN, refO: stratum.refO + unknown }));
  const raisedO = O + sumOf(parts, (part) => part.unknown);
  const asked = provider.unknownShare > PARAMETERS.unknown.bothBoundsAbove;
  return {
    grade: provider.grade,
    n,
    O,
    E,
    V,
    z: midPz(O, cells, 'internal').z,
    zIfUnknownPlaced: asked ? midPz(raisedO, raised, 'internal').z : null,
    unknownShare: provider.unknownShare,
    // Of all own starters, those in no stratum included.
    informativeShare: (result.informativeShare * n) / provider.n,
    ownShare,
  };
}

/** Spread between the peers, those with n >= 10 and V > 0, without which there is no z; not estimated from fewer than ten (7.1). */
function spreadOf(measured: readonly Measured[]): Pick<Comparison, 'peers' | 'phi' | 'tau2' | 'rankability'> {
  const { minPeers, minPeerN, winsor } = PARAMETERS.overdispersion;
  const peers = measured.flatMap(({ n, E, V, z }) => (n >= minPeerN && z !== null ? [{ z, s2: V / E ** 2 }] : []));
  if (peers.length < minPeers) return { peers: peers.length, phi: null, tau2: 0, rankability: 0 };
  const s2 = peers.map((peer) => peer.s2);
  const spread = phi(peers.map((peer) => peer.z), winsor, true).phi;
  const between = tau2(spread, s2);
  return { peers: peers.length, phi: spread, tau2: between, rankability: rankability(between, s2) };
}

/**
 * Compares all providers of one indicator (sections 5 to 8). Rows of the same cell add up.
 *
 * Providers of grade C or D, or with more than 20 % unknown, are not in the reference and get only grade,
 * unknownShare, code and reasons; so do those with nothing in an adequate stratum (`no_stratum`).
 */
export function compareProviders(rows: readonly CompareRow[]): Comparison {
  requireList(rows, 'rows');
  const providers = providersOf(rows);
  const compared = providers.filter((provider) => reasonsToLeaveOut(provider).length === 0);
  const parts = partsByProvider(compared);
  const measured = new Map(compared.map((provider) => [provider.id, measure(provider, parts.get(provider.id) ?? [])]));
  const inside = [...measured.values()].filter((result) => result !== null);
  const starters = sumOf(inside, ({ n }) => n);
  const R = starters === 0 ? null : sumOf(inside, ({ O }) => O) / starters;
  const spread = spreadOf(inside);
  const all = sumOf(compared, (provider) => provider.n);
  const results = providers.map((provider): [string, NotCompared | ProviderComparison] => {
    const result = measured.get(provider.id);
    if (!result || R === null) {
      const reasons = reasonsToLeaveOut(provider);
      return [provider.id, { grade: provider.grade, unknownShare: provider.unknownShare, code: 'no_verdict', reasons: reasons.length > 0 ? reasons : ['no_stratum'] }];
    }
    const { code, band, zAdj, reasons } = verdict({ ...result, tau2: spread.tau2, peers: spread.peers });
    return [provider.id, { ...result, zAdj, effectiveN: effectiveN(result.E, result.V, R), code, band, reasons }];
  });
  return { R, ...spread, providers: Object.fromEntries(results), adequateShare: all === 0 ? null : starters / all };
}
