import type { OciDocument } from '../../oci/document.ts';
import { emptyContent } from '../../oci/empty.ts';
import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import { stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DescriptorParts } from './descriptor-part-members.ts';
import { descriptorPartsOf, layersOf } from './descriptor-parts.ts';
import { once } from './once.ts';

/** A layer with the type of an arbitrary archive, and the layer type to use instead. */
export interface GeneralLayer {
  readonly layer: DescriptorParts;
  readonly meant: string;
}

const oci = 'application/vnd.oci.image.layer.v1.tar';
const gzip: readonly string[] = [
  'application/gzip',
  'application/x-gzip',
  'application/tar+gzip',
  'application/x-tar+gzip',
  'application/x-tgz',
  'application/x-compressed-tar',
];
const ociTypes: ReadonlyMap<string, string> = new Map([
  ...gzip.map((type) => [type, `${oci}+gzip`] as const),
  ['application/tar', oci],
  ['application/x-tar', oci],
  ['application/zstd', `${oci}+zstd`],
]);
const dockerTypes: ReadonlyMap<string, string> = new Map(
  gzip.map((type) => [type, 'application/vnd.docker.image.rootfs.diff.tar.gzip']),
);

/** The members of descriptors that {@link generalLayersOf} reads. */
export const readsOfGeneralLayers = [
  'config.mediaType',
  'config.digest',
  'layer.mediaType',
  'layer.annotations',
] as const;

/**
 * The layers of an image with the type of an arbitrary archive. Artifacts may have such layers, and give them titles.
 */
export const generalLayersOf = once((document: OciDocument): readonly GeneralLayer[] => {
  const config = descriptorPartsOf(document).find(({ role }) => role === 'config');
  const isImage = hasTraits(kindOfMediaType(config?.type), 'is-image-config');
  if (!isImage || stringOf(config?.digest) === `sha256:${emptyContent.digests.sha256}`) return [];
  if (stringAt(document.root, 'artifactType') !== undefined) return [];
  const types = hasTraits(document.kind, 'docker') ? dockerTypes : ociTypes;
  return layersOf(document).flatMap((layer) => {
    const meant = types.get(layer.type ?? '');
    const hasTitle = valueOf(layer.annotations, 'org.opencontainers.image.title') !== undefined;
    return meant === undefined || hasTitle ? [] : [{ layer, meant }];
  });
});
