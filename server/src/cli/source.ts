import { URI } from 'vscode-uri';
import { readSmallFile } from '../content/files.ts';
import { diskFiles } from '../node/files.ts';
import type { OciDocument } from '../oci/document.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { shownPath } from './paths.ts';
import type { FileSettings } from './settings.ts';

/** A document to check, and what goes with it. */
export interface Source {
  readonly document: OciDocument;
  /** What the document was read from. */
  readonly bytes: Uint8Array;
  /** Absolute; absent for standard input. */
  readonly path?: string;
  /** The path as reports give it. */
  readonly shown: string;
  readonly settings: FileSettings;
  /** Named on the command line, so reported whatever it is. */
  readonly isNamed: boolean;
  /** Found because its layout was named: the layout itself is checked, too. */
  readonly isOfLayout?: boolean;
}

/** A larger file is none of ours, and would only be held in memory: 4 MiB is what registries take. In bytes. */
export const maxSourceSize = 128 * 1024 * 1024;

/** Reads a regular file; undefined where there is none. Throws a CliError for one that cannot be read. */
export async function readBytes(path: string, cwd: string): Promise<Uint8Array | undefined> {
  const uri = toUri(path);
  try {
    const stat = await diskFiles.stat(uri);
    if (stat?.type !== 'file') return undefined;
    const bytes = await readSmallFile(diskFiles, uri, maxSourceSize);
    if (bytes !== undefined) return bytes;
  } catch (error) {
    throw new CliError(`cannot read ${shownPath(path, cwd)}: ${reasonOf(error)}.`);
  }
  throw new CliError(`cannot read ${shownPath(path, cwd)}: it is larger than ${maxSourceSize / 1024 / 1024} MiB.`);
}

/** The URI of an absolute path, spelt as everything in this program spells it. */
export function toUri(path: string): string {
  return URI.file(path).toString();
}
