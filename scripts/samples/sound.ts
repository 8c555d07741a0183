/** The valid documents from which the broken samples are derived, each by one change. Their targets do not exist. */
import { digestOf } from './files.ts';
import { type Descriptor, mediaTypes, type Platform } from './layout.ts';

const created = '2025-10-01T07:45:00Z';
const layerType = 'application/vnd.oci.image.layer.v1.tar+gzip';

export const emptyDescriptor: Descriptor = { mediaType: mediaTypes.empty, digest: digestOf('{}'), size: 2 };

/** A well-formed digest of nothing in particular, which must not change between runs. */
export function digestFor(what: string): string {
  return digestOf(`The content of the sample that is called ${what}.`);
}

export function descriptor(mediaType: string, what: string, size: number): Descriptor {
  return { mediaType, digest: digestFor(what), size };
}

function entry(what: string, size: number, platform: Platform): Descriptor {
  return { ...descriptor(mediaTypes.manifest, what, size), platform };
}

export const entries: readonly [Descriptor, Descriptor] = [
  entry('manifest for amd64', 1069, { architecture: 'amd64', os: 'linux' }),
  entry('manifest for arm64', 1069, { architecture: 'arm64', os: 'linux', variant: 'v8' }),
];

export const index = {
  schemaVersion: 2,
  mediaType: mediaTypes.index,
  manifests: entries,
  annotations: { 'org.opencontainers.image.created': created, 'org.opencontainers.image.version': '3.2.0' },
};

export const layers: readonly [Descriptor, Descriptor] = [
  descriptor(layerType, 'system layer', 3_208_942),
  descriptor(layerType, 'program layer', 48_117),
];

export const manifest = {
  schemaVersion: 2,
  mediaType: mediaTypes.manifest,
  config: descriptor(mediaTypes.config, 'config', 7023),
  layers,
  annotations: { 'org.opencontainers.image.created': created, 'org.opencontainers.image.title': 'Pilot' },
};

/** An artifact that needs no config. */
export const artifact = {
  schemaVersion: 2,
  mediaType: mediaTypes.manifest,
  artifactType: 'application/vnd.example.chart.v1',
  config: emptyDescriptor,
  layers: [
    {
      ...descriptor('application/vnd.example.chart.v1.tar+gzip', 'chart', 20_561),
      annotations: { 'org.opencontainers.image.title': 'harbour-approach.tar.gz' },
    },
  ],
};

export const config = {
  created,
  architecture: 'amd64',
  os: 'linux',
  config: { User: '1000:1000', Env: ['PATH=/usr/bin:/bin'], Entrypoint: ['/usr/bin/pilot'], WorkingDir: '/' },
  rootfs: { type: 'layers', diff_ids: [digestFor('system tar'), digestFor('program tar')] },
  history: [
    { created, created_by: 'ADD quayside-4.2-x86_64.tar.gz / # buildkit' },
    { created, created_by: 'COPY pilot /usr/bin/ # buildkit' },
    { created, created_by: 'ENTRYPOINT ["/usr/bin/pilot"]', empty_layer: true },
  ],
};
