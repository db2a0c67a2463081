/** Acts as Astro's actions. The outcome lies in `locals.acted`: the middleware answers it, whatever page was asked. */
import { ActionError, defineAction } from 'astro:actions';
import { addressOf } from '#platform/rate-limit.ts';
import { logActError, type Act, type ActOutcome } from '#platform/define-action.ts';

export type FormAction = ReturnType<typeof defineAction<void, 'form', undefined>>;

function formAction(name: string, act: Act): FormAction {
  return defineAction({
    accept: 'form',
    async handler(form, { locals, request, clientAddress }) {
      const { runtime, gate, person, locale, requestId } = locals;
      const { actor } = gate;
      const ctx = runtime.context(actor.personId === null ? 'nobody' : `person:${actor.personId}`);
      let outcome: ActOutcome;
      try {
        outcome = await act.perform({ ctx, runtime, actor, person, locale, form, address: addressOf(request.headers, clientAddress, runtime.env.TRUSTED_IP_HEADER) }, gate);
      } catch (error) {
        logActError(name, requestId, error);
        throw new ActionError({ code: 'INTERNAL_SERVER_ERROR' });
      }
      locals.acted = { name, form, outcome };
    },
  });
}

export function formActions<const T extends Readonly<Record<string, Act>>>(feature: string, acts: T): { [K in keyof T]: FormAction } {
  return Object.fromEntries(Object.entries(acts).map(([verb, act]) => [verb, formAction(`${feature}.${verb}`, act)])) as { [K in keyof T]: FormAction };
}
