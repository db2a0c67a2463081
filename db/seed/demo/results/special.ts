/** Providers of rare groups: where a comparison is impossible, and for which reason. */
import { catchment, programmeOf, rowsOf } from './rows.ts';
import type { Scenario } from './scenarios.ts';
import type { Denmark } from '../places.ts';
import type { Random } from '../random.ts';
import type { Entry } from './rows.ts';

interface Special {
  /** The reason the method will give. */
  reason: string;
  group: string;
  /** Another group some of the participants belong to. */
  also?: readonly [group: string, share: number];
  /** Starters in four half-years, one number a provider. */
  sizes: readonly number[];
  effect?: number;
}

const SPECIAL: readonly Special[] = [
  { reason: 'variance_zero', group: 'dk-under-18', sizes: [44, 38] },
  { reason: 'own_share_gt_50', group: 'dk-foertidspension', sizes: [230, 18], effect: 1.5 },
  { reason: 'no_stratum', group: 'dk-selvforsoergende', sizes: [64] },
  { reason: 'informative_lt_80', group: 'dk-revalidering', also: ['dk-dagpenge', 0.35], sizes: [96] },
  { reason: 'expected_lt_5', group: 'dk-ressourceforloeb', sizes: [42, 46, 38] },
];

const RECORD: Scenario = { name: 'special', evidence: 'register', size: [0, 0], unknown: [0, 0], measures: ['E6'] };

const programmeFor = (entry: Entry, special: Special) => programmeOf(entry.provider, undefined, undefined, special.group);

/** Changes the entries. Throws when a case finds no provider, so that no state goes missing unseen. */
export function specialResults(entries: readonly Entry[], denmark: Denmark, random: Random): void {
  for (const special of SPECIAL) {
    const candidates = random.shuffled(
      entries.filter((each) => each.provider.results === undefined && each.plan.voice.groups.includes(special.group) && programmeFor(each, special) !== undefined),
    );
    special.sizes.forEach((size, index) => {
      const entry = candidates[index];
      const programme = entry && programmeFor(entry, special);
      if (!entry || !programme) throw new Error(`no provider for ${special.reason}`);
      const municipalities = catchment(entry, denmark, 2, random);
      const scenario: Scenario = special.effect === undefined ? RECORD : { ...RECORD, effect: special.effect };
      const share = special.also?.[1] ?? 0;
      const rows = rowsOf(entry, scenario, { groups: [special.group], municipalities, programme, pace: (size * (1 - share)) / 4 }, random);
      if (special.also) rows.push(...rowsOf(entry, scenario, { groups: [special.also[0]], municipalities, programme, pace: (size * share) / 4 }, random));
      entry.provider.results = rows;
    });
  }
}
