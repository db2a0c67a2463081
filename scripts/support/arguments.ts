import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './run.ts';

/** As `parseArgs`, but what it does not understand is a UsageError that shows how to call the command. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: T) {
  try {
    return parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** npm runs scripts in the project's folder; a path means the folder in which the person typed it. */
export function pathFrom(argument: string, script: string): string {
  const typedIn = process.env['npm_lifecycle_event'] === script ? process.env['INIT_CWD'] : undefined;
  return resolve(typedIn ?? process.cwd(), argument);
}
