import { itemsOf, type JsonNode, stringAt, stringOf, valueOf } from '../syntax/tree.ts';

/** The types of the draft of EROFS layers, and containerd's older ones. */
const family = /^application\/vnd\.erofs(?:\.layer\.v1)?(?:\+zstd)?$/;

/** An index of the chunks of another layer, which is a layer of its own. */
export const erofsChunkIndex = 'application/vnd.erofs.chunk-index.v1';

/** Whether a layer is an EROFS file system image, or the chunk index of one. */
export function isErofsType(type: string): boolean {
  return family.test(type) || type === erofsChunkIndex;
}

/** Whether a config says that its layers are EROFS, which need no `rootfs`: their descriptors have the DiffIDs. */
export function isErofsConfig(root: JsonNode | undefined): boolean {
  return itemsOf(valueOf(root, 'os.features')).some((feature) => stringOf(feature) === 'erofs');
}

/** Whether layers are EROFS and have what stands for a DiffID: their uncompressed digest, or no compression. */
export function areErofsLayers(layers: readonly JsonNode[]): boolean {
  const isOne = (layer: JsonNode) => {
    const type = stringAt(layer, 'mediaType') ?? '';
    const digest = stringAt(valueOf(layer, 'annotations'), 'org.erofs.uncompressed-digest');
    return isErofsType(type) && (digest !== undefined || !type.endsWith('+zstd'));
  };
  return layers.length > 0 && layers.every(isOne);
}
