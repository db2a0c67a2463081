/** One request of an author: a signed statement from the browser, or the plain form of a printed code. Says what came of it. */
import type { Context } from '#platform/context.ts';
import { domainErrorCode, ERROR_STATUS } from '#platform/errors.ts';
import { formValues, problemOf, problemsOf, Refused, type FormState, type Problem } from '#platform/form.ts';
import { quietError } from '#platform/http/review-host.ts';
import { log } from '#platform/log.ts';
import type { Locale } from '#platform/input.ts';
import { openCode, openStatement, type Author } from './authors.ts';
import { authorView, type AuthorView } from './author-view.ts';
import { appealDecision, editReview, withdrawReview } from './commands/author-acts.ts';
import { redeem } from './commands/redeem.ts';
import { DIMENSIONS, type Ratings, type ReviewContent } from './content.ts';
import { codeAppealInput, codeInput, codeReviewInput, contentInput, signedStatement, type CodeAnswers } from './input.ts';
import type { ModerationPort } from './ports.ts';
import type { Statement } from './statement.ts';

export type AuthorDone = 'written' | 'edited' | 'withdrawn' | 'appealed';

export interface AuthorAnswer {
  status: number;
  /** null: nobody can be told from what was sent. */
  view: AuthorView | null;
  /** The code that was typed; null with a receipt. */
  code: string | null;
  done: AuthorDone | null;
  /** What was typed and what is wrong with it. */
  form: FormState;
}

/** A statement without its key, whichever way it came. */
type Wish = { act: 'read' } | { act: 'write'; content: ReviewContent } | { act: 'edit'; revision: number; content: ReviewContent } | { act: 'withdraw' } | { act: 'appeal'; decision: string; words: string };

const DONE: Record<Exclude<Wish['act'], 'read'>, AuthorDone> = { write: 'written', edit: 'edited', withdraw: 'withdrawn', appeal: 'appealed' };

async function perform(ctx: Context, moderation: ModerationPort, author: Author, wish: Wish): Promise<AuthorDone | null> {
  switch (wish.act) {
    case 'read':
      return null;
    case 'write':
      await redeem(ctx, moderation, author, wish.content);
      break;
    case 'edit':
      await editReview(ctx, moderation, author, wish.revision, wish.content);
      break;
    case 'withdraw':
      await withdrawReview(ctx, moderation, author);
      break;
    case 'appeal':
      await appealDecision(ctx, moderation, author, wish);
      break;
  }
  return DONE[wish.act];
}

function contentOf({ ratings, attendance, finished, outcome, text }: CodeAnswers, language: Locale): ReviewContent {
  const given = Object.fromEntries(DIMENSIONS.map((each) => [each, ratings?.[each] ?? null])) as Ratings;
  return { ratings: given, attendance, finished, outcome, text: text ?? null, language };
}

/** @throws Refused */
function parsed<T>(result: { success: true; data: T } | { success: false; error: { issues: Parameters<typeof problemOf>[0][] } }, values: unknown): T {
  if (result.success) return result.data;
  throw new Refused('invalid', ...result.error.issues.map((issue) => problemOf(issue, values)));
}

function codeWish(form: FormData, language: Locale): Wish {
  const values = formValues(form);
  switch (form.get('step')) {
    case 'write':
    case 'edit': {
      const { revision, ...answers } = parsed(codeReviewInput.safeParse(values), values);
      const content = parsed(contentInput.safeParse(contentOf(answers, language)), values);
      return form.get('step') === 'edit' ? { act: 'edit', revision: revision ?? 0, content } : { act: 'write', content };
    }
    case 'withdraw':
      return { act: 'withdraw' };
    case 'appeal':
      return { act: 'appeal', ...parsed(codeAppealInput.safeParse(values), values) };
    default:
      return { act: 'read' };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The fields of the form, out of what was signed: it may be what is not right that comes back. */
function typedOf(statement: string): Record<string, string> {
  const said = json(statement);
  const content = isRecord(said) && isRecord(said['content']) ? said['content'] : {};
  const { ratings, ...answers } = content;
  const given = { ...answers, ...(isRecord(said) ? { words: said['words'] } : {}), ...(isRecord(ratings) ? Object.fromEntries(Object.entries(ratings).map(([name, value]) => [`ratings.${name}`, value])) : {}) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === 'string' || typeof value === 'number').map(([name, value]) => [name, String(value)]));
}

function stateOf(values: Record<string, string>, problems: readonly Problem[], sent: boolean): FormState {
  return {
    sent, problems, shown: null,
    value: (name, present = '') => (sent ? (values[name] ?? '') : present),
    values: (name, present = []) => (sent ? (values[name] === undefined ? [] : [values[name]]) : present),
    problem: (name) => problems.find(({ field }) => field === name) ?? null,
  };
}

/** Names of fields as the form has them: the content of a statement lies one level deeper. */
const flat = (problem: Problem): Problem => ({ ...problem, field: problem.field?.replace(/^content\./, '') ?? null });

interface Opened {
  author: Author;
  wish(): Wish;
}

async function opened(ctx: Context, form: FormData, locale: Locale): Promise<Opened> {
  if (form.has('code')) {
    const { code } = parsed(codeInput.safeParse(formValues(form)), formValues(form));
    return { author: await openCode(ctx.db, code), wish: () => codeWish(form, locale) };
  }
  const given = signedStatement.safeParse(Object.fromEntries(['token', 'statement', 'signature'].map((name) => [name, form.get(name)])));
  if (!given.success) throw new Refused('invalid', { field: null, reason: 'receipt-refused' });
  const { author, said } = await openStatement(ctx.db, given.data);
  return { author, wish: () => said() satisfies Statement };
}

const asText = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '');

function typed(form: FormData): Record<string, string> {
  return form.has('statement') ? typedOf(asText(form.get('statement'))) : Object.fromEntries([...form].map(([name, value]) => [name, asText(value)]));
}

/** Refusals as problems; anything else is a fault of ours, of which only the kind is written down. */
function refusal(error: unknown): { status: number; problems: readonly Problem[] } {
  const code = domainErrorCode(error);
  if (code === null) {
    log.error(quietError(error), 'an author’s request failed');
    return { status: 500, problems: [{ field: null, reason: 'unavailable' }] };
  }
  const problems = problemsOf(error).map(flat);
  if (problems.length > 0) return { status: ERROR_STATUS[code], problems };
  return { status: ERROR_STATUS[code], problems: [{ field: null, reason: code === 'conflict' ? 'conflict' : 'receipt-refused' }] };
}

/** Never throws for what was sent. Nothing of the request is kept but what its command keeps. */
export async function answerAuthor(ctx: Context, moderation: ModerationPort, form: FormData, locale: Locale): Promise<AuthorAnswer> {
  const code = form.has('code') ? asText(form.get('code')) : null;
  const isStep = form.has('statement') || form.has('step');
  let author: Author | null = null;
  try {
    const { author: found, wish } = await opened(ctx, form, locale);
    author = found;
    const done = await perform(ctx, moderation, author, wish());
    return { status: 200, view: await authorView(ctx.db, moderation, author, locale), code, done, form: stateOf({}, [], false) };
  } catch (error) {
    const { status, problems } = refusal(error);
    const view = author && (await authorView(ctx.db, moderation, author, locale).catch(() => null));
    return { status, view, code, done: null, form: stateOf(typed(form), problems, isStep) };
  }
}
