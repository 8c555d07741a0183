import { URI } from 'vscode-uri';
import type { Repairable } from '../library/repair.ts';
import { readNow } from '../node/read-now.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { shownPath } from './paths.ts';
import type { FileSettings } from './settings.ts';

/** A file to check, or a document in it, with its context. */
export interface Source extends Repairable {
  /** Absolute path; absent for standard input. */
  readonly path?: string;
  /** Path for reports. */
  readonly shown: string;
  readonly settings: FileSettings;
  /** Named on the command line and therefore always reported. */
  readonly isNamed: boolean;
  /** A blob of which only the name is verified. */
  readonly isOpaque?: boolean;
  /** Its whole layout is being checked. */
  readonly isOfLayout?: boolean;
}

/** Larger files are not documents: registries accept up to 4 MiB. Bytes. */
export const maxSourceSize = 128 * 1024 * 1024;

/** Reads a regular file; undefined if it does not exist. Throws a CliError if it cannot be read. */
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

/** The URI of an absolute path, in the spelling used throughout this program. */
export function toUri(path: string): string {
  return plainPath.test(path) ? `file://${path}` : URI.file(path).toString();
}

/** Nothing to encode or normalize, which is the common case. */
const plainPath = /^(?:\/\.?[\w~-][\w.~-]*)+$/;
