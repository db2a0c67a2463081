/**
 * Every act of a signed-in person: permission, input, command, in one place. A feature's `actions.ts` holds nothing but
 * these; `src/actions/index.ts` gathers them, and the middleware answers them (redirect, or the form with what is wrong).
 */
import type { z } from 'zod';
import { domainErrorCode, type ErrorCode } from './errors.ts';
import { formValues, problemOf, problemsOf, type Problem } from './form.ts';
import { log } from './log.ts';
import type { Context } from './context.ts';
import type { Actor, Gate, PolicyObject, Refusal, RefusalReason } from './permissions.ts';

type Runtime = App.Locals['runtime'];
type ActionName = Parameters<App.Locals['gate']['ask']>[0];

/** What an act is given beside its input. */
export interface ActRequest {
  /** For commands; its actor is who is signed in. */
  ctx: Context;
  runtime: Runtime;
  actor: Actor;
  /** Name, address and language of who is signed in. */
  person: App.Locals['person'];
  locale: App.Locals['locale'];
  /** As it was sent, for forms that are more than their input's fields. */
  form: FormData;
  /** Network address of the caller, for limits only: never stored, never logged. */
  address: string;
}

/** Where to go: a path without language, default the page that the form is on; `done` says there what happened. */
export interface ActResult {
  to?: string;
  /** Key of i18n `forms.done`. */
  done?: string;
  /** Shown once, on the answer itself: secrets that are nowhere kept. */
  show?: Readonly<Record<string, string>>;
}

interface ActDefinition<S extends z.ZodType> {
  action: ActionName;
  input: S;
  /** Whose it is, read from the database by the ids of the input. null: there is no such thing. */
  object(request: ActRequest, input: z.output<S>): Promise<PolicyObject | null> | PolicyObject | null;
  run(request: ActRequest, input: z.output<S>): Promise<ActResult | void>;
}

export type ActOutcome =
  | ({ state: 'done' } & ActResult)
  /** The form comes back with what was typed. */
  | { state: 'problems'; status: number; problems: readonly Problem[] }
  | { state: 'refused'; outcome: Refusal; reason: RefusalReason };

export interface Act {
  readonly action: ActionName;
  readonly input: z.ZodType;
  perform(request: ActRequest, gate: Gate<ActionName>): Promise<ActOutcome>;
}

const STATUS: Partial<Record<ErrorCode, number>> = { conflict: 409, gone: 410, 'too-large': 413, unavailable: 503 };

function outcomeOf(error: unknown): ActOutcome {
  const code = domainErrorCode(error);
  if (code === null) throw error;
  if (code === 'not-found') return { state: 'refused', outcome: 'not-found', reason: 'not-yours' };
  const problems = problemsOf(error);
  return { state: 'problems', status: STATUS[code] ?? 422, problems: problems.length > 0 ? problems : [{ field: null, reason: code }] };
}

export function defineAct<S extends z.ZodType>({ action, input: schema, object, run }: ActDefinition<S>): Act {
  return {
    action,
    input: schema,
    async perform(request, gate) {
      const values = formValues(request.form);
      const parsed = schema.safeParse(values);
      // A form that is not right tells nobody anything about what its ids stand for: it is told what its own fields lack.
      if (!parsed.success) {
        const { actor } = request;
        if (actor.personId === null && !gate.ask(action).allowed) return { state: 'refused', outcome: 'sign-in', reason: 'nobody' };
        return { state: 'problems', status: 422, problems: parsed.error.issues.map((issue) => problemOf(issue, values)) };
      }
      try {
        const whose = await object(request, parsed.data);
        const decision = whose === null ? gate.ask(action) : gate.ask(action, whose);
        if (!decision.allowed) return { state: 'refused', outcome: decision.outcome, reason: decision.reason };
        if (whose === null) return { state: 'refused', outcome: 'not-found', reason: 'not-yours' };
        return { state: 'done', ...(await run(request, parsed.data)) };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/** An unexpected error of an act: logged with its cause, and told without it. */
export function logActError(name: string, requestId: string, error: unknown): void {
  log.error({ act: name, requestId, error: String(error), cause: String((error as Error).cause ?? ''), stack: (error as Error).stack }, 'act failed');
}
