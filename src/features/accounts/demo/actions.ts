/** The demonstration's own act: time moves on, and what a new day brings is done before the answer. */
import { z } from 'zod';
import { audit } from '#platform/audit.ts';
import { defineAct, type Act } from '#platform/define-action.ts';
import { demoDays, MAX_DAYS, moveDemoClock } from '#platform/demo-clock.ts';
import { Refused } from '#platform/form.ts';

export const moveClockInput = z.object({ days: z.coerce.number({ error: 'number' }).int().min(1).max(MAX_DAYS) });

export const demoActs = {
  moveClock: defineAct({
    action: 'demo.move-clock',
    input: moveClockInput,
    object: () => ({}),
    async run({ ctx, runtime }, { days }) {
      const { env } = runtime;
      if (demoDays(env.dataDir) + days > MAX_DAYS) throw new Refused('invalid', { field: 'days', reason: 'too-large', params: { limit: MAX_DAYS - demoDays(env.dataDir) } });
      const ahead = moveDemoClock(env, days);
      await ctx.db.transaction((tx) => audit(tx, { actor: ctx.actor, action: 'demo.move-clock', object: 'site', detail: { days, ahead } }));
      await runtime.passTime?.();
      return { done: 'clock-moved' };
    },
  }),
} satisfies Record<string, Act>;
