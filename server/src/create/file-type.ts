import type { Compression } from '../content/compression.ts';
import type { ArtifactProfile } from '../oci/facts/artifact-profiles.ts';

/** The types of usual files, by the end of the name; the first that fits counts. */
const typesByEnd: readonly (readonly [string, string])[] = [
  ['.spdx.json', 'application/spdx+json'],
  ['.cdx.json', 'application/vnd.cyclonedx+json'],
  ['.intoto.jsonl', 'application/vnd.in-toto+json'],
  ['.sigstore.json', 'application/vnd.dev.sigstore.bundle.v0.3+json'],
  ['.openvex.json', 'application/vnd.openvex+json'],
  ['.sarif', 'application/sarif+json'],
  ['.json', 'application/json'],
  ['.yaml', 'application/yaml'],
  ['.yml', 'application/yaml'],
  ['.tar.gz', 'application/vnd.oci.image.layer.v1.tar+gzip'],
  ['.tgz', 'application/vnd.oci.image.layer.v1.tar+gzip'],
  ['.tar.zst', 'application/vnd.oci.image.layer.v1.tar+zstd'],
  ['.tar', 'application/vnd.oci.image.layer.v1.tar'],
  ['.wasm', 'application/wasm'],
  ['.txt', 'text/plain'],
  ['.md', 'text/markdown'],
  ['.zip', 'application/zip'],
];

/** What is nothing in particular (RFC 2046, 4.5.1). */
const octetStream = 'application/octet-stream';

/**
 * The type of a file that becomes a layer, where nobody says it: one of its profile's, the one that its name's end tells
 * best; without a profile that has types, the usual one of its name's end.
 */
export function fileTypeOf(name: string, profile: ArtifactProfile | undefined): string {
  const usual = typesByEnd.find(([end]) => name.toLowerCase().endsWith(end))?.[1] ?? octetStream;
  const types = (profile?.layers ?? []).flatMap((slot) => slot.types);
  if (types.length === 0 || types.includes(usual)) return usual;
  const wanted = endingsOf(usual, name);
  return wanted.map((ending) => types.find((type) => type.endsWith(ending))).find(Boolean) ?? types[0]!;
}

/** How the types of a file's format end, the most telling first. */
function endingsOf(usual: string, name: string): readonly string[] {
  const format = /[+./]([a-z0-9]+)$/.exec(usual)?.[1];
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  const suffixes = [extension, format].filter((word) => word !== undefined && word !== 'stream');
  return suffixes.flatMap((word) => [`tar+${word}`, `+${word}`, `.${word}`, `/${word}`, `.tar.${word}`]);
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
