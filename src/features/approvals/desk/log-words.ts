/** What an entry of a case says beside its name, in a line. Pure. */
import { formatDay, messages, type Locale } from '#i18n/index.ts';
import type { CaseEntry } from '../model/events.ts';
import { personText, scoreText, type People } from './words.ts';

/** null: its name says it all. */
export function logDetail(locale: Locale, entry: CaseEntry, people: People): string | null {
  const t = messages(locale).approvals;
  const until = (day: string) => messages(locale).applying.question.by(formatDay(locale, day));
  switch (entry.kind) {
    case 'assigned':
    case 'decider-named':
      return personText(locale, entry.content.person, people);
    case 'impartiality':
      return entry.content.impartial ? t.impartial.yes : t.impartial.no;
    case 'finding':
      return `${entry.content.criterion} – ${scoreText(locale, entry.content.score)}`;
    case 'asked':
    case 'hearing-opened':
    case 'hearing-extended':
      return until(entry.content.deadline);
    case 'recommended':
    case 'decided':
      return t.outcome[entry.content.outcome];
    case 'correction-treated':
      return messages(locale).applying.hearing.outcome[entry.content.accepted ? 'accepted' : 'rejected'];
    case 'condition-shown':
      return String(entry.content.number);
    case 'condition-judged':
      return `${entry.content.number} – ${entry.content.met ? t.condition.met : t.condition.unmet}`;
    case 'condition-extended':
      return `${entry.content.number} – ${formatDay(locale, entry.content.dueOn)}`;
    case 'appeal-decided':
      return t.appeal[entry.content.result];
    case 'noted':
    case 'notice':
      return entry.content.text;
    case 'visited':
      return formatDay(locale, entry.content.on);
    case 'taken-back':
    case 'reopened':
      return entry.content.reason;
    default:
      return null;
  }
}
