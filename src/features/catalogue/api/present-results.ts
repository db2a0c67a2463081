/** Published results as the API sends them: field by field, since a published document may come to hold more than was promised. Pure. */
import type { Locale } from '#i18n/index.ts';
import type { ProviderPage } from '#features/programmes/queries.ts';
import type { PublishedCorrection, PublishedEstimate, ReleaseInfo } from '#features/results/model.ts';
import type { ComparisonRow, PublishedRow, TableRow } from '#features/results/queries.ts';
import { rounded } from '#features/results/release/decide.ts';
import type { Pair } from '#features/search/pairs.ts';
import { providerLinks } from './links.ts';
import { presentReference, presentResult } from './present.ts';
import type { ApiComparedResult, ApiCorrection, ApiEstimate, ApiPair, ApiResults, ApiTable } from './schemas.ts';

const copyWindow = ({ from, to, halfYears }: ComparisonRow['window']) => ({ from, to, halfYears: [...halfYears] });

export function presentComparison({ measure, window, grade, code, band, reasons, withheld, figures, rank, release }: ComparisonRow): ApiComparedResult {
  return { measure, window: copyWindow(window), grade, code, band, reasons: [...reasons], withheld, figures, ...(rank === undefined ? {} : { rank }), release };
}

function presentTable({ measure, window, level, groups, bands, cells, rows, columns, total, release }: TableRow): ApiTable {
  return {
    measure, window: copyWindow(window), level, groups: [...groups], bands: [...bands],
    cells: cells.map((row) => [...row]), rows: [...rows], columns: [...columns], total, release,
  };
}

function presentEstimate({ measure, group, band, level, n, percent, lower, upper, ownWeight, release }: PublishedEstimate & { release: ReleaseInfo }): ApiEstimate {
  return { measure, group, band, level, n, percent, lower, upper, ownWeight, release };
}

function presentCorrection({ day, measure, programme, attendance, from, to, before, after, reason }: PublishedCorrection): ApiCorrection {
  return { day, measure, programme, attendance, from, to, before, after, reason };
}

export interface PublishedOfProvider {
  results: readonly PublishedRow[];
  comparisons: readonly ComparisonRow[];
  table: TableRow | null;
  estimates: readonly (PublishedEstimate & { release: ReleaseInfo })[];
  corrections: readonly PublishedCorrection[];
}

/** Everything that is published of a provider's results. */
export function presentResults(page: ProviderPage, published: PublishedOfProvider, lang: Locale): ApiResults {
  const { results, comparisons, table, estimates, corrections } = published;
  const { results: self, html } = providerLinks(page.slug, lang);
  return {
    provider: presentReference(page, lang), total: results.length, results: results.map(presentResult),
    comparisons: comparisons.map(presentComparison), table: table && presentTable(table),
    estimates: estimates.map(presentEstimate), corrections: corrections.map(presentCorrection),
    links: { self, html: `${html}/results` },
  };
}

export function presentPair({ first, second, outcome, above, row, test, reasons }: Pair): ApiPair {
  return {
    providers: [first.page.slug, second.page.slug], outcome, above: above && above.page.slug,
    measure: row && row.measure, window: row && copyWindow(row.window),
    diffRatio: test && rounded(test.diffRatio), z: test && rounded(test.z),
    reasons: reasons.map(({ reason, about }) => ({ reason, provider: about && about.page.slug })),
  };
}
