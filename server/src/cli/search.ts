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

/** What finding sources needs to know. */
export interface Search {
  readonly cwd: string;
  /** The folders above which nothing is looked for. */
  readonly tops?: readonly string[];
  readonly contents: Contents;
  readonly archives: Archives;
  /** `--verify`: a folder that is named has a layout in it. */
  readonly verify: boolean;
  /** `--changed`, after which a path may be meant as a commit. */
  readonly isSinceCommit?: boolean;
  /** `--kind` */
  readonly kind?: Kind;
  readonly stdinFilename?: string;
  readonly settingsOf: SettingsOf;
  readStdin(): Promise<Uint8Array>;
  /** Told of each layout whose blobs were read. */
  onLayout?(read: LayoutRead): void;
  /** Told of a path that could not be read; the search goes on. */
  onProblem(error: CliError): void;
}

/** A file that was found or named, read under its settings; where a kind is given, as that. */
export async function sourceAt(
  path: string,
  bytes: Uint8Array,
  settings: FileSettings,
  { cwd, contents }: Search,
  kind?: Kind,
): Promise<Source> {
  const asked = kind === undefined ? settings : { ...settings, associated: kind };
  const file = await fileDocumentOf(toUri(path), bytes, asked, contents);
  return { ...file, path, shown: shownPath(path, cwd), settings, isNamed: false };
}

/** A file of which it is known what it is where it lies, unless its user says something else. */
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
