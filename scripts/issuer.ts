/** `npm run issuer`: signs review tokens, with a database and an address of its own. */
import { readEnv } from '#platform/env.ts';
import { run } from './support/run.ts';

await run(async () => {
  const env = readEnv();
  const { serveIssuer } = await import('#src/issuer/serve.ts');
  const issuer = await serveIssuer(env);
  console.log(`Issuer is ready: ${env.issuerOrigin ?? issuer.url}`);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void issuer.close().finally(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Started beside a site, it ends with it, however that ended.
  process.on('disconnect', stop);
});
