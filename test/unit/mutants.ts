import type { Kind } from '../../server/src/oci/kind.ts';
import { digestOf } from './image-layout.ts';

/** A single fault in a valid document, and where it must be reported. */
export interface Mutant {
  readonly kind: Kind;
  readonly what: string;
  /** The changed property, as a pointer. */
  readonly at: string;
  /** Its new value as JSON text, or undefined to remove the property. */
  readonly json: string | undefined;
  /** Where the finding must be, if not at the property: the object that lacks it. */
  readonly found?: string;
  readonly severity: 'error' | 'warning';
}

const types = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  empty: 'application/vnd.oci.empty.v1+json',
  artifactManifest: 'application/vnd.oci.artifact.manifest.v1+json',
  orasArtifactManifest: 'application/vnd.cncf.oras.artifact.manifest.v1+json',
  dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerConfig: 'application/vnd.docker.container.image.v1+json',
  dockerLayer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
};

const descriptor = (mediaType: string, content: string, more: object = {}) => ({
  mediaType,
  digest: digestOf(content),
  size: 1234,
  ...more,
});
const empty = { mediaType: types.empty, digest: digestOf('{}'), size: 2, data: 'e30=' };

/** A valid document of each kind with as many properties as possible. */
export const sound: Readonly<Partial<Record<Kind, object>>> = {
  index: {
    schemaVersion: 2,
    mediaType: types.index,
    artifactType: 'application/vnd.example.package',
    manifests: [
      descriptor(types.manifest, 'a', {
        platform: { architecture: 'arm', os: 'linux', variant: 'v7' },
        annotations: { 'com.example.a': 'b' },
      }),
      descriptor(types.manifest, 'b', {
        platform: { architecture: 'amd64', os: 'windows', 'os.version': '10.0.20348.2113', 'os.features': ['win32k'] },
      }),
    ],
    subject: descriptor(types.manifest, 'c'),
    annotations: {
      'org.opencontainers.image.created': '2026-01-31T08:30:00Z',
      'org.opencontainers.image.licenses': 'Apache-2.0',
    },
  },
  manifest: {
    schemaVersion: 2,
    mediaType: types.manifest,
    artifactType: 'application/vnd.example.sbom',
    config: empty,
    layers: [descriptor('application/spdx+json', 'd', { urls: ['https://example.com/sbom.json'] })],
    subject: descriptor(types.manifest, 'e'),
    annotations: { 'com.example.a': 'b' },
  },
  config: {
    created: '2026-01-31T08:30:00Z',
    author: 'A. Author',
    architecture: 'arm64',
    os: 'linux',
    variant: 'v8',
    config: {
      User: '1000:1000',
      ExposedPorts: { '8080/tcp': {} },
      Env: ['PATH=/usr/bin'],
      Entrypoint: ['/app'],
      Cmd: ['serve'],
      Volumes: { '/data': {} },
      WorkingDir: '/app',
      Labels: { 'com.example.a': 'b' },
      StopSignal: 'SIGTERM',
    },
    rootfs: { type: 'layers', diff_ids: [digestOf('f')] },
    history: [{ created: '2026-01-31T08:30:00Z', created_by: 'ADD /', comment: 'first', author: 'me' }],
  },
  'artifact-manifest': {
    mediaType: types.artifactManifest,
    artifactType: 'application/vnd.example.sbom',
    blobs: [descriptor('application/spdx+json', 'd')],
    subject: descriptor(types.manifest, 'e'),
    annotations: { 'com.example.a': 'b' },
  },
  'oras-artifact-manifest': {
    mediaType: types.orasArtifactManifest,
    artifactType: 'application/vnd.example.sbom',
    blobs: [descriptor('application/spdx+json', 'd')],
    subject: descriptor(types.manifest, 'e'),
    annotations: { 'com.example.a': 'b' },
  },
  descriptor: descriptor(types.layer, 'g', { annotations: { 'com.example.a': 'b' }, urls: ['https://example.com/g'] }),
  'layout-header': { imageLayoutVersion: '1.0.0' },
  'docker-manifest-list': {
    schemaVersion: 2,
    mediaType: types.dockerList,
    manifests: [
      descriptor(types.dockerManifest, 'h', { platform: { architecture: 'amd64', os: 'linux' } }),
      descriptor(types.dockerManifest, 'i', { platform: { architecture: 's390x', os: 'linux' } }),
    ],
  },
  'docker-manifest': {
    schemaVersion: 2,
    mediaType: types.dockerManifest,
    config: descriptor(types.dockerConfig, 'j'),
    layers: [descriptor(types.dockerLayer, 'k')],
  },
};

