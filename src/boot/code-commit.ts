/** Which code this is: stands beside every number that it works out. */
import { readFileSync } from 'node:fs';

const HASH = /^[0-9a-f]{40}$/;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

/** A branch's commit, from its own file or from the packed ones. */
function ofBranch(name: string): string {
  const packed = read('.git/packed-refs').split('\n').find((line) => line.endsWith(` ${name}`));
  return read(`.git/${name}`) || (packed?.slice(0, 40) ?? '');
}

/** From VEJVISER_COMMIT (`readEnv` has checked it), else from the checkout; 'unknown' where neither tells. */
export function codeCommit(): string {
  const given = process.env['VEJVISER_COMMIT'] ?? '';
  if (HASH.test(given)) return given;
  const head = read('.git/HEAD');
  const commit = head.startsWith('ref: ') ? ofBranch(head.slice(5)) : head;
  return HASH.test(commit) ? commit : 'unknown';
}
