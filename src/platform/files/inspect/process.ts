/**
 * The process that opens files nobody has looked at: without the site's environment, without the right to write, start
 * programs or use more than its share. Reads `name\n` and the file, writes `{…}\n` and what is to be kept.
 */
import { inspectFile } from './index.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
const given = Buffer.concat(chunks);
const end = given.indexOf(10);
const name = JSON.parse(given.subarray(0, end).toString('utf8')) as string;
const found = await inspectFile(new Uint8Array(given.subarray(end + 1)), name);
const { head, body } = found.ok ? { head: { ok: true, kind: found.kind }, body: Buffer.from(found.bytes) } : { head: found, body: Buffer.alloc(0) };
process.stdout.write(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]), () => process.exit(0));
