/** Gives results to providers. */
import { LARGE, LONG, USUAL } from './scenarios.ts';
import { catchment, groupsOf, programmeOf, rowsOf } from './rows.ts';
import { completersOnly } from './quoted.ts';
import { specialResults } from './special.ts';
import { random as seeded } from '../random.ts';
import type { Entry } from './rows.ts';
import type { Scenario } from './scenarios.ts';
import type { Denmark } from '../places.ts';
import type { Random } from '../random.ts';
import type { Programme } from '../types.ts';

/** Groups large enough that an outlier does not become its own yardstick. */
const LARGE_GROUPS = new Set(['dk-dagpenge', 'dk-kontanthjaelp-jobparat']);

function hasLargeGroup(entry: Entry): boolean {
  const programme = programmeOf(entry.provider);
  return programme !== undefined && LARGE_GROUPS.has(groupsOf(entry, programme)[0] ?? '');
}

/** A year of company by one person; not a place that is open all year. */
function longProgramme(entry: Entry): Programme | undefined {
  const first = entry.provider.programmes?.[0];
  const days = first?.plannedMaxDays ?? 0;
  return first && ['mentoring', 'job-coaching'].includes(first.kind) && days >= 300 ? first : undefined;
}

function give(entry: Entry, scenario: Scenario, denmark: Denmark, random: Random, programme: Programme | undefined, only?: ReadonlySet<string>): boolean {
  const groups = (programme ? groupsOf(entry, programme) : []).filter((code) => only === undefined || only.has(code));
  if (!programme || groups.length === 0) return false;
  const size = random.int(scenario.size[0], scenario.size[1]);
  const pace = size / 4;
  const wanted = Math.min(6, Math.max(1, Math.floor(pace / (groups.length * 3.5))));
  const municipalities = catchment(entry, denmark, wanted, random);
  entry.provider.results = rowsOf(entry, scenario, { groups, municipalities, programme, pace }, random);
  return true;
}

/** Changes the entries: about four in ten providers publish something. */
export function assignResults(entries: readonly Entry[], denmark: Denmark, seed: number): void {
  const random = seeded(seed, 'results');
  const open = entries.filter((each) => !each.plan.bare && each.provider.closedOn === undefined);
  specialResults(open, denmark, seeded(seed, 'special results'));
  const without = (): Entry[] => open.filter((each) => each.provider.results === undefined);
  const wide = random.shuffled(without().filter((each) => each.plan.voice.reach !== 'municipality' && hasLargeGroup(each)));
  LARGE.forEach((scenario, index) => {
    const entry = wide[index];
    if (entry) give(entry, scenario, denmark, random, programmeOf(entry.provider), LARGE_GROUPS);
  });
  const long = random.shuffled(without().filter((each) => longProgramme(each) !== undefined));
  for (const entry of long.slice(0, 8)) give(entry, LONG, denmark, random, longProgramme(entry));
  const queue = random.shuffled(USUAL);
  const promised = without().filter((each) => each.plan.postcode !== undefined);
  const rest = random.shuffled(without().filter((each) => each.plan.postcode === undefined));
  // Where a choice is promised there is something to compare it by.
  for (const entry of [...promised, ...rest]) {
    const scenario = queue[0];
    if (!scenario) break;
    if (give(entry, scenario, denmark, random, programmeOf(entry.provider))) queue.shift();
  }
  if (queue.length > 0) throw new Error(`${queue.length} records found no provider`);
  completersOnly(random.shuffled(without()).slice(0, 8), random);
}
