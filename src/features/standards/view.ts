/** Standards in words. Pure. */
import { formatDay, formatNumber, messages, pickText, type Locale } from '#i18n/index.ts';
import type { LocalisedText } from '#platform/input.ts';
import type { ElementDifference, FieldDifference, Value } from './differences.ts';
import { criteriaOf, nextPublished, phaseOf, type MachineCheck, type Phase, type StandardDocument, type VersionDates } from './model.ts';

export const spoken = (text: LocalisedText | null | undefined, locale: Locale): string => pickText(text, locale)?.text ?? '';

/** What the site looks at, in one sentence. */
export function checkText(locale: Locale, check: MachineCheck): string {
  const { checks } = messages(locale).standards;
  switch (check.kind) {
    case 'results-reported':
      return checks['results-reported'](check.halfYears, check.grade);
    case 'last-confirmed':
      return checks['last-confirmed'](check.months);
    case 'in-area':
      return checks['in-area'][check.by];
    case 'review-invitations':
      return checks['review-invitations'](check.percent);
    default:
      return checks[check.kind];
  }
}

/** @param versions of the same standard, oldest first */
export function phaseOfVersion<V extends VersionDates & { number: number }>(versions: readonly V[], version: V, day: string): Phase {
  return phaseOf(version, nextPublished(versions, version.number), day);
}

/** The version that a reader wants: in force, else the one that comes, else the one out to consultation, else the newest. */
export function presentVersion<V extends VersionDates & { number: number }>(versions: readonly V[], day: string): V | null {
  const phases = versions.map((version) => ({ version, phase: phaseOfVersion(versions, version, day) }));
  for (const wanted of ['in-force', 'announced', 'consultation', 'consulted'] as const) {
    const found = phases.find(({ phase }) => phase === wanted);
    if (found) return found.version;
  }
  return versions.at(-1) ?? null;
}

/** Facts of a version, each with its label; what is not settled yet is left out. */
export function dateFacts(locale: Locale, version: VersionDates): { label: string; text: string }[] {
  const { dates } = messages(locale).standards;
  const day = (label: string, value: string | null) => (value === null ? [] : [{ label, text: formatDay(locale, value) }]);
  const { consultationFrom: from, consultationUntil: until } = version;
  return [
    ...(from !== null && until !== null ? [{ label: dates.consultation, text: dates.span(formatDay(locale, from), formatDay(locale, until)) }] : []),
    ...day(dates.published, version.publishedOn), ...day(dates.inForce, version.inForceFrom), ...day(dates.applications, version.applicationsFrom), ...day(dates.grace, version.graceUntil),
  ];
}

/** `2.1 Results that others have checked`; null: the whole. */
export function partName(locale: Locale, document: StandardDocument, code: string): string {
  const found = document.themes.find((each) => each.code === code) ?? criteriaOf(document).find(({ criterion }) => criterion.code === code)?.criterion;
  return found ? `${code} ${spoken(found.title, locale)}` : code;
}

/** Themes and criteria to choose from, in order. */
export function partChoices(locale: Locale, document: StandardDocument): { value: string; text: string }[] {
  return document.themes.flatMap((theme) => [theme, ...theme.criteria]).map(({ code }) => ({ value: code, text: partName(locale, document, code) }));
}

/** Id of a theme or criterion on the page. */
export const anchorOf = (code: string): string => `c-${code.replaceAll('.', '-')}`;

export function fieldName(locale: Locale, { field, language }: Pick<FieldDifference, 'field' | 'language'>): string {
  const t = messages(locale).standards;
  const names: Readonly<Record<string, string>> = t.differences.fields;
  const [head = '', tail] = field.split('.');
  const name = names[field] ?? (head === 'anchors' ? t.point(Number(tail)) : (names[head] ?? field));
  return language === null || language === locale ? name : `${name} (${language})`;
}

/** A value as a person reads it. null: nothing is there. */
export function valueText(locale: Locale, field: string, value: Value | null): string {
  const { common, standards: t } = messages(locale);
  if (value === null || value === '') return t.differences.nothing;
  if (typeof value === 'boolean') return value ? common.yes : common.no;
  if (typeof value === 'number') return formatNumber(locale, value);
  if (field === 'scale') return value === 'met' || value === 'five' ? t.scale[value] : value;
  if (field === 'check') return checkText(locale, JSON.parse(value) as MachineCheck);
  return field === 'order' ? value.split(' ').join(', ') : value;
}

/** What differs in the reader's language and in none; other languages only where the reader's own does not say it. What is new or gone shows its number. */
export function shownFields(locale: Locale, { fields, change }: ElementDifference): FieldDifference[] {
  const own = fields.some(({ language }) => language === locale) ? locale : (fields.find(({ language }) => language !== null)?.language ?? null);
  return fields.filter(({ language, field }) => (language === null || language === own) && (change === 'changed' || field !== 'under'));
}

/** The name that an element has in the newer version, or had. */
export function elementTitle(locale: Locale, { fields, code, kind }: ElementDifference, documents: readonly StandardDocument[]): string {
  if (kind === 'standard') return '';
  for (const document of documents) {
    const name = partName(locale, document, code);
    if (name !== code) return name;
    for (const { criterion } of criteriaOf(document)) {
      const sign = criterion.indicators.find((each) => each.code === code);
      if (sign) return `${code} ${spoken(sign.text, locale)}`;
    }
  }
  return fields.length > 0 ? code : '';
}

/** What an authority does next with a version. @param day today, YYYY-MM-DD */
export function nextStepText(locale: Locale, { consultationUntil }: VersionDates, phase: Phase, complete: boolean, day: string): string {
  const { version: t } = messages(locale).deskStandards;
  switch (phase) {
    case 'draft':
      return !complete ? t.nextIncomplete : consultationUntil !== null && consultationUntil < day ? t.nextPublish : t.nextDraft;
    case 'consultation':
      return t.nextConsultation(formatDay(locale, consultationUntil ?? day));
    case 'consulted':
      return t.nextConsulted;
    case 'abandoned':
      return t.nextAbandoned;
    default:
      return t.nextPublished;
  }
}
