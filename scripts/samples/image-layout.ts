/** `samples/image-layout`: a container image for three platforms with BuildKit attestations. */
import { digestOf, type Files, toPrettyJson } from './files.ts';
import { toGzip } from './gzip.ts';
import type { ImageBuild, Layer } from './image-story.ts';
import * as story from './image-story.ts';
import type { Blobs, Descriptor, Document, Platform } from './layout.ts';
import * as layout from './layout.ts';
import { provenance, provenanceType } from './provenance.ts';
import { toTar } from './tar.ts';
import { toZstd } from './zstd.ts';

export interface ImageLayoutSample {
  readonly files: Files;
  readonly index: Descriptor;
  readonly images: readonly Descriptor[];
}

export function imageLayout(folder: string): ImageLayoutSample {
  const blobs: Blobs = new Map();
  const images = story.builds.map((build) => addImage(blobs, build));
  const attestations = images.map((image) => addAttestation(blobs, image));
  const document: Document = {
    schemaVersion: 2,
    mediaType: layout.mediaTypes.index,
    manifests: [...images, ...attestations],
    annotations: annotations(),
  };
  const index = layout.addDocument(blobs, document, { annotations: refName(story.version) });
  // The first image again under its own tag, for tools without index support.
  const [first] = images;
  const alone = { ...first!, annotations: refName(`${story.version}-${first!.platform!.architecture}`) };
  return { files: layout.toLayout(folder, blobs, [index, alone]), index, images };
}

function addImage(blobs: Blobs, build: ImageBuild): Descriptor {
  const layers = story.layersOf(build);
  const archives = layers.map((layer) => toTar(layer.entries, Date.parse(layer.created) / 1000));
  const config = imageConfig(build.platform, layers, archives.map(digestOf));
  const document: Document = {
    schemaVersion: 2,
    mediaType: layout.mediaTypes.manifest,
    config: layout.addBlob(blobs, layout.mediaTypes.config, toPrettyJson(config)),
    layers: archives.map((archive) => addLayer(blobs, build, archive)),
    annotations: annotations(),
  };
  return layout.addDocument(blobs, document, { platform: build.platform });
}

function addLayer(blobs: Blobs, { compression }: ImageBuild, archive: Uint8Array): Descriptor {
  const tar = 'application/vnd.oci.image.layer.v1.tar';
  if (compression === 'gzip') return layout.addBlob(blobs, `${tar}+gzip`, toGzip(archive));
  if (compression === 'zstd') return layout.addBlob(blobs, `${tar}+zstd`, toZstd(archive));
  return layout.addBlob(blobs, tar, archive);
}

function imageConfig(platform: Platform, layers: readonly Layer[], diffIds: readonly string[]): unknown {
  return {
    created: story.created,
    author: 'Harbourmaster maintainers <maintainers@harbourmaster.example.com>',
    ...platform,
    config: {
      User: 'signal:signal',
      ExposedPorts: { '8080/tcp': {} },
      Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'SIGNAL_PORT=8080'],
      Entrypoint: ['/usr/bin/signal-server'],
      Cmd: ['-v'],
      Volumes: { '/srv': {} },
      WorkingDir: '/srv',
      Labels: annotations(),
      StopSignal: 'SIGTERM',
    },
    rootfs: { type: 'layers', diff_ids: diffIds },
    history: [
      ...layers.map(({ created, createdBy }) => ({ created, created_by: createdBy })),
      { created: story.created, created_by: 'USER signal:signal', empty_layer: true },
      { created: story.created, created_by: 'ENTRYPOINT ["/usr/bin/signal-server"]', empty_layer: true },
      { created: story.created, created_by: 'CMD ["-v"]', empty_layer: true },
    ],
  };
}

function addAttestation(blobs: Blobs, image: Descriptor): Descriptor {
  const document: Document = {
    schemaVersion: 2,
    mediaType: layout.mediaTypes.manifest,
    artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
    config: layout.addEmptyConfig(blobs),
    layers: [
      layout.addBlob(blobs, 'application/vnd.in-toto+json', toPrettyJson(provenance(image)), {
        annotations: { 'in-toto.io/predicate-type': provenanceType },
      }),
    ],
    subject: layout.toSubject(image),
  };
  return layout.addDocument(blobs, document, {
    platform: { architecture: 'unknown', os: 'unknown' },
    annotations: { 'vnd.docker.reference.digest': image.digest, 'vnd.docker.reference.type': 'attestation-manifest' },
  });
}

function annotations(): Readonly<Record<string, string>> {
  return {
    'org.opencontainers.image.title': 'Signal server',
    'org.opencontainers.image.description': 'Shows which signals fly from the mast.',
    'org.opencontainers.image.version': story.version,
    'org.opencontainers.image.created': story.created,
    'org.opencontainers.image.licenses': 'Apache-2.0 AND MIT',
    'org.opencontainers.image.source': 'https://git.example.com/harbourmaster/signal-server',
    'org.opencontainers.image.vendor': 'Example Harbour Company',
  };
}

function refName(name: string): Readonly<Record<string, string>> {
  return { 'org.opencontainers.image.ref.name': name };
}
