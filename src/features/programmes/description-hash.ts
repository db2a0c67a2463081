/** Equal descriptions have equal hashes: there is nothing to do when a source says the same again. */
import { createHash } from 'node:crypto';

/** @param profile, programmes JSON of what their schemas gave, so that the fields stand in one order */
export function descriptionHash(profile: string, programmes: string): string {
  return createHash('sha256').update(`${profile}\n${programmes}`).digest('hex');
}
