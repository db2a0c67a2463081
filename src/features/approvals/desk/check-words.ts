/** What a machine check looked at, in words. Pure. */
import { formatDay, formatList, formatNumber, messages, type Locale } from '#i18n/index.ts';
import type { CheckOutcome } from '#features/standards/checks.ts';

export interface ShownCheck {
  outcome: CheckOutcome;
  inputs: Readonly<Record<string, unknown>>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function valueText(locale: Locale, value: unknown): string {
  const t = messages(locale).approvals.inputs;
  if (value === null || value === undefined) return t.nothing;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return formatNumber(locale, value);
  if (typeof value === 'string') return DAY.test(value) ? formatDay(locale, value) : (t.values[value as keyof typeof t.values] ?? value);
  if (Array.isArray(value)) return value.length === 0 ? t.nothing : formatList(locale, value.map((each) => valueText(locale, each)));
  return Object.values(value as Record<string, unknown>).map((each) => valueText(locale, each)).join(': ');
}

/** A name that no wording knows stands as it is: what was looked at is never left out. */
export function inputLines(locale: Locale, inputs: Readonly<Record<string, unknown>>): { label: string; text: string }[] {
  const { names } = messages(locale).approvals.inputs;
  return Object.entries(inputs).map(([name, value]) => ({ label: names[name as keyof typeof names] ?? name, text: valueText(locale, value) }));
}
