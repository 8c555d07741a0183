import type { DocumentLink, Location } from 'vscode-languageserver-types';
import { inBatches } from '../content/in-batches.ts';
import { blobDigestOf } from '../content/layout/layout.ts';
import type { Contents } from '../content/stores/contents.ts';
import { readTarget } from '../content/stores/targets.ts';
import { toDigestText, type WrittenDescriptor } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import { statedCompressionOf } from '../rules/support/layer-packing.ts';
import { spanOf, valueOf } from '../syntax/tree.ts';
import type { ClientPart } from './client-part.ts';
import { formattedUriOf } from './formatted-uri.ts';
import { layerInConfig, layerInManifest, placesOf } from './layer-relations.ts';
import { fileStart, toRange } from './ranges.ts';

/** Beyond so many descriptors nobody follows links by eye, and each costs a look at a file. */
const maxLinks = 1000;

/** Links on the digests whose content is a file. */
export async function contentLinksOf(
  document: OciDocument,
  contents: Contents,
  part: ClientPart,
): Promise<DocumentLink[]> {
  if (document.kind === undefined) return [];
  const linksOf = async (written: WrittenDescriptor): Promise<DocumentLink[]> => {
    const digest = valueOf(written.node, 'digest');
    const target = digest && (await shownUriOf(written, document, contents, part));
    if (digest === undefined || target === undefined) return [];
    const { start, end } = spanOf(digest);
    const range = toRange(document.json.lines, { start: start + 1, end: end - 1 });
    return [{ range, target, tooltip: 'Open the content' }];
  };
  return (await inBatches(document.descriptors.slice(0, maxLinks), linksOf)).flat();
}

/** The file that the descriptor around an offset points at; from an image config, the layer in the manifest. */
export async function definitionOf(
  document: OciDocument,
  offset: number,
  contents: Contents,
  part: ClientPart,
): Promise<Location | undefined> {
  const layer = await layerInConfig(document, offset, contents);
  if (layer !== undefined) return placesOf(layer)[0];
  const written = descriptorAt(document, offset);
  const uri = written && (await shownUriOf(written, document, contents, part));
  return uri === undefined ? undefined : { uri, range: fileStart };
}

/**
 * Who points at what the descriptor around an offset names; outside of descriptors, at the document itself. Of a layer also
 * where the image's config speaks of it.
 */
export async function referencesOf(document: OciDocument, offset: number, contents: Contents): Promise<Location[]> {
  const inConfig = await layerInConfig(document, offset, contents);
  if (inConfig !== undefined) return placesOf(inConfig);
  const written = descriptorAt(document, offset);
  if (written?.value === undefined) return referencesToDocument(document, contents);
  const layer = await layerInManifest(document, written, contents);
  const places = layer === undefined ? [] : placesOf({ ...layer, inManifest: undefined });
  return [...(await referencesTo(toDigestText(written.value.digest), document.uri, contents)), ...places];
}

/** Who points at the blob that a document is. */
export async function referencesToDocument(document: OciDocument, contents: Contents): Promise<Location[]> {
  const digest = blobDigestOf(document.uri);
  return digest === undefined ? [] : referencesTo(toDigestText(digest), document.uri, contents);
}

/** Who points, in the layout around a document, at what has a digest. */
export async function referencesTo(digest: string, near: string, contents: Contents): Promise<Location[]> {
  const layout = await contents.layoutOf(near);
  if (layout === undefined) return [];
  const mentions = (await contents.wholeGraphOf(layout)).mentionsOf(digest);
  return mentions.map(({ uri, start, end }) => ({ uri, range: { start, end } }));
}

/** The innermost well-formed descriptor whose text holds an offset. */
export function descriptorAt({ descriptors, kind }: OciDocument, offset: number): WrittenDescriptor | undefined {
  if (kind === undefined) return undefined;
  return descriptors.find(({ node, value }) => {
    const { start, end } = spanOf(node);
    return value !== undefined && start <= offset && offset <= end;
  });
}

/** What to open for a descriptor: the file that it points at, of a layer the list of its entries where the client shows that. */
async function shownUriOf(
  written: WrittenDescriptor,
  document: OciDocument,
  contents: Contents,
  { showsContents }: ClientPart,
): Promise<string | undefined> {
  const uri = await contentUriOf(written, document, contents);
  if (uri === undefined || !showsContents || statedCompressionOf(written.value?.mediaType ?? '') === undefined)
    return uri;
  return formattedUriOf(uri, 'entries');
}

/** The file that a descriptor points at; undefined where there is none. */
export async function contentUriOf(
  written: WrittenDescriptor,
  { uri }: OciDocument,
  contents: Contents,
): Promise<string | undefined> {
  if (written.value === undefined) return undefined;
  const { verdict } = await readTarget(written, uri, contents, 'known');
  return 'content' in verdict ? verdict.content.uri : undefined;
}
