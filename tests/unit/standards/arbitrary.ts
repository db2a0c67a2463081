/** Any standard: for properties that hold whatever is in it. */
import fc from 'fast-check';
import { standardDocument } from '#features/standards/input.ts';
import type { StandardDocument } from '#features/standards/model.ts';

const line = fc.stringMatching(/^[a-zæøå]{1,8}( [a-z]{1,6})?$/);
const text = fc.record({ da: line, en: line }, { requiredKeys: ['da'] });
const check = fc.constantFrom(
  { kind: 'prices-public' }, { kind: 'funnel-complete' }, { kind: 'last-confirmed', months: 6 }, { kind: 'in-area', by: 'either' }, { kind: 'results-reported', halfYears: 2, grade: 'B' }, { kind: 'review-invitations', percent: 80 },
);
const anchors = fc.record({ 1: text, 2: text, 3: text, 4: text, 5: text });
const indicator = fc.record({ text, evidence: text }, { requiredKeys: ['text'] });
const criterion = fc.record(
  { title: text, text, weight: fc.integer({ min: 1, max: 5 }), mandatory: fc.boolean(), scale: fc.constantFrom('met', 'five'), anchors, indicators: fc.array(indicator, { maxLength: 3 }), check },
  { requiredKeys: ['title', 'weight', 'mandatory', 'scale', 'indicators'] },
);
const theme = fc.record({ title: text, text, criteria: fc.array(criterion, { maxLength: 4 }) }, { requiredKeys: ['title', 'criteria'] });
const rule = fc.record({ metFrom: fc.integer({ min: 2, max: 5 }), partlyFrom: fc.integer({ min: 1, max: 4 }), approveFrom: fc.integer({ min: 1, max: 100 }), conditionsFrom: fc.integer({ min: 0, max: 100 }) });
const limits = fc.record({ decision: fc.integer({ min: 5, max: 250 }), reply: fc.integer({ min: 3, max: 60 }), hearing: fc.integer({ min: 5, max: 60 }), appeal: fc.integer({ min: 14, max: 365 }) });

/** Codes come from a small pot, so that two documents have elements in common, in other places and another order. */
function coded(draft: { themes: { criteria: { indicators: object[] }[] }[] }, order: readonly number[]): StandardDocument {
  let next = 0;
  const code = () => `c${order[next++ % order.length]}-${Math.floor(next / order.length)}`;
  const themes = draft.themes.map((each) => ({ code: code(), ...each, criteria: each.criteria.map((one) => ({ code: code(), ...one, indicators: one.indicators.map((sign) => ({ code: code(), ...sign })) })) }));
  return standardDocument.parse({ ...draft, themes });
}

export const anyStandard: fc.Arbitrary<StandardDocument> = fc
  .tuple(
    fc.record({ title: text, summary: text, basis: text, example: fc.boolean(), validMonths: fc.integer({ min: 1, max: 120 }), limits, rule, themes: fc.array(theme, { maxLength: 4 }) }, { requiredKeys: ['title', 'example', 'validMonths', 'limits', 'rule', 'themes'] }),
    fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { minLength: 10 }),
  )
  .map(([draft, order]) => coded(draft as never, order));
