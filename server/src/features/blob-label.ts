import { blobDigestOf } from '../content/layout/layout.ts';
import { isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { kindOfMediaType } from '../oci/kinds.ts';
import type { BlobLabel } from '../protocol.ts';
import { stringAt, valueOf } from '../syntax/tree.ts';
import { nameOf, whatOf } from './labels.ts';
import { mentionedAs } from './mentioned-as.ts';

/** The decoration of a blob, from the layout that contains it; undefined if the file is not a blob of a layout. */
export async function blobLabelOf(uri: string, contents: Contents): Promise<BlobLabel | undefined> {
  const layout = blobDigestOf(uri) === undefined ? undefined : await contents.layoutOf(uri);
  if (layout === undefined) return undefined;
  const written = await mentionedAs(await contents.wholeGraphOf(layout), uri, contents);
  const isWrong = await isChanged(uri, contents);
  const shown = (label: string, badge: string): BlobLabel => ({
    label: isWrong ? `${label} · content does not match its name` : label,
    badge: isWrong ? '✗' : badge,
    isWrong,
  });
  if (written === undefined) return shown('unreferenced', '?');
  const isAttestation = stringAt(valueOf(written.node, 'annotations'), 'vnd.docker.reference.type') !== undefined;
  const kind = kindOfMediaType(stringAt(written.node, 'mediaType') ?? '');
  const badge = isAttestation ? 'A' : (kind ?? written.role).replace('docker-', '').charAt(0).toUpperCase();
  return shown([whatOf(written), nameOf(written)].filter(Boolean).join(' · '), badge);
}

/** Larger blobs are not read for a decoration. Bytes. */
const smallSize = 1024 * 1024;

/** Whether a blob's bytes are known not to match its name, or can be checked cheaply. */
async function isChanged(uri: string, contents: Contents): Promise<boolean> {
  const digest = blobDigestOf(uri);
  const content = digest && (await fileContentOf(contents.files, uri).catch(() => undefined));
  if (digest === undefined || !isContent(content)) return false;
  if (content.size > smallSize && !contents.isHashed(digest.algorithm, content)) return false;
  const hashed = await contents.hash(digest.algorithm, content).catch(() => undefined);
  return hashed !== undefined && hashed.hex !== digest.encoded;
}
