/**
 * A release from frozen input to what may be published (method.md 14): lengths and window, comparisons, estimates, then
 * provider by provider disclosure control. Pure: the same input after the same earlier releases gives the same bytes.
 */
import type { VerdictCode } from '../method/index.ts';
import { mayRank } from '../method/ranks.ts';
import { COMPARED_MEASURES, type ComparedMeasure, type ComparisonSummary, type PublishedComparison, type ReleaseParameters } from '../model.ts';
import { cohortsOf, startersByLength, type Cohort } from './cohorts.ts';
import { compareAll, isAdequate, referenceRate, sumReference, type Compared } from './comparisons.ts';
import { criticalValues, rounded } from './decide.ts';
import { prepareEstimates } from './estimates.ts';
import { exposing } from './exposed.ts';
import type { FrozenInput, FrozenProvider } from './freeze.ts';
import { NOTHING_PUBLISHED, type Published, type ReleaseRef } from './memory.ts';
import { releaseProvider } from './provider.ts';
import { ranksOf } from './ranks.ts';
import { comparedRows, gradeIn, windowCohorts, type Frame, type Prepared } from './rows.ts';
import { commonLength, latestWindow, SPAN_DAYS } from './windows.ts';
import type { ProviderRelease, World } from './world.ts';

export interface Progress {
  phase: 'comparing' | 'estimating' | 'protecting';
  done: number;
  total: number;
}

export interface PipelineOptions {
  /** What is public of these providers now, from earlier releases. */
  published(providers: readonly FrozenProvider[]): Promise<ReadonlyMap<number, Published>> | ReadonlyMap<number, Published>;
  reasonOf: World['reasonOf'];
  onProgress?: ((progress: Progress) => void) | undefined;
}

export interface ReleaseRun {
  parameters: Omit<ReleaseParameters, 'previous'>;
  /** Every provider that has reported something, in order of slug, with what was public of it before. To be read once, to its end. */
  providers: AsyncGenerator<{ before: Published; after: ProviderRelease }>;
  /** Only after `providers` has ended: who got which verdict is counted on the way. */
  summaries(): ComparisonSummary[];
}

const BATCH = 250;
/** Where no programme's length is known. */
const USUAL_DAYS = SPAN_DAYS;

function prepare(input: FrozenInput, frame: Frame, usualDays: number): Prepared[] {
  return input.providers.map((provider) => ({ provider, cohorts: cohortsOf(provider, { day: frame.input.day, usualDays }) }));
}

function compare(measure: ComparedMeasure, prepared: readonly Prepared[], frame: Frame): Compared {
  const rows = prepared.flatMap((each) => {
    const cohorts: Cohort[] = windowCohorts(each, measure, frame.window);
    return comparedRows(each, cohorts, measure, gradeIn(cohorts), frame);
  });
  return compareAll(measure, rows);
}

/** Rates of all compared providers by group and area, and by group alone, over the whole window. */
function areaRates({ rowsByProvider }: Compared): ComparisonSummary['areas'] {
  const rows = [...rowsByProvider.values()].flat();
  const narrow = sumReference(rows, ({ row }) => `${row.group}|${row.band}|*`);
  const wide = sumReference(rows, ({ row }) => `${row.group}|*|*`);
  return rates(new Map([...narrow, ...wide]));
}

function rates(references: Compared['strata']): ComparisonSummary['strata'] {
  return [...references].filter(([, each]) => isAdequate(each)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => referenceRate(key, each));
}

function summarise(compared: Compared, frame: Frame, codes: Record<VerdictCode, number>): ComparisonSummary {
  const { measure, model, spread } = compared;
  return {
    measure,
    window: frame.window,
    plannedDays: measure === 'E6' ? frame.plannedDays : null,
    model,
    R: spread.R,
    peers: spread.peers,
    phi: spread.phi,
    tau2: spread.tau2,
    tau: rounded(Math.sqrt(spread.tau2)),
    rankability: spread.rankability,
    mayRank: mayRank(spread.rankability, spread.peers),
    ...criticalValues(spread),
    strata: model === 'strata' ? rates(compared.strata) : [],
    areas: areaRates(compared),
    codes,
  };
}

const noCodes = (): Record<VerdictCode, number> => ({ better: 0, as_expected: 0, worse: 0, no_verdict: 0 });

export function runRelease(input: FrozenInput, now: ReleaseRef, options: PipelineOptions): ReleaseRun {
  const tell = (phase: Progress['phase'], done: number, total: number) => options.onProgress?.({ phase, done, total });
  const plannedDays = commonLength(startersByLength(input.providers));
  const usualDays = plannedDays?.to ?? USUAL_DAYS;
  const window = latestWindow(usualDays, input.day);
  const frame: Frame = { input, window, plannedDays };
  tell('comparing', 0, COMPARED_MEASURES.length);
  const prepared = prepare(input, frame, usualDays);
  const compared = { E6: compare('E6', prepared, frame), S12: compare('S12', prepared, frame) };
  const isSensitive = (group: string) => input.groups.get(group)?.sensitive ?? true;
  const telling = { E6: exposing(compared.E6, isSensitive), S12: exposing(compared.S12, isSensitive) };
  const ranks = { E6: ranksOf(compared.E6, input.hash), S12: ranksOf(compared.S12, input.hash) };
  tell('estimating', 0, 1);
  const world: World = { frame, usualDays, compared, exposing: telling, ranks, estimates: prepareEstimates(compared.E6), reasonOf: options.reasonOf, now };
  const codes = { E6: noCodes(), S12: noCodes() };
  const count = ({ measure, code }: PublishedComparison) => (codes[measure][code] += 1);

  async function* providers(): ReleaseRun['providers'] {
    for (let at = 0; at < prepared.length; at += BATCH) {
      const batch = prepared.slice(at, at + BATCH);
      const published = await options.published(batch.map((each) => each.provider));
      for (const each of batch) {
        const before = published.get(each.provider.id) ?? NOTHING_PUBLISHED;
        const after = releaseProvider(each, before, world);
        for (const { document } of after.comparisons) count(document);
        yield { before, after };
      }
      tell('protecting', Math.min(at + BATCH, prepared.length), prepared.length);
    }
  }

  return {
    parameters: { windows: { E6: window, S12: window }, plannedDays, bandCuts: input.areas.cuts },
    providers: providers(),
    summaries: () => COMPARED_MEASURES.map((measure) => summarise(compared[measure], frame, codes[measure])),
  };
}
