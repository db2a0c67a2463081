/** What a standard still lacks before others are asked about it. Pure. */
import { LOCALES, type Locale, type LocalisedText } from '#platform/input.ts';
import type { Criterion, StandardDocument } from './model.ts';

export const GAP_REASONS = [
  'no-themes', 'no-criteria', 'no-mandatory', 'no-summary', 'no-text', 'no-indicators', 'no-evidence', 'no-anchors', 'language', 'same-code', 'scores-crossed', 'limits-crossed',
] as const;
export type GapReason = (typeof GAP_REASONS)[number];

export interface Gap {
  reason: GapReason;
  /** Code of the theme, criterion or indicator; null: the standard as a whole. */
  at: string | null;
  /** Languages that the title has and this lacks. */
  languages: readonly Locale[];
}

const gap = (reason: GapReason, at: string | null = null, languages: readonly Locale[] = []): Gap => ({ reason, at, languages });
const has = (text: LocalisedText | undefined): text is LocalisedText => text !== undefined && Object.values(text).some((each) => each !== undefined && each !== '');

const SCORES = [1, 2, 3, 4, 5] as const;

/** Every text of the document with what it belongs to. */
export function textsOf(document: StandardDocument): { at: string | null; text: LocalisedText }[] {
  const found: { at: string | null; text: LocalisedText | undefined }[] = [document.title, document.summary, document.basis].map((text) => ({ at: null, text }));
  for (const theme of document.themes) {
    found.push({ at: theme.code, text: theme.title }, { at: theme.code, text: theme.text });
    for (const each of theme.criteria) {
      found.push(...[each.title, each.text, ...SCORES.map((score) => each.anchors?.[score])].map((text) => ({ at: each.code, text })));
      for (const sign of each.indicators) found.push({ at: sign.code, text: sign.text }, { at: sign.code, text: sign.evidence });
    }
  }
  return found.flatMap(({ at, text }) => (has(text) ? [{ at, text }] : []));
}

/** Whoever reads it in one of its languages reads all of it. */
function languageGaps(document: StandardDocument): Gap[] {
  const languages = LOCALES.filter((each) => document.title[each] !== undefined);
  const lacking = new Map<string | null, Set<Locale>>();
  for (const { at, text } of textsOf(document)) {
    for (const language of languages) if (text[language] === undefined) lacking.set(at, (lacking.get(at) ?? new Set()).add(language));
  }
  return [...lacking].map(([at, missing]) => gap('language', at, languages.filter((each) => missing.has(each))));
}

function criterionGaps(criterion: Criterion): Gap[] {
  const { code, text, indicators, scale, anchors } = criterion;
  return [
    ...(has(text) ? [] : [gap('no-text', code)]),
    ...(indicators.length > 0 ? [] : [gap('no-indicators', code)]),
    ...indicators.filter(({ evidence }) => !has(evidence)).map((each) => gap('no-evidence', each.code)),
    ...(scale === 'five' && !SCORES.every((score) => has(anchors?.[score])) ? [gap('no-anchors', code)] : []),
  ];
}

/** Codes that stand twice: findings, comments and differences point to them. */
function doubledCodes({ themes }: StandardDocument): string[] {
  const codes = themes.flatMap((theme) => [theme.code, ...theme.criteria.flatMap((each) => [each.code, ...each.indicators.map((sign) => sign.code)])]);
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}

/** What is missing or contradicts itself, in the order of the document; empty: others can be asked about it. */
export function completeness(document: StandardDocument): Gap[] {
  const { themes, rule } = document;
  const criteria = themes.flatMap((theme) => theme.criteria);
  return [
    ...(has(document.summary) ? [] : [gap('no-summary')]),
    ...(themes.length > 0 ? [] : [gap('no-themes')]),
    ...themes.filter((theme) => theme.criteria.length === 0).map(({ code }) => gap('no-criteria', code)),
    ...(criteria.length === 0 || criteria.some(({ mandatory }) => mandatory) ? [] : [gap('no-mandatory')]),
    ...criteria.flatMap(criterionGaps),
    ...languageGaps(document),
    ...doubledCodes(document).map((code) => gap('same-code', code)),
    ...(rule.partlyFrom < rule.metFrom ? [] : [gap('scores-crossed')]),
    ...(rule.conditionsFrom < rule.approveFrom ? [] : [gap('limits-crossed')]),
  ];
}
