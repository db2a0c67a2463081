/** The last signed state of the public log, as C2SP tlog-checkpoint. */
import { DomainError } from '#platform/errors.ts';
import { readRoute } from '#platform/http/api.ts';
import { lastSigned } from '#platform/public-log/checkpoint.ts';
import { text } from './_answer.ts';

export const GET = readRoute(async ({ locals: { runtime } }) => {
  const signed = await lastSigned(runtime.db);
  if (!signed) throw new DomainError('not-found', 'Nothing is in the log yet.');
  return text(signed.note);
});
