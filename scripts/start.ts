/** `npm start`: builds if needed, opens the database, serves the site. */
import { readEnv } from '#platform/env.ts';
import { buildIfNeeded } from './support/build.ts';
import { run } from './support/run.ts';

await run(async () => {
  const env = readEnv();
  buildIfNeeded();
  const { serve } = await import('#src/boot/serve.ts');
  await serve(env);
});
