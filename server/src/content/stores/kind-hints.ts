import type { KindHints } from '../../oci/decide-kind.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { areErofsLayers } from '../../oci/erofs.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { itemsOf, valueOf } from '../../syntax/tree.ts';
import { blobDigestOf } from '../layout/layout.ts';
import { nameOf } from '../uris.ts';
import { isContent } from './content-store.ts';
import type { Contents } from './contents.ts';
import { fileContentOf } from './file-content.ts';

/** Derives hints about a document's kind from its location. Free for files with ordinary names. */
export async function readKindHints(contents: Contents, uri: string): Promise<KindHints> {
  const name = nameOf(uri);
  if (name === 'oci-layout') return { path: 'layout-header' };
  if (name === 'index.json') return (await contents.layoutOf(uri)) === undefined ? {} : { path: 'index' };
  if (name === 'manifest.json') return (await contents.layoutOf(uri)) === undefined ? {} : { path: 'docker-save' };
  const digest = blobDigestOf(uri);
  if (digest === undefined) return {};
  const layout = await contents.layoutOf(uri);
  if (layout === undefined) return {};
  const [mention] = (await contents.graphOf(layout)).mentionsOf(toDigestText(digest));
  if (mention === undefined) return { isBlob: true };
  const pointedAs = mention.value.mediaType;
  const isOfErofs = pointedAs === mediaTypes.config && (await isConfigOfErofs(contents, mention.uri));
  return { isBlob: true, pointedAs, ...(isOfErofs ? { isOfErofs } : {}) };
}

/** Whether the manifest that references a config has only EROFS layers, whose descriptors contain the DiffIDs. */
async function isConfigOfErofs(contents: Contents, manifest: string): Promise<boolean> {
  const file = await fileContentOf(contents.files, manifest);
  if (!isContent(file)) return false;
  const document = await contents.documentOf(file, mediaTypes.manifest).catch(() => undefined);
  return areErofsLayers(itemsOf(valueOf(document?.root, 'layers')));
}
