/** How this site reaches its issuer, and the issuer that a demonstration starts beside itself. */
import { spawn, type ChildProcess } from 'node:child_process';
import { isDemo } from '#platform/demo-clock.ts';
import type { Env } from '#platform/env.ts';
import { log } from '#platform/log.ts';
import { remoteIssuer } from '#features/reviews/issuer-client.ts';
import type { IssuerPort } from '#features/reviews/issuer-port.ts';
import { issuerSecret } from '#features/reviews/issuer-wire.ts';

/** null: this site has none, and takes no stays. */
export function openIssuer(env: Env): IssuerPort | null {
  return env.issuerUrl === null || new URL(env.issuerUrl).port === '0' ? null : remoteIssuer(env.issuerUrl, issuerSecret(env));
}

export interface IssuerBeside {
  close(): Promise<void>;
}

const SCRIPT = 'scripts/issuer.ts';
const READY_MS = 60_000;
const AGAIN_MS = 2_000;
const MOST_STARTS = 20;

/** In the demonstration alone; elsewhere it is to run where the site cannot reach its database. */
export const startsIssuer = (env: Env): boolean => isDemo(env) && env.issuerPort !== 0 && env.ISSUER_URL === undefined && env.ISSUER_ORIGIN === undefined && env.ISSUER_DATABASE_URL === undefined;

/** Starts it, waits until it answers, and starts it again when it ends by itself. It ends with this process, however that ends. */
export async function startIssuerBeside(env: Env): Promise<IssuerBeside> {
  let stopping = false;
  let child: ChildProcess | null = null;
  let starts = 0;
  const start = (): Promise<void> =>
    new Promise((resolve) => {
      starts++;
      const here = spawn(process.execPath, [SCRIPT], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env: { ...process.env, DATA_DIR: env.dataDir, ISSUER_PORT: String(env.issuerPort) } });
      child = here;
      const patience = setTimeout(resolve, READY_MS);
      const done = () => {
        clearTimeout(patience);
        resolve();
      };
      here.stdout?.once('data', done);
      here.stdout?.resume();
      here.once('error', (error) => log.error({ error: String(error) }, 'the issuer could not be started'));
      here.once('exit', (code) => {
        done();
        if (stopping || starts >= MOST_STARTS) return;
        log.error({ code }, 'the issuer ended and is started again');
        setTimeout(() => void (stopping ? null : start()), AGAIN_MS).unref();
      });
    });
  await start();
  return {
    async close() {
      stopping = true;
      const last = child;
      if (!last || last.exitCode !== null || last.signalCode !== null) return;
      const gone = new Promise((resolve) => last.once('exit', resolve));
      last.kill('SIGTERM');
      const hard = setTimeout(() => last.kill('SIGKILL'), 8_000);
      await gone;
      clearTimeout(hard);
    },
  };
}
