/** Files that appear whole or not at all: written under another name, renamed when everything is written. */
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { DomainError } from '#platform/errors.ts';

const BUFFER = 256 * 1024;

export class NewFile {
  readonly name: string;
  bytes = 0;
  readonly #handle: FileHandle;
  #buffer = '';

  constructor(name: string, handle: FileHandle) {
    this.name = name;
    this.#handle = handle;
  }

  async write(text: string): Promise<void> {
    this.#buffer += text;
    if (this.#buffer.length >= BUFFER) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#handle.sync();
    await this.#handle.close();
  }

  async discard(): Promise<void> {
    await this.#handle.close().catch(() => {});
  }

  async #flush(): Promise<void> {
    if (this.#buffer === '') return;
    const text = this.#buffer;
    this.#buffer = '';
    this.bytes += Buffer.byteLength(text);
    await this.#handle.writeFile(text);
  }
}

function writeProblem(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const reasons: Record<string, string> = {
    ENOTDIR: 'is not a folder', EEXIST: 'is not a folder', EACCES: 'may not be written to', EPERM: 'may not be written to',
    EROFS: 'may not be written to', ENOSPC: 'has no space left',
  };
  const reason = code === undefined ? undefined : reasons[code];
  return reason === undefined ? error : new DomainError('bad-request', `${folder} ${reason} (${code}).`, [], error);
}

/**
 * Runs `work` with a maker of files in a folder, which is made if it does not exist. Either all of them
 * appear or, when it throws, none.
 * @param mode who may read them
 * @returns the files in the order in which they were made
 */
export async function writeTogether(
  folder: string,
  mode: number,
  work: (make: (name: string) => Promise<NewFile>) => Promise<void>,
): Promise<{ name: string; bytes: number }[]> {
  const made: NewFile[] = [];
  const mark = randomBytes(4).toString('hex');
  const draft = (name: string) => join(folder, `.${name}.${mark}.part`);
  try {
    await mkdir(folder, { recursive: true });
    await work(async (name) => {
      const file = new NewFile(name, await open(draft(name), 'wx', mode));
      made.push(file);
      return file;
    });
    for (const file of made) await file.close();
    for (const { name } of made) await rename(draft(name), join(folder, name));
  } catch (error) {
    for (const file of made) {
      await file.discard();
      await rm(draft(file.name), { force: true });
    }
    throw writeProblem(error, folder);
  }
  return made.map(({ name, bytes }) => ({ name, bytes }));
}
