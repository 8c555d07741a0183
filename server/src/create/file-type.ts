import type { Compression } from '../content/archive/compression.ts';
import type { ArtifactProfile } from '../oci/facts/artifact-profile.ts';
import { mediaTypeOfFileName } from '../oci/facts/file-media-types.ts';
import { isFileSystemLayerType } from '../oci/facts/image-layers.ts';

/**
 * The default media type for a layer file: the type of its profile that best matches the file name suffix. Without
 * profile types, the usual type for such a name.
 */
export function layerTypeOf(name: string, profile: ArtifactProfile | undefined): string {
  const usual = mediaTypeOfFileName(name);
  const types = (profile?.layers ?? []).flatMap((slot) => slot.types);
  const [first] = types;
  if (first === undefined || types.includes(usual)) return usual;
  const endings = endingsOf(usual, name);
  const type = endings.map((ending) => types.find((type) => type.endsWith(ending))).find(Boolean);
  // If the profile accepts anything, its file system layer type does not apply to files that are not archives.
  const isNoLayer = profile?.otherLayers === 'allowed' && isFileSystemLayerType(first);
  return type ?? (isNoLayer ? usual : first);
}

/** Suffixes that match a file's format, most specific first. */
function endingsOf(usual: string, name: string): readonly string[] {
  const format = /[+./]([a-z0-9]+)$/.exec(usual)?.[1];
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  return [extension, format].flatMap((word) => (word === undefined ? [] : [`+${word}`, `.${word}`, `/${word}`]));
}

/** The layer media type for a compression; undefined if images do not support it. */
export function imageLayerTypeOf(compression: Compression): string | undefined {
  return imageLayerTypes[compression];
}

const imageLayerTypes: Readonly<Partial<Record<Compression, string>>> = {
  none: 'application/vnd.oci.image.layer.v1.tar',
  gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
  zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
};
