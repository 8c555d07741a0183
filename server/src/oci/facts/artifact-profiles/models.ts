import type { ProfileGroup } from '../artifact-profile.ts';

/** AI models and agents. */
// biome-ignore format: a row reads best when it is short
export const modelProfiles = (): readonly ProfileGroup[] => [
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
            'application/vnd.ollama.image.license',
          ], min: 0 },
      ],
    },
  ] },
];
