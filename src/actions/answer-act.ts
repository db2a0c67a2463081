/** What follows an act: on to the next page (so that going back or reloading repeats nothing), or the form once more. */
import { getActionContext } from 'astro:actions';
import type { APIContext } from 'astro';
import { localePath } from '#i18n/index.ts';
import type { SentForm } from '#platform/form.ts';

type Acted = NonNullable<App.Locals['acted']>;

/** The page that the form is on, without what was done on it before. */
function back(context: APIContext): string {
  const query = new URLSearchParams(context.url.searchParams);
  query.delete('_action');
  query.delete('done');
  return `${context.originPathname}${query.size > 0 ? `?${query}` : ''}`;
}

function onwards(context: APIContext, to: string | undefined, done: string | undefined): Response {
  const target = to === undefined ? back(context) : localePath(context.locals.locale, to);
  const address = done === undefined ? target : `${target}${target.includes('?') ? '&' : '?'}done=${encodeURIComponent(done)}`;
  return context.redirect(address, 303);
}

async function again(context: APIContext, page: () => Promise<Response>, acted: Acted, given: Pick<SentForm, 'data' | 'problems' | 'shown'>, status: number): Promise<Response> {
  const key = acted.form.get('_key');
  context.locals.form = { act: acted.name, key: typeof key === 'string' ? key : '', ...given };
  const response = await page();
  // The page itself may have refused meanwhile: then that is the answer.
  return response.status === 200 ? new Response(response.body, { status, headers: response.headers }) : response;
}

/** Whoever was signed out while writing gets back what they wrote, to send it again. */
function keptForm(context: APIContext, { name, form }: Acted): Promise<Response> {
  context.locals.form = { act: name, key: '', data: form, problems: [], shown: null };
  return context.rewrite(localePath(context.locals.locale, '/kept'));
}

async function answer(context: APIContext, page: () => Promise<Response>, acted: Acted): Promise<Response> {
  const { outcome, form } = acted;
  if (outcome.state === 'done') {
    if (outcome.show) return again(context, page, acted, { data: null, problems: [], shown: outcome.show }, 200);
    return onwards(context, outcome.to, outcome.done);
  }
  if (outcome.state === 'problems') return again(context, page, acted, { data: form, problems: outcome.problems, shown: null }, outcome.status);
  switch (outcome.outcome) {
    case 'not-found':
      return context.rewrite('/404');
    case 'sign-in':
      return keptForm(context, acted);
    case 'authenticate-again':
    case 'stronger-sign-in':
      return again(context, page, acted, { data: form, problems: [{ field: null, reason: outcome.outcome }], shown: null }, 403);
    default:
      return context.rewrite('/403');
  }
}

/** What browsers send forms as. Anything else is not read, so that no fault of its form can come to stand in a log. */
const FORM_TYPE = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

const FAULTS: Record<string, number> = { CONTENT_TOO_LARGE: 413, UNSUPPORTED_MEDIA_TYPE: 415 };

/** @returns null when the request is no act */
export async function answerAct(context: APIContext, page: () => Promise<Response>): Promise<Response | null> {
  const { action, setActionResult, serializeActionResult } = getActionContext(context);
  if (!action) return null;
  if (!FORM_TYPE.test(context.request.headers.get('content-type') ?? '')) return new Response(null, { status: 415 });
  const result = await action.handler();
  // So that Astro does not run it once more while it renders the page.
  setActionResult(action.name, serializeActionResult(result));
  const { acted } = context.locals;
  if (acted) return answer(context, page, acted);
  const code = result.error?.code ?? 'NOT_FOUND';
  if (code === 'INTERNAL_SERVER_ERROR') return context.rewrite('/500');
  return FAULTS[code] === undefined ? context.rewrite('/404') : new Response(null, { status: FAULTS[code] });
}
