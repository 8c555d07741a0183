import type { ProfileGroup } from '../artifact-profile.ts';

/** Language modules and packages. */
// biome-ignore format: a row reads best when it is short
export const packageProfiles = (): readonly ProfileGroup[] => [
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
