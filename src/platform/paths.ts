/** Where the program's own files lie. From the working folder, because the built server is bundled elsewhere. */
import { join } from 'node:path';

/** Absolute path of a folder in `db/seed`, such as `registers`. Every program starts in the repository's folder. */
export function seedFolder(...parts: string[]): string {
  return join(process.cwd(), 'db', 'seed', ...parts);
}
