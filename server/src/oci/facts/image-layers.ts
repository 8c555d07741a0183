import { mediaTypeInfoOf } from './media-types.ts';

/** Projects with their own layer types for images that container runtimes can run. */
const imageEcosystems: ReadonlySet<string | undefined> = new Set(['containerd', 'EROFS', 'Stacker', 'Nydus', 'WASM']);

/**
 * Whether a type is a file system layer of the OCI or Docker specification, including encrypted and non-distributable
 * ones.
 */
export function isFileSystemLayerType(type: string): boolean {
  return type.startsWith('application/vnd.oci.image.layer.') || type.startsWith('application/vnd.docker.image.rootfs.');
}

/** Whether a container image may have layers of this type. */
export function isImageLayerType(type: string): boolean {
  return isFileSystemLayerType(type) || imageEcosystems.has(mediaTypeInfoOf(stackerTypeOf(type))?.ecosystem);
}

/** Stacker appends the compression, and `verity`, to the types of its layers: `…squashfs+zstd+verity` (atomfs). */
function stackerTypeOf(type: string): string {
  return type.startsWith('application/vnd.stacker.') ? type.replace(/\+.*/, '') : type;
}
