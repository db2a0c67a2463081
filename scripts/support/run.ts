/** Runs a command's body: a reason that people should hear is one line, anything else keeps its stack. Exit code 1. */
import { domainErrorCode } from '#platform/errors.ts';

const SPEAKING = new Set(['EnvironmentError', 'DatabaseInUse', 'UsageError']);

/** The command was called in a way it does not understand. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export async function run(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    const speaks = error instanceof Error && (SPEAKING.has(error.name) || domainErrorCode(error) !== null);
    const refused = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EADDRINUSE', 'EACCES'].includes(String((error as NodeJS.ErrnoException)?.code));
    console.error(speaks || refused ? (error as Error).message : error);
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}
