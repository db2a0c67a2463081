import { ADVISORY_LOCK } from '#db/advisory-locks.ts';
import { holdExclusive } from '#db/exclusive.ts';
import type { Db } from '#db/client.ts';
import { DomainError } from '#platform/errors.ts';
import { exportFull } from '../export-full.ts';
import { exportOpenData } from '../export-open-data.ts';
import { writeTogether } from '../new-files.ts';
import { WAIT_MS } from './import-catalogue.ts';

export interface ExportReport {
  full: boolean;
  providers: number;
  files: { name: string; bytes: number }[];
}

export interface ExportOptions {
  /** Everything, as catalogue files; for operators only, since reported results are confidential. */
  full: boolean;
  onProgress?: (progress: { phase: 'waiting' | 'writing'; done: number }) => void;
}

/** Reported results are confidential. */
const OWNER_ONLY = 0o600;
const EVERYBODY = 0o644;

/**
 * Writes the open data or, with `full`, everything into a folder. All files appear together or none does; others in the
 * folder stay. It waits for a running import and holds the next one off, so that all files tell of one moment.
 * @throws DomainError when the folder cannot be written to or the catalogue stays busy
 */
export async function exportCatalogue(db: Db, folder: string, { full, onProgress }: ExportOptions): Promise<ExportReport> {
  const held = await holdExclusive(db, ADVISORY_LOCK.catalogue, WAIT_MS, () => onProgress?.({ phase: 'waiting', done: 0 }));
  if (!held) throw new DomainError('conflict', 'An import is under way. Try again when it has ended.');
  try {
    let providers = 0;
    const write = full ? exportFull : exportOpenData;
    const files = await writeTogether(folder, full ? OWNER_ONLY : EVERYBODY, async (make) => {
      providers = await write(db, make, (done) => onProgress?.({ phase: 'writing', done }));
    });
    return { full, providers, files };
  } finally {
    await held.release();
  }
}
