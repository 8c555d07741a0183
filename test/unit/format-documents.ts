/** Minimal documents of the formats in docs/formats.md, composed like their writers compose them. */
import { createHash } from 'node:crypto';

type Json = Readonly<Record<string, unknown>>;

/** A document by the id of its row, with a number if the row has several. */
export interface FormatDocument {
  readonly id: string;
  readonly document: Json;
}

const oci = 'application/vnd.oci.image';
const types = {
  index: `${oci}.index.v1+json`,
  manifest: `${oci}.manifest.v1+json`,
  config: `${oci}.config.v1+json`,
  tar: `${oci}.layer.v1.tar`,
  gzip: `${oci}.layer.v1.tar+gzip`,
  zstd: `${oci}.layer.v1.tar+zstd`,
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
} as const;

const created = '2026-03-01T12:30:00Z';
const noTime = '0001-01-01T00:00:00Z';
const digestOf = (content: string) => `sha256:${createHash('sha256').update(content).digest('hex')}`;

/** A descriptor of content that is not needed. Its digest is derived from a name. */
function descriptor(mediaType: string, name: string, more: Json = {}): Json {
  return { mediaType, digest: digestOf(name), size: 1000 + name.length, ...more };
}

/** A descriptor with embedded content. */
function embedded(mediaType: string, content: string, more: Json = {}): Json {
  const data = Buffer.from(content).toString('base64');
  return { mediaType, digest: digestOf(content), size: Buffer.byteLength(content), data, ...more };
}

const emptyType = 'application/vnd.oci.empty.v1+json';
const empty: Json = embedded(emptyType, '{}');
const emptyWithoutData: Json = { mediaType: emptyType, digest: digestOf('{}'), size: 2 };
const subject = descriptor(types.manifest, 'the subject');
const manifest = (more: Json): Json => ({ schemaVersion: 2, mediaType: types.manifest, ...more });
const index = (manifests: readonly Json[], more: Json = {}): Json => ({
  schemaVersion: 2,
  mediaType: types.index,
  manifests,
  ...more,
});
const image = (layers: readonly Json[], more: Json = {}): Json =>
  manifest({ config: descriptor(types.config, 'config'), layers, ...more });
const platform = (architecture: string, more: Json = {}): Json => ({ architecture, os: 'linux', ...more });
const config = (more: Json): Json => ({
  architecture: 'amd64',
  os: 'linux',
  rootfs: { type: 'layers', diff_ids: [digestOf('layer')] },
  ...more,
});

const referenceType = 'vnd.docker.reference.type';
const amd64 = descriptor(types.manifest, 'amd64', { platform: platform('amd64') });
const arm64 = descriptor(types.manifest, 'arm64', { platform: platform('arm64', { variant: 'v8' }) });

