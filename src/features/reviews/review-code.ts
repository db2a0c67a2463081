/** Which scripts the pages of the review origin run, with a hash of each, so that others can see when they change. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export interface CodeFile {
  /** As the page names it. */
  name: string;
  sha256: string;
}

/** As the build names the scripts of these pages. */
const ENTRIES = /^(?:invitation|write|manage|code)\.astro_astro_type_script.*\.js$/;
const IMPORTED = /(?:from|import)\s*\(?\s*["']\.\/([\w.@-]+\.js)["']/g;

/** Every file that a browser loads for these pages, in the order of their names. @param folder of the built scripts */
export async function codeFiles(folder: string): Promise<CodeFile[]> {
  const waiting = (await readdir(folder).catch(() => [])).filter((name) => ENTRIES.test(name));
  const found = new Map<string, string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const text = await readFile(join(folder, name), 'utf8');
    found.set(name, createHash('sha256').update(text).digest('hex'));
    waiting.push(...[...text.matchAll(IMPORTED)].map(([, other]) => other ?? ''));
  }
  return [...found].map(([name, sha256]) => ({ name, sha256 })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

let kept: Promise<CodeFile[]> | undefined;
/** Of the site that is running. */
export const reviewCode = (): Promise<CodeFile[]> => (kept ??= codeFiles(resolve('dist/client/_astro')));
