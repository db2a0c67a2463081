/** Redeems one receipt after the other until it is killed. What it says it has done must be there afterwards. */
import { readFileSync, writeSync } from 'node:fs';
import { openPostgres } from '#db/client.ts';
import { answerAuthor } from '#features/reviews/author-request.ts';
import type { SignedStatement } from '#features/reviews/statement.ts';
import { noModeration, statementForm } from './receipts.ts';

const [url = '', file = ''] = process.argv.slice(2);
const statements = JSON.parse(readFileSync(file, 'utf8')) as SignedStatement[];
const open = await openPostgres(url, 2);
writeSync(1, 'ready\n');
for (const [n, signed] of statements.entries()) {
  const { status } = await answerAuthor({ db: open.db, actor: 'author', outbox: { send: async () => {} } }, noModeration(), statementForm(signed), 'da');
  if (status === 200) writeSync(1, `done ${n}\n`);
}
await open.close();
