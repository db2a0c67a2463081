/** What a provider fills in about a programme, page by page. Pure. */
import type { Field } from '#platform/document-form/fields.ts';

export const PROGRAMME_PARTS = ['basics', 'content', 'methods', 'access'] as const;
export type ProgrammePart = (typeof PROGRAMME_PARTS)[number];

const STAGE: readonly Field[] = [
  { kind: 'words', name: 'title', must: true },
  { kind: 'choice', name: 'format', options: 'stageFormat', must: true },
  { kind: 'number', name: 'weeks' },
  { kind: 'number', name: 'days' },
  { kind: 'number', name: 'hoursPerDay' },
  { kind: 'number', name: 'hours', rule: 'hours-sum' },
  { kind: 'group', name: 'groupSize', rule: 'least-most', fields: [{ kind: 'number', name: 'min' }, { kind: 'number', name: 'max' }] },
  { kind: 'number', name: 'coachesPerGroup' },
  { kind: 'checks', name: 'matchedOn', options: 'matching', none: true },
  { kind: 'choice', name: 'premises', options: 'premises' },
  { kind: 'words', name: 'description', lines: 3 },
];

export const PROGRAMME_FIELDS: Readonly<Record<ProgrammePart, readonly Field[]>> = {
  basics: [
    { kind: 'words', name: 'title', must: true },
    { kind: 'choice', name: 'kind', options: 'programmeKind', must: true },
    { kind: 'words', name: 'summary', lines: 3 },
    { kind: 'picks', name: 'targetGroups', key: 'code', options: 'targetGroup', fields: [{ kind: 'day', name: 'since' }, { kind: 'words', name: 'note' }] },
    { kind: 'checks', name: 'purposes', options: 'purpose' },
  ],
  content: [{ kind: 'rows', name: 'stages', fields: STAGE, always: true }],
  methods: [
    { kind: 'picks', name: 'phases', key: 'phase', options: 'phase', fields: [{ kind: 'number', name: 'sharePercent' }] },
    { kind: 'choice', name: 'sequence', options: 'sequence' },
    {
      kind: 'rows', name: 'methods', fields: [
        { kind: 'words', name: 'name', must: true },
        { kind: 'words', name: 'description', lines: 3 },
        { kind: 'wordList', name: 'steps' },
      ],
    },
    { kind: 'wordList', name: 'goals' },
    { kind: 'wordList', name: 'specialists' },
    { kind: 'number', name: 'aftercareMonths' },
    { kind: 'words', name: 'individualFollowUp', lines: 6 },
  ],
  access: [
    { kind: 'checks', name: 'access', options: 'access' },
    { kind: 'choice', name: 'attendance', options: 'attendance' },
    {
      kind: 'rows', name: 'prices', fields: [
        { kind: 'money', name: 'amount', must: true },
        { kind: 'choice', name: 'currency', options: 'currency', preset: 'DKK' },
        { kind: 'choice', name: 'per', options: 'priceUnit', must: true },
        { kind: 'choice', name: 'paidBy', options: 'payer', must: true },
        { kind: 'words', name: 'note' },
      ],
    },
    { kind: 'number', name: 'waitingWeeks' },
    { kind: 'number', name: 'capacity' },
    { kind: 'checks', name: 'delivery', options: 'delivery' },
    { kind: 'number', name: 'plannedMaxDays' },
    { kind: 'checks', name: 'languages', options: 'language' },
    { kind: 'checks', name: 'coverage', options: 'coverage', byArea: true },
    { kind: 'day', name: 'startedOn' },
    { kind: 'day', name: 'endedOn' },
  ],
};

export function isProgrammePart(value: string | undefined): value is ProgrammePart {
  return (PROGRAMME_PARTS as readonly (string | undefined)[]).includes(value);
}
