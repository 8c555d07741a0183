import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export type Content = string | Uint8Array;

/** The ingredients of a small image. A test changes the one that it is about. */
export interface ImageParts {
  /** The uncompressed layer. */
  readonly tar?: Uint8Array;
  /** How the layer is compressed. */
  readonly pack?: (tar: Uint8Array) => Uint8Array;
  readonly layerType?: string;
  readonly config?: object;
  readonly manifest?: object;
  readonly entry?: object;
}

/** An OCI layout with one image as files by name. Digests and sizes are correct unless overridden. */
export function imageLayout(parts: ImageParts = {}): Record<string, Content> {
  const { tar = new Uint8Array(1024), pack = gzipSync, layerType = layerTypes.gzip } = parts;
  const layer = pack(tar);
  const config = toJson({
    architecture: 'arm64',
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: [digestOf(tar)] },
    ...parts.config,
  });
  const manifest = toJson({
    schemaVersion: 2,
    mediaType: manifestType,
    config: descriptorOf('application/vnd.oci.image.config.v1+json', config),
    layers: [descriptorOf(layerType, layer)],
    ...parts.manifest,
  });
  const index = toJson({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [{ ...descriptorOf(manifestType, manifest), ...parts.entry }],
  });
  const blobs = [layer, config, manifest].map((content) => [blobOf(content), content] as const);
  return { 'oci-layout': '{"imageLayoutVersion": "1.0.0"}', 'index.json': index, ...Object.fromEntries(blobs) };
}

export const manifestType = 'application/vnd.oci.image.manifest.v1+json';

export const layerTypes = {
  plain: 'application/vnd.oci.image.layer.v1.tar',
  gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
  zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
} as const;

export function descriptorOf(mediaType: string, content: Content) {
  return { mediaType, digest: digestOf(content), size: Buffer.byteLength(content) };
}

export function digestOf(content: Content): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** The path of a blob in a layout. */
export function blobOf(content: Content): string {
  return `blobs/${digestOf(content).replace(':', '/')}`;
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