const hex = digestOf('a').slice(7);

/** The possible faults of a descriptor anywhere. */
function ofDescriptor(kind: Kind, at: string): readonly Mutant[] {
  const wrong = (what: string, member: string, json: string | undefined, severity: Mutant['severity'] = 'error') => ({
    kind,
    what: `${what} of a descriptor`,
    at: `${at}/${member}`,
    json,
    severity,
    ...(json === undefined ? { found: at } : {}),
  });
  return [
    wrong('a missing digest', 'digest', undefined),
    wrong('a missing size', 'size', undefined),
    wrong('a missing media type', 'mediaType', undefined),
    wrong('a digest without algorithm', 'digest', `"${hex}"`),
    wrong('a digest in upper case', 'digest', `"sha256:${hex.toUpperCase()}"`),
    wrong('a short digest', 'digest', '"sha256:abc"'),
    wrong('a long digest', 'digest', `"sha256:${hex}00"`),
    wrong('a digest of another length', 'digest', `"sha512:${hex}"`),
    wrong('a digest that is no hex', 'digest', `"sha256:${'g'.repeat(64)}"`),
    wrong('a path for a digest', 'digest', '"sha256:../../etc/passwd"'),
    wrong('an empty digest', 'digest', '""'),
    wrong('a number for a digest', 'digest', '7'),
    wrong('null for a digest', 'digest', 'null'),
    wrong('a negative size', 'size', '-1'),
    wrong('a quoted size', 'size', '"1234"'),
    wrong('a fraction for a size', 'size', '12.5'),
    wrong('a size beyond 64 bits', 'size', '9223372036854775808'),
    wrong('a size in scientific notation', 'size', '1e3'),
    wrong('a size that doubles round', 'size', '9007199254740993', 'warning'),
    wrong('a size that is too small for a double', 'size', '1e-400'),
    wrong('null for a size', 'size', 'null'),
    wrong('a known media type behind a blank', 'mediaType', `" ${types.manifest}"`),
    wrong('a known media type before a line break', 'mediaType', `"${types.manifest}\\n"`),
    wrong('a media type without a slash', 'mediaType', '"json"'),
    wrong('an empty media type', 'mediaType', '""'),
    wrong('a media type with a blank', 'mediaType', '"application/ json"'),
    wrong('a number for a media type', 'mediaType', '2'),
  ];
}

function ofAnnotations(kind: Kind, at: string): readonly Mutant[] {
  return [
    { kind, what: 'a number in annotations', at: `${at}/com.example.a`, json: '3', severity: 'error' },
    { kind, what: 'an object in annotations', at: `${at}/com.example.a`, json: '{}', severity: 'error' },
    { kind, what: 'an array for annotations', at, json: '[]', severity: 'error' },
    { kind, what: 'a text for annotations', at, json: '"a=b"', severity: 'error' },
  ];
}

function ofPlatform(kind: Kind, at: string): readonly Mutant[] {
  const wrong = (what: string, member: string, json: string | undefined, severity: Mutant['severity'] = 'warning') => ({
    kind,
    what: `${what} in a platform`,
    at: `${at}/${member}`,
    json,
    severity,
    ...(json === undefined ? { found: at } : {}),
  });
  return [
    wrong('a missing os', 'os', undefined, 'error'),
    wrong('a missing architecture', 'architecture', undefined, 'error'),
    wrong('x86_64', 'architecture', '"x86_64"'),
    wrong('aarch64', 'architecture', '"aarch64"'),
    wrong('an architecture with a typing error', 'architecture', '"amd46"'),
    wrong('Linux', 'os', '"Linux"'),
    wrong('macos', 'os', '"macos"'),
    wrong('a number for an os', 'os', '1', 'error'),
    wrong('a number for an architecture', 'architecture', '64', 'error'),
  ];
}

