/**
 * The demonstration's clock: whole days ahead of the real time, kept in DATA_DIR/demo-clock so that the site and the
 * issuer beside it live in the same time. Only forward: what was signed and dated must not come to lie in the future.
 */
import { mkdirSync, readFileSync, renameSync, unwatchFile, watchFile, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setClockOffset } from './clock.ts';
import type { Env } from './env.ts';
import { DomainError } from './errors.ts';

const DAY_MS = 86_400_000;
const FOLLOW_MS = 500;
/** How far ahead the demonstration goes at most: past every period that reviews and decisions know of. */
export const MAX_DAYS = 3_660;

const fileOf = (dataDir: string) => join(dataDir, 'demo-clock');

/** Only where the data are invented, and in a database of its own. */
export const isDemo = (env: Pick<Env, 'SEED' | 'DATABASE_URL'>): boolean => env.SEED === 'demo' && env.DATABASE_URL === undefined;

/** Days ahead of the real time; 0 when nobody has moved it. */
export function demoDays(dataDir: string): number {
  let text: string;
  try {
    text = readFileSync(fileOf(dataDir), 'utf8');
  } catch {
    return 0;
  }
  const days = Number(text.trim());
  return Number.isInteger(days) && days >= 0 && days <= MAX_DAYS ? days : 0;
}

/** Takes over what the file says now. Cheap: a process may do so at each request. @returns days ahead */
export function readDemoClock(dataDir: string): number {
  const days = demoDays(dataDir);
  setClockOffset(days * DAY_MS);
  return days;
}

/** Reads the file now and whenever it changes. @returns ends the following */
export function followDemoClock(dataDir: string): () => void {
  const path = fileOf(dataDir);
  const read = () => void readDemoClock(dataDir);
  read();
  watchFile(path, { interval: FOLLOW_MS, persistent: false }, read);
  return () => unwatchFile(path, read);
}

/**
 * @param days whole days forward, at least 1
 * @returns days ahead of the real time
 * @throws DomainError `forbidden` outside the demonstration, `invalid` for a step that is none or leads too far
 */
export function moveDemoClock(env: Pick<Env, 'SEED' | 'DATABASE_URL' | 'dataDir'>, days: number): number {
  if (!isDemo(env)) throw new DomainError('forbidden', 'the clock can be moved in the demonstration only');
  const ahead = demoDays(env.dataDir) + days;
  if (!Number.isInteger(days) || days < 1 || ahead > MAX_DAYS) throw new DomainError('invalid', `the clock moves forward by whole days, ${MAX_DAYS} in all`);
  mkdirSync(env.dataDir, { recursive: true });
  // Written beside and renamed, so that no process reads half a number.
  writeFileSync(`${fileOf(env.dataDir)}.new`, `${ahead}\n`);
  renameSync(`${fileOf(env.dataDir)}.new`, fileOf(env.dataDir));
  return readDemoClock(env.dataDir);
}
