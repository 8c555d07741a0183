import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileRequest, PathOperations, Reading } from '../config/find.ts';
import type { LineFault } from '../config/found.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { readPlain } from './paths.ts';

/** Path operations of the current system. */
export const diskPaths: PathOperations = { folderOf: dirname, nameOf: basename, below: join };

/** Reads a configuration file if it exists. */
export function readIfThere({ path, maxSize }: FileRequest): Reading {
  return existsSync(path) ? readNamed(path, maxSize) : undefined;
}

/** Reads a configuration file given as an option. A missing file is an error. */
export function readNamed(path: string, maxSize: number): NonNullable<Reading> {
  try {
    return { text: readPlain(path, maxSize).replace(/^\ufeff/, '') };
  } catch (error) {
    return { unreadable: reasonOf(error) };
  }
}

/** A CI run must not continue with half of its configuration, so any fault is an error. */
export function refuseFaults(shown: string, [fault]: readonly LineFault[]): void {
  if (fault !== undefined) throw new CliError(`${shown}:${fault.line}: ${fault.message}`);
}
