/** What a catalogue brings beside what is stored. Pure. */
import { LOCALES, type LocalisedText } from '#platform/input.ts';

/** `kept` belong to the shipped register or to another source: what they say stays. */
export interface Comparison<T> {
  added: T[];
  changed: T[];
  unchanged: number;
  kept: string[];
}

export interface StoredPlace {
  code: string;
  /** null: shipped register. */
  sourceId: number | null;
  /** Text that is equal if and only if the contents are. */
  key: string;
}

/** @param sourceId null: a source that is not stored yet */
export function compare<T extends { code: string }>(
  wanted: readonly T[],
  stored: readonly StoredPlace[],
  sourceId: number | null,
  key: (each: T) => string,
): Comparison<T> {
  const known = new Map(stored.map((each) => [each.code, each]));
  const answer: Comparison<T> = { added: [], changed: [], unchanged: 0, kept: [] };
  for (const each of wanted) {
    const before = known.get(each.code);
    if (!before) answer.added.push(each);
    else if (before.sourceId === null || before.sourceId !== sourceId) answer.kept.push(each.code);
    else if (before.key !== key(each)) answer.changed.push(each);
    else answer.unchanged += 1;
  }
  return answer;
}

/** Equal texts give equal keys, in whatever order the languages are stored. */
export function textKey(text: LocalisedText | null | undefined): string {
  return JSON.stringify(LOCALES.map((locale) => text?.[locale] ?? null));
}
