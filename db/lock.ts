/**
 * The embedded engine loses rows without a word when two processes open one folder; this lock is what prevents it.
 * The lock file names the living process and how a command reaches it (a local socket and a token).
 */
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface LockHolder {
  pid: number;
  /** Distinguishes a process id that the system gave out again; null where the system does not tell. */
  startedAt: string | null;
  socket: string;
  token: string;
}

export interface DatabaseLock extends LockHolder {
  release(): void;
}

export class DatabaseInUse extends Error {
  readonly holder: LockHolder;
  constructor(folder: string, holder: LockHolder) {
    super(`The database in ${folder} is in use by process ${holder.pid}. Stop that process, or set DATA_DIR to another folder.`);
    this.name = 'DatabaseInUse';
    this.holder = holder;
  }
}

const lockFile = (folder: string) => join(folder, 'database.lock');

/** Linux tells when a process started; elsewhere the process id alone decides. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function lives(holder: LockHolder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return holder.startedAt === null || processStart(holder.pid) === holder.startedAt;
}

/** Who holds the folder now, or null. A lock left by a dead process counts as none. */
export function lockHolder(folder: string): LockHolder | null {
  try {
    const holder = JSON.parse(readFileSync(lockFile(folder), 'utf8')) as LockHolder;
    return lives(holder) ? holder : null;
  } catch {
    return null;
  }
}

/** Moves a dead process's lock aside; if another process took a new one in between, that one is put back. */
function clearStale(path: string, draft: string): void {
  const aside = `${draft}.stale`;
  try {
    renameSync(path, aside);
    if (lives(JSON.parse(readFileSync(aside, 'utf8')) as LockHolder)) linkSync(aside, path);
  } catch {
    // Somebody else cleared it, or it was not readable: the next attempt decides.
  } finally {
    rmSync(aside, { force: true });
  }
}

/** @throws DatabaseInUse */
export function takeLock(folder: string): DatabaseLock {
  const path = lockFile(folder);
  const holder: LockHolder = {
    pid: process.pid,
    startedAt: processStart(process.pid),
    // Socket paths are short by law of the system; the folder's own path may not be.
    socket: join(tmpdir(), `vejviser-${process.pid}-${randomBytes(4).toString('hex')}.sock`),
    token: randomBytes(32).toString('hex'),
  };
  // Written whole under another name and then linked: no reader ever sees half a lock, and only one link succeeds.
  const draft = `${path}.${holder.token.slice(0, 8)}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        linkSync(draft, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 5) throw error;
        const present = lockHolder(folder);
        if (present) throw new DatabaseInUse(folder, present);
        clearStale(path, draft);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    ...holder,
    release() {
      try {
        const present = JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
        if (present.token === holder.token) rmSync(path, { force: true });
      } catch {
        // Already gone.
      }
    },
  };
}
