import { URI } from 'vscode-uri';
import type { Repairable } from '../library/repair.ts';
import { readNow } from '../node/read-now.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { shownPath } from './paths.ts';
import type { FileSettings } from './settings.ts';

/** A file to check, or a document of it, and what goes with it. */
export interface Source extends Repairable {
  /** Absolute; absent for standard input. */
  readonly path?: string;
  /** The path as reports give it. */
  readonly shown: string;
  readonly settings: FileSettings;
  /** Named on the command line, so reported whatever it is. */
  readonly isNamed: boolean;
  /** A blob of which only the name is looked at. */
  readonly isOpaque?: boolean;
  /** Found because its layout was named: the layout itself is checked, too. */
  readonly isOfLayout?: boolean;
}

/** A larger file is not one of ours, and would only be held in memory: 4 MiB is what registries take. In bytes. */
export const maxSourceSize = 128 * 1024 * 1024;

/** Reads a regular file; undefined where there is none. Throws a CliError for one that cannot be read. */
export function readBytes(path: string, cwd: string): Uint8Array | undefined {
  let bytes: ReturnType<typeof readNow>;
  try {
    bytes = readNow(path, maxSourceSize);
  } catch (error) {
    throw new CliError(`cannot read ${shownPath(path, cwd)}: ${reasonOf(error)}`);
  }
  if (bytes !== 'large') return bytes;
  throw new CliError(`cannot read ${shownPath(path, cwd)}: larger than ${maxSourceSize / 1024 / 1024} MiB`);
}

/** The URI of an absolute path, spelt as everything in this program spells it. */
export function toUri(path: string): string {
  return plainPath.test(path) ? `file://${path}` : URI.file(path).toString();
}

/** Nothing in it has to be encoded or normalized, as in most paths. */
const plainPath = /^(?:\/\.?[\w~-][\w.~-]*)+$/;
