/** Opens the issuer's database and keys, then listens. The site may run elsewhere: they share one secret and nothing else. */
import { join } from 'node:path';
import { isNull } from 'drizzle-orm';
import { openIssuerEmbedded, openIssuerPostgres, type OpenIssuerDatabase } from '#db/issuer/client.ts';
import { pool } from '#db/issuer/schema.ts';
import { followDemoClock, isDemo, readDemoClock } from '#platform/demo-clock.ts';
import { EnvironmentError, type Env } from '#platform/env.ts';
import { stopServer } from '#platform/http/server.ts';
import { ownSecret } from '#platform/secrets.ts';
import { issuerSecret } from '#features/reviews/issuer-wire.ts';
import { openPoolKey } from './keys.ts';
import { makeIssuerServer } from './server.ts';

export interface RunningIssuer {
  /** Where it listens. */
  url: string;
  close(): Promise<void>;
}

export const issuerFolder = (env: Pick<Env, 'dataDir'>): string => join(env.dataDir, 'issuer');

export const openIssuerDatabase = (env: Pick<Env, 'dataDir' | 'ISSUER_DATABASE_URL'>): Promise<OpenIssuerDatabase> =>
  env.ISSUER_DATABASE_URL ? openIssuerPostgres(env.ISSUER_DATABASE_URL) : openIssuerEmbedded(issuerFolder(env));

/** Of the pool keys; made once, and as precious as the keys. */
export const keyPassphrase = (env: Pick<Env, 'dataDir'>): string => ownSecret(issuerFolder(env), 'pool-keys').toString('hex');

/** One key is enough to see that the passphrase is theirs. @throws EnvironmentError when it is another's */
async function keysOpen({ db }: OpenIssuerDatabase, env: Env, passphrase: string): Promise<void> {
  const [present] = await db.select({ keyId: pool.keyId, privateKey: pool.privateKey }).from(pool).where(isNull(pool.expiredOn)).limit(1);
  if (!present?.privateKey) return;
  try {
    openPoolKey({ keyId: present.keyId, privateKey: present.privateKey }, passphrase);
  } catch {
    throw new EnvironmentError(`The keys of this database were locked by another secret than ${join(issuerFolder(env), 'secrets', 'pool-keys')}. Put that file back from your backup.`);
  }
}

/** @throws EnvironmentError without its addresses; DatabaseInUse when another issuer has the folder */
export async function serveIssuer(env: Env): Promise<RunningIssuer> {
  const { issuerOrigin, reviewOrigin } = env;
  if (issuerOrigin === null || reviewOrigin === null) throw new EnvironmentError('The environment is not right: the issuer needs ISSUER_ORIGIN and REVIEW_ORIGIN. See .env.example.');
  const passphrase = keyPassphrase(env);
  const open = await openIssuerDatabase(env);
  try {
    await keysOpen(open, env, passphrase);
    const unfollow = isDemo(env) ? followDemoClock(env.dataDir) : null;
    const server = makeIssuerServer({ db: open.db, passphrase, secret: issuerSecret(env), origin: issuerOrigin, reviewOrigin, ...(unfollow === null ? {} : { tick: () => void readDemoClock(env.dataDir) }) });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? Object.assign(error, { message: `Port ${env.issuerPort} is taken by another program. Stop it, or set ISSUER_PORT to another number.` }) : error));
      // ISSUER_URL leads to the number, not to the name, which may stand for the other kind of address.
      server.listen(env.issuerPort, env.HOST === 'localhost' ? '127.0.0.1' : env.HOST, resolve);
    });
    const { port } = server.address() as { port: number };
    return {
      url: `http://127.0.0.1:${port}`,
      async close() {
        unfollow?.();
        await stopServer(server, 3_000);
        await open.close();
      },
    };
  } catch (error) {
    await open.close();
    throw error;
  }
}
