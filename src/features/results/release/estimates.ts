/** "Someone like me" for every cell of a comparison (method.md 10). Pure; only publishable cells are asked for. */
import { cellPrior, displayInterval, ebPosterior, PARAMETERS, priorStrength, providerFactor, type Posterior } from '../method/index.ts';
import type { AreaBand, PublishedEstimate } from '../model.ts';
import { startersOf, type Compared, type KeyedRow } from './comparisons.ts';

const { kappa, level: LEVEL, maxWidth } = PARAMETERS.estimate;

interface Sum {
  n: number;
  o: number;
}

/** What one provider has in a cell, and what was expected of it. */
interface OwnCell extends Sum {
  group: string;
  /** Of everybody in the same group and band; where strata were merged over bands, of everybody in the group. */
  stratum: string;
  E: number;
  V: number;
}

interface OwnTotals {
  cells: ReadonlyMap<string, OwnCell>;
  all: { n: number; o: number; E: number; V: number };
}

interface Pool {
  strata: ReadonlyMap<string, Sum>;
  groups: ReadonlyMap<string, Sum>;
  tau2: number;
}

export interface Estimates {
  /** null: not shown (10, "Shown only if"). Whether the cell itself may be published is for the caller to know. */
  cell(provider: string, group: string, band: AreaBand): PublishedEstimate | null;
  group(provider: string, group: string): PublishedEstimate | null;
  /** From all the provider's participants, for people of a group. */
  provider(provider: string): Omit<PublishedEstimate, 'group'> | null;
}

const NO_ONE: Sum = { n: 0, o: 0 };
const without = (all: Sum | undefined, own: Sum): Sum => ({ n: (all?.n ?? 0) - own.n, o: (all?.o ?? 0) - own.o });

function addTo(sums: Map<string, Sum>, key: string, { n, o }: Sum): void {
  const sum = sums.get(key);
  if (sum) {
    sum.n += n;
    sum.o += o;
  } else sums.set(key, { n, o });
}

const stratumOf = ({ row, key }: KeyedRow) => (key.endsWith('|*|*') ? `${row.group}|*` : `${row.group}|${row.band}`);

function poolOf(compared: Compared): Pool {
  const [strata, groups] = [new Map<string, Sum>(), new Map<string, Sum>()];
  for (const rows of compared.rowsByProvider.values()) {
    for (const each of rows) {
      const sum = { n: startersOf(each.row), o: each.row.placed };
      addTo(strata, stratumOf(each), sum);
      addTo(groups, each.row.group, sum);
    }
  }
  return { strata, groups, tau2: compared.spread.tau2 };
}

/** E and V of a provider's cells: each row takes its part of its stratum's (5.2, 5.3). */
function ownTotals(rows: readonly KeyedRow[], strata: Compared['strata']): OwnTotals {
  const inStratum = new Map<string, number>();
  for (const { row, key } of rows) inStratum.set(key, (inStratum.get(key) ?? 0) + startersOf(row));
  const cells = new Map<string, OwnCell>();
  const all = { n: 0, o: 0, E: 0, V: 0 };
  for (const each of rows) {
    const { row, key } = each;
    const { refN, refO } = strata.get(key) ?? { refN: 0, refO: 0 };
    const n = startersOf(row);
    if (n === 0 || refN === 0) continue;
    const rate = refO / refN;
    const [E, V] = [n * rate, refN > 1 ? (n * rate * (1 - rate) * (refN - (inStratum.get(key) ?? 0))) / (refN - 1) : 0];
    const id = `${row.group}|${row.band}`;
    const cell = cells.get(id) ?? { group: row.group, stratum: stratumOf(each), n: 0, o: 0, E: 0, V: 0 };
    cells.set(id, { ...cell, n: cell.n + n, o: cell.o + row.placed, E: cell.E + E, V: cell.V + V });
    all.n += n;
    all.o += row.placed;
    all.E += E;
    all.V += V;
  }
  return { cells, all };
}

interface Prior {
  m: number;
  variance: number;
}

