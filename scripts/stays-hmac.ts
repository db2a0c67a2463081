/** `npm run stays:hmac -- FILE --key KEYFILE`: an authority makes marks of its own stay numbers, on its own machine. */
import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { csvRow, parseCells, textOfBytes } from '#features/results/csv-text.ts';
import { looksLikePersonalNumber } from '#features/reviews/stay-input.ts';
import { pathFrom, readArguments } from './support/arguments.ts';
import { run, UsageError } from './support/run.ts';

const USAGE = `Usage: npm run stays:hmac -- FILE --key KEYFILE [--out OUT]
       npm run stays:hmac -- --make-key --key KEYFILE

Reads a table with the columns stay, started, ended (your own number of the stay, its first and its last day as
YYYY-MM-DD) and writes the same table with an HMAC-SHA256 in place of each number. That is what you send in. The table
and the key stay with you: whoever has both can tell whose links are whose.

  --make-key  writes a new key of 32 random bytes to KEYFILE. Do it once, and keep the file where the case system is
  --out       where to write the result; default: standard output

A number of a person (CPR) is refused: use the case system's own number of the stay.`;

const KEY = /^[0-9a-f]{64}$/;

function readKey(path: string): Buffer {
  const text = readFileSync(path, 'utf8').trim();
  if (!KEY.test(text)) throw new UsageError(`${path} is not a key that --make-key has written.`);
  return Buffer.from(text, 'hex');
}

function marked(text: string, key: Buffer): string {
  const { lines, delimiter } = parseCells(text);
  const [head, ...rest] = lines;
  const at = head?.cells.findIndex((each) => each.trim().toLowerCase() === 'stay') ?? -1;
  if (!head || at < 0) throw new UsageError('The first line must name the columns: stay, started, ended.');
  const out = rest.map(({ number, cells }) => {
    const id = cells[at]?.trim() ?? '';
    if (id === '') throw new UsageError(`Line ${number} has no number of a stay.`);
    if (looksLikePersonalNumber(id)) throw new UsageError(`Line ${number} looks like the number of a person (CPR). Use the case system's own number of the stay.`);
    return csvRow(cells.map((cell, n) => (n === at ? createHmac('sha256', key).update(id).digest('hex') : cell)), delimiter);
  });
  return csvRow(head.cells, delimiter) + out.join('');
}

await run(async () => {
  const { values, positionals } = readArguments(USAGE, { key: { type: 'string' }, out: { type: 'string' }, 'make-key': { type: 'boolean' } });
  if (values.help) return console.log(USAGE);
  const path = typeof values['key'] === 'string' ? pathFrom(values['key'], 'stays:hmac') : undefined;
  if (path === undefined) throw new UsageError(USAGE);
  if (values['make-key']) {
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    return console.log(`A new key is in ${path}. Keep it: with another key the same stay gets another mark.`);
  }
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError(USAGE);
  const table = marked(textOfBytes(readFileSync(pathFrom(file, 'stays:hmac'))), readKey(path));
  if (typeof values['out'] === 'string') writeFileSync(pathFrom(values['out'], 'stays:hmac'), table, { mode: 0o600 });
  else process.stdout.write(table);
});
