/** The queue as its address has it, and how a line of it reads. Pure. */
import { formatDay, messages, type Locale } from '#i18n/index.ts';
import type { ListedCase, QueueFilter } from '../queries/cases.ts';
import { casePath } from '../paths.ts';
import type { Viewer } from './next-step.ts';

const FILTERS: readonly QueueFilter[] = ['open', 'mine', 'free', 'decide', 'waiting', 'appeals', 'follow-up', 'decided'];

/** What is no filter or page is the first of each. `name`: a part of a provider's, instead of a filter; empty: none was asked for. */
export function queueQuery(query: URLSearchParams): { filter: QueueFilter; page: number; name: string } {
  const asked = query.get('state');
  const page = query.get('page') ?? '';
  return { filter: FILTERS.find((each) => each === asked) ?? 'open', page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1, name: (query.get('q') ?? '').trim().slice(0, 200) };
}

export function queueHref(path: string, filter: QueueFilter, page = 1): string {
  const query = new URLSearchParams({ ...(filter === 'open' ? {} : { state: filter }), ...(page === 1 ? {} : { page: String(page) }) });
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Straight to where the next thing is done. @returns a path without language */
export function workPath(authorityId: number, { id, state, assessor }: ListedCase, { personId, decides }: Viewer): string {
  const base = casePath(authorityId, id);
  if (state === 'assessing' && assessor?.personId === personId) return `${base}/assessment`;
  return (state === 'proposed' || state === 'heard') && decides && assessor?.personId !== personId ? `${base}/decision` : base;
}

/** Where the case stands, in a line. */
export function standText(locale: Locale, { state, measure, replyBy, appeal, approval, outcome, conditionDue }: ListedCase): string {
  const { approvals: t, applying, cases } = messages(locale);
  if (appeal === 'lodged') return t.appeal.lodged;
  if (state === 'questioned' || state === 'hearing') return replyBy === null ? t.state[state] : `${t.state[state]}: ${cases.question.waits(formatDay(locale, replyBy))}`;
  if (state !== 'decided') return measure ? `${cases.follow.heading}: ${t.state[state]}` : t.state[state];
  if (conditionDue !== null) return `${t.outcome.conditions}: ${applying.condition.due(formatDay(locale, conditionDue))}`;
  return approval === null ? t.outcome[outcome ?? 'refuse'] : t.approval[approval];
}
