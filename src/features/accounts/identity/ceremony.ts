/** What one request to sign in has learned and the session is to know; followed through the library's own steps. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Method } from './model.ts';

export interface Ceremony {
  /** Level of assurance as the broker told it. */
  acr: string | null;
  /** Organisation that the person acts for, as the broker told it: `dk-cvr:12345678`. */
  organisation: string | null;
  /** Why the person is not let in, where the library would not say it. */
  refused: 'level-too-low' | null;
}

const running = new AsyncLocalStorage<Ceremony>();

export const newCeremony = (): Ceremony => ({ acr: null, organisation: null, refused: null });
export const withCeremony = <T>(ceremony: Ceremony, run: () => Promise<T>): Promise<T> => running.run(ceremony, run);
export const presentCeremony = (): Ceremony => running.getStore() ?? newCeremony();

const METHOD_OF_PATH: [RegExp, Method][] = [
  [/^\/magic-link\/verify$/, 'link'],
  [/^\/passkey\/verify-authentication$/, 'passkey'],
  [/^\/callback\//, 'oidc'],
];

/** @param path endpoint of the library that makes a session. Null: a session must not be made there */
export function methodOfPath(path: string | undefined): Method | null {
  return METHOD_OF_PATH.find(([pattern]) => pattern.test(path ?? ''))?.[1] ?? null;
}
