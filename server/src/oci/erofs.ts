import { itemsOf, type JsonNode, stringOf, valueOf } from '../syntax/tree.ts';

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
