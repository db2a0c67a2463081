/** Starts the built site as a process of its own, on a free port and in a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Site {
  url: string;
  pid: number;
  dataDir: string;
  /** Everything the process wrote. */
  output(): string;
  /** @param signal SIGKILL to test a crash; the folder then stays for the next start. */
  stop(options?: { signal?: NodeJS.Signals; keepData?: boolean }): Promise<void>;
}

/** For tests alone. */
export const TEST_SECRET = 'test-only-Zq3vT8mKx0RbN5yLw2HdPc7JfUe9AgSiXo4V';

/** In the site's folder: what `output()` tells, for processes other than the one that started it. */
export const OUTPUT_FILE = 'output.log';

export async function startSite(env: Record<string, string> = {}, script = 'scripts/start.ts'): Promise<Site> {
  const dataDir = env['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'vejviser-site-'));
  const child: ChildProcess = spawn(process.execPath, [script], {
    env: { ...process.env, LOG_LEVEL: 'warn', PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, AUTH_SECRET: TEST_SECRET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = Promise.withResolvers<string>();
  const read = (chunk: Buffer) => {
    output += String(chunk);
    // A late line may come when the folder is gone.
    if (existsSync(dataDir)) appendFileSync(join(dataDir, OUTPUT_FILE), chunk);
    const match = /Vejviser is ready: (\S+)/.exec(output);
    if (match?.[1]) ready.resolve(match[1]);
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('exit', (code) => ready.reject(new Error(`The site ended with code ${code} before it was ready:\n${output}`)));
  const url = await ready.promise;
  return {
    url,
    pid: child.pid ?? 0,
    dataDir,
    output: () => output,
    async stop({ signal = 'SIGTERM', keepData = false } = {}) {
      child.kill(signal);
      await ended;
      if (!keepData) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
