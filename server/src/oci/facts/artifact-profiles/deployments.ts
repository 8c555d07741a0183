import type { ProfileGroup } from '../artifact-profile.ts';

/** Charts, configuration and policies. */
// biome-ignore format: a row reads best when it is short
export const deploymentProfiles = (): readonly ProfileGroup[] => [
  { ecosystem: 'Helm', rows: [
    { id: 'helm-chart', document: 'manifest', identifiedBy: 'config', usageRank: 2, title: 'Helm chart',
      summary: 'One packaged chart, with its provenance file when signed.',
      note: 'Helm 4 sets no artifactType on charts. The legacy chart layer application/tar+gzip is still read. Title and version come from Chart.yaml and cannot be overridden by chart annotations.',
      config: ['application/vnd.cncf.helm.config.v1+json'],
      layers: [
        { types: ['application/vnd.cncf.helm.chart.content.v1.tar+gzip'], min: 1, max: 1 },
        { types: ['application/vnd.cncf.helm.chart.provenance.v1.prov'], min: 0, max: 1 },
      ],
      annotations: [
        'org.opencontainers.image.title', 'org.opencontainers.image.version', 'org.opencontainers.image.description',
        'org.opencontainers.image.created', 'org.opencontainers.image.url', 'org.opencontainers.image.source',
        'org.opencontainers.image.authors',
      ],
    },
    { id: 'helm-plugin', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.helm.plugin.v1+json', title: 'Helm plugin',
      summary: 'Plugin archive named NAME-VERSION.tgz by its title.',
      note: 'config.mediaType with the same value is accepted when artifactType is absent.',
      config: ['application/vnd.oci.empty.v1+json'],
      layers: [
        { types: ['application/vnd.oci.image.layer.v1.tar', 'application/vnd.oci.image.layer.v1.tar+gzip'], min: 1,
          max: 1, annotations: ['org.opencontainers.image.title'], note: 'title NAME-VERSION.tgz' },
        { types: ['application/vnd.oci.image.layer.v1.tar', 'application/vnd.oci.image.layer.v1.tar+gzip'], min: 0,
          max: 1, annotations: ['org.opencontainers.image.title'], note: 'title NAME-VERSION.tgz.prov' },
      ],
    },
  ] },
  { ecosystem: 'Flux', rows: [
    { id: 'flux', document: 'manifest', identifiedBy: 'config', usageRank: 6, title: 'Flux artifact',
      summary: 'Kubernetes manifests for Flux.',
      config: ['application/vnd.cncf.flux.config.v1+json'],
      layers: [
        { types: ['application/vnd.cncf.flux.content.v1.tar+gzip'], min: 1, max: 1 },
      ],
      annotations: [
        'org.opencontainers.image.created', 'org.opencontainers.image.source', 'org.opencontainers.image.revision',
      ],
    },
  ] },
  { ecosystem: 'Timoni', rows: [
    { id: 'timoni', document: 'manifest', identifiedBy: 'config', title: 'Timoni module',
      summary: 'CUE module for Kubernetes.',
      config: ['application/vnd.timoni.config.v1+json'],
      layers: [
        { types: ['application/vnd.timoni.content.v1.tar+gzip'], min: 1, annotations: ['sh.timoni.content.type'] },
      ],
      annotations: [
        'org.opencontainers.image.created', 'org.opencontainers.image.source', 'org.opencontainers.image.revision',
      ],
    },
  ] },
  { ecosystem: 'Argo', rows: [
    { id: 'argocd-content', document: 'manifest', identifiedBy: 'layers', title: 'Argo CD content',
      summary: 'Manifests for Argo CD: one archive layer.',
      config: ['application/vnd.oci.empty.v1+json', 'application/vnd.unknown.config.v1+json'],
      layers: [
        { types: [
            'application/vnd.oci.image.layer.v1.tar+gzip', 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
            'application/vnd.cncf.argoproj.argocd.content.v1.tar+gzip',
          ], min: 1, max: 1 },
      ],
    },
  ] },
  { ecosystem: 'OPA/Conftest', rows: [
    { id: 'opa-bundle', document: 'manifest', identifiedBy: 'config', usageRank: 12, title: 'OPA or Conftest bundle',
      summary: 'Rego policies and data, one file per layer, or all as one archive.',
      config: ['application/vnd.cncf.openpolicyagent.config.v1+json', 'application/vnd.unknown.config.v1+json'],
      layers: [
        { types: ['application/vnd.cncf.openpolicyagent.manifest.layer.v1+json'], min: 0, max: 1 },
        { types: [
            'application/vnd.cncf.openpolicyagent.policy.layer.v1+rego', 'application/vnd.oci.image.layer.v1.tar+gzip',
            'application/vnd.cncf.openpolicyagent.layer.v1.tar+gzip',
          ], min: 1,
          annotations: ['org.opencontainers.image.title'] },
        { types: ['application/vnd.cncf.openpolicyagent.data.layer.v1+json'], min: 0,
          annotations: ['org.opencontainers.image.title'] },
      ],
    },
  ] },
  { ecosystem: 'Kyverno', rows: [
    { id: 'kyverno-policies', document: 'manifest', identifiedBy: 'config', usageRank: 15, title: 'Kyverno policies',
      summary: 'One policy per layer.',
      config: ['application/vnd.cncf.kyverno.config.v1+json'],
      layers: [
        { types: ['application/vnd.cncf.kyverno.policy.layer.v1+yaml'], min: 1,
          annotations: ['io.kyverno.image.kind', 'io.kyverno.image.name', 'io.kyverno.image.apiVersion'] },
      ],
    },
  ] },
  { ecosystem: 'Artifact Hub', rows: [
    { id: 'artifact-hub-metadata', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.cncf.artifacthub.config.v1+yaml', tagScheme: 'artifacthub.io',
      title: 'Artifact Hub repository metadata', summary: 'artifacthub-repo.yml under the tag artifacthub.io.',
      config: ['application/vnd.oci.empty.v1+json', 'application/vnd.cncf.artifacthub.config.v1+yaml'],
      layers: [
        { types: ['application/vnd.cncf.artifacthub.repository-metadata.layer.v1.yaml'], min: 1, max: 1 },
      ],
    },
  ] },
  { ecosystem: 'Compose', rows: [
    { id: 'compose-project', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.docker.compose.project', usageRank: 16, title: 'Compose application',
      summary: 'Compose files and env files, embedded in their descriptors.',
      config: ['application/vnd.oci.empty.v1+json'],
      layers: [
        { types: ['application/vnd.docker.compose.file+yaml'], min: 1,
          annotations: ['com.docker.compose.file', 'com.docker.compose.version'], note: 'content also in data' },
        { types: ['application/vnd.docker.compose.envfile'], min: 0,
          annotations: ['com.docker.compose.envfile', 'com.docker.compose.version'] },
      ],
      annotations: ['org.opencontainers.image.created'],
    },
    { id: 'compose-project-1.0', document: 'manifest', identifiedBy: 'config', status: 'legacy',
      replacedBy: 'compose-project', title: 'Compose application, OCI 1.0',
      summary: 'Fallback for registries that refuse artifactType.',
      config: ['application/vnd.docker.compose.config.empty.v1+json'],
      layers: [
        { types: ['application/vnd.docker.compose.file+yaml'], min: 1 },
        { types: ['application/vnd.docker.compose.envfile'], min: 0 },
      ],
    },
  ] },
  { ecosystem: 'devcontainers', rows: [
    { id: 'devcontainer-feature', document: 'manifest', identifiedBy: 'config', usageRank: 10,
      title: 'Dev container feature or template', summary: 'One tar with the feature or template.',
      note: 'The config blob is {} now. Older pushes have the zero-byte blob sha256:e3b0c442....',
      config: ['application/vnd.devcontainers'],
      layers: [
        { types: ['application/vnd.devcontainers.layer.v1+tar'], min: 1, max: 1,
          annotations: ['org.opencontainers.image.title'],
          note: 'title devcontainer-feature-<id>.tgz or the like, although the bytes are an uncompressed tar' },
      ],
      annotations: ['dev.containers.metadata', 'com.github.package.type'],
    },
    { id: 'devcontainer-collection', document: 'manifest', identifiedBy: 'config', tagScheme: 'latest',
      title: 'Dev container collection', summary: 'List of the features or templates of a namespace, tag latest.',
      config: ['application/vnd.devcontainers'],
      layers: [
        { types: ['application/vnd.devcontainers.collection.layer.v1+json'], min: 1, max: 1,
          annotations: ['org.opencontainers.image.title'] },
      ],
      annotations: ['com.github.package.type'],
    },
  ] },
];
