/** `npm run reviews:publish`: makes public what can be by now; otherwise done once a day. */
import { readEnv } from '#platform/env.ts';
import { readArguments } from './support/arguments.ts';
import { run } from './support/run.ts';

const USAGE = `Usage: npm run reviews:publish

Reviews that moderation has passed become public in batches of five or more of one pool.
What is too little waits. The site does this by itself once a day.`;

await run(async () => {
  const { values } = readArguments(USAGE, {});
  if (values.help) return console.log(USAGE);
  const { runCommand } = await import('#src/boot/command.ts');
  const { reviews, batches, providers } = (await runCommand(readEnv(), 'publish-reviews', {}, () => {})) as { reviews: number; batches: number; providers: number };
  console.log(`Done: ${reviews} reviews of ${providers} providers in ${batches} batches.`);
});
