import { mediaTypeInfoOf } from './media-types.ts';

/** Projects whose layers, by types of their own, make images that runtimes start. */
const imageEcosystems: ReadonlySet<string | undefined> = new Set(['containerd', 'EROFS', 'Stacker', 'Nydus', 'WASM']);

/** Whether a type is one of the file system layers that OCI and Docker specify, encrypted and non-distributable ones included. */
export function isFileSystemLayerType(type: string): boolean {
  return type.startsWith('application/vnd.oci.image.layer.') || type.startsWith('application/vnd.docker.image.rootfs.');
}

/** Whether a layer of this type may be one of a container image. */
export function isImageLayerType(type: string): boolean {
  return isFileSystemLayerType(type) || imageEcosystems.has(mediaTypeInfoOf(type)?.ecosystem);
}
