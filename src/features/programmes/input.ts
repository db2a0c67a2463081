/** What may be said about a programme (catalogue-format.md, "Programme"). */
import { z } from 'zod';
import { isoDate, localisedText, money, optional, regionCode } from '#platform/input.ts';
import { languageTag } from '#features/providers/input.ts';

export const PROGRAMME_KINDS = [
  'individual-counselling', 'job-search-course', 'job-club', 'job-matching', 'mentoring', 'work-placement',
  'skills-training', 'assessment', 'health-support', 'job-coaching', 'outplacement',
  'language-and-integration', 'self-employment', 'other',
] as const;
export const PURPOSES = ['return-to-work', 'preventive', 'curative', 'reintegration', 'education', 'clarification'] as const;
export const PHASES = ['self-exploration', 'vision', 'market-exploration', 'market-approach'] as const;
export const ATTENDANCE_RULES = ['voluntary', 'mandated', 'either'] as const;
export const ACCESS_WAYS = ['self', 'municipality', 'unemployment-fund', 'employer'] as const;
export const STAGE_FORMATS = ['group', 'individual', 'mixed', 'self-paced'] as const;
export const MATCHING = ['occupation', 'sector', 'level', 'experience', 'age', 'education'] as const;
export const PREMISES = ['provider', 'home', 'remote', 'mixed'] as const;
export const DELIVERY = ['onsite', 'remote'] as const;
export const PRICE_UNITS = ['participant', 'hour', 'week', 'month', 'placement'] as const;
export const PAYERS = ['citizen', 'municipality', 'unemployment-fund', 'state', 'employer'] as const;

const positive = z.number().min(0).max(100_000);

export const stage = z
  .strictObject({
    title: localisedText,
    weeks: optional(positive),
    days: optional(positive),
    hoursPerDay: optional(z.number().min(0).max(24)),
    hours: optional(positive),
    format: z.enum(STAGE_FORMATS),
    groupSize: optional(
      z
        .strictObject({ min: optional(z.int().min(1)), max: optional(z.int().min(1)) })
        .refine((size) => size.min === undefined || size.max === undefined || size.min <= size.max, {
          error: 'min at most max',
        }),
    ),
    coachesPerGroup: optional(z.number().min(0).max(100)),
    matchedOn: optional(z.array(z.enum(MATCHING))),
    premises: optional(z.enum(PREMISES)),
    description: optional(localisedText),
  })
  .superRefine((value, context) => {
    const { days, hoursPerDay, hours } = value;
    if (days === undefined || hoursPerDay === undefined || hours === undefined) return;
    if (Math.abs(days * hoursPerDay - hours) > 1e-6) {
      context.addIssue({ code: 'custom', path: ['hours'], input: hours, message: `days × hoursPerDay = ${days * hoursPerDay}` });
    }
  });

export const price = z.strictObject({
  ...money.shape,
  per: z.enum(PRICE_UNITS),
  paidBy: z.enum(PAYERS),
  note: optional(localisedText),
});

export const programme = z.strictObject({
  code: z.string().trim().min(1).max(200),
  title: localisedText,
  summary: optional(localisedText),
  kind: z.enum(PROGRAMME_KINDS),
  purposes: optional(z.array(z.enum(PURPOSES))),
  phases: optional(z.array(z.strictObject({ phase: z.enum(PHASES), sharePercent: optional(z.number().min(0).max(100)) }))),
  sequence: optional(z.enum(['linear', 'circular'])),
  methods: optional(
    z.array(
      z.strictObject({
        code: optional(z.string().max(200)),
        name: localisedText,
        description: optional(localisedText),
        steps: optional(z.array(localisedText)),
      }),
    ),
  ),
  attendance: optional(z.enum(ATTENDANCE_RULES)),
  access: optional(z.array(z.enum(ACCESS_WAYS))),
  plannedMaxDays: optional(z.int().min(1).max(730)),
  stages: z.array(stage).min(1),
  aftercareMonths: optional(positive),
  individualFollowUp: optional(localisedText),
  specialists: optional(z.array(localisedText)),
  goals: optional(z.array(localisedText)),
  targetGroups: optional(
    z.array(z.strictObject({ code: z.string().min(1).max(100), since: optional(isoDate), note: optional(localisedText) })),
  ),
  coverage: optional(z.array(regionCode)),
  languages: optional(z.array(languageTag)),
  delivery: optional(z.array(z.enum(DELIVERY))),
  prices: optional(z.array(price)),
  waitingWeeks: optional(positive),
  capacity: optional(z.int().min(0)),
  startedOn: optional(isoDate),
  endedOn: optional(isoDate),
});

export type Programme = z.output<typeof programme>;
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];
export type Stage = z.output<typeof stage>;
export type Price = z.output<typeof price>;
