import { itemsOf, type JsonNode, stringAt, stringOf, valueOf } from '../syntax/tree.ts';

/** Media types of the EROFS layer draft, and older ones of containerd. */
const family = /^application\/vnd\.erofs(?:\.layer\.v1)?(?:\+zstd)?$/;

/** An index of another layer's chunks, itself stored as a layer. */
export const erofsChunkIndex = 'application/vnd.erofs.chunk-index.v1';

/** Whether a layer is an EROFS file system image or the chunk index of one. */
export function isErofsType(type: string): boolean {
  return family.test(type) || type === erofsChunkIndex;
}

/** Whether a config declares EROFS layers. Such configs need no `rootfs`: the DiffIDs are in the layer descriptors. */
export function isErofsConfig(root: JsonNode | undefined): boolean {
  return itemsOf(valueOf(root, 'os.features')).some((feature) => stringOf(feature) === 'erofs');
}

/** Whether all layers are EROFS and have the equivalent of a DiffID: an uncompressed digest, or no compression. */
export function areErofsLayers(layers: readonly JsonNode[]): boolean {
  const isOne = (layer: JsonNode) => {
    const type = stringAt(layer, 'mediaType') ?? '';
    const digest = stringAt(valueOf(layer, 'annotations'), 'org.erofs.uncompressed-digest');
    return isErofsType(type) && (digest !== undefined || !type.endsWith('+zstd'));
  };
  return layers.length > 0 && layers.every(isOne);
}
