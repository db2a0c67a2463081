/** `npm run worker`: drains the outbox by itself, beside web processes that run with WORKER=outside. */
import { readEnv } from '#platform/env.ts';
import { run, UsageError } from './support/run.ts';

await run(async () => {
  const env = readEnv();
  if (!env.DATABASE_URL) throw new UsageError('A worker of its own needs DATABASE_URL: the embedded database has room for one process, which then is its own worker.');
  const { openRuntime } = await import('#src/boot/open.ts');
  const runtime = await openRuntime(env, { worker: true, searches: false });
  console.log('Worker started.');
  const stop = () => void runtime.close().finally(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
});
