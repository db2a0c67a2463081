/** What a release knows when it comes to a single provider, and what it makes of it. Pure. */
import type { ComparedMeasure, PublishedComparison, PublishedCorrection, PublishedEstimate, PublishedRank, PublishedResult, PublishedTable } from '../model.ts';
import type { Compared } from './comparisons.ts';
import type { Estimates } from './estimates.ts';
import type { Dated, Memory, ReleaseRef, Sourced } from './memory.ts';
import type { Frame } from './rows.ts';

export interface World {
  frame: Frame;
  /** Longest planned stay compared on E6, for half-years whose programme's own is not known. */
  usualDays: number;
  compared: Readonly<Record<ComparedMeasure, Compared>>;
  /** Slugs of those whose figures would give away what another provider holds back. */
  exposing: Readonly<Record<ComparedMeasure, ReadonlySet<string>>>;
  /** By slug; empty where providers are not numbered. */
  ranks: Readonly<Record<ComparedMeasure, ReadonlyMap<string, PublishedRank>>>;
  estimates: Estimates;
  /** Why reported rows of this provider and period changed since the last release; null if nothing was said. */
  reasonOf(providerId: number, document: Pick<PublishedResult, 'from' | 'to' | 'programme'>): string | null;
  now: ReleaseRef;
}

/** Everything that may be published of one provider, old values that stay included. */
export interface ProviderRelease {
  providerId: number;
  slug: string;
  results: readonly Sourced<PublishedResult>[];
  comparisons: readonly Dated<PublishedComparison>[];
  table: Dated<PublishedTable> | null;
  estimates: readonly Dated<PublishedEstimate>[];
  corrections: readonly Omit<PublishedCorrection, 'release' | 'day'>[];
  memory: Memory;
}
