/** Which starters are compared with each other: merging of strata until they are large enough (method.md 5.1). */
import { requireCount, requireKeyPart, requireList, requireRecord, requireText, requireWhole } from './guards.ts';
import { getOrMake } from './lists.ts';

export interface StratumRow {
  group: string;
  band: string;
  period: string;
  provider: string;
  n: number;
}

interface Tally {
  n: number;
  providers: Set<string>;
}

function checkRow(row: StratumRow): void {
  requireRecord(row, 'row');
  requireKeyPart(row.group, 'group');
  requireKeyPart(row.band, 'band');
  requireKeyPart(row.period, 'period');
  requireText(row.provider, 'provider');
  requireCount(row.n, 'n');
}

function add(tallies: Map<string, Tally>, key: string, row: StratumRow): void {
  const tally = getOrMake(tallies, key, () => ({ n: 0, providers: new Set<string>() }));
  tally.n += row.n;
  tally.providers.add(row.provider);
}

const periodKey = (row: StratumRow) => `${row.group}|${row.band}|${row.period}`;
const bandKey = (row: StratumRow) => `${row.group}|${row.band}|*`;
const groupKey = (row: StratumRow) => `${row.group}|*|*`;

/**
 * The stratum of every row, `g|b|p`, `g|b|*` or `g|*|*`; null where the whole group is too little to compare with.
 * Rows without starters count neither as a stratum nor as a provider: reporting an explicit zero changes nothing.
 * @param minN fewest starters in a stratum
 * @param minProviders fewest providers in a stratum
 */
export function mergeStrata(rows: readonly StratumRow[], minN: number, minProviders: number): (string | null)[] {
  requireList(rows, 'rows');
  requireWhole(minN, 'minN');
  requireWhole(minProviders, 'minProviders');
  const [periods, bands, groups] = [new Map<string, Tally>(), new Map<string, Tally>(), new Map<string, Tally>()];
  for (const row of rows) {
    checkRow(row);
    if (row.n === 0) continue;
    add(periods, periodKey(row), row);
    add(bands, bandKey(row), row);
    add(groups, groupKey(row), row);
  }
  const thin = (tally: Tally | undefined) => tally === undefined || tally.n < minN || tally.providers.size < minProviders;
  const [mergePeriods, mergeBands] = [new Set<string>(), new Set<string>()];
  for (const row of rows) {
    if (row.n === 0) continue;
    if (thin(periods.get(periodKey(row)))) mergePeriods.add(bandKey(row));
    if (thin(bands.get(bandKey(row)))) mergeBands.add(groupKey(row));
  }
  return rows.map((row) => {
    const group = groupKey(row);
    if (thin(groups.get(group))) return null;
    if (mergeBands.has(group)) return group;
    return mergePeriods.has(bandKey(row)) ? bandKey(row) : periodKey(row);
  });
}
