/**
 * The method for comparing placement results (method.md), as pure functions.
 * Exactly the functions of its appendix A, and the parameters of its appendix B.
 */
export { METHOD_VERSION, PARAMETERS } from './parameters.ts';
export { newcombeDiff, rateWithUnknown, wilson } from './crude.ts';
export { byar, countLimits, poissonExact } from './counts.ts';
export { mergeStrata } from './strata.ts';
export { indirect, ratioLimits } from './expected.ts';
export { midPz } from './midp.ts';
export { fitLogistic } from './logistic.ts';
export { criticalValue, phi, quantile7, rankability, tau2 } from './overdispersion.ts';
export { effectiveN, funnelLimitsBinomial, funnelLimitsOverdispersed } from './funnel.ts';
export { pairwise, verdict } from './verdict.ts';
export { compareProviders } from './compare.ts';
export { cellPrior, ebPosterior, priorStrength, providerFactor } from './estimate.ts';
export { suppress } from './suppress.ts';
export { auditBounds } from './audit.ts';
export { displayInterval, extremeBand, roundCount } from './disclosure.ts';
export { divided, reviewScore, reviewWeights } from './reviews.ts';
export type { Band, Grade, Reason, Verdict, VerdictCode, VerdictInput } from './verdict.ts';
export type { CompareRow, Comparison, NotCompared, ProviderComparison } from './compare.ts';
export type { ExtremeBand } from './disclosure.ts';
export type { PrimaryKind, SuppressInput } from './layers.ts';
export type { Suppressed } from './suppress.ts';
export type { CountLimits, Limits } from './counts.ts';
export type { DifferenceLimits, RateLimits, RateWithUnknown } from './crude.ts';
export type { Indirect, OwnCell, RatioLimits, Reference, ReferenceCell } from './expected.ts';
export type { CellPrior, CellPriorInput, Posterior, PosteriorInput, ProviderFactor } from './estimate.ts';
export type { LogisticFit, LogisticInput } from './logistic.ts';
export type { MidP } from './midp.ts';
export type { Phi } from './overdispersion.ts';
export type { ReviewScore } from './reviews.ts';
export type { StratumRow } from './strata.ts';
