import type { ProfileGroup } from '../artifact-profile.ts';

/** Container images and build output. */
// biome-ignore format: a row reads best when it is short
export const imageProfiles = (): readonly ProfileGroup[] => [
  { ecosystem: 'OCI', rows: [
    { id: 'oci-image', document: 'manifest', identifiedBy: 'config', usageRank: 1, otherLayers: 'allowed',
      title: 'Container image', summary: 'OCI image for one platform.',
      note: 'Further layer types in use: encrypted, estargz (as tar+gzip with annotations), zstd:chunked, Nydus, EROFS.',
      config: ['application/vnd.oci.image.config.v1+json'],
      layers: [
        { types: [
            'application/vnd.oci.image.layer.v1.tar+gzip', 'application/vnd.oci.image.layer.v1.tar',
            'application/vnd.oci.image.layer.v1.tar+zstd',
          ], min: 1 },
      ],
    },
    { id: 'oci-index', document: 'index', identifiedBy: 'document', usageRank: 1, title: 'Multi-platform image',
      summary: 'Index with one manifest per platform, often with attestation manifests behind them.',
      entries: [
        { types: ['application/vnd.oci.image.manifest.v1+json'], min: 0, hasPlatform: true },
      ],
    },
    { id: 'minimal-artifact', document: 'manifest', identifiedBy: 'artifact-type', title: 'Artifact without content',
      summary: 'Annotations only.',
      config: ['application/vnd.oci.empty.v1+json'],
      layers: [
        { types: ['application/vnd.oci.empty.v1+json'], min: 1, max: 1 },
      ],
    },
  ] },
  { ecosystem: 'Docker', rows: [
    { id: 'docker-image', document: 'docker-manifest', identifiedBy: 'config', title: 'Docker image',
      summary: 'Docker schema 2 image.',
      config: ['application/vnd.docker.container.image.v1+json'],
      layers: [
        { types: [
            'application/vnd.docker.image.rootfs.diff.tar.gzip',
            'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
          ], min: 1 },
      ],
    },
    { id: 'docker-plugin', document: 'docker-manifest', identifiedBy: 'config', title: 'Docker Engine plugin',
      summary: 'Root file system of an engine plugin.',
      config: ['application/vnd.docker.plugin.v1+json'],
      layers: [
        { types: ['application/vnd.docker.image.rootfs.diff.tar.gzip'], min: 1 },
      ],
    },
  ] },
  { ecosystem: 'ORAS', rows: [
    { id: 'plain-artifact', document: 'manifest', identifiedBy: 'artifact-type', otherLayers: 'allowed',
      title: 'Artifact with files', summary: 'Files in layers, empty config, each file named by title.',
      config: ['application/vnd.oci.empty.v1+json'],
      layers: [
        { types: [], min: 1, annotations: ['org.opencontainers.image.title'] },
      ],
      annotations: ['org.opencontainers.image.created'],
    },
    { id: 'oras-unknown', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.unknown.artifact.v1', usageRank: 17, otherLayers: 'allowed',
      title: 'Untyped ORAS push',
      summary: 'What oras push writes when nobody chose a type. Worth a hint to choose one.',
      config: ['application/vnd.oci.empty.v1+json'],
      layers: [
        { types: [
            'application/vnd.oci.image.layer.v1.tar', 'application/vnd.oci.image.layer.v1.tar+gzip',
            'application/octet-stream',
          ], min: 0, annotations: ['org.opencontainers.image.title'] },
      ],
      annotations: ['org.opencontainers.image.created'],
    },
    { id: 'oras-unknown-1.0', document: 'manifest', identifiedBy: 'config', status: 'legacy',
      replacedBy: 'oras-unknown', otherLayers: 'allowed', title: 'Untyped ORAS push, OCI 1.0',
      summary: 'Older form of an untyped push.',
      config: ['application/vnd.unknown.config.v1+json'],
      layers: [
        { types: [
            'application/vnd.oci.image.layer.v1.tar', 'application/vnd.oci.image.layer.v1.tar+gzip',
            'application/octet-stream',
          ], min: 0, annotations: ['org.opencontainers.image.title'] },
      ],
    },
  ] },
  { ecosystem: 'BuildKit cache', rows: [
    { id: 'buildkit-cache', document: 'manifest', identifiedBy: 'config', usageRank: 14,
      title: 'BuildKit cache, manifest form', summary: 'Build cache as a manifest (image-manifest=true).',
      config: ['application/vnd.buildkit.cacheconfig.v0'],
      layers: [
        { types: [
            'application/vnd.oci.image.layer.v1.tar+gzip', 'application/vnd.oci.image.layer.v1.tar+zstd',
            'application/vnd.oci.image.layer.v1.tar', 'application/vnd.docker.image.rootfs.diff.tar.gzip',
          ], min: 0, annotations: ['buildkit/createdat', 'containerd.io/uncompressed'] },
      ],
    },
    { id: 'buildkit-cache-index', document: 'index', identifiedBy: 'entries', status: 'legacy',
      replacedBy: 'buildkit-cache', usageRank: 14, title: 'BuildKit cache, index form',
      summary: 'Index whose entries are layers and a cache config instead of manifests.',
      note: 'Some registries refuse layers in an index.',
      entries: [
        { types: [
            'application/vnd.oci.image.layer.v1.tar+gzip', 'application/vnd.oci.image.layer.v1.tar+zstd',
            'application/vnd.oci.image.layer.v1.tar', 'application/vnd.docker.image.rootfs.diff.tar.gzip',
          ], min: 0, annotations: ['buildkit/createdat', 'containerd.io/uncompressed'] },
        { types: ['application/vnd.buildkit.cacheconfig.v0'], min: 1, max: 1 },
      ],
    },
  ] },
];
