/** Inspects a file in a process of its own, a few at a time. What crashes it or takes too long is refused as broken. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { log } from '#platform/log.ts';
import type { FileKind, FileRefusal } from '../model.ts';
import { refuse, type Inspected } from './outcome.ts';

const TIMEOUT_MS = 60_000;
const HEAP_MB = 768;
const AT_ONCE = Math.max(1, Math.min(4, availableParallelism() - 1));
const MAX_ANSWER = 120 * 1024 * 1024;

let running = 0;
const waiting: (() => void)[] = [];

async function turn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function answerOf(output: Buffer): Inspected {
  const end = output.indexOf(10);
  const head = JSON.parse(output.subarray(0, end).toString('utf8')) as { ok: true; kind: FileKind } | { ok: false; refusal: FileRefusal };
  return head.ok ? { ...head, bytes: new Uint8Array(output.subarray(end + 1)) } : head;
}

function inspectOnce(bytes: Uint8Array, name: string): Promise<Inspected> {
  const folder = process.cwd();
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MB}`, '--permission', `--allow-fs-read=${folder}/`, '--allow-addons', '--no-warnings',
      join(folder, 'src', 'platform', 'files', 'inspect', 'process.ts'),
    ],
    { stdio: ['pipe', 'pipe', 'pipe'], env: {}, timeout: TIMEOUT_MS, killSignal: 'SIGKILL' },
  );
  return new Promise((resolve) => {
    const out: Buffer[] = [];
    let size = 0;
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_ANSWER) child.kill('SIGKILL');
      else out.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => (said = `${said}${String(chunk)}`.slice(0, 2_000)));
    // It may end before it has read everything: what it says then counts, not the broken pipe.
    child.stdin.on('error', () => {});
    child.once('error', (error) => (said = String(error)));
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(answerOf(Buffer.concat(out)));
      log.warn({ code, signal, said }, 'a file could not be inspected');
      resolve(refuse('file-broken'));
    });
    child.stdin.end(Buffer.concat([Buffer.from(`${JSON.stringify(name)}\n`), bytes]));
  });
}

export const inspectApart = (bytes: Uint8Array, name: string): Promise<Inspected> => turn(() => inspectOnce(bytes, name));
