/** The kinds of record a provider can have, so that every state the method knows will occur. */
import type { Habit } from './cohort.ts';

export interface Scenario {
  name: string;
  evidence: Habit['evidence'];
  /** Starters in four half-years, at least and at most. */
  size: readonly [number, number];
  effect?: number;
  /** Share unknown, at least and at most. */
  unknown: readonly [number, number];
  /**
   * `gap`: one half-year missing; `late`: begins in 2024; `stopped`: ends after 2024; `split`: chosen and mandated apart;
   * `half-years-only`: not broken down; `with-totals`: totals beside their parts; `calendar-year`: no half-years; `mixed-evidence`: one half-year unchecked.
   */
  shape?: 'gap' | 'late' | 'stopped' | 'split' | 'half-years-only' | 'with-totals' | 'calendar-year' | 'mixed-evidence';
  measures: readonly string[];
}

const MAIN = ['E6'];
const MORE = ['E3', 'E6'];
/** Without S12: so few providers tell of it that nobody is compared on it, which is a state of its own. */
const ALL = ['E3', 'E6', 'E12', 'SUS6'];

const times = (count: number, scenario: Scenario): Scenario[] => Array.from({ length: count }, () => scenario);

const A: readonly [number, number] = [0, 0.03];
const B: readonly [number, number] = [0, 0.05];

/** Records that need many people; given to the providers with the largest areas first. */
export const LARGE: readonly Scenario[] = [
  ...times(3, { name: 'outlier-up', evidence: 'register', size: [460, 580], effect: 1.55, unknown: A, measures: ALL }),
  ...times(3, { name: 'outlier-down', evidence: 'register', size: [460, 580], effect: 0.5, unknown: A, measures: ALL }),
  ...times(2, { name: 'depends-on-unknown', evidence: 'documented', size: [420, 500], effect: 0.6, unknown: [0.16, 0.18], measures: MAIN }),
  ...times(4, { name: 'large-typical', evidence: 'register', size: [420, 560], unknown: A, measures: ALL }),
];

export const USUAL: readonly Scenario[] = [
  ...times(23, { name: 'typical-a', evidence: 'register', size: [70, 260], unknown: A, measures: MAIN }),
  ...times(7, { name: 'typical-a-more', evidence: 'register', size: [80, 220], unknown: A, measures: MORE }),
  ...times(20, { name: 'typical-b', evidence: 'documented', size: [45, 170], unknown: B, measures: MAIN }),
  ...times(5, { name: 'typical-b-more', evidence: 'documented', size: [60, 150], unknown: B, measures: MORE }),
  ...times(6, { name: 'some-unknown', evidence: 'documented', size: [60, 160], effect: 1.1, unknown: [0.08, 0.16], measures: MAIN }),
  ...times(3, { name: 'many-unknown', evidence: 'documented', size: [60, 130], unknown: [0.27, 0.38], measures: MAIN }),
  ...times(2, { name: 'most-unknown', evidence: 'documented', size: [100, 140], unknown: [0.58, 0.66], measures: MAIN }),
  ...times(5, { name: 'small-a', evidence: 'register', size: [13, 25], unknown: [0, 0.01], measures: MAIN }),
  ...times(4, { name: 'small-b', evidence: 'documented', size: [12, 25], unknown: [0, 0.04], measures: MAIN }),
  ...times(3, { name: 'gap', evidence: 'register', size: [70, 150], unknown: A, shape: 'gap', measures: MAIN }),
  ...times(3, { name: 'late', evidence: 'documented', size: [60, 140], unknown: B, shape: 'late', measures: MAIN }),
  ...times(2, { name: 'stopped', evidence: 'documented', size: [60, 120], unknown: B, shape: 'stopped', measures: MAIN }),
  ...times(6, { name: 'split', evidence: 'register', size: [110, 240], unknown: A, shape: 'split', measures: MORE }),
  ...times(3, { name: 'with-totals', evidence: 'register', size: [70, 130], unknown: A, shape: 'with-totals', measures: MAIN }),
  ...times(2, { name: 'mixed-evidence', evidence: 'register', size: [60, 120], unknown: A, shape: 'mixed-evidence', measures: MAIN }),
  ...times(16, { name: 'self-reported', evidence: 'self-reported', size: [20, 160], effect: 1.15, unknown: [0, 0.12], measures: MAIN }),
  ...times(10, { name: 'self-reported-totals', evidence: 'self-reported', size: [15, 220], effect: 1.2, unknown: [0, 0.25], shape: 'half-years-only', measures: MAIN }),
  ...times(3, { name: 'calendar-year', evidence: 'documented', size: [50, 140], unknown: B, shape: 'calendar-year', measures: MAIN }),
];

/** Long programmes can be compared only on the day a year after the start, and there are too few of them. */
export const LONG: Scenario = { name: 'long', evidence: 'register', size: [45, 110], unknown: A, measures: ['E6', 'S12'] };
