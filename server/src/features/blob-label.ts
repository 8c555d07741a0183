import { blobDigestOf } from '../content/layout/layout.ts';
import type { Contents } from '../content/stores/contents.ts';
import { kindOfMediaType } from '../oci/kinds.ts';
import type { BlobLabel } from '../protocol.ts';
import { stringAt, valueOf } from '../syntax/tree.ts';
import { nameOf, whatOf } from './labels.ts';
import { mentionedAs } from './mentioned-as.ts';

/** What the layout around a blob calls it; undefined for what is no blob of a layout. */
export async function blobLabelOf(uri: string, contents: Contents): Promise<BlobLabel | undefined> {
  const layout = blobDigestOf(uri) === undefined ? undefined : await contents.layoutOf(uri);
  if (layout === undefined) return undefined;
  const written = await mentionedAs(await contents.wholeGraphOf(layout), uri, contents);
  if (written === undefined) return { label: 'unreferenced', badge: '?' };
  const isAttestation = stringAt(valueOf(written.node, 'annotations'), 'vnd.docker.reference.type') !== undefined;
  const kind = kindOfMediaType(stringAt(written.node, 'mediaType') ?? '');
  const badge = isAttestation ? 'A' : (kind ?? written.role).replace('docker-', '').charAt(0).toUpperCase();
  return { label: [whatOf(written), nameOf(written)].filter(Boolean).join(' · '), badge };
}
