/** Taking passages out so that everybody sees that something was taken out, and what kind of thing. Pure. */
import type { ReasonCode } from './reasons.ts';

export interface Passage {
  start: number;
  end: number;
  reason: ReasonCode;
}

/** What stands in the place of a passage. */
export type Mark = 'person-number' | 'contact' | 'name' | 'health' | 'abuse' | 'other';

export function markOf(reason: ReasonCode): Mark {
  if (reason === 'person-number' || reason === 'health') return reason;
  if (reason === 'contact-details') return 'contact';
  if (reason === 'named-person' || reason === 'privacy') return 'name';
  return reason === 'profanity' || reason === 'hate' ? 'abuse' : 'other';
}

/** Passages that overlap become one, with the mark of the first. @param marks in the language of the text */
export function redactText(text: string, passages: readonly Passage[], marks: Readonly<Record<Mark, string>>): string {
  const sorted = [...passages].filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
  let shown = '';
  let at = 0;
  for (const { start, end, reason } of sorted) {
    if (start >= at) shown += `${text.slice(at, start)}${marks[markOf(reason)]}`;
    at = Math.max(at, end);
  }
  return `${shown}${text.slice(at)}`;
}

/** Whether words remain beside what is taken out. */
export function leavesWords(text: string, passages: readonly Passage[]): boolean {
  const bare = { 'person-number': ' ', contact: ' ', name: ' ', health: ' ', abuse: ' ', other: ' ' } as const satisfies Record<Mark, string>;
  return /\p{L}/u.test(redactText(text, passages, bare));
}

/** Every place where a text that somebody typed stands. Empty: it stands nowhere. */
export function placesOf(text: string, typed: string): { start: number; end: number }[] {
  const found = [];
  for (let at = text.indexOf(typed); typed !== '' && at >= 0; at = text.indexOf(typed, at + typed.length)) found.push({ start: at, end: at + typed.length });
  return found;
}
