/** `npm run operator -- ADDRESS NAME`: gives somebody the role that looks after the site; how a new site gets its first. */
import { LOCALES } from '#platform/input.ts';
import { readEnv } from '#platform/env.ts';
import { readArguments } from './support/arguments.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run operator -- ADDRESS NAME [--language da]

Makes the person with that mail address an operator of the site, and writes to them.
They sign in by a link sent to the address. What an operator does needs a passkey or an eID: both under "Your account".

  --language  of letters to them: ${LOCALES.join(', ')}; default da`;

await run(async () => {
  const { values, positionals } = readArguments(USAGE, { language: { type: 'string' } });
  if (values.help) return console.log(USAGE);
  const [email, ...names] = positionals;
  const locale = LOCALES.find((each) => each === (values['language'] ?? 'da'));
  if (email === undefined || !email.includes('@') || names.length === 0 || !locale) throw new UsageError(USAGE);
  const { runCommand } = await import('#src/boot/command.ts');
  const { made } = (await runCommand(readEnv(), 'operator', { email, name: names.join(' '), locale }, () => {})) as { made: boolean };
  console.log(made ? 'Done: the person is an operator now, and a letter is on its way.' : 'Nothing to do: the person was an operator already.');
});
