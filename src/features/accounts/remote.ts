/** `operator` for callers in another process. */
import { z } from 'zod';
import type { CommandHandler } from '#platform/command-socket.ts';
import type { Context } from '#platform/context.ts';
import type { Env } from '#platform/env.ts';
import { LOCALES } from '#platform/input.ts';
import { makeOperator } from './commands/make-operator.ts';
import { emailAddress, personName } from './input.ts';

const operatorArguments = z.strictObject({ email: emailAddress, name: personName, locale: z.enum(LOCALES) });

export function accountCommands(context: () => Context, env: Pick<Env, 'siteUrl'>): { operator: CommandHandler } {
  return {
    async operator(args) {
      return { made: await makeOperator(context(), operatorArguments.parse(args), env.siteUrl) };
    },
  };
}
