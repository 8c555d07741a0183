import { mediaTypes } from '../../oci/media-type.ts';

/** Docker's types and OCI's for the same content (image-spec media-types.md, "Compatibility Matrix"). */
const pairs: readonly (readonly [docker: string, oci: string])[] = [
  [mediaTypes.dockerConfig, mediaTypes.config],
  ['application/vnd.docker.image.rootfs.diff.tar', 'application/vnd.oci.image.layer.v1.tar'],
  ['application/vnd.docker.image.rootfs.diff.tar.gzip', 'application/vnd.oci.image.layer.v1.tar+gzip'],
  ['application/vnd.docker.image.rootfs.diff.tar.zstd', 'application/vnd.oci.image.layer.v1.tar+zstd'],
  ['application/vnd.docker.image.rootfs.foreign.diff.tar', 'application/vnd.oci.image.layer.nondistributable.v1.tar'],
  [
    'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
    'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
  ],
];

const ociTypes = new Map(pairs);
const dockerTypes = new Map(pairs.map(([docker, oci]) => [oci, docker]));

/** OCI's type for what Docker calls so. */
export function ociTypeOf(dockerType: string | undefined): string | undefined {
  return ociTypes.get(dockerType ?? '');
}

/** Docker's type for what OCI calls so. */
export function dockerTypeOf(ociType: string | undefined): string | undefined {
  return dockerTypes.get(ociType ?? '');
}
