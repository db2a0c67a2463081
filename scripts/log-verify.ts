/** `npm run log:verify`: checks an entry of the public log, or the whole log, with nothing but what the site publishes. */
import { readFile } from 'node:fs/promises';
import { findHeads } from '#platform/public-log/note.ts';
import { checkSignature, GrowingTree, readBundle, readHead, verifyBundle, type Finding } from '#platform/public-log/verify.ts';
import { pathFrom, readArguments } from './support/arguments.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run log:verify -- FILE|URL [--key NAME+ID+BASE64] [--checkpoints FILE]

  FILE           an entry with its proof, as https://SITE/decisions/log/proof?entry=12 answers it
  URL            the same address, which is then fetched; or https://SITE alone: every entry of the log is read, and the
                 whole tree worked out again
  --key          who signs, as https://SITE/decisions/log/key answers it. Keep it yourself: a key fetched with the rest
                 proves only that the site agrees with itself
  --checkpoints  text with checkpoints that you kept, such as saved mails, or a copy of public-log.txt: with https://SITE
                 each of them must be a state that the log went through

Exit code: 0 all holds, 1 something does not, 2 the command was not understood.`;

async function fetched(url: URL): Promise<string> {
  const response = await fetch(url).catch(() => null);
  if (!response) throw new UsageError(`${url} cannot be reached.`);
  if (!response.ok) throw new UsageError(`${url} answers ${response.status}.`);
  return response.text();
}

const SIGNATURE: Record<Finding['signature'], string> = { good: 'good', bad: 'NOT GOOD: not signed with this key', unable: 'cannot be checked here' };

async function checkEntry(text: string, key: string): Promise<boolean> {
  const bundle = readBundle(text);
  const found = bundle && (await verifyBundle(bundle, key));
  if (!bundle || !found) throw new UsageError('This is not an entry with its proof.');
  console.log(`entry ${found.index}: ${bundle.entry}`);
  console.log(`text: ${found.document === null ? 'was taken out, so nobody can tell' : found.document ? 'is the one that the entry commits to' : 'NOT the one that the entry commits to'}`);
  console.log(`place: ${found.included ? `is number ${found.index} in the log of ${found.size} entries` : 'NOT in the log that the checkpoint is of'}`);
  console.log(`signature of the checkpoint: ${SIGNATURE[found.signature]}`);
  return found.document !== false && found.included && found.signature === 'good';
}

interface Page {
  entries: { entry: string; document: string | null; salt: string | null }[];
  next: number | null;
}

/** Reads the log up to where it is signed. @returns the roots at the sizes that were asked for */
async function rootsOf(site: URL, end: number, wanted: ReadonlySet<number>): Promise<Map<number, string>> {
  const [tree, roots] = [new GrowingTree(), new Map<number, string>()];
  for (let from: number | null = 0; from !== null && tree.size < end; ) {
    const page: Page = JSON.parse(await fetched(new URL(`/decisions/log/entries?from=${from}&limit=500`, site))) as Page;
    for (const { entry } of page.entries) {
      if (tree.size === end) break;
      await tree.add(entry);
      if (wanted.has(tree.size)) roots.set(tree.size, await tree.root());
    }
    from = page.next;
  }
  return roots;
}

async function checkWhole(site: URL, key: string, kept: string): Promise<boolean> {
  const notes = [await fetched(new URL('/decisions/log/checkpoint', site)), ...findHeads(kept).map(({ text, keyName, keyId, signature }) => `${text}\n— ${keyName} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}\n`)];
  const heads = notes.map((note) => readHead(note));
  const end = heads[0]?.size ?? 0;
  const roots = await rootsOf(site, end, new Set(heads.map((head) => head?.size ?? 0)));
  let sound = true;
  for (const [n, head] of heads.entries()) {
    const fault = !head ? 'cannot be read' : (await checkSignature(head, key)) !== 'good' ? 'is not signed with this key' : head.size > end ? 'is of more entries than the log has now: entries were taken away' : roots.get(head.size) !== head.root ? 'is of other entries: the log was written anew' : null;
    if (fault !== null) console.error(`${n === 0 ? 'The checkpoint of the site' : `Kept checkpoint ${n} (${head?.size ?? '?'} entries)`} ${fault}.`);
    sound &&= fault === null;
  }
  console.log(`${end} entries read, ${heads.length - 1} kept checkpoints: ${sound ? 'the log is whole' : 'NOT WHOLE'}.`);
  return sound;
}

await run(async () => {
  const { values, positionals } = readArguments(USAGE, { key: { type: 'string' }, checkpoints: { type: 'string' } });
  if (values.help) return console.log(USAGE);
  const [what, ...more] = positionals;
  if (what === undefined || more.length > 0) throw new UsageError(USAGE);
  const url = /^https?:\/\//.test(what) ? new URL(what) : null;
  if (url === null && values.key === undefined) throw new UsageError(`A file needs --key.\n\n${USAGE}`);
  const key = values.key ?? (url ? await fetched(new URL('/decisions/log/key', url)) : '');
  if (values.key === undefined) console.log(`Key of the site itself: ${key.trim()}`);
  const kept = values.checkpoints === undefined ? '' : await readFile(pathFrom(values.checkpoints, 'log:verify'), 'utf8');
  const holds = url?.pathname === '/' ? await checkWhole(url, key, kept) : await checkEntry(url ? await fetched(url) : await readFile(pathFrom(what, 'log:verify'), 'utf8'), key);
  if (!holds) process.exitCode = 1;
});
