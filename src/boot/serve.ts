/** Opens everything, then listens. Stops on SIGTERM and SIGINT after the running answers. */
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { Env } from '#platform/env.ts';
import { log } from '#platform/log.ts';
import type { NodeHandler } from '#platform/http/capture.ts';
import { PageCache } from '#platform/http/page-cache.ts';
import { makeServer, stopServer } from '#platform/http/server.ts';
import { DEMO_ADDRESSES } from './demo-people.ts';
import { startsIssuer } from './issuer.ts';
import { openRuntime } from './open.ts';
import { sql } from 'drizzle-orm';

function allowedHosts(env: Env): Set<string> {
  const own = [new URL(env.siteUrl).hostname, 'localhost', '127.0.0.1', '[::1]', ...env.ALLOWED_HOSTS];
  return new Set(own.map((each) => each.toLowerCase()));
}

export async function serve(env: Env): Promise<void> {
  const runtime = await openRuntime(env, { worker: env.WORKER === 'inside', issuerBeside: true });
  process.env['ASTRO_NODE_AUTOSTART'] = 'disabled';
  const { handler } = (await import(pathToFileURL(resolve('dist/server/entry.mjs')).href)) as { handler: NodeHandler };
  const cache = new PageCache(env.PAGE_CACHE_MB * 1024 * 1024);
  runtime.onChange.add((ids) => cache.invalidate(ids === null ? null : ['providers', ...ids.map((id) => `provider:${id}`)]));

  const server = makeServer({
    handler,
    cache,
    allowedHosts: allowedHosts(env),
    https: env.siteUrl.startsWith('https:'),
    filesHost: env.FILES_ORIGIN === undefined ? null : new URL(env.FILES_ORIGIN).hostname.toLowerCase(),
    review: env.reviewOrigin === null ? null : { origin: env.reviewOrigin, siteUrl: env.siteUrl },
    async ready() {
      await runtime.db.execute(sql`select 1`);
      await runtime.engine.size();
    },
    metrics: async () => `vejviser_search_documents ${await runtime.engine.size()}`,
  });
  await new Promise<void>((resolveListening, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? Object.assign(error, { message: `Port ${env.PORT} is taken by another program. Stop it, or set PORT to another number.` }) : error);
    });
    server.listen(env.PORT, env.HOST, resolveListening);
  }).catch(async (error: unknown) => {
    await runtime.close();
    throw error;
  });

  const { port } = server.address() as { port: number };
  const shown = env.SITE_URL ?? env.siteUrl.replace(/:0$/, `:${port}`);
  console.log(`Vejviser is ready: ${shown}`);
  console.log(`  ${await runtime.engine.size()} providers, ${runtime.open.engine === 'embedded' ? `embedded database in ${env.dataDir}` : 'Postgres'}, search by ${runtime.engine.name}`);
  if (runtime.post.outbox !== null) {
    console.log(`  Time can be moved at ${shown}/demo`);
    console.log(`  Who can sign in at ${shown}/sign-in (the letter lies at ${shown}/outbox): ${DEMO_ADDRESSES.join(' ')}`);
  }
  if (startsIssuer(env)) console.log(`  The issuer of review tokens runs beside it: ${env.issuerOrigin}`);
  console.log('  Reading needs no sign-in. Stop with Ctrl-C.');

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    log.info('stopping');
    await stopServer(server);
    await runtime.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}
