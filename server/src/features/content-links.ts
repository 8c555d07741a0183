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
import { blobUriBeside } from './digest-link.ts';
import { formattedUriOf } from './formatted-uri.ts';
import { layerInConfig, layerInManifest, placesOf } from './layer-relations.ts';
import { fileStart, toRange } from './ranges.ts';

/** With more descriptors, links are of little use, and each one costs a file access. */
const maxLinks = 1000;

/** Links on digests whose content is a file. */
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

/** The file that the descriptor at an offset references. In an image config, the layer's descriptor in the manifest. */
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
 * References to the content of the descriptor at an offset, or to the document itself outside of descriptors. For
 * layers, includes the corresponding values in the image config.
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

/** References to the document, if it is a blob. */
export async function referencesToDocument(document: OciDocument, contents: Contents): Promise<Location[]> {
  const digest = blobDigestOf(document.uri);
  return digest === undefined ? [] : referencesTo(toDigestText(digest), document.uri, contents);
}

/** References to a digest in the layout that contains a document. */
export async function referencesTo(digest: string, near: string, contents: Contents): Promise<Location[]> {
  const layout = await contents.layoutOf(near);
  if (layout === undefined) return [];
  const mentions = (await contents.wholeGraphOf(layout)).mentionsOf(digest);
  return mentions.map(({ uri, start, end }) => ({ uri, range: { start, end } }));
}

/** The innermost well-formed descriptor at an offset. */
export function descriptorAt({ descriptors, kind }: OciDocument, offset: number): WrittenDescriptor | undefined {
  if (kind === undefined) return undefined;
  return descriptors.find(({ node, value }) => {
    const { start, end } = spanOf(node);
    return value !== undefined && start <= offset && offset <= end;
  });
}

/**
 * The URI to open for a descriptor: its file, or for a layer the listing of its entries if the client supports that.
 */
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

/** The file that a descriptor references; undefined if there is none. */
export async function contentUriOf(
  written: WrittenDescriptor,
  { uri }: OciDocument,
  contents: Contents,
): Promise<string | undefined> {
  if (written.value === undefined) return undefined;
  const { verdict } = await readTarget(written, uri, contents, 'known');
  const found = 'content' in verdict ? verdict.content.uri : undefined;
  return found ?? blobUriBeside(written, uri, contents);
}
