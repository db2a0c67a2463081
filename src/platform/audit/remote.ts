/** `audit:check` for callers in another process. */
import { readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import type { CommandHandler } from '#platform/command-socket.ts';
import type { Context } from '#platform/context.ts';
import type { Env } from '#platform/env.ts';
import { DomainError } from '#platform/errors.ts';
import { checkAudit } from './check.ts';
import { auditFile, auditKey } from './key.ts';
import { readVerifier } from './note.ts';

const checkArguments = z.strictObject({
  /** Absolute; null: the site's own, where it has one. */
  file: z.string().refine(isAbsolute, { error: 'an absolute path' }).nullable(),
  /** Lines as they stand at the head of a file of checkpoints. Empty: the site's own key. */
  keys: z.array(z.string()).max(50),
});
export type CheckArguments = z.output<typeof checkArguments>;

async function notesFrom(given: string | null, own: string): Promise<string | null> {
  return readFile(given ?? own, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (given === null && error.code === 'ENOENT') return null;
    throw new DomainError('not-found', `The checkpoints in ${given ?? own} cannot be read (${error.code ?? 'unknown'}).`);
  });
}

export function auditCommands(context: () => Context, env: Env): { audit: CommandHandler } {
  return {
    async audit(args, progress) {
      const { file, keys } = checkArguments.parse(args);
      const given = keys.map((line) => {
        const key = readVerifier(line);
        if (!key) throw new DomainError('bad-request', `Not a key: ${line}. It looks like name+id+base64.`);
        return key;
      });
      const outside = await notesFrom(file, auditFile(env));
      return checkAudit(context().db, outside, given.length > 0 ? given : [auditKey(env)], (done, total) => progress({ phase: 'checking', done, total }));
    },
  };
}
