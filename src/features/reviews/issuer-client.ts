/** The issuer as another program answers it, over HTTP. */
import { DomainError, ERROR_STATUS, type ErrorCode } from '#platform/errors.ts';
import type { IssuerPort, PoolAtIssuer, RegisterAnswer, StayRow } from './issuer-port.ts';
import { requestHeaders } from './issuer-wire.ts';
import { BATCH } from './stay-input.ts';

const PATIENCE_MS = 20_000;

async function call<T>(url: string, secret: string, name: string, given: unknown): Promise<T> {
  const path = `/site/${name}`;
  const body = JSON.stringify(given);
  let answer: Response;
  try {
    answer = await fetch(`${url}${path}`, { method: 'POST', body, headers: requestHeaders(secret, path, body), redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    throw new DomainError('unavailable', 'The issuer does not answer. Try again in a moment.', [], error);
  }
  const told: unknown = await answer.json().catch(() => null);
  if (answer.ok) return told as T;
  const { error, detail } = (told ?? {}) as { error?: unknown; detail?: unknown };
  const code = typeof error === 'string' && error in ERROR_STATUS ? (error as ErrorCode) : 'unavailable';
  throw new DomainError(code, typeof detail === 'string' ? detail : `The issuer refused (${answer.status}).`);
}

/** @param url ISSUER_URL @param secret that both share */
export function remoteIssuer(url: string, secret: string): IssuerPort {
  return {
    makePool: (pool) => call(url, secret, 'make', pool),
    async register(poolId, stays: readonly StayRow[]) {
      const sum: RegisterAnswer = { registered: 0, added: 0, known: 0, changed: 0 };
      for (let at = 0; at < stays.length; at += BATCH) {
        const answer = await call<RegisterAnswer>(url, secret, 'register', { poolId, stays: stays.slice(at, at + BATCH) });
        sum.registered = answer.registered;
        for (const key of ['added', 'known', 'changed'] as const) sum[key] += answer[key];
      }
      return sum;
    },
    announce: (pool) => call(url, secret, 'announce', pool),
    close: (poolId, minimum) => call(url, secret, 'close', { poolId, minimum }),
    expire: (poolId) => call(url, secret, 'expire', { poolId }),
    async stateOf(poolIds) {
      const all: Record<string, PoolAtIssuer> = {};
      for (let at = 0; at < poolIds.length; at += BATCH) Object.assign(all, await call<Record<string, PoolAtIssuer>>(url, secret, 'state', { poolIds: poolIds.slice(at, at + BATCH) }));
      return all;
    },
  };
}
