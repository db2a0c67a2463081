/** The issuer as a process of its own, to be asked, read and killed. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { remoteIssuer } from '#features/reviews/issuer-client.ts';
import type { IssuerPort } from '#features/reviews/issuer-port.ts';
import { ISSUER_SECRET } from './issuer.ts';

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export interface IssuerProcess {
  url: string;
  site: IssuerPort;
  pid: number;
  /** Everything it has written. */
  output(): string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export async function startIssuerProcess(env: Record<string, string>, port: number): Promise<IssuerProcess> {
  const child = spawn(process.execPath, ['scripts/issuer.ts'], {
    env: { ...process.env, LOG_LEVEL: 'debug', HOST: '127.0.0.1', PORT: String(port - 1), ISSUER_PORT: String(port), ISSUER_SECRET, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = Promise.withResolvers<void>();
  const read = (chunk: Buffer) => {
    output += String(chunk);
    if (output.includes('Issuer is ready')) ready.resolve();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('exit', (code) => ready.reject(new Error(`The issuer ended with code ${code}:\n${output}`)));
  await ready.promise;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    site: remoteIssuer(url, ISSUER_SECRET),
    pid: child.pid ?? 0,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await gone;
    },
  };
}
