/** `npm run dev`: the site with reload. No page cache, no built files. */
import { readEnv } from '#platform/env.ts';
import { run } from './support/run.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await run(async () => {
  const env = readEnv();
  const { openRuntime } = await import('#src/boot/open.ts');
  const runtime = await openRuntime(env, { worker: env.WORKER === 'inside', issuerBeside: true });
  const { dev } = await import('astro');
  const server = await dev({ root: '.', server: { port: env.PORT, host: env.HOST } });
  const stop = () => void server.stop().then(runtime.close).finally(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
});
