import type { Contents } from '../content/stores/contents.ts';
import { type KindHints, withUserHints } from '../oci/decide-kind.ts';
import { readDocument, readDocumentBytes } from '../oci/document.ts';
import type { HostLanguage } from '../oci/embedded.ts';
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

/** A file that holds documents; it is none itself. */
export function hostSource(
  uri: string,
  bytes: Uint8Array,
  host: HostLanguage,
): Pick<Source, 'document' | 'bytes' | 'host'> {
  return { document: readDocument(uri, ''), bytes, host };
}

/** A file of a folder or a layout. */
export function sourceAt(
  path: string,
  { cwd }: Search,
  settings: FileSettings,
  bytes: Uint8Array,
  hints: KindHints,
): Source {
  const document = readDocumentBytes(toUri(path), bytes, hints);
  return { document, bytes, path, shown: shownPath(path, cwd), settings, isNamed: false };
}

/** With what arguments and configuration say of a file. */
export function withKind(hints: KindHints, associated: Kind | undefined, { ownTypes }: FileSettings): KindHints {
  return withUserHints(hints, { associated, ownTypes });
}
