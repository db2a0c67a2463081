/** Who took part, group by group and area by area, with what everybody in such a cell would be expected. Pure. */
import { formatNumber, messages, type Locale } from '#i18n/index.ts';
import { AREA_BANDS, type AreaBand, type ComparisonSummary, type PublishedCount, type PublishedTable, type ReferenceRate } from './model.ts';
import { countText, periodText } from './view.ts';

export interface IntakeCell {
  /** `12 of 40`, or why there is no number. */
  text: string;
  number: boolean;
  /** Of all compared providers; null: nothing to say. */
  everywhere: string | null;
}

export interface IntakeRow {
  /** Code of the group. */
  group: string;
  cells: readonly IntakeCell[];
  total: IntakeCell;
}

export interface Intake {
  level: PublishedTable['level'];
  bands: readonly string[];
  rows: readonly IntakeRow[];
  columns: readonly IntakeCell[];
  total: IntakeCell;
  /** States that occur and need a word. */
  states: readonly ('small' | 'hidden' | 'extreme' | 'too-many-unknown')[];
}

/** A rate of all providers together as people of a hundred. */
export function rateText(locale: Locale, { ratePercent, extreme }: ReferenceRate): string {
  const t = messages(locale).verdict.likeYou;
  if (extreme) return t[extreme.kind](formatNumber(locale, extreme.limitPercent));
  return ratePercent === null ? messages(locale).verdict.intake.tooFew : t.rate(formatNumber(locale, ratePercent));
}

function cellOf(locale: Locale, count: PublishedCount, rate: ReferenceRate | undefined): IntakeCell {
  const { short, number } = countText(locale, count);
  return { text: short, number, everywhere: rate && count.state !== 'none' ? rateText(locale, rate) : null };
}

/** @param summary of the same release; null: what all providers have is not shown */
export function intakeOf(locale: Locale, table: PublishedTable, summary: Pick<ComparisonSummary, 'areas'> | null): Intake {
  const rate = (group: string, band: AreaBand | null) => summary?.areas.find((each) => each.group === group && each.band === band);
  const counts = [...(table.level === 'cells' ? table.cells.flat() : []), ...(table.level === 'total' ? [] : [...table.rows, ...table.columns]), table.total];
  const found = new Set(counts.map(({ state }) => state));
  return {
    level: table.level,
    bands: table.bands.map((band) => messages(locale).verdict.band[band]),
    rows: table.groups.map((group, i) => ({
      group,
      cells: table.bands.map((band, j) => cellOf(locale, table.cells[i]?.[j] ?? { state: 'hidden' }, rate(group, band))),
      total: cellOf(locale, table.rows[i] ?? { state: 'hidden' }, rate(group, null)),
    })),
    columns: table.columns.map((count) => cellOf(locale, count, undefined)),
    total: cellOf(locale, table.total, undefined),
    states: (['small', 'hidden', 'extreme', 'too-many-unknown'] as const).filter((state) => found.has(state)),
  };
}

export interface ReferenceLine {
  group: string;
  area: string;
  period: string;
  rate: string;
  size: string;
}

/** What the expected number of these groups is worked out from, in order of group, area and half-year. */
export function referenceLines(locale: Locale, summary: ComparisonSummary, groups: readonly string[]): ReferenceLine[] {
  const t = messages(locale).verdict;
  const place = ({ band }: ReferenceRate) => (band === null ? -1 : AREA_BANDS.indexOf(band));
  return summary.strata
    .filter((each) => groups.includes(each.group))
    .toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || place(a) - place(b) || (a.period ?? '').localeCompare(b.period ?? ''))
    .map((each) => ({
      group: each.group,
      area: each.band === null ? t.intake.allAreas : t.band[each.band],
      period: each.period === null ? t.intake.allPeriods : halfYearText(locale, each.period),
      rate: rateText(locale, each),
      size: each.size.replace('-', '–'),
    }));
}

/** @param halfYear `2025H1` */
function halfYearText(locale: Locale, halfYear: string): string {
  const year = halfYear.slice(0, 4);
  const first = halfYear.endsWith('H1');
  return periodText(locale, first ? { from: `${year}-01-01`, to: `${year}-06-30` } : { from: `${year}-07-01`, to: `${year}-12-31` }) ?? halfYear;
}
