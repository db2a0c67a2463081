/** Who signs the public log: name+id+base64, as `log:verify` takes it. Keep it, so that nobody can give you another one later. */
import { verifierLine } from '#platform/audit/note.ts';
import { readRoute } from '#platform/http/api.ts';
import { logKey } from '#platform/public-log/note.ts';
import { text } from './_answer.ts';

export const GET = readRoute(({ locals: { runtime } }) => text(`${verifierLine(logKey(runtime.env))}\n`));
