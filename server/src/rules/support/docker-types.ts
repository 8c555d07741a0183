import { mediaTypes } from '../../oci/media-type.ts';

type Pair = readonly [docker: string, oci: string];

const documents: readonly Pair[] = [
  [mediaTypes.dockerManifestList, mediaTypes.index],
  [mediaTypes.dockerManifest, mediaTypes.manifest],
];

const dockerLayer = 'application/vnd.docker.image.rootfs';
const ociLayer = 'application/vnd.oci.image.layer';

const contents: readonly Pair[] = [
  [mediaTypes.dockerConfig, mediaTypes.config],
  [`${dockerLayer}.diff.tar`, `${ociLayer}.v1.tar`],
  [`${dockerLayer}.diff.tar.gzip`, `${ociLayer}.v1.tar+gzip`],
  [`${dockerLayer}.diff.tar.zstd`, `${ociLayer}.v1.tar+zstd`],
  [`${dockerLayer}.foreign.diff.tar`, `${ociLayer}.nondistributable.v1.tar`],
  [`${dockerLayer}.foreign.diff.tar.gzip`, `${ociLayer}.nondistributable.v1.tar+gzip`],
];

/** Docker and OCI types for nearly the same content (image-spec media-types.md, "Compatibility Matrix"). */
export const dockerAndOciTypes: readonly Pair[] = [...documents, ...contents];

/** The media types of documents of either family. */
export const documentTypes: ReadonlySet<string> = new Set(documents.flat());

const ociTypes = new Map(contents);
const dockerTypes = new Map(contents.map(([docker, oci]) => [oci, docker]));

/** The OCI type for a Docker config or layer type. */
export function ociTypeOf(dockerType: string | undefined): string | undefined {
  return ociTypes.get(dockerType ?? '');
}

/** The Docker type for an OCI config or layer type. */
export function dockerTypeOf(ociType: string | undefined): string | undefined {
  return dockerTypes.get(ociType ?? '');
}

/** The layers that schema 2 defines (distribution, docs/spec/manifest-v2-2.md). */
export const schema2Layers: ReadonlySet<string> = new Set([
  `${dockerLayer}.diff.tar.gzip`,
  `${dockerLayer}.foreign.diff.tar.gzip`,
]);

/** Whether a type is that of Docker's foreign layers, which clients fetch from elsewhere. */
export function isForeignLayer(dockerType: string): boolean {
  return /^application\/vnd\.docker\.image\.rootfs\.foreign\.diff\.tar(?:\.gzip|\.zstd)?$/.test(dockerType);
}
