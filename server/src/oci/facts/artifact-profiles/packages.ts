import type { ProfileGroup } from '../artifact-profile.ts';

/** Charts, modules, policies, models and packages. */
// biome-ignore format: a row reads best when it is short
export const packageProfiles: readonly ProfileGroup[] = [
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
      summary: 'Rego policies and data, one file per layer.',
      config: ['application/vnd.cncf.openpolicyagent.config.v1+json', 'application/vnd.unknown.config.v1+json'],
      layers: [
        { types: ['application/vnd.cncf.openpolicyagent.manifest.layer.v1+json'], min: 0, max: 1 },
        { types: ['application/vnd.cncf.openpolicyagent.policy.layer.v1+rego'], min: 1,
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
  { ecosystem: 'Docker MCP', rows: [
    { id: 'docker-mcp-catalog', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.docker.mcp.catalog.v1+json', otherLayers: 'allowed', title: 'MCP catalog',
      summary: 'Catalog of MCP servers in a single layer.',
      config: ['application/vnd.oci.empty.v1+json'],
      layers: [
        { types: ['application/json'], min: 1, max: 1 },
      ],
    },
    { id: 'docker-mcp-profile', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.docker.mcp.profile.v1+json', otherLayers: 'allowed', title: 'MCP profile',
      summary: 'Chosen MCP servers with pinned images.', note: 'Layer type not seen in a source.',
      config: ['application/vnd.oci.empty.v1+json'],
      layers: [
        { types: ['application/json'], min: 1, max: 1 },
      ],
    },
  ] },
  { ecosystem: 'Docker cagent', rows: [
    { id: 'cagent-agent', document: 'manifest', identifiedBy: 'config', title: 'Docker agent',
      summary: 'Agent definition in one YAML layer.',
      config: ['application/vnd.docker.cagent.config.v1+json'],
      layers: [
        { types: ['application/yaml'], min: 1, max: 1 },
      ],
    },
  ] },
  { ecosystem: 'CNCF ModelPack', rows: [
    { id: 'modelpack', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.cncf.model.manifest.v1+json', usageRank: 18, title: 'CNCF ModelPack model',
      summary: 'AI model with weights, configuration, documents, code and datasets.',
      config: ['application/vnd.cncf.model.config.v1+json'],
      layers: [
        { types: [
            'application/vnd.cncf.model.weight.v1.raw', 'application/vnd.cncf.model.weight.v1.tar',
            'application/vnd.cncf.model.weight.v1.tar+gzip', 'application/vnd.cncf.model.weight.v1.tar+zstd',
          ], min: 1, annotations: [
            'org.cncf.model.filepath', 'org.cncf.model.file.metadata+json', 'org.cncf.model.file.mediatype.untested',
          ] },
        { types: [
            'application/vnd.cncf.model.weight.config.v1.raw', 'application/vnd.cncf.model.weight.config.v1.tar',
            'application/vnd.cncf.model.weight.config.v1.tar+gzip',
            'application/vnd.cncf.model.weight.config.v1.tar+zstd',
          ], min: 0, annotations: [
            'org.cncf.model.filepath', 'org.cncf.model.file.metadata+json', 'org.cncf.model.file.mediatype.untested',
          ] },
        { types: [
            'application/vnd.cncf.model.doc.v1.raw', 'application/vnd.cncf.model.doc.v1.tar',
            'application/vnd.cncf.model.doc.v1.tar+gzip', 'application/vnd.cncf.model.doc.v1.tar+zstd',
          ], min: 0, annotations: [
            'org.cncf.model.filepath', 'org.cncf.model.file.metadata+json', 'org.cncf.model.file.mediatype.untested',
          ] },
        { types: [
            'application/vnd.cncf.model.code.v1.raw', 'application/vnd.cncf.model.code.v1.tar',
            'application/vnd.cncf.model.code.v1.tar+gzip', 'application/vnd.cncf.model.code.v1.tar+zstd',
          ], min: 0, annotations: [
            'org.cncf.model.filepath', 'org.cncf.model.file.metadata+json', 'org.cncf.model.file.mediatype.untested',
          ] },
        { types: [
            'application/vnd.cncf.model.dataset.v1.raw', 'application/vnd.cncf.model.dataset.v1.tar',
            'application/vnd.cncf.model.dataset.v1.tar+gzip', 'application/vnd.cncf.model.dataset.v1.tar+zstd',
          ], min: 0, annotations: [
            'org.cncf.model.filepath', 'org.cncf.model.file.metadata+json', 'org.cncf.model.file.mediatype.untested',
          ] },
      ],
    },
  ] },
  { ecosystem: 'Docker Model Runner', rows: [
    { id: 'docker-model', document: 'manifest', identifiedBy: 'config', usageRank: 18, title: 'Docker model',
      summary: 'Model for Docker Model Runner.',
      config: [
        'application/vnd.docker.ai.model.config.v0.2+json', 'application/vnd.docker.ai.model.config.v0.1+json',
      ],
      layers: [
        { types: [
            'application/vnd.docker.ai.gguf.v3', 'application/vnd.docker.ai.safetensors',
            'application/vnd.docker.ai.dduf',
          ], min: 1, annotations: ['org.cncf.model.filepath'] },
        { types: [
            'application/vnd.docker.ai.license', 'application/vnd.docker.ai.mmproj',
            'application/vnd.docker.ai.chat.template.jinja', 'application/vnd.docker.ai.vllm.config.tar',
            'application/vnd.docker.ai.dir.tar', 'application/vnd.docker.ai.model.file',
          ], min: 0, annotations: ['org.cncf.model.filepath'] },
      ],
    },
  ] },
  { ecosystem: 'KitOps', rows: [
    { id: 'kitops', document: 'manifest', identifiedBy: 'config', otherLayers: 'allowed', title: 'KitOps ModelKit',
      summary: 'Model, datasets, code and documents of a Kitfile.',
      config: ['application/vnd.kitops.modelkit.config.v1+json'],
      layers: [
        { types: [
            'application/vnd.kitops.modelkit.model.v1.tar+gzip', 'application/vnd.kitops.modelkit.model.v1.tar',
            'application/vnd.kitops.modelkit.modelpart.v1.tar+gzip',
            'application/vnd.kitops.modelkit.dataset.v1.tar+gzip',
          ], min: 1 },
      ],
      annotations: ['ml.kitops.modelkit.cli-version'],
    },
  ] },
  { ecosystem: 'Ollama', rows: [
    { id: 'ollama', document: 'docker-manifest', identifiedBy: 'layers', usageRank: 19, otherLayers: 'allowed',
      title: 'Ollama model', summary: 'Model in a Docker manifest.',
      config: ['application/vnd.docker.container.image.v1+json'],
      layers: [
        { types: ['application/vnd.ollama.image.model'], min: 1 },
        { types: [
            'application/vnd.ollama.image.projector', 'application/vnd.ollama.image.adapter',
            'application/vnd.ollama.image.template', 'application/vnd.ollama.image.params',
            'application/vnd.ollama.image.system', 'application/vnd.ollama.image.messages',
          ], min: 0 },
      ],
    },
  ] },
  { ecosystem: 'OpenTofu', rows: [
    { id: 'opentofu-module', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.opentofu.modulepkg', title: 'OpenTofu module',
      summary: 'Module package, exactly one zip layer.',
      config: ['application/vnd.oci.empty.v1+json'],
      layers: [
        { types: ['archive/zip'], min: 1, max: 1 },
      ],
    },
    { id: 'opentofu-provider', document: 'index', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.opentofu.provider', title: 'OpenTofu provider',
      summary: 'Index with one entry per platform.',
      entries: [
        { types: ['application/vnd.oci.image.manifest.v1+json'], min: 0,
          artifactType: 'application/vnd.opentofu.provider-target', hasPlatform: true },
      ],
    },
    { id: 'opentofu-provider-target', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.opentofu.provider-target', title: 'OpenTofu provider build',
      summary: 'Zip for one platform.',
      config: ['application/vnd.oci.empty.v1+json'],
      layers: [
        { types: ['archive/zip'], min: 1, max: 1 },
      ],
    },
  ] },
  { ecosystem: 'Bicep', rows: [
    { id: 'bicep-module', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.ms.bicep.module.artifact', title: 'Bicep module',
      summary: 'Compiled template and, optionally, sources.',
      config: ['application/vnd.ms.bicep.module.config.v1+json'],
      layers: [
        { types: ['application/vnd.ms.bicep.module.layer.v1+json'], min: 1, max: 1 },
        { types: ['application/vnd.ms.bicep.module.source.v1.tar+gzip'], min: 0, max: 1 },
      ],
    },
    { id: 'bicep-extension', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.ms.bicep.provider.artifact', otherLayers: 'allowed', title: 'Bicep extension',
      summary: 'Type definitions.',
      config: ['application/vnd.ms.bicep.provider.config.v1+json'],
      layers: [
        { types: ['application/vnd.ms.bicep.provider.layer.v1.tar+gzip'], min: 1, max: 1 },
      ],
      annotations: ['bicep.serialization.format'],
    },
  ] },
  { ecosystem: 'CUE', rows: [
    { id: 'cue-module', document: 'manifest', identifiedBy: 'config', title: 'CUE module',
      summary: 'Zip of the module and, second, its module file: exactly two layers.',
      config: ['application/vnd.cue.module.v1+json'],
      layers: [
        { types: ['application/zip'], min: 1, max: 1 },
        { types: ['application/vnd.cue.modulefile.v1'], min: 1, max: 1 },
      ],
      annotations: ['works.cue.module'],
    },
  ] },
  { ecosystem: 'KCL', rows: [
    { id: 'kcl-package', document: 'manifest', identifiedBy: 'annotation',
      artifactType: 'application/vnd.oci.image.layer.v1.tar', title: 'KCL package',
      summary: 'Tar layer with the layer type also given as artifactType.',
      config: ['application/vnd.oci.empty.v1+json'],
      layers: [
        { types: ['application/vnd.oci.image.layer.v1.tar'], min: 1, max: 1 },
      ],
      annotations: ['org.kcllang.package.name', 'org.kcllang.package.version', 'org.kcllang.package.description'],
    },
  ] },
  { ecosystem: 'Zarf', rows: [
    { id: 'zarf', document: 'manifest', identifiedBy: 'config', otherLayers: 'allowed', title: 'Zarf package',
      summary: 'Files of a Zarf package, named by title.',
      config: ['application/vnd.zarf.config.v1+json'],
      layers: [
        { types: ['application/vnd.zarf.layer.v1.blob'], min: 1, annotations: ['org.opencontainers.image.title'] },
      ],
    },
  ] },
  { ecosystem: 'Open Component Model', rows: [
    { id: 'ocm-component', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.ocm.software.component-descriptor.v2', otherLayers: 'allowed',
      title: 'OCM component', summary: 'Component descriptor and local blobs.',
      note: 'The config type has two slashes.',
      config: ['application/vnd.ocm.software/ocm.component.config.v1+json'],
      layers: [
        { types: ['application/vnd.ocm.software.component-descriptor.v2+yaml+tar'], min: 1, max: 1 },
      ],
    },
  ] },
  { ecosystem: 'CNAB', rows: [
    { id: 'cnab', document: 'index', identifiedBy: 'annotation', artifactType: 'application/vnd.cnab.manifest.v1',
      title: 'CNAB bundle', summary: 'Index with a bundle config, invocation images and component images.',
      entries: [
        {
          types: ['application/vnd.oci.image.manifest.v1+json', 'application/vnd.docker.distribution.manifest.v2+json'],
          min: 0,
          annotations: ['io.cnab.manifest.type'],
        },
      ],
      annotations: ['org.opencontainers.artifactType', 'io.cnab.runtime_version', 'io.cnab.keywords'],
    },
  ] },
  { ecosystem: 'Agent Skills', rows: [
    { id: 'agent-skill', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.agentskills.skill.v1', title: 'Agent skill',
      summary: 'Folder with a SKILL.md that agents load on demand.',
      config: ['application/vnd.agentskills.skill.config.v1+json'],
      layers: [
        { types: ['application/vnd.agentskills.skill.content.v1.tar+gzip'], min: 1, max: 1 },
      ],
      annotations: ['io.agentskills.skill.name'],
    },
    { id: 'agent-skill-collection', document: 'index', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.agentskills.collection.v1', title: 'Collection of agent skills',
      summary: 'Index of skills, each an artifact of its own.',
      entries: [
        { types: ['application/vnd.oci.image.manifest.v1+json'], min: 0,
          artifactType: 'application/vnd.agentskills.skill.v1' },
      ],
      annotations: ['io.agentskills.collection.name'],
    },
  ] },
  { ecosystem: 'Conda', rows: [
    { id: 'conda-package', document: 'manifest', identifiedBy: 'layers', title: 'Conda package',
      summary: 'Package with its info folder.',
      config: ['application/vnd.oci.empty.v1+json', 'application/vnd.unknown.config.v1+json'],
      layers: [
        { types: ['application/vnd.conda.package.v1', 'application/vnd.conda.package.v2'], min: 1 },
        { types: ['application/vnd.conda.info.v1.tar+gzip'], min: 0, max: 1 },
        { types: ['application/vnd.conda.info.index.v1+json'], min: 0, max: 1 },
      ],
    },
  ] },
  { ecosystem: 'Homebrew', rows: [
    { id: 'homebrew-bottle', document: 'manifest', identifiedBy: 'annotation', usageRank: 9, title: 'Homebrew bottle',
      summary: 'Bottle for one system. The index lists all systems.',
      note: 'Writes org.opencontainers.image.license (singular, undefined), ref.name outside a layout, platform os.version such as "macOS 14" and, at least in older bottles, a created value without time.',
      config: ['application/vnd.oci.image.config.v1+json'],
      layers: [
        { types: ['application/vnd.oci.image.layer.v1.tar+gzip'], min: 1, max: 1,
          annotations: ['org.opencontainers.image.title'] },
      ],
      annotations: [
        'com.github.package.type', 'sh.brew.bottle.digest', 'sh.brew.bottle.size', 'sh.brew.tab',
        'org.opencontainers.image.ref.name', 'org.opencontainers.image.license',
      ],
    },
  ] },
  { ecosystem: 'GitHub Actions', rows: [
    { id: 'github-action', document: 'manifest', identifiedBy: 'artifact-type',
      artifactType: 'application/vnd.github.actions.package.v1+json', title: 'Immutable GitHub action',
      summary: 'Action as tar.gz and zip.', note: 'An early version put an empty layer first.',
      config: ['application/vnd.oci.empty.v1+json'],
      layers: [
        { types: ['application/vnd.github.actions.package.layer.v1.tar+gzip'], min: 1, max: 1,
          annotations: ['org.opencontainers.image.title'] },
        { types: ['application/vnd.github.actions.package.layer.v1.zip'], min: 1, max: 1,
          annotations: ['org.opencontainers.image.title'] },
      ],
      annotations: ['com.github.package.type'],
    },
  ] },
];