const wrong = (
  kind: Kind,
  what: string,
  at: string,
  json: string | undefined,
  severity: Mutant['severity'] = 'error',
  found?: string,
): Mutant => ({ kind, what, at, json, severity, ...(found === undefined ? {} : { found }) });

function ofVersion(kind: Kind): readonly Mutant[] {
  return [
    wrong(kind, 'schemaVersion 1', '/schemaVersion', '1'),
    wrong(kind, 'a quoted schemaVersion', '/schemaVersion', '"2"'),
    wrong(kind, 'a schemaVersion that Go does not read', '/schemaVersion', '2.0'),
    wrong(kind, 'a schemaVersion in scientific notation', '/schemaVersion', '20e-1'),
    wrong(kind, 'no schemaVersion', '/schemaVersion', undefined, 'error', ''),
    wrong(kind, 'an unknown media type of a document', '/mediaType', '"application/json"'),
    wrong(kind, 'a number for the media type of a document', '/mediaType', '3'),
  ];
}

/** Every mutant with its single fault. */
export const mutants: readonly Mutant[] = [
  ...ofVersion('index'),
  ...ofDescriptor('index', '/manifests/0'),
  ...ofDescriptor('index', '/subject'),
  ...ofPlatform('index', '/manifests/0/platform'),
  ...ofAnnotations('index', '/manifests/0/annotations'),
  wrong('index', 'no manifests', '/manifests', undefined, 'error', ''),
  wrong('index', 'null for manifests', '/manifests', 'null'),
  wrong('index', 'an object for manifests', '/manifests', '{}'),
  wrong('index', 'a text in manifests', '/manifests/1', '"sha256"'),
  wrong('index', 'no media type', '/mediaType', undefined, 'warning', ''),
  wrong('index', 'an artifact type without a slash', '/artifactType', '"package"'),
  wrong('index', 'a number for an artifact type', '/artifactType', '7'),
  wrong('index', 'layers in an index', '/layers', '[]'),
  wrong('index', 'a config in an index', '/config', '{}'),
  wrong('index', 'a date without a time', '/annotations/org.opencontainers.image.created', '"31.1.2026"', 'warning'),
  wrong('index', 'a licence in prose', '/annotations/org.opencontainers.image.licenses', '"Apache 2"', 'warning'),
  wrong('index', 'a misspelt annotation key', '/annotations/org.opencontainers.image.licence', '"MIT"', 'warning'),
  wrong('index', 'a variant of another architecture', '/manifests/0/platform/variant', '"v99"', 'warning'),
  wrong('index', 'a number for a variant', '/manifests/0/platform/variant', '7'),
  wrong('index', 'a name for a build of Windows', '/manifests/1/platform/os.version', '"ltsc2022"', 'warning'),
  wrong(
    'index',
    'an unknown feature of Windows',
    '/manifests/1/platform/os.features',
    '["win64k"]',
    'warning',
    '/manifests/1/platform/os.features/0',
  ),
  wrong('index', 'a text for features', '/manifests/1/platform/os.features', '"win32k"'),
  wrong('index', 'data that is no base64', '/manifests/0/data', '"***"'),
  wrong('index', 'data of other content', '/manifests/0/data', '"e30="'),
  wrong('index', 'a text for urls', '/manifests/0/urls', '"https://example.com"'),
  wrong('index', 'a misspelt member', '/manifests/1/annotation', '{}', 'warning'),
  ...ofVersion('manifest'),
  ...ofDescriptor('manifest', '/layers/0'),
  ...ofDescriptor('manifest', '/subject'),
  ...ofAnnotations('manifest', '/annotations'),
  wrong('manifest', 'no config', '/config', undefined, 'error', ''),
  wrong('manifest', 'null for a config', '/config', 'null'),
  wrong('manifest', 'no layers', '/layers', undefined, 'warning', ''),
  wrong('manifest', 'empty layers', '/layers', '[]', 'warning'),
  wrong('manifest', 'null for layers', '/layers', 'null'),
  wrong('manifest', 'no artifact type with the empty config', '/artifactType', undefined, 'error', ''),
  wrong('manifest', 'another digest of the empty config', '/config/digest', `"${digestOf('{}\n')}"`),
  wrong('manifest', 'another size of the empty config', '/config/size', '3'),
  wrong('manifest', 'other data of the empty config', '/config/data', '"e30K"'),
  wrong('manifest', 'manifests in a manifest', '/manifests', '[]'),
  wrong('manifest', 'ftp in urls', '/layers/0/urls', '["ftp://example.com/a"]', 'warning', '/layers/0/urls/0'),
  wrong('manifest', 'a number in urls', '/layers/0/urls', '[1]', 'error', '/layers/0/urls/0'),
  wrong('manifest', 'a layer as the subject', '/subject/mediaType', `"${types.layer}"`, 'warning'),
  wrong('manifest', 'an array for a subject', '/subject', '[]'),
  ...ofPlatform('config', ''),
  wrong('config', 'no rootfs', '/rootfs', undefined, 'error', ''),
  wrong('config', 'another type of rootfs', '/rootfs/type', '"layer"'),
  wrong('config', 'no diff ids', '/rootfs/diff_ids', undefined, 'error', '/rootfs'),
  wrong('config', 'a malformed diff id', '/rootfs/diff_ids', '["sha256:abc"]', 'error', '/rootfs/diff_ids/0'),
  wrong('config', 'a text for diff ids', '/rootfs/diff_ids', '"sha256"'),
  wrong('config', 'a moment that is none', '/created', '"yesterday"'),
  wrong('config', 'a text for Env', '/config/Env', '"PATH=/usr/bin"'),
  wrong('config', 'an object for Env', '/config/Env', '{"PATH":"/usr/bin"}'),
  wrong('config', 'a number in Env', '/config/Env', '[1]', 'error', '/config/Env/0'),
  wrong('config', 'a blank in the name of a variable', '/config/Env', '["PATH =/usr/bin"]', 'warning', '/config/Env/0'),
  wrong('config', 'a variable that is set twice', '/config/Env', '["A=1","A=2"]', 'warning', '/config/Env/1'),
  wrong('config', 'a text for Cmd', '/config/Cmd', '"serve"'),
  wrong('config', 'a text for Entrypoint', '/config/Entrypoint', '"/app"'),
  wrong('config', 'an array for Volumes', '/config/Volumes', '["/data"]'),
  wrong('config', 'a number for WorkingDir', '/config/WorkingDir', '1'),
  wrong('config', 'a relative WorkingDir', '/config/WorkingDir', '"app"', 'warning'),
  wrong('config', 'a signal that is none', '/config/StopSignal', '"SIGSTOPPED"', 'warning'),
  wrong('config', 'a real-time signal beyond the last', '/config/StopSignal', '"SIGRTMIN+31"', 'warning'),
  wrong('config', 'null for an entry of the history', '/history/0', 'null'),
  wrong('config', 'a text for an entry of the history', '/history/0', '"ADD /"'),
  wrong('config', 'a number in Labels', '/config/Labels/com.example.a', '1'),
  wrong('config', 'a text for history', '/history', '"ADD /"'),
  wrong('config', 'a moment of history that is none', '/history/0/created', '"now"'),
  wrong('config', 'a text for empty_layer', '/history/0/empty_layer', '"true"'),
  ...ofDescriptor('descriptor', ''),
  ...ofAnnotations('descriptor', '/annotations'),
  wrong('layout-header', 'no version', '/imageLayoutVersion', undefined, 'error', ''),
  wrong('layout-header', 'a number for the version', '/imageLayoutVersion', '1'),
  wrong('layout-header', 'another version', '/imageLayoutVersion', '"2.0.0"'),
  ...ofVersion('docker-manifest-list'),
  ...ofDescriptor('docker-manifest-list', '/manifests/0'),
  ...ofPlatform('docker-manifest-list', '/manifests/0/platform'),
  wrong('docker-manifest-list', 'no media type', '/mediaType', undefined, 'warning', ''),
  wrong('docker-manifest-list', 'no manifests', '/manifests', undefined, 'error', ''),
  wrong('docker-manifest-list', 'no platform', '/manifests/0/platform', undefined, 'warning', '/manifests/0'),
  ...ofVersion('docker-manifest'),
  ...ofDescriptor('docker-manifest', '/layers/0'),
  wrong('docker-manifest', 'no media type', '/mediaType', undefined, 'warning', ''),
  wrong('docker-manifest', 'no config', '/config', undefined, 'error', ''),
  wrong('docker-manifest', 'no layers', '/layers', undefined, 'error', ''),
];
