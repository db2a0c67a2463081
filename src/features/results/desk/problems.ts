import { domainErrorCode } from '#platform/errors.ts';
import { Refused } from '#platform/form.ts';

/** A file that is too large, said at its field. */
export function answerProblems(error: unknown, reason: string): unknown {
  return domainErrorCode(error) === 'too-large' ? new Refused('too-large', { field: 'file', reason, params: { limit: 10 } }) : error;
}
