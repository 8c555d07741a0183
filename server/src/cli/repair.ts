import type { FileWriter } from '../node/write-file.ts';
import { CliError, reasonOf } from './cli-error.ts';
import type { Source } from './source.ts';

/** Writes a repaired source if the file is unchanged since it was read. Throws a CliError. */
export function writeBack({ path, bytes, shown }: Source, before: Uint8Array, writer: FileWriter): void {
  if (path === undefined) return;
  try {
    writer.write(path, bytes, before);
  } catch (error) {
    throw new CliError(`could not write ${shown}: ${reasonOf(error)}`);
  }
}
