/** Columns of a provider's cohort table: one line a group of people who started in one half-year. Names in English and Danish. Pure. */
import { EXIT_REASONS, MEASURES, type Measure } from './input.ts';

export type CsvLanguage = 'en' | 'da';
export type CountedMeasure = Exclude<Measure, 'other'>;
type ExitReason = (typeof EXIT_REASONS)[number];

export type Column =
  | { kind: 'half-year' | 'programme' | 'group' | 'region' | 'attendance'; names: Record<CsvLanguage, string> }
  | { kind: 'count'; field: 'referred' | 'started' | 'completed'; names: Record<CsvLanguage, string> }
  | { kind: 'exit'; reason: ExitReason; names: Record<CsvLanguage, string> }
  | { kind: 'outcome'; measure: CountedMeasure; field: OutcomeField; names: Record<CsvLanguage, string> };

export type OutcomeField = 'placed' | 'notPlaced' | 'unknown' | 'excluded';
export const OUTCOME_FIELDS: readonly OutcomeField[] = ['placed', 'notPlaced', 'unknown', 'excluded'];

const EXIT_NAMES: Readonly<Record<ExitReason, Record<CsvLanguage, string>>> = {
  illness: { en: 'exits_illness', da: 'ophør_sygdom' },
  moved: { en: 'exits_moved', da: 'ophør_flytning' },
  'other-programme': { en: 'exits_other_programme', da: 'ophør_andet_forløb' },
  'stopped-attending': { en: 'exits_stopped_attending', da: 'ophør_udeblev' },
  other: { en: 'exits_other', da: 'ophør_andet' },
  unknown: { en: 'exits_unknown', da: 'ophør_ukendt' },
};
const OUTCOME_NAMES: Readonly<Record<OutcomeField, Record<CsvLanguage, string>>> = {
  placed: { en: 'placed', da: 'i_job' },
  notPlaced: { en: 'not_placed', da: 'ikke_i_job' },
  unknown: { en: 'unknown', da: 'ukendt' },
  excluded: { en: 'excluded', da: 'udeladt' },
};

export const MEASURE_CODES: readonly CountedMeasure[] = MEASURES.filter((each) => each !== 'other');

export const COLUMNS: readonly Column[] = [
  { kind: 'half-year', names: { en: 'half_year', da: 'halvår' } },
  { kind: 'programme', names: { en: 'programme', da: 'forløb' } },
  { kind: 'group', names: { en: 'target_group', da: 'målgruppe' } },
  { kind: 'region', names: { en: 'municipality', da: 'kommune' } },
  { kind: 'attendance', names: { en: 'attendance', da: 'deltagelse' } },
  { kind: 'count', field: 'referred', names: { en: 'referred', da: 'henvist' } },
  { kind: 'count', field: 'started', names: { en: 'started', da: 'startet' } },
  { kind: 'count', field: 'completed', names: { en: 'completed', da: 'gennemført' } },
  ...EXIT_REASONS.map((reason): Column => ({ kind: 'exit', reason, names: EXIT_NAMES[reason] })),
  ...MEASURE_CODES.flatMap((measure) =>
    OUTCOME_FIELDS.map((field): Column => {
      const { en, da } = OUTCOME_NAMES[field];
      return { kind: 'outcome', measure, field, names: { en: `${measure.toLowerCase()}_${en}`, da: `${measure.toLowerCase()}_${da}` } };
    }),
  ),
];

export const ATTENDANCE_NAMES: Readonly<Record<CsvLanguage, Record<'voluntary' | 'mandated', string>>> = {
  en: { voluntary: 'voluntary', mandated: 'mandated' },
  da: { voluntary: 'frivillig', mandated: 'pålagt' },
};

/** `Målgruppe ` and `MÅLGRUPPE` and `target group` are the columns they look like. */
const plain = (name: string) => name.normalize('NFC').trim().toLowerCase().replace(/[\s-]+/g, '_');
const BY_NAME = new Map(COLUMNS.flatMap((column) => [column.names.en, column.names.da].map((name) => [plain(name), column] as const)));

export function columnOf(name: string): Column | null {
  return BY_NAME.get(plain(name)) ?? null;
}
