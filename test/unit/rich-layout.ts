import { blobOf, type Content, descriptorOf, digestOf, manifestType, toJson } from './image-layout.ts';

/*
 * A layout with every kind of reference: an index under two tags, an image with its attestation and SBOM, and an
 * unreferenced blob.
 */

export const indexType = 'application/vnd.oci.image.index.v1+json';
export const configType = 'application/vnd.oci.image.config.v1+json';
export const layerType = 'application/vnd.oci.image.layer.v1.tar';
export const empty = descriptorOf('application/vnd.oci.empty.v1+json', '{}');
export const refName = (tag: string) => ({ annotations: { 'org.opencontainers.image.ref.name': tag } });
export const short = (content: Content) => `${digestOf(content).slice(0, 19)}…`;

export const layer = 'a layer';
export const config = toJson({
  architecture: 'arm64',
  os: 'linux',
  rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
});
export const image = toJson({
  schemaVersion: 2,
  mediaType: manifestType,
  config: descriptorOf(configType, config),
  layers: [descriptorOf(layerType, layer)],
});
export const statement = toJson({ _type: 'https://in-toto.io/Statement/v1' });
export const attestation = toJson({
  schemaVersion: 2,
  mediaType: manifestType,
  artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
  config: empty,
  layers: [descriptorOf('application/vnd.in-toto+json', statement)],
  subject: descriptorOf(manifestType, image),
});
export const platforms = toJson({
  schemaVersion: 2,
  mediaType: indexType,
  manifests: [
    { ...descriptorOf(manifestType, image), platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
    {
      ...descriptorOf(manifestType, attestation),
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': digestOf(image),
      },
    },
  ],
});
export const sbom = toJson({
  schemaVersion: 2,
  mediaType: manifestType,
  artifactType: 'application/spdx+json',
  config: empty,
  layers: [empty],
  subject: descriptorOf(manifestType, image),
});
export const index = toJson({
  schemaVersion: 2,
  mediaType: indexType,
  manifests: [
    { ...descriptorOf(indexType, platforms), ...refName('1.0') },
    { ...descriptorOf(indexType, platforms), ...refName('latest') },
    { ...descriptorOf(manifestType, image), ...refName('arm') },
    descriptorOf(manifestType, sbom),
  ],
});
export const blobs = [layer, config, image, statement, attestation, platforms, sbom, '{}', 'nobody points here'];
export const layout: Record<string, Content> = {
  'oci-layout': '{"imageLayoutVersion": "1.0.0"}',
  'index.json': index,
  ...Object.fromEntries(blobs.map((content) => [blobOf(content), content])),
};
