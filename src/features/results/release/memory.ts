/** What releases remember of a provider so that two of them together give nothing away (method.md 8, 11.5). Pure. */
import type { ComparedMeasure, PublishedComparison, PublishedEstimate, PublishedResult, PublishedTable } from '../model.ts';

/** A number over some half-years, as it was last published. */
export interface LastValue {
  halfYears: readonly string[];
  n: number;
  placed: number;
}

/** A table as it was last published. */
export interface LastTable {
  halfYears: readonly string[];
  /** Nothing in it was held back, nor any half-year of its window. */
  open: boolean;
}

/** What the window total is or was broken down by; `E6` and `S12`: into who is compared and who is not. */
export type TableName = 'attendance' | 'programme' | 'groups' | 'exits' | 'funnel' | ComparedMeasure;

export interface Memory {
  /** Half-years whose count was ever shown, and those that were ever held back beside a published sum. */
  shown: readonly string[];
  held: readonly string[];
  /** Every set of half-years whose sum was ever published. */
  sums: readonly (readonly string[])[];
  /** By half-year, a hash over which rows were reported; it holds no count. */
  rows: Readonly<Record<string, string>>;
  /** By measure: the window total; by compared measure: those compared; and by name what the total was broken down by. */
  totals: Readonly<Partial<Record<string, LastValue>>>;
  compared: Readonly<Partial<Record<ComparedMeasure, LastValue>>>;
  tables: Readonly<Partial<Record<TableName, LastTable>>>;
  /** A verdict other than "as expected", and the day it was first reached. */
  verdicts: Readonly<Partial<Record<ComparedMeasure, { code: 'better' | 'worse'; since: string }>>>;
}

export const NO_MEMORY: Memory = { shown: [], held: [], sums: [], rows: {}, totals: {}, compared: {}, tables: {}, verdicts: {} };

/** A published document with the release that published it. */
export interface Dated<T> {
  document: T;
  release: ReleaseRef;
}

export interface ReleaseRef {
  /** Database id; null: the release that is being made. */
  id: number | null;
  day: string;
}

export interface Sourced<T> extends Dated<T> {
  sourceId: number;
}

/** What is public of a provider now, before this release. */
export interface Published {
  results: readonly Sourced<PublishedResult>[];
  comparisons: readonly Dated<PublishedComparison>[];
  table: Dated<PublishedTable> | null;
  estimates: readonly Dated<PublishedEstimate>[];
  memory: Memory;
}

export const NOTHING_PUBLISHED: Published = { results: [], comparisons: [], table: null, estimates: [], memory: NO_MEMORY };
