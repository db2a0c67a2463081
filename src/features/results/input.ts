/** What may be reported about a cohort (catalogue-format.md, "Result"; method.md section 2 defines the measures). */
import { z } from 'zod';
import { count, isoDate, money, optional, plainText, localisedText, regionCode } from '#platform/input.ts';

export const MEASURES = ['E3', 'E6', 'E12', 'S12', 'SUS6', 'other'] as const;
export const EXIT_REASONS = ['illness', 'moved', 'other-programme', 'stopped-attending', 'other', 'unknown'] as const;
export const EVIDENCE = ['register', 'documented', 'self-reported'] as const;
export const COUNTED_OVER = ['starters', 'completers'] as const;
export const COHORT_ATTENDANCE = ['voluntary', 'mandated'] as const;

/** `name` and `of` belong to `other` alone: a publisher's own measure, summing to its own base. */
export const outcome = z
  .strictObject({
    measure: z.enum(MEASURES),
    name: optional(localisedText),
    of: optional(count),
    placed: count,
    notPlaced: count,
    unknown: count,
    excluded: optional(count),
  })
  .superRefine((value, context) => {
    if (value.measure === 'other') {
      if (!value.name) context.addIssue({ code: 'custom', path: ['name'], message: 'a name for a measure of your own', input: null });
      if (value.of === undefined) context.addIssue({ code: 'custom', path: ['of'], message: 'the number of people counted', input: null });
      else if (outcomeTotal(value) !== value.of) {
        context.addIssue({ code: 'custom', path: ['of'], message: `placed + notPlaced + unknown + excluded = ${outcomeTotal(value)}`, input: value.of });
      }
    } else {
      for (const field of ['name', 'of'] as const) {
        if (value[field] !== undefined) {
          context.addIssue({ code: 'custom', path: [field], message: 'nothing: only the measure "other" has it', input: value[field] });
        }
      }
    }
  });

/** Everybody an outcome accounts for, so that nobody is lost. */
export function outcomeTotal(value: { placed: number; notPlaced: number; unknown: number; excluded?: number | undefined }): number {
  return value.placed + value.notPlaced + value.unknown + (value.excluded ?? 0);
}

export const result = z
  .strictObject({
    programme: optional(z.string().trim().min(1).max(200)),
    targetGroup: optional(z.string().min(1).max(100)),
    region: optional(regionCode),
    from: optional(isoDate),
    to: optional(isoDate),
    countedOver: z.enum(COUNTED_OVER).default('starters'),
    referred: optional(count),
    started: optional(count),
    completed: optional(count),
    exits: optional(z.array(z.strictObject({ reason: z.enum(EXIT_REASONS), count }))),
    outcomes: z.array(outcome),
    weeksToStart: optional(z.number().min(0)),
    weeksToJob: optional(z.number().min(0)),
    attendance: optional(z.enum(COHORT_ATTENDANCE)),
    cost: optional(money),
    evidence: z.enum(EVIDENCE),
    evidenceUrl: optional(z.string().max(2_000)),
    note: optional(localisedText),
    supersedes: optional(plainText),
  })
  .superRefine((value, context) => {
    const fault = (path: (string | number)[], message: string, input: unknown) =>
      context.addIssue({ code: 'custom', path, message, input });
    const { from, to, referred, started, completed } = value;
    if ((from === undefined) !== (to === undefined)) fault([from === undefined ? 'from' : 'to'], 'both from and to, or neither', null);
    if (from !== undefined && to !== undefined && from > to) fault(['to'], `a day on or after ${from}`, to);
    if (value.countedOver === 'completers') {
      if (completed === undefined) fault(['completed'], 'the number who completed, since the result is counted over completers', null);
    } else if (started === undefined) fault(['started'], 'the number who started', null);
    if (started !== undefined && completed !== undefined && completed > started) fault(['completed'], `at most started = ${started}`, completed);
    if (referred !== undefined && started !== undefined && started > referred) fault(['started'], `at most referred = ${referred}`, started);
    if (referred !== undefined && started === undefined && completed !== undefined && completed > referred) {
      fault(['completed'], `at most referred = ${referred}`, completed);
    }
    if (value.exits && started !== undefined) {
      const left = value.exits.reduce((sum, exit) => sum + exit.count, 0);
      const most = started - (completed ?? 0);
      if (left > most) fault(['exits'], `at most started − completed = ${most} people in all`, left);
    }
    const base = value.countedOver === 'completers' ? completed : started;
    const seen = new Set<string>();
    value.outcomes.forEach((each, index) => {
      const name = each.measure === 'other' ? `other ${JSON.stringify(each.name)}` : each.measure;
      if (seen.has(name)) fault(['outcomes', index, 'measure'], 'each measure once', each.measure);
      seen.add(name);
      if (each.measure === 'other' || base === undefined) return;
      if (outcomeTotal(each) !== base) {
        const word = value.countedOver === 'completers' ? 'completed' : 'started';
        fault(['outcomes', index], `placed + notPlaced + unknown + excluded = ${word} = ${base}`, outcomeTotal(each));
      }
    });
  });

export type Result = z.output<typeof result>;
export type Outcome = z.output<typeof outcome>;
export type Measure = (typeof MEASURES)[number];
export type Evidence = (typeof EVIDENCE)[number];