const images: readonly FormatDocument[] = [
  {
    id: 'buildkit-index',
    document: index([
      amd64,
      arm64,
      ...[amd64, arm64].map(({ digest }) =>
        descriptor(types.manifest, `attestation of ${digest}`, {
          annotations: { 'vnd.docker.reference.digest': digest, [referenceType]: 'attestation-manifest' },
          platform: { architecture: 'unknown', os: 'unknown' },
        }),
      ),
    ]),
  },
  {
    id: 'buildkit-attestation',
    document: image([
      descriptor('application/vnd.in-toto+json', 'provenance', {
        annotations: { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v1' },
      }),
      descriptor('application/vnd.in-toto+json', 'sbom', {
        annotations: { 'in-toto.io/predicate-type': 'https://spdx.dev/Document' },
      }),
    ]),
  },
  {
    id: 'buildkit-attestation-artifact',
    document: manifest({
      artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
      config: empty,
      layers: [
        descriptor('application/vnd.in-toto+json', 'provenance', {
          annotations: { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v1' },
        }),
      ],
      subject,
    }),
  },
  {
    id: 'buildkit-attestation-config',
    document: {
      architecture: 'unknown',
      os: 'unknown',
      config: {},
      rootfs: { type: 'layers', diff_ids: [digestOf('provenance'), digestOf('sbom')] },
    },
  },
  {
    id: 'buildkit-cache-index',
    document: index([
      descriptor(types.gzip, 'cached layer', { annotations: { 'buildkit/createdat': created } }),
      descriptor('application/vnd.buildkit.cacheconfig.v0', 'cache config'),
    ]),
  },
  {
    id: 'buildkit-cache-manifest',
    document: manifest({
      config: descriptor('application/vnd.buildkit.cacheconfig.v0', 'cache config'),
      layers: [
        descriptor(types.gzip, 'cached layer', {
          annotations: { 'buildkit/createdat': created, 'containerd.io/uncompressed': digestOf('tar') },
        }),
      ],
    }),
  },
  {
    id: 'buildkit-config',
    document: config({
      config: { Env: ['PATH=/usr/bin:/bin'], Cmd: ['sh'], WorkingDir: '/', ArgsEscaped: true },
      created,
      history: [
        { created, created_by: 'COPY . / # buildkit', comment: 'buildkit.dockerfile.v0' },
        { created, created_by: 'CMD ["sh"]', comment: 'buildkit.dockerfile.v0', empty_layer: true },
      ],
    }),
  },
  {
    id: 'docker-layout-index',
    document: index([
      descriptor(types.index, 'image', {
        annotations: {
          'io.containerd.image.name': 'docker.io/library/app:1.0',
          'org.opencontainers.image.created': created,
          'org.opencontainers.image.ref.name': '1.0',
        },
      }),
    ]),
  },
  {
    id: 'containerd-erofs',
    document: image(
      [descriptor('application/vnd.erofs.layer.v1', 'first'), descriptor('application/vnd.erofs.layer.v1', 'second')],
      { annotations: {} },
    ),
  },
  {
    id: 'apko-index',
    document: index([amd64, arm64], {
      annotations: {
        'org.opencontainers.image.created': created,
        'org.opencontainers.image.source': 'https://github.com/example/app',
        'org.opencontainers.image.revision': '0123456789abcdef0123456789abcdef01234567',
      },
    }),
  },
  {
    id: 'apko-config',
    document: config({
      author: 'github.com/chainguard-dev/apko',
      created: '1970-01-01T00:00:00Z',
      history: [
        {
          author: 'apko',
          created: '1970-01-01T00:00:00Z',
          created_by: 'apko',
          comment: 'This is an apko single-layer image',
        },
      ],
      config: {
        Entrypoint: ['/usr/bin/app'],
        Env: [
          'PATH=/usr/local/sbin:/usr/local/bin:/usr/bin:/usr/sbin:/sbin:/bin',
          'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt',
        ],
        User: '65532',
        Labels: { 'org.opencontainers.image.created': '1970-01-01T00:00:00Z' },
      },
    }),
  },
  {
    id: 'stacker-squashfs',
    document: image([
      descriptor('application/vnd.stacker.image.layer.squashfs+zstd+verity', 'base'),
      descriptor('application/vnd.stacker.image.layer.squashfs+zstd', 'top'),
    ]),
  },
  {
    id: 'apko-erofs',
    document: image([
      descriptor('application/vnd.erofs+zstd', 'base', {
        annotations: { 'org.erofs.uncompressed-digest': digestOf('base, raw'), 'org.erofs.role': 'overlay-lower' },
      }),
      descriptor('application/vnd.erofs', 'top'),
    ]),
  },
  {
    id: 'apko-erofs-config',
    document: config({
      created,
      'os.features': ['erofs'],
      history: [{ author: 'apko', created, created_by: 'apko' }],
      config: { Env: ['PATH=/usr/bin:/bin'] },
    }),
  },
  {
    id: 'soci-v2-index',
    document: index([
      descriptor(types.manifest, 'image', {
        platform: platform('amd64'),
        annotations: { 'com.amazon.soci.index-digest': digestOf('soci index') },
      }),
      {
        mediaType: types.manifest,
        artifactType: 'application/vnd.amazon.soci.index.v2+json',
        digest: digestOf('soci index'),
        size: 1200,
        platform: platform('amd64'),
        annotations: { 'com.amazon.soci.image-manifest-digest': digestOf('image') },
      },
    ]),
  },
  ...(['v1', 'v2'] as const).map((version) => ({
    id: `soci-${version}`,
    document: manifest({
      artifactType: `application/vnd.amazon.soci.index.${version}+json`,
      config: {
        mediaType:
          version === 'v1' ? 'application/vnd.amazon.soci.index.v1+json' : 'application/vnd.amazon.soci.index.v2+json',
        digest: digestOf('{}'),
        size: 2,
      },
      layers: [
        descriptor('application/octet-stream', 'ztoc', {
          annotations: {
            'com.amazon.soci.image-layer-digest': digestOf('layer'),
            'com.amazon.soci.image-layer-mediaType': types.gzip,
            'com.amazon.soci.span-size': '4194304',
          },
        }),
      ],
      ...(version === 'v1' ? { subject } : {}),
      annotations: { 'com.amazon.soci.build-tool-identifier': 'AWS SOCI CLI v0.2' },
    }),
  })),
  {
    id: 'estargz',
    document: image([
      descriptor(types.gzip, 'layer', {
        annotations: {
          'containerd.io/snapshot/stargz/toc.digest': digestOf('toc'),
          'io.containers.estargz.uncompressed-size': '81391104',
        },
      }),
    ]),
  },
  {
    id: 'zstd-chunked',
    document: image([
      descriptor(types.zstd, 'layer', {
        annotations: {
          'io.github.containers.zstd-chunked.manifest-checksum': digestOf('chunks'),
          'io.github.containers.zstd-chunked.manifest-position': '2000:400:1500:1',
        },
      }),
    ]),
  },
  {
    id: 'nydus',
    document: image([
      descriptor('application/vnd.oci.image.layer.nydus.blob.v1', 'data', {
        annotations: { 'containerd.io/snapshot/nydus-blob': 'true' },
      }),
      descriptor(types.gzip, 'bootstrap', {
        annotations: {
          'containerd.io/snapshot/nydus-bootstrap': 'true',
          'containerd.io/snapshot/nydus-fs-version': '6',
        },
      }),
    ]),
  },
  {
    id: 'ocicrypt',
    document: image([
      descriptor(`${oci}.layer.v1.tar+gzip+encrypted`, 'layer', {
        annotations: {
          'org.opencontainers.image.enc.keys.jwe': 'e30=',
          'org.opencontainers.image.enc.pubopts': 'e30=',
        },
      }),
    ]),
  },
  {
    id: 'wasm-component',
    document: manifest({
      config: descriptor('application/vnd.wasm.config.v0+json', 'config'),
      layers: [descriptor('application/wasm', 'component')],
    }),
  },
];

const signatureAnnotations = {
  'dev.cosignproject.cosign/signature': 'MEUCIQDw',
  'dev.sigstore.cosign/certificate': '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n',
  'dev.sigstore.cosign/chain': '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n',
  'dev.sigstore.cosign/bundle': '{"SignedEntryTimestamp":"MEUC","Payload":{}}',
};
const bundle = 'application/vnd.dev.sigstore.bundle.v0.3+json';

const signatures: readonly FormatDocument[] = [
  {
    id: 'cosign-signature',
    document: image([
      descriptor('application/vnd.dev.cosign.simplesigning.v1+json', 'payload', { annotations: signatureAnnotations }),
    ]),
  },
  {
    id: 'cosign-signature-config',
    document: {
      architecture: '',
      created: noTime,
      history: [{ created: noTime }],
      os: '',
      rootfs: { type: 'layers', diff_ids: [digestOf('payload')] },
      config: {},
    },
  },
  {
    id: 'cosign-signature-referrer',
    document: manifest({
      config: descriptor('application/vnd.dev.cosign.artifact.sig.v1+json', 'config'),
      layers: [
        descriptor('application/vnd.dev.cosign.simplesigning.v1+json', 'payload', {
          annotations: signatureAnnotations,
        }),
      ],
      subject,
      artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json',
    }),
  },
  {
    id: 'cosign-attestation',
    document: image([
      descriptor('application/vnd.dsse.envelope.v1+json', 'envelope', {
        annotations: {
          'dev.cosignproject.cosign/signature': '',
          predicateType: 'https://slsa.dev/provenance/v1',
          ...{ 'dev.sigstore.cosign/bundle': signatureAnnotations['dev.sigstore.cosign/bundle'] },
        },
      }),
    ]),
  },
  {
    id: 'cosign-bundle',
    document: manifest({
      config: { ...emptyWithoutData, artifactType: bundle },
      layers: [
        descriptor(bundle, 'bundle', {
          annotations: { 'org.opencontainers.image.title': `sha256-${digestOf('bundle').slice(7)}.sigstore.json` },
        }),
      ],
      annotations: {
        'dev.sigstore.bundle.content': 'dsse-envelope',
        'dev.sigstore.bundle.predicateType': 'https://sigstore.dev/cosign/sign/v1',
        'org.opencontainers.image.created': created,
      },
      subject,
      artifactType: bundle,
    }),
  },
  {
    id: 'cosign-in-toto',
    document: manifest({
      config: { ...emptyWithoutData, artifactType: 'application/vnd.in-toto+json' },
      layers: [
        descriptor('application/vnd.dsse.envelope.v1+json', 'envelope', {
          annotations: { predicateType: 'https://slsa.dev/provenance/v1' },
        }),
      ],
      annotations: { 'org.opencontainers.image.created': created },
      subject,
      artifactType: 'application/vnd.in-toto+json',
    }),
  },
  {
    id: 'cosign-sbom',
    document: image([descriptor('text/spdx+json', 'sbom')]),
  },
  {
    id: 'notation',
    document: manifest({
      artifactType: 'application/vnd.cncf.notary.signature',
      config: empty,
      layers: [descriptor('application/jose+json', 'envelope')],
      subject,
      annotations: {
        'io.cncf.notary.x509chain.thumbprint#S256': `["${digestOf('certificate').slice(7)}"]`,
        'org.opencontainers.image.created': created,
      },
    }),
  },
  {
    id: 'notation-config',
    document: manifest({
      config: { mediaType: 'application/vnd.cncf.notary.signature', digest: digestOf('{}'), size: 2 },
      layers: [descriptor('application/cose', 'envelope')],
      subject,
      annotations: { 'io.cncf.notary.x509chain.thumbprint#S256': `["${digestOf('certificate').slice(7)}"]` },
    }),
  },
];

const artifacts: readonly FormatDocument[] = [
  {
    id: 'oras-push',
    document: manifest({
      artifactType: 'application/vnd.example.report.v1+json',
      config: empty,
      layers: [
        descriptor('application/json', 'report', { annotations: { 'org.opencontainers.image.title': 'report.json' } }),
      ],
      annotations: { 'org.opencontainers.image.created': created },
    }),
  },
  {
    id: 'oras-push-untyped',
    document: manifest({
      artifactType: 'application/vnd.unknown.artifact.v1',
      config: empty,
      layers: [
        descriptor(types.tar, 'file', { annotations: { 'org.opencontainers.image.title': 'file.txt' } }),
        descriptor(types.gzip, 'folder', {
          annotations: {
            'io.deis.oras.content.digest': digestOf('folder, tar'),
            'io.deis.oras.content.unpack': 'true',
            'org.opencontainers.image.title': 'folder',
          },
        }),
      ],
      annotations: { 'org.opencontainers.image.created': created },
    }),
  },
  {
    id: 'oras-attach',
    document: manifest({
      artifactType: 'application/vnd.example.sbom.v1+json',
      config: empty,
      layers: [empty],
      subject,
      annotations: { 'org.opencontainers.image.created': created },
    }),
  },
  {
    id: 'oras-referrers',
    document: index([
      descriptor(types.manifest, 'signature', {
        annotations: { 'org.opencontainers.image.created': created },
        artifactType: 'application/vnd.cncf.notary.signature',
      }),
      descriptor(types.manifest, 'sbom', { artifactType: 'application/vnd.example.sbom.v1+json' }),
    ]),
  },
  {
    id: 'flux',
    document: manifest({
      config: descriptor('application/vnd.cncf.flux.config.v1+json', 'config'),
      layers: [descriptor('application/vnd.cncf.flux.content.v1.tar+gzip', 'content')],
      annotations: {
        'org.opencontainers.image.created': created,
        'org.opencontainers.image.revision': 'main@sha1:0123456789abcdef0123456789abcdef01234567',
        'org.opencontainers.image.source': 'https://github.com/example/fleet',
      },
    }),
  },
  {
    id: 'helm',
    document: {
      schemaVersion: 2,
      config: descriptor('application/vnd.cncf.helm.config.v1+json', 'Chart.yaml'),
      layers: [
        descriptor('application/vnd.cncf.helm.chart.content.v1.tar+gzip', 'chart'),
        descriptor('application/vnd.cncf.helm.chart.provenance.v1.prov', 'provenance'),
      ],
      annotations: {
        'org.opencontainers.image.authors': 'Team (team@example.com)',
        'org.opencontainers.image.created': created,
        'org.opencontainers.image.description': 'A chart',
        'org.opencontainers.image.title': 'app',
        'org.opencontainers.image.version': '1.2.3',
      },
    },
  },
  {
    id: 'modelpack',
    document: manifest({
      artifactType: 'application/vnd.cncf.model.manifest.v1+json',
      config: descriptor('application/vnd.cncf.model.config.v1+json', 'config'),
      layers: [
        descriptor('application/vnd.cncf.model.weight.v1.tar', 'weights', {
          annotations: { 'org.cncf.model.filepath': 'model.safetensors' },
        }),
        descriptor('application/vnd.cncf.model.doc.v1.raw', 'README.md', {
          annotations: { 'org.cncf.model.filepath': 'README.md' },
        }),
      ],
    }),
  },
  {
    id: 'docker-model',
    document: manifest({
      config: descriptor('application/vnd.docker.ai.model.config.v0.1+json', 'config'),
      layers: [
        descriptor('application/vnd.docker.ai.gguf.v3', 'weights'),
        descriptor('application/vnd.docker.ai.license', 'license'),
      ],
    }),
  },
  {
    id: 'compose',
    document: manifest({
      artifactType: 'application/vnd.docker.compose.project',
      config: empty,
      layers: [
        embedded('application/vnd.docker.compose.file+yaml', 'services: {}\n', {
          annotations: { 'com.docker.compose.file': 'compose.yaml', 'com.docker.compose.version': '2.39.0' },
        }),
        embedded('application/vnd.docker.compose.envfile', 'A=1\n', {
          annotations: { 'com.docker.compose.envfile': '.env', 'com.docker.compose.version': '2.39.0' },
        }),
      ],
      annotations: { 'org.opencontainers.image.created': created },
    }),
  },
  {
    id: 'compose-1.0',
    document: manifest({
      config: embedded('application/vnd.docker.compose.config.empty.v1+json', '{}'),
      layers: [
        embedded('application/vnd.docker.compose.file+yaml', 'services: {}\n', {
          annotations: { 'com.docker.compose.file': 'compose.yaml', 'com.docker.compose.version': '2.39.0' },
        }),
      ],
      annotations: { 'org.opencontainers.image.created': created },
    }),
  },
  {
    id: 'cnab',
    document: {
      schemaVersion: 2,
      manifests: [
        descriptor(types.manifest, 'bundle config', { annotations: { 'io.cnab.manifest.type': 'config' } }),
        descriptor(types.dockerManifest, 'invocation image', {
          annotations: { 'io.cnab.manifest.type': 'invocation' },
        }),
        descriptor(types.manifest, 'component', {
          annotations: { 'io.cnab.component.name': 'web', 'io.cnab.manifest.type': 'component' },
        }),
      ],
      annotations: {
        'io.cnab.keywords': '["web"]',
        'io.cnab.runtime_version': 'v1.0.0',
        'org.opencontainers.artifactType': 'application/vnd.cnab.manifest.v1',
        'org.opencontainers.image.authors': '[{"name":"docker","email":"docker@docker.com","url":"docker.com"}]',
        'org.opencontainers.image.description': 'A bundle',
        'org.opencontainers.image.title': 'my-app',
        'org.opencontainers.image.version': '0.1.0',
      },
    },
  },
  {
    id: 'homebrew-index',
    document: {
      schemaVersion: 2,
      manifests: [
        descriptor(types.manifest, 'macOS bottle', {
          platform: { architecture: 'arm64', os: 'darwin', 'os.version': 'macOS 15.3' },
          annotations: {
            'org.opencontainers.image.ref.name': '1.7.1.arm64_sequoia',
            'sh.brew.bottle.digest': digestOf('bottle').slice(7),
            'sh.brew.bottle.size': '448000',
            'sh.brew.tab': '{"homebrew_version":"4.4.20","arch":"arm64"}',
          },
        }),
        descriptor(types.manifest, 'Linux bottle', {
          platform: { architecture: 'amd64', os: 'linux', 'os.version': 'Ubuntu 22.04.5' },
          annotations: {
            'org.opencontainers.image.ref.name': '1.7.1.x86_64_linux',
            'sh.brew.bottle.cpu.variant': 'core2',
            'sh.brew.bottle.digest': digestOf('Linux bottle').slice(7),
            'sh.brew.bottle.glibc.version': '2.35',
            'sh.brew.bottle.size': '451000',
            'sh.brew.tab': '{"homebrew_version":"4.4.20","arch":"x86_64"}',
          },
        }),
      ],
      annotations: {
        'com.github.package.type': 'homebrew_bottle',
        'org.opencontainers.image.created': '2026-03-01',
        'org.opencontainers.image.description': 'Lightweight JSON processor',
        'org.opencontainers.image.documentation': 'https://formulae.brew.sh/formula/jq',
        'org.opencontainers.image.license': 'MIT',
        'org.opencontainers.image.ref.name': '1.7.1',
        'org.opencontainers.image.title': 'jq',
        'org.opencontainers.image.url': 'https://jqlang.github.io/jq/',
        'org.opencontainers.image.vendor': 'homebrew',
        'org.opencontainers.image.version': '1.7.1',
      },
    },
  },
  {
    id: 'homebrew-bottle',
    document: {
      schemaVersion: 2,
      config: descriptor(types.config, 'config'),
      layers: [
        descriptor(types.gzip, 'bottle', {
          annotations: { 'org.opencontainers.image.title': 'jq--1.7.1.arm64_sequoia.bottle.tar.gz' },
        }),
      ],
      annotations: {
        'com.github.package.type': 'homebrew_bottle',
        'org.opencontainers.image.created': '2026-03-01',
        'org.opencontainers.image.license': 'MIT',
        'org.opencontainers.image.ref.name': '1.7.1.arm64_sequoia',
        'org.opencontainers.image.title': 'jq 1.7.1.arm64_sequoia',
      },
    },
  },
  {
    id: 'homebrew-config',
    document: {
      architecture: 'arm64',
      os: 'darwin',
      'os.version': 'macOS 15.3',
      rootfs: { type: 'layers', diff_ids: [digestOf('bottle, tar')] },
    },
  },
  {
    id: 'agent-skill',
    document: manifest({
      artifactType: 'application/vnd.agentskills.skill.v1',
      config: descriptor('application/vnd.agentskills.skill.config.v1+json', 'config'),
      layers: [descriptor('application/vnd.agentskills.skill.content.v1.tar+gzip', 'content')],
      annotations: {
        'io.agentskills.skill.name': 'pull-request-review',
        'org.opencontainers.image.created': created,
        'org.opencontainers.image.version': '1.0.0',
      },
    }),
  },
  {
    id: 'devcontainer-feature',
    document: manifest({
      config: { ...emptyWithoutData, mediaType: 'application/vnd.devcontainers' },
      layers: [
        descriptor('application/vnd.devcontainers.layer.v1+tar', 'feature', {
          annotations: { 'org.opencontainers.image.title': 'devcontainer-feature-go.tgz' },
        }),
      ],
      annotations: { 'dev.containers.metadata': '{"id":"go"}', 'com.github.package.type': 'devcontainer_feature' },
    }),
  },
  {
    id: 'devcontainer-collection',
    document: manifest({
      config: { ...emptyWithoutData, mediaType: 'application/vnd.devcontainers' },
      layers: [
        descriptor('application/vnd.devcontainers.collection.layer.v1+json', 'collection', {
          annotations: { 'org.opencontainers.image.title': 'devcontainer-collection.json' },
        }),
      ],
      annotations: { 'com.github.package.type': 'devcontainer_collection' },
    }),
  },
  {
    id: 'agent-skill-collection',
    document: index(
      [
        descriptor(types.manifest, 'skill', {
          artifactType: 'application/vnd.agentskills.skill.v1',
          annotations: { 'io.agentskills.skill.name': 'pull-request-review' },
        }),
      ],
      { artifactType: 'application/vnd.agentskills.collection.v1' },
    ),
  },
];

export const formatDocuments: readonly FormatDocument[] = [...images, ...signatures, ...artifacts];
