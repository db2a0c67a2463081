/** When and about what people may say something. Pure. */
import { criterionByCode, type StandardDocument, type VersionDates } from './model.ts';

export const COMMENT_LENGTH = 4_000;
/** Names that people put to what they said are kept as long as this; the words stay, as part of how the standard came about. */
export const COMMENT_NAME_DAYS = 730;
export const SIDES = ['citizen', 'provider', 'authority', 'other'] as const;

/** A consultation takes comments, a published version questions: clarifications are public, the same for all. null: neither. @param day today */
export function commentKind({ state, consultationFrom, consultationUntil }: VersionDates, day: string): 'comment' | 'question' | null {
  if (state === 'published') return 'question';
  return state === 'consultation' && day >= (consultationFrom ?? '9999') && day <= (consultationUntil ?? '') ? 'comment' : null;
}

/** Whether the code is one of a theme or criterion. */
export function hasPart(document: StandardDocument, code: string): boolean {
  return document.themes.some((theme) => theme.code === code) || criterionByCode(document, code) !== null;
}
