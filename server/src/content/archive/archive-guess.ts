import type { Files } from '../files.ts';
import { isContent } from '../stores/content-store.ts';
import { fileContentOf } from '../stores/file-content.ts';
import { type ByteReader, contentReader, streamReader } from './byte-reader.ts';
import { compressionIn } from './content-compression.ts';
import { readTar, textOfPath } from './tar.ts';
import { pathInside } from './tar-path.ts';
import { canUncompress, uncompressed } from './uncompressed.ts';

/** File names of layout archives. */
export const archiveName = /\.(?:tar|tgz|tar\.gz|tar\.zst|oci)$/i;

/** Top-level names of a layout or of `docker save` output, possibly below a single folder. */
const ownName =
  /^(?:[^/]+\/)?(?:blobs(?:\/|$)|(?:oci-layout|index\.json|manifest\.json|repositories)$|[0-9a-f]{64}(?:\.json|\.tar|\/|$))/;

/** Limits for detection: entries and bytes. */
const maxEntries = 4;
const maxBytes = 256 * 1024;

/** Whether a file looks like a layout archive, judging by its first entries. */
export async function looksLikeLayout(files: Files, uri: string): Promise<boolean> {
  const content = await fileContentOf(files, uri);
  if (!isContent(content) || content.size === 0) return false;
  const compression = await compressionIn(content);
  if (!canUncompress(compression)) return false;
  const reader =
    compression === 'none' ? contentReader(content) : streamReader(uncompressed(content, compression), maxBytes);
  return hasOwnName(reader).finally(reader.close);
}

async function hasOwnName(reader: ByteReader): Promise<boolean> {
  let count = 0;
  for await (const part of readTar(reader)) {
    if ('fault' in part) return false;
    const path = pathInside(textOfPath(part.path));
    if (path !== undefined && ownName.test(path)) return true;
    if (path !== '' && ++count >= maxEntries) return false;
  }
  return false;
}
