import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { withArchives } from '../content/archive/archive-files.ts';
import { withOverlay } from '../content/archive/overlay-files.ts';
import { unpackBudget } from '../content/archive/uncompressed.ts';
import { readSmallFile } from '../content/files.ts';
import { archiveLayouts } from '../content/layout/archive-layouts.ts';
import { isLayout, type Layout } from '../content/layout/layout.ts';
import { savedLayout } from '../content/layout/saved-layout.ts';
import { type Contents, createContents } from '../content/stores/contents.ts';
import { readInPlace } from '../content/stores/file-document.ts';
import { diskFilesNow } from '../node/files-now.ts';
import { startNodeHash } from '../node/hashing.ts';
import type { OciDocument } from '../oci/document.ts';
import { isArchive, isArchiveFile } from './archive-head.ts';
import { isBlob } from './candidates.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { shownPath } from './paths.ts';
import type { Shell } from './shell.ts';
import { maxSourceSize, toUri } from './source.ts';
import { walkFolder } from './walk.ts';

/** The contents of a path given to a command: layouts or a single document. */
export interface ImageInput {
  readonly contents: Contents;
  /** As written by the user. */
  readonly name: string;
  readonly layouts: readonly Layout[];
  readonly document?: OciDocument;
}

/** Thrown if a file is neither a document nor an archive with a layout. */
export class NotOurs extends CliError {}

/** Limit on total decompressed bytes per command. */
export const maxDecompressed = 32 * 1024 ** 3;

/** Reads the layout, folder, archive or document at a path, or `-`. Throws a CliError. */
export async function imageInput(name: string, shell: Shell): Promise<ImageInput> {
  const held = withOverlay(shell.files ?? diskFilesNow);
  const archives = withArchives(held);
  const files = withOverlay(archives);
  const budget = unpackBudget(maxDecompressed);
  const contents = createContents(files, startNodeHash, { budget });
  if (name === '-') {
    const bytes = await shell.readStdin();
    if (!isArchive(bytes)) return documentInput(name, 'stdin:', bytes, contents);
    const uri = toUri(resolve(shell.cwd, '<stdin>'));
    held.put(uri, bytes);
    return { contents, name, layouts: await layoutsInArchive(uri, 'standard input') };
  }
  const path = resolve(shell.cwd, name);
  const stat = name === '' ? undefined : lookAt(path, name);
  if (stat === undefined) throw new CliError(`no such file or folder: ${JSON.stringify(name)}`);
  // A path that names a symbolic link means the link's target.
  const uri = toUri(stat.isFile() ? realpathSync(path) : path);
  if (stat.isDirectory()) return { contents, name, layouts: await layoutsBelow(path, name, shell, contents) };
  if (!stat.isFile()) throw new CliError(`${JSON.stringify(name)} is neither a file nor a folder`);
  if (isBlob(path) || !isArchiveFile(path))
    return documentInput(name, uri, await bytesAt(uri, name, contents), contents);
  return { contents, name, layouts: await layoutsInArchive(uri, `the archive ${name}`) };

  async function layoutsInArchive(archive: string, called: string): Promise<readonly Layout[]> {
    try {
      const layouts = await archiveLayouts(await archives.mount(archive, { budget }), archive, files);
      if (layouts.length > 0) return layouts;
      const saved = await savedLayout(archive, files, contents);
      if (saved !== undefined) return [saved];
    } catch (error) {
      throw new NotOurs(`cannot read ${called}: ${reasonOf(error)}`);
    }
    throw new NotOurs(`no OCI layout in ${called}`);
  }
}

function lookAt(path: string, name: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new CliError(`cannot read ${JSON.stringify(name)}: ${reasonOf(error)}`);
  }
}

async function bytesAt(uri: string, name: string, { files }: Contents): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await readSmallFile(files, uri, maxSourceSize);
  } catch (error) {
    throw new CliError(`cannot read ${name}: ${reasonOf(error)}`);
  }
  if (bytes === undefined) throw new NotOurs(`cannot read ${name}: a symbolic link, or larger than 128 MiB`);
  return bytes;
}

async function documentInput(name: string, uri: string, bytes: Uint8Array, contents: Contents): Promise<ImageInput> {
  const document = await readInPlace(uri, bytes, contents);
  if (document.kind === undefined)
    throw new NotOurs(`${name === '-' ? 'standard input' : name} is not an OCI document, layout or archive`);
  return { contents, name, layouts: [], document };
}

async function layoutsBelow(path: string, name: string, shell: Shell, { files }: Contents): Promise<readonly Layout[]> {
  if (await isLayout(files, toUri(path))) return [{ root: toUri(path) }];
  const walk = {
    cwd: shell.cwd,
    ...(shell.tops === undefined ? {} : { tops: shell.tops }),
    skips: () => false,
    reads: () => false,
    onProblem: (error: CliError) => {
      throw error;
    },
  };
  const found: Layout[] = [];
  for await (const one of walkFolder(path, walk)) if (one.type === 'layout') found.push({ root: toUri(one.path) });
  if (found.length === 0) throw new CliError(`no OCI layout in ${shownPath(path, shell.cwd) || name}`);
  return found;
}
