/** Parts of a provider's reviews that may be looked at by themselves. Pure. */
import type { ScoreDocument, YearFigures } from './score.ts';

export interface Filter {
  programme: string | null;
  year: string | null;
}

export interface ProviderScores {
  total: ScoreDocument;
  programmes: ReadonlyMap<string, ScoreDocument>;
}

export interface Offered {
  programmes: string[];
  years: string[];
}

const manyOrNone = <T>(values: readonly T[], whole: boolean): T[] => (values.length > 1 || !whole ? [...values] : []);

/** A choice of one that is everything is none. */
export function offeredFilters({ total, programmes }: ProviderScores, programme: string | null): Offered {
  const within = (programme === null ? undefined : programmes.get(programme)) ?? total;
  const codes = [...programmes.keys()];
  const [only] = codes;
  return {
    programmes: manyOrNone(codes, only !== undefined && programmes.get(only)?.reviewers === total.reviewers),
    years: manyOrNone(within.years.map((each) => each.year), within.years[0]?.reviewers === within.reviewers),
  };
}

/** What was asked for, as far as it may be shown; whatever may not falls away. */
export function allowedFilter(scores: ProviderScores, asked: Filter): Filter {
  const programme = asked.programme !== null && offeredFilters(scores, null).programmes.includes(asked.programme) ? asked.programme : null;
  const year = asked.year !== null && offeredFilters(scores, programme).years.includes(asked.year) ? asked.year : null;
  return { programme, year };
}

export type Shown = { kind: 'scores'; document: ScoreDocument } | { kind: 'year'; figures: YearFigures };

/** @param filter one that is allowed */
export function figuresFor({ total, programmes }: ProviderScores, { programme, year }: Filter): Shown {
  const document = (programme === null ? undefined : programmes.get(programme)) ?? total;
  const figures = year === null ? undefined : document.years.find((each) => each.year === year);
  return figures ? { kind: 'year', figures } : { kind: 'scores', document };
}
