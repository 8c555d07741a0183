import type { Contents } from '../content/stores/contents.ts';
import { fileDocumentOf } from '../content/stores/file-document.ts';
import { type KindHints, withUserHints } from '../oci/decide-kind.ts';
import { readDocumentBytes } from '../oci/document.ts';
import type { Kind } from '../oci/kind.ts';
import type { Archives } from './archives.ts';
import type { CliError } from './cli-error.ts';
import type { LayoutRead } from './layout-read.ts';
import { shownPath } from './paths.ts';
import type { FileSettings, SettingsOf } from './settings.ts';
import { type Source, toUri } from './source.ts';

/** The context for finding sources. */
export interface Search {
  readonly cwd: string;
  /** Do not search above these folders. */
  readonly tops?: readonly string[];
  readonly contents: Contents;
  readonly archives: Archives;
  /** `--verify`: every named folder must contain a layout. */
  readonly verify: boolean;
  /** `--changed` was given, after which a path may have been meant as a commit. */
  readonly isSinceCommit?: boolean;
  /** `--kind` */
  readonly kind?: Kind;
  readonly stdinFilename?: string;
  readonly settingsOf: SettingsOf;
  readStdin(): Promise<Uint8Array>;
  /** Called for each layout whose blobs were read. */
  onLayout?(read: LayoutRead): void;
  /** Called for what concerns a file without being a finding or a failure. */
  onRemark(message: string): void;
  /** Called for each path that could not be read. The search continues. */
  onProblem(error: CliError): void;
}

/** A file read with its settings, and as the given kind, if any. */
export async function sourceAt(
  path: string,
  bytes: Uint8Array,
  settings: FileSettings,
  { cwd, contents }: Search,
  kind?: Kind,
): Promise<Source> {
  const effective = kind === undefined ? settings : { ...settings, associated: kind };
  const file = await fileDocumentOf(toUri(path), bytes, effective, contents);
  return { ...file, path, shown: shownPath(path, cwd), settings, isNamed: false };
}

/** A file whose kind follows from its location, unless the user says otherwise. */
export function placedSource(
  path: string,
  bytes: Uint8Array,
  settings: FileSettings,
  { cwd }: Search,
  hints: KindHints,
): Source {
  const document = readDocumentBytes(toUri(path), bytes, withUserHints(hints, settings));
  return { document, bytes, path, shown: shownPath(path, cwd), settings, isNamed: false };
}
