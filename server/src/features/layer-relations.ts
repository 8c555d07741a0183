import type { Location } from 'vscode-languageserver-types';
import { blobDigestOf } from '../content/layout/layout.ts';
import { isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { documentAt } from '../content/stores/document-at.ts';
import { toDigestText, type WrittenDescriptor } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import { configLayersOf, layerAt } from '../oci/image-layers.ts';
import { type JsonNode, spanOf, valueOf } from '../syntax/tree.ts';
import { nodeAtOffset } from '../syntax/walk.ts';
import { toRange } from './ranges.ts';

/** A layer of an image, with its counterparts in the manifest, in `rootfs.diff_ids` and in `history`. */
export interface ImageLayer {
  /** Zero-based. */
  readonly position: number;
  /** Number of layers in the config. */
  readonly count: number;
  readonly config: OciDocument;
  readonly diffId: JsonNode | undefined;
  /** Its history entry. */
  readonly entry: JsonNode | undefined;
  /** Its descriptor, with the manifest that contains it. */
  readonly inManifest: { readonly manifest: OciDocument; readonly written: WrittenDescriptor } | undefined;
}

/** The layer of the DiffID or history entry at an offset in an image config. */
export async function layerInConfig(
  config: OciDocument,
  offset: number,
  contents: Contents,
): Promise<ImageLayer | undefined> {
  const node = nodeAtOffset(config.root, offset);
  const position = node && layerAt(config.root, node);
  if (position === undefined) return undefined;
  const manifest = await manifestOf(config, contents);
  const written = manifest?.descriptors.find((one) => one.role === 'layer' && one.position === position);
  return layerOf(config, position, manifest && written && { manifest, written });
}

/** The layer of a descriptor in a manifest. */
export async function layerInManifest(
  manifest: OciDocument,
  written: WrittenDescriptor,
  contents: Contents,
): Promise<ImageLayer | undefined> {
  if (written.role !== 'layer') return undefined;
  const described = manifest.descriptors.find(({ role, value }) => role === 'config' && value !== undefined);
  const content = described && (await contents.find(described, manifest.uri));
  if (!isContent(content)) return undefined;
  const config = await contents.documentOf(content, described?.value?.mediaType).catch(() => undefined);
  if (config === undefined || configLayersOf(config.root).diffIds.length === 0) return undefined;
  return layerOf(config, written.position, { manifest, written });
}

function layerOf(config: OciDocument, position: number, inManifest: ImageLayer['inManifest']): ImageLayer {
  const { diffIds, history } = configLayersOf(config.root);
  return { position, count: diffIds.length, config, diffId: diffIds[position], entry: history[position], inManifest };
}

/** The locations of a layer: its descriptor, its DiffID and its history entry. */
export function placesOf({ config, diffId, entry, inManifest }: ImageLayer): Location[] {
  const digest = inManifest && valueOf(inManifest.written.node, 'digest');
  return [
    ...(inManifest && digest ? [placeOf(inManifest.manifest, digest)] : []),
    ...[diffId, entry].flatMap((node) => (node === undefined ? [] : [placeOf(config, node)])),
  ];
}

function placeOf({ uri, json }: OciDocument, node: JsonNode): Location {
  return { uri, range: toRange(json.lines, spanOf(node)) };
}

/** The manifest in the layout that references a config; the first one if there are several. */
async function manifestOf({ uri }: OciDocument, contents: Contents): Promise<OciDocument | undefined> {
  const layout = await contents.layoutOf(uri);
  const digest = blobDigestOf(uri);
  if (layout === undefined || digest === undefined) return undefined;
  const mentions = (await contents.wholeGraphOf(layout)).mentionsOf(toDigestText(digest));
  const mention = mentions.find(({ role }) => role === 'config');
  return mention && documentAt(mention.uri, undefined, contents);
}
