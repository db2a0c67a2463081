/** What waits for a provider, and what it may see of a case. Pure. */
import { formatDay, messages, pickText, type Locale } from '#i18n/index.ts';
import type { LocalisedText } from '#platform/input.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import type { Case } from '../model/case.ts';
import type { CaseEntry, EventKind } from '../model/events.ts';
import { isFavourable } from '../model/outcome.ts';
import { isAnswered } from '../model/steps/common.ts';
import { applicationsPath, dossierPath, ownCasePath } from '../paths.ts';
import type { ListedCase } from '../queries/cases.ts';

export interface Todo {
  text: string;
  /** Without language. */
  path: string;
  /** YYYY-MM-DD by which it is to be done; null: whenever. */
  until: string | null;
}

/** Days before an approval ends from which to apply for the next. */
const RENEW_DAYS = 180;

function todoOf(locale: Locale, slug: string, each: ListedCase, renewing: boolean, today: string): Todo | null {
  const t = messages(locale).applying.todo;
  const { id, authority: { name: authority }, state, replyBy, conditionDue, approval, validTo } = each;
  const at = (text: (authority: string, day: string) => string, until: string, anchor: string): Todo => ({ text: text(authority, formatDay(locale, until)), path: `${ownCasePath(slug, id)}#${anchor}`, until });
  if (state === 'questioned' && replyBy !== null) return at(t.question, replyBy, 'questions');
  if (state === 'hearing' && replyBy !== null) return at(t.hearing, replyBy, 'hearing');
  if (conditionDue !== null) return at(conditionDue < today ? t.late : t.condition, conditionDue, 'conditions');
  if (approval === 'in-force' && validTo !== null && validTo <= addDays(today, RENEW_DAYS) && !renewing) return { text: t.renewal(authority, formatDay(locale, validTo)), path: `${applicationsPath(slug)}/apply`, until: validTo };
  return null;
}

/** Something that follows on it is on its way, or given already. */
const isRenewed = ({ id, authority, standard }: ListedCase, cases: readonly ListedCase[]): boolean =>
  cases.some((each) => each.id > id && each.renewal && each.authority.id === authority.id && each.standard.slug === standard.slug && each.state !== 'withdrawn' && (each.state !== 'decided' || each.approval === 'in-force'));

/** The most urgent first; drafts, which have no day, last. @param only one of the cases */
export function ownTodos(locale: Locale, slug: string, cases: readonly ListedCase[], drafts: readonly { id: number; title: LocalisedText }[], today: string, only: number | null = null): Todo[] {
  const t = messages(locale).applying.todo;
  const waiting = cases.filter(({ id }) => only === null || id === only).flatMap((each) => todoOf(locale, slug, each, isRenewed(each, cases), today) ?? []).toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9'));
  return [...waiting, ...drafts.map(({ id, title }) => ({ text: t.draft(pickText(title, locale)?.text ?? ''), path: dossierPath(slug, id), until: null }))];
}

/** Until somebody is heard or answered, how they are being assessed is the authority's draft. */
const DRAFTS: readonly EventKind[] = ['finding', 'checked', 'recommended', 'correction-treated', 'impartiality'];

/** What those who work on the case wrote to each other and for themselves. */
const INTERNAL: readonly EventKind[] = ['noted', 'taken-back'];

export function shownToApplicant<E extends CaseEntry>(entries: readonly E[]): E[] {
  const told = entries.findLast(({ kind }) => kind === 'hearing-opened' || kind === 'decided')?.seq ?? 0;
  return entries.filter(({ kind, seq }) => !INTERNAL.includes(kind) && (seq <= told || !DRAFTS.includes(kind)));
}

/** Published of the provider's own, to point to as evidence. */
export function ownPages(locale: Locale, slug: string, programmes: readonly { code: string; title: LocalisedText }[]): { path: string; text: string }[] {
  const { applying, deskResults } = messages(locale);
  const base = `/providers/${slug}`;
  return [
    { path: base, text: applying.draft.ownProfile },
    { path: `${base}/results`, text: deskResults.title },
    ...programmes.map(({ code, title }) => ({ path: `${base}/programmes/${encodeURIComponent(code)}`, text: pickText(title, locale)?.text ?? code })),
  ];
}

/** Before the first decision, and not while a measure about an approval is considered. */
export const canWithdraw = ({ application: at, round }: Case): boolean => at.state !== 'decided' && at.state !== 'withdrawn' && round === 1 && !('standing' in at && at.standing !== null);

/** Last day to appeal against the last decision; null: there is nothing to appeal, or it was appealed before. */
export function appealUntil(present: Case): string | null {
  const { decision, appeal } = present;
  if (decision === null || isFavourable(decision.outcome) || !isAnswered(present) || appeal.state === 'lodged') return null;
  return appeal.state !== 'none' && appeal.against.seq === decision.seq ? null : decision.appealUntil;
}