/** @param own the part that is judged: it is left out of everything that says what to expect of it */
function priorOf(own: Sum & { E: number; V: number }, all: OwnTotals['all'], reference: Sum, group: Sum, tau2: number): Prior | null {
  const { factor, variance } = providerFactor(all.o - own.o, all.E - own.E, all.V - own.V, tau2);
  const prior = cellPrior({ refO: reference.o, refN: reference.n, groupO: group.o, groupN: group.n, factor, factorVariance: variance, kappa });
  return prior && { m: prior.m, variance: prior.variance };
}

function cellPriorOf(cell: OwnCell, all: OwnTotals['all'], pool: Pool): Prior | null {
  return priorOf(cell, all, without(pool.strata.get(cell.stratum), cell), without(pool.groups.get(cell.group), cell), pool.tau2);
}

/** Of the provider's own participants the others' rate is a mix: the reference of each cell, weighted by its starters. */
function mixed(cells: readonly OwnCell[], referenceOf: (cell: OwnCell) => Sum): Sum {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  let [size, rate] = [0, 0];
  for (const cell of cells) {
    const reference = referenceOf(cell);
    if (reference.n === 0) continue;
    size += reference.n;
    rate += (cell.n / n) * (reference.o / reference.n);
  }
  return { n: size, o: Math.min(size, Math.round(rate * size)) };
}

function shown(own: Sum, prior: Prior | null, strength: number): (Posterior & { n: number }) | null {
  if (!prior || own.n === 0) return null;
  const posterior = ebPosterior({ o: own.o, n: own.n, m: prior.m, M: strength, variance: prior.variance, level: LEVEL });
  return posterior.upper - posterior.lower > maxWidth ? null : { ...posterior, n: own.n };
}

function published(posterior: (Posterior & { n: number }) | null, level: PublishedEstimate['level']): Omit<PublishedEstimate, 'group'> | null {
  if (!posterior) return null;
  const [lower, upper] = displayInterval(posterior.lower, posterior.upper);
  return { measure: 'E6', band: null, level, n: posterior.n, percent: Math.round(100 * posterior.mean), lower, upper, ownWeight: 10 * Math.round(10 * posterior.ownWeight) };
}

/** Works out what is common to all estimates of a comparison: the pools and the strength of the prior (10.4). */
export function prepareEstimates(compared: Compared): Estimates {
  const pool = poolOf(compared);
  const own = new Map([...compared.rowsByProvider].map(([id, rows]) => [id, ownTotals(rows, compared.strata)]));
  const judged = [...own.values()].flatMap(({ cells, all }) => [...cells.values()].flatMap((cell) => {
    const prior = cellPriorOf(cell, all, pool);
    return prior ? [{ o: cell.o, n: cell.n, m: prior.m }] : [];
  }));
  const strength = judged.length === 0 ? 0 : priorStrength(judged).M;
  /** A provider with fewer starters has no estimate of its own. */
  const enough = (id: string) => {
    const totals = own.get(id);
    return totals && totals.all.n >= PARAMETERS.verdict.minN ? totals : null;
  };
  return {
    cell(id, group, band) {
      const totals = enough(id);
      const cell = totals?.cells.get(`${group}|${band}`);
      const found = totals && cell ? published(shown(cell, cellPriorOf(cell, totals.all, pool), strength), 'cell') : null;
      return found && { ...found, group, band };
    },
    group(id, group) {
      const totals = enough(id);
      if (!totals) return null;
      const cells = [...totals.cells.values()].filter((cell) => cell.group === group);
      const sum = cells.reduce((all, cell) => ({ n: all.n + cell.n, o: all.o + cell.o, E: all.E + cell.E, V: all.V + cell.V }), { n: 0, o: 0, E: 0, V: 0 });
      const others = without(pool.groups.get(group), sum);
      const found = published(shown(sum, priorOf(sum, totals.all, others, others, pool.tau2), strength), 'group');
      return found && { ...found, group };
    },
    provider(id) {
      const totals = enough(id);
      if (!totals) return null;
      const cells = [...totals.cells.values()];
      const reference = mixed(cells, (cell) => without(pool.strata.get(cell.stratum), cell));
      const groups = mixed(cells, (cell) => without(pool.groups.get(cell.group), cells.filter((each) => each.group === cell.group).reduce((sum, each) => ({ n: sum.n + each.n, o: sum.o + each.o }), NO_ONE)));
      return published(shown(totals.all, priorOf(totals.all, totals.all, reference, groups, pool.tau2), strength), 'provider');
    },
  };
}
