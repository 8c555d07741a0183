import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Content, isRefusal } from '../../content/stores/content-store.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import { type Blob, blobOf } from '../../create/small-blob.ts';
import { mediaTypeProblemOf } from '../../oci/media-type.ts';
import { CliError, reasonOf } from '../cli-error.ts';
import { toUri } from '../source.ts';
import type { NewContext } from './draft.ts';

/** A file given on the command line. */
export interface NamedFile {
  /** As written, without the media type. */
  readonly name: string;
  readonly mediaType?: string;
}

/**
 * Parses `FILE[:mediaType]`. A file with the whole text as its name takes precedence. Throws a CliError for an invalid
 * media type.
 */
export function readNamedFile(text: string, cwd: string): NamedFile {
  const colon = text.lastIndexOf(':');
  // A colon after a drive letter does not separate a media type.
  const type = colon < 1 ? '' : text.slice(colon + 1);
  if (!type.includes('/') || isThere(resolve(cwd, text))) return { name: text };
  const name = text.slice(0, colon);
  if (mediaTypeProblemOf(type) === undefined) return { name, mediaType: type };
  if (/^[A-Za-z]$/.test(name)) return { name: text };
  throw new CliError(`invalid media type ${JSON.stringify(type)} for ${name}`);
}

export function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The content of a named file, following links. Throws a CliError if it cannot be read. */
export async function namedContent(name: string, { contents, shell }: NewContext): Promise<Content & { uri: string }> {
  const cannot = (reason: string): CliError => new CliError(`cannot read ${name}: ${reason}`);
  let uri: string;
  try {
    uri = toUri(realpathSync(resolve(shell.cwd, name)));
  } catch (error) {
    throw cannot(reasonOf(error));
  }
  const found = await fileContentOf(contents.files, uri);
  if (found === undefined) throw cannot('no such file');
  if (isRefusal(found)) throw cannot(found.refused === 'folder' ? 'is a folder' : 'not a regular file');
  return { ...found, uri };
}

/** The same with its digest. Throws a CliError if it cannot be read. */
export async function namedBlob(name: string, context: NewContext): Promise<Blob> {
  const content = await namedContent(name, context);
  let blob: Blob | undefined;
  try {
    blob = await blobOf(content, context.contents);
  } catch (error) {
    throw new CliError(`cannot read ${name}: ${reasonOf(error)}`);
  }
  if (blob === undefined) throw new CliError(`cannot read ${name}: changed while it was read`);
  return blob;
}
