/** Import and export for callers in another process: `scripts/import.ts` beside a running site. */
import { createReadStream } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import { z } from 'zod';
import type { CommandHandler } from '#platform/command-socket.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { exportCatalogue } from './commands/export-catalogue.ts';
import { importCatalogue } from './commands/import-catalogue.ts';
import type { CatalogueFileSource } from './read-file.ts';

const absolutePath = z.string().min(1).refine(isAbsolute, { error: 'an absolute path' });

export const importArguments = z.strictObject({ file: absolutePath, dryRun: z.boolean(), partial: z.boolean() });
export const exportArguments = z.strictObject({ folder: absolutePath, full: z.boolean() });
export type ImportArguments = z.output<typeof importArguments>;
export type ExportArguments = z.output<typeof exportArguments>;

export function fileSource(path: string): CatalogueFileSource {
  return { fileName: basename(path), open: () => createReadStream(path) };
}

function parse<T extends z.ZodType>(schema: T, args: unknown): z.output<T> {
  const parsed = schema.safeParse(args);
  if (!parsed.success) throw new DomainError('bad-request', z.prettifyError(parsed.error));
  return parsed.data;
}

/** Progress is told at most this often, and always when the phase changes. */
const PROGRESS_MS = 100;

function throttled<T extends { phase: string }>(progress: (line: T) => void): (line: T) => void {
  let phase = '';
  let last = 0;
  return (line) => {
    if (line.phase === phase && performance.now() - last < PROGRESS_MS) return;
    [phase, last] = [line.phase, performance.now()];
    progress(line);
  };
}

/** `import` gives an ImportReport, `export` an ExportReport; both tell their progress. */
export function catalogueCommands(context: () => Context): { import: CommandHandler; export: CommandHandler } {
  return {
    async import(args, progress, signal) {
      const { file, dryRun, partial } = parse(importArguments, args);
      return importCatalogue(context(), fileSource(file), { dryRun, partial, signal, onProgress: throttled(progress) });
    },
    async export(args, progress) {
      const { folder, full } = parse(exportArguments, args);
      return exportCatalogue(context().db, folder, { full, onProgress: throttled(progress) });
    },
  };
}
