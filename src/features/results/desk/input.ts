/** What the forms of the results desk send. */
import { z } from 'zod';
import { Refused, type Problem } from '#platform/form.ts';
import { result, type Result } from '../input.ts';
import { halfYear } from '../release/windows.ts';
import { faultWords } from './fault-words.ts';

export const slugInput = z.string().min(1).max(300);
export const sourceTitle = z.string().trim().min(3).max(200);
const halfYearName = z.string().regex(/^\d{4}H[12]$/, { error: 'choose' });
const file = z.instanceof(File, { error: 'required' }).refine(({ size }) => size > 0, { error: 'file-empty' });
const number = z.coerce.number({ error: 'number' }).int({ error: 'number' }).min(0).max(10_000_000);
const rowId = z.coerce.number({ error: 'choose' }).int({ error: 'choose' }).positive({ error: 'choose' });
const line = z.string().trim().min(2).max(500);

export const uploadInput = z.object({ slug: slugInput, source: sourceTitle, file });

/** Three counts that are told together or not at all. */
const counts = z.object({ placed: number.optional(), notPlaced: number.optional(), unknown: number.optional() }).optional();
export const figuresInput = z.object({
  slug: slugInput, source: sourceTitle, half: halfYearName, programme: z.string().max(200).optional(), targetGroup: z.string().max(100).optional(),
  started: number, completed: number.optional(), E6: counts, S12: counts,
});

export const reportInput = z.object({ slug: slugInput, version: z.string().max(40), reason: z.string().trim().min(5).max(2_000).optional() });
export const providerInput = z.object({ slug: slugInput });
export const evidenceInput = z.object({ slug: slugInput, file, halfYears: z.array(halfYearName, { error: 'choose' }).min(1, { error: 'choose' }).max(40) });
export const evidenceFileInput = z.object({ slug: slugInput, fileId: z.string().max(64) });
export const askInput = z.object({ slug: slugInput, authorityId: rowId, sourceId: rowId, from: halfYearName, to: halfYearName });
export const requestInput = z.object({ confirmationId: rowId });

const coverage = { told: number.optional(), known: number.optional() };
export const registerInput = z.object({ confirmationId: rowId, register: line, matchedBy: line, ...coverage });
export const sampleInput = z.object({ confirmationId: rowId, auditor: line, drawn: number, errors: number, ...coverage });
export const declineInput = z.object({ confirmationId: rowId, reason: z.string().trim().min(10).max(2_000) });

/** Both or neither. @throws Refused */
export function coverageOf({ told, known }: { told?: number | undefined; known?: number | undefined }): { told: number; known: number } | null {
  if (told === undefined && known === undefined) return null;
  if (told === undefined || known === undefined) throw new Refused('invalid', { field: told === undefined ? 'told' : 'known', reason: 'required' });
  return { told, known };
}

type Figures = z.output<typeof figuresInput>;
const MEASURES = ['E6', 'S12'] as const;
const FIELDS = ['placed', 'notPlaced', 'unknown'] as const;

function problemAt(path: readonly PropertyKey[], message: string, told: readonly string[]): Problem {
  const { rule, detail } = faultWords({ expected: message });
  const field = path[0] === 'outcomes' ? `${told[Number(path[1])] ?? 'E6'}.placed` : String(path[0] ?? '');
  return { field: field === '' ? null : field, reason: rule === 'sum' ? 'figures-sum' : rule === 'completed' ? 'figures-completed' : 'invalid', params: { limit: detail } };
}

/** One line of figures, by the same rules as a table. @throws Refused with what is wrong at which field */
export function resultOf({ half, programme, targetGroup, started, completed, ...given }: Figures): Result {
  const told = MEASURES.filter((measure) => FIELDS.some((field) => given[measure]?.[field] !== undefined));
  if (told.length === 0) throw new Refused('invalid', { field: 'E6.placed', reason: 'required' });
  const missing = told.flatMap((measure) => FIELDS.filter((field) => given[measure]?.[field] === undefined).map((field): Problem => ({ field: `${measure}.${field}`, reason: 'required' })));
  if (missing.length > 0) throw new Refused('invalid', ...missing);
  const { from, to } = halfYear(Number(half.slice(0, 4)), half.endsWith('H1') ? 1 : 2);
  const parsed = result.safeParse({ programme, targetGroup, from, to, started, completed, outcomes: told.map((measure) => ({ measure, ...given[measure] })), evidence: 'self-reported' });
  if (!parsed.success) throw new Refused('invalid', ...parsed.error.issues.map(({ path, message }) => problemAt(path, message, told)));
  return parsed.data;
}
