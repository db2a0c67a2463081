/** Secrets that the site makes for itself: DATA_DIR/secrets, readable by its own user alone. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Made on first use. Written whole under another name and then linked: two processes that start at once get the same one.
 * @param name of the file @returns 32 bytes
 */
export function ownSecret(dataDir: string, name: string): Buffer {
  const folder = join(dataDir, 'secrets');
  const path = join(folder, name);
  const read = () => {
    const bytes = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
    if (bytes.length !== 32) throw new Error(`${path} does not hold 32 bytes in base64.`);
    return bytes;
  };
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read();
}
