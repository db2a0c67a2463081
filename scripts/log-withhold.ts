/** `npm run log:withhold -- ENTRY --ground WORDS`: takes out of what is shown what should never have been published. */
import { readEnv } from '#platform/env.ts';
import { readArguments } from './support/arguments.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run log:withhold -- ENTRY --ground WORDS [--passage WORDS]…

Takes the text of an entry of the public log out of what is shown, for good. The log stays whole, and the page says
that something was taken out, when, and on which ground. Kept copies and checkpoints elsewhere are not reached.

  ENTRY      its number, as in /decisions/ENTRY
  --ground   why, for everybody to read; nothing of what is taken out
  --passage  takes out these words alone, exactly as they stand; as often as needed. Without it all of the text goes`;

await run(async () => {
  const { values, positionals } = readArguments(USAGE, { ground: { type: 'string' }, passage: { type: 'string', multiple: true } });
  if (values.help) return console.log(USAGE);
  const [index = ''] = positionals;
  if (!/^\d{1,15}$/.test(index) || !values.ground?.trim()) throw new UsageError(USAGE);
  const { runCommand } = await import('#src/boot/command.ts');
  const { partly } = (await runCommand(readEnv(), 'withhold', { index: Number(index), ground: values.ground, passages: values.passage ?? [] }, () => {})) as { partly: boolean };
  console.log(partly ? `Done: entry ${index} is shown without them.` : `Done: the text of entry ${index} is gone.`);
});
