import type { Compression } from '../content/archive/compression.ts';
import type { ArtifactProfile } from '../oci/facts/artifact-profile.ts';
import { mediaTypeOfFileName } from '../oci/facts/file-media-types.ts';
import { isFileSystemLayerType } from '../oci/facts/image-layers.ts';

/**
 * The type of a file that becomes a layer, where nobody says it: one of its profile's, the one that the end of its name
 * tells best; without a profile that has types, the usual one for such a name.
 */
export function layerTypeOf(name: string, profile: ArtifactProfile | undefined): string {
  const usual = mediaTypeOfFileName(name);
  const types = (profile?.layers ?? []).flatMap((slot) => slot.types);
  const [first] = types;
  if (first === undefined || types.includes(usual)) return usual;
  const endings = endingsOf(usual, name);
  const told = endings.map((ending) => types.find((type) => type.endsWith(ending))).find(Boolean);
  // A profile that takes anything has a layer's type for what is packed as one only: another file is not a tar archive.
  const isNoLayer = profile?.otherLayers === 'allowed' && isFileSystemLayerType(first);
  return told ?? (isNoLayer ? usual : first);
}

/** How the types of a file's format end, the most telling first. */
function endingsOf(usual: string, name: string): readonly string[] {
  const format = /[+./]([a-z0-9]+)$/.exec(usual)?.[1];
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  return [extension, format].flatMap((word) => (word === undefined ? [] : [`+${word}`, `.${word}`, `/${word}`]));
}

/** The type of an image's layer, by how its bytes are packed; undefined for packings that no image has. */
export function imageLayerTypeOf(compression: Compression): string | undefined {
  return imageLayerTypes[compression];
}

const imageLayerTypes: Readonly<Partial<Record<Compression, string>>> = {
  none: 'application/vnd.oci.image.layer.v1.tar',
  gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
  zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
};
