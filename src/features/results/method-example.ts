/** The worked example and the figures of the method page, from the functions and parameters that every figure is made with. Pure. */
import { displayInterval, PARAMETERS, rateWithUnknown } from './method/index.ts';
import { MAX_ERRORS, SAMPLE_SIZE } from './evidence.ts';
import { changeCase, expectedCase, funnelCase, hiddenCase, likeYouCase, rankCase } from './method-cases.ts';
import { QUOTE_MINIMUM } from './model.ts';

/** An invented provider's people six months after. */
export const EXAMPLE = { placed: 12, notPlaced: 22, unknown: 6 } as const;
/** How many times larger the second group of the example is. */
const LARGER = 10;

/** Limits in whole per cent, outward. */
function limits(placed: number, notPlaced: number, unknown: number): [number, number] {
  const rate = rateWithUnknown(placed, notPlaced, unknown, PARAMETERS.verdict.thinLevel);
  if (rate === null) throw new RangeError('An example needs people.');
  return displayInterval(rate.lower, rate.upper);
}

const percent = (share: number) => Math.round(100 * share);

/** By the placeholders of src/content/pages/<locale>/method.md; shares as whole per cent. */
export function methodValues(): Record<string, number> {
  const { placed, notPlaced, unknown } = EXAMPLE;
  const n = placed + notPlaced + unknown;
  const [knownLow, knownHigh] = limits(placed, n - placed, 0);
  const [shownLow, shownHigh] = limits(placed, notPlaced, unknown);
  const [manyLow, manyHigh] = limits(LARGER * placed, LARGER * (n - placed), 0);
  const { bothBoundsAbove, noComparisonAbove, noRateAbove } = PARAMETERS.unknown;
  return {
    placed, notPlaced, unknown, n, knownLow, knownHigh, shownLow, shownHigh, manyLow, manyHigh,
    rate: percent(placed / n),
    placedMany: LARGER * placed,
    nMany: LARGER * n,
    confidence: percent(PARAMETERS.verdict.thinLevel),
    unknownForA: percent(bothBoundsAbove),
    noComparisonAbove: percent(noComparisonAbove),
    noRateAbove: percent(noRateAbove),
    minN: PARAMETERS.disclosure.minN,
    minNSensitive: PARAMETERS.disclosure.minNSensitive,
    minCount: PARAMETERS.disclosure.minCount,
    quoteMinimum: QUOTE_MINIMUM,
    verdictMinN: PARAMETERS.verdict.minN,
    minPeers: PARAMETERS.overdispersion.minPeers,
    windowHalfYears: PARAMETERS.windowHalfYears,
    sampleSize: SAMPLE_SIZE,
    sampleErrors: MAX_ERRORS,
    ...expectedCase(), ...funnelCase(), ...likeYouCase(), ...hiddenCase(), ...changeCase(), ...rankCase(),
  };
}

interface NumberTree {
  readonly [name: string]: number | NumberTree;
}

/** `{a: {b: 1}}` as `[['a.b', 1]]`: every parameter with the name it has in the code. */
export function flattened(tree: NumberTree, above = ''): [string, number][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'number' ? [[`${above}${name}`, value] as [string, number]] : flattened(value, `${above}${name}.`),
  );
}
