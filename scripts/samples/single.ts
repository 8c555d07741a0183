/**
 * `samples/single`: one document of each kind outside any layout. They reference each other by digest in the same
 * folder: the descriptor the index, the index the manifest, the manifest the config and the layer.
 */
import { digestOf, type Files, toPrettyJson } from './files.ts';
import { toGzip } from './gzip.ts';
import { type Descriptor, mediaTypes } from './layout.ts';
import { toTar } from './tar.ts';

const created = '2025-09-20T10:00:00Z';
const platform = { architecture: 'amd64', os: 'linux' };

export function single(folder: string): Files {
  const archive = toTar([{ path: 'ahoy.txt', content: 'Ahoy!\n' }], Date.parse(created) / 1000);
  const layer = toGzip(archive);
  const config = toPrettyJson(imageConfig(digestOf(archive)));
  const manifest = toPrettyJson(imageManifest(config, layer));
  const index = toPrettyJson(imageIndex(manifest));
  const descriptor = toPrettyJson({
    ...describe(mediaTypes.index, index),
    annotations: { 'org.opencontainers.image.title': 'Ahoy' },
  });
  const files = { 'ahoy.tar.gz': layer, 'config.json': config, 'descriptor.json': descriptor };
  return new Map(
    Object.entries({ ...files, 'index.json': index, 'manifest.json': manifest }).map(([name, content]) => [
      `${folder}/${name}`,
      content,
    ]),
  );
}

function imageIndex(manifest: Uint8Array): unknown {
  return {
    schemaVersion: 2,
    mediaType: mediaTypes.index,
    manifests: [{ ...describe(mediaTypes.manifest, manifest), platform }],
    annotations: {
      'org.opencontainers.image.title': 'Ahoy',
      'org.opencontainers.image.description': 'The smallest image that has something to say.',
      'org.opencontainers.image.created': created,
      'org.opencontainers.image.licenses': 'CC0-1.0',
    },
  };
}

function imageManifest(config: Uint8Array, layer: Uint8Array): unknown {
  return {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: describe(mediaTypes.config, config),
    layers: [
      {
        ...describe('application/vnd.oci.image.layer.v1.tar+gzip', layer),
        annotations: { 'org.opencontainers.image.title': 'ahoy.tar.gz' },
      },
    ],
    annotations: { 'org.opencontainers.image.created': created },
  };
}

function imageConfig(diffId: string): unknown {
  return {
    created,
    ...platform,
    config: { Env: ['PATH=/bin'], Cmd: ['/bin/cat', '/ahoy.txt'], WorkingDir: '/' },
    rootfs: { type: 'layers', diff_ids: [diffId] },
    history: [{ created, created_by: 'COPY ahoy.txt / # buildkit' }],
  };
}

function describe(mediaType: string, content: Uint8Array): Descriptor {
  return { mediaType, digest: digestOf(content), size: content.length };
}
