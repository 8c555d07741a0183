/**
 * `samples/package-index`: a package whose index has its own `artifactType` and ties its parts together (image-spec
 * pull request 1066). Referrers of a plugin are listed in the package index. Referrers of the package index are listed
 * in `index.json`, because no document can contain its own digest.
 */
import { type Files, toCompactJson, toPrettyJson } from './files.ts';
import { toGzip } from './gzip.ts';
import type { Blobs, Descriptor, Document } from './layout.ts';
import * as layout from './layout.ts';
import { pluginConfig, pluginFiles, settingsSchema } from './plugin-contents.ts';
import * as story from './plugin-story.ts';
import { type PluginBuild, releaseAnnotations } from './plugin-story.ts';
import { signPredicateType, toSignatureBundle } from './signature.ts';
import { type SpdxDocument, type SpdxPackage, toSpdx } from './spdx.ts';
import { toTar } from './tar.ts';

export interface PackageIndexSample {
  readonly files: Files;
  /** The entries to start reading with. */
  readonly packageIndex: Descriptor;
  readonly sbom: Descriptor;
  readonly signature: Descriptor;
}

export function packageIndex(folder: string): PackageIndexSample {
  const blobs: Blobs = new Map();
  const plugins = story.builds.map((build) => addPlugin(blobs, build));
  const schema = addSchema(blobs);
  const pluginSboms = story.builds.map((build, at) => addPluginSbom(blobs, build, plugins[at]!));
  const index = addIndex(blobs, [...plugins, schema, ...pluginSboms]);
  const sbom = addPackageSbom(blobs, index, [...plugins, schema]);
  const signature = addSignature(blobs, index);
  return {
    files: layout.toLayout(folder, blobs, [index, sbom, signature]),
    packageIndex: index,
    sbom,
    signature,
  };
}

function addIndex(blobs: Blobs, manifests: readonly Descriptor[]): Descriptor {
  const document: Document = {
    schemaVersion: 2,
    mediaType: layout.mediaTypes.index,
    artifactType: story.artifactTypes.package,
    manifests,
    annotations: {
      ...releaseAnnotations('Tidewatch', 'Turns away images that run as root or have grown old.'),
      'org.opencontainers.image.authors': 'Harbourmaster maintainers <maintainers@harbourmaster.example.com>',
      'org.opencontainers.image.vendor': 'Example Harbour Company',
      'org.opencontainers.image.url': 'https://harbourmaster.example.com/plugins/tidewatch',
      'org.opencontainers.image.documentation': 'https://harbourmaster.example.com/plugins/tidewatch/docs',
      'com.example.harbourmaster.protocol': '2',
    },
  };
  return layout.addDocument(blobs, document, { annotations: { 'org.opencontainers.image.ref.name': story.version } });
}

function addPlugin(blobs: Blobs, build: PluginBuild): Descriptor {
  const archive = toGzip(toTar(pluginFiles(build), Date.parse(story.created) / 1000));
  const title = `Tidewatch for ${build.name}`;
  const document: Document = {
    schemaVersion: 2,
    mediaType: layout.mediaTypes.manifest,
    artifactType: story.artifactTypes.plugin,
    config: layout.addBlob(
      blobs,
      'application/vnd.example.plugin.config.v1+json',
      toCompactJson(pluginConfig(build)),
      { embedded: true }, // so that a host can decide without another request
    ),
    layers: [
      layout.addBlob(blobs, 'application/vnd.example.plugin.content.v1.tar+gzip', archive, {
        annotations: { 'org.opencontainers.image.title': `tidewatch-${story.version}-${build.name}.tar.gz` },
      }),
    ],
    annotations: releaseAnnotations(title, `The Tidewatch program for ${build.name}.`),
  };
  return layout.addDocument(blobs, document, {
    platform: build.platform,
    annotations: { 'org.opencontainers.image.title': title },
  });
}

function addSchema(blobs: Blobs): Descriptor {
  const title = 'Tidewatch settings';
  const document = artifact(blobs, {
    artifactType: story.artifactTypes.schema,
    layers: [
      layout.addBlob(blobs, 'application/schema+json', toPrettyJson(settingsSchema), {
        annotations: { 'org.opencontainers.image.title': 'tidewatch.schema.json' },
      }),
    ],
    annotations: releaseAnnotations(title, 'The JSON Schema of the settings that Tidewatch reads.'),
  });
  return layout.addDocument(blobs, document, { annotations: { 'org.opencontainers.image.title': title } });
}

function addPluginSbom(blobs: Blobs, build: PluginBuild, plugin: Descriptor): Descriptor {
  const requires = Object.entries(build.requires).map(([name, version]) => requirement(name, version));
  const sbom: SpdxDocument = {
    name: `tidewatch-${story.version}-${build.name}`,
    created: story.created,
    described: spdxPackage(`tidewatch-${build.name}`, plugin),
    related: requires.map((needed) => ({ how: 'DEPENDS_ON', package: needed })),
  };
  return addSbom(blobs, sbom, plugin, `Bill of materials of Tidewatch for ${build.name}`);
}

function addPackageSbom(blobs: Blobs, index: Descriptor, parts: readonly Descriptor[]): Descriptor {
  const names = [...story.builds.map((build) => build.name), 'settings'].map((part) => `tidewatch-${part}`);
  const sbom: SpdxDocument = {
    name: `tidewatch-${story.version}`,
    created: story.created,
    described: spdxPackage('tidewatch', index),
    related: parts.map((part, at) => ({ how: 'CONTAINS', package: spdxPackage(names[at]!, part) })),
  };
  return addSbom(blobs, sbom, index, 'Bill of materials of Tidewatch');
}

function addSbom(blobs: Blobs, sbom: SpdxDocument, subject: Descriptor, title: string): Descriptor {
  const document = artifact(blobs, {
    artifactType: story.artifactTypes.sbom,
    layers: [
      layout.addBlob(blobs, 'application/spdx+json', toPrettyJson(toSpdx(sbom)), {
        annotations: { 'org.opencontainers.image.title': `${sbom.name}.spdx.json` },
      }),
    ],
    subject: layout.toSubject(subject),
    annotations: { 'org.opencontainers.image.title': title, 'org.opencontainers.image.created': story.created },
  });
  return layout.addDocument(blobs, document, { annotations: { 'org.opencontainers.image.title': title } });
}

/** The only manifest that is minified, as most tools write them. */
function addSignature(blobs: Blobs, subject: Descriptor): Descriptor {
  const annotations = {
    'dev.sigstore.bundle.content': 'dsse-envelope',
    'dev.sigstore.bundle.predicateType': signPredicateType,
    'org.opencontainers.image.created': story.created,
  };
  const document = artifact(blobs, {
    artifactType: story.artifactTypes.signature,
    layers: [
      layout.addBlob(
        blobs,
        'application/vnd.dev.sigstore.bundle.v0.3+json',
        toPrettyJson(toSignatureBundle(story.repository, subject.digest)),
      ),
    ],
    subject: layout.toSubject(subject),
    annotations,
  });
  return layout.addDocument(blobs, document, { annotations }, toCompactJson);
}

function artifact(
  blobs: Blobs,
  parts: { artifactType: string; layers: readonly Descriptor[]; [member: string]: unknown },
): Document {
  const { artifactType, ...others } = parts;
  return {
    schemaVersion: 2,
    mediaType: layout.mediaTypes.manifest,
    artifactType,
    config: layout.addEmptyConfig(blobs),
    ...others,
  };
}

function spdxPackage(name: string, { digest }: Descriptor): SpdxPackage {
  return {
    name,
    version: story.version,
    license: 'Apache-2.0',
    purl: `pkg:oci/tidewatch@${encodeURIComponent(digest)}?repository_url=${story.repository}`,
    digest,
  };
}

function requirement(name: string, version: string): SpdxPackage {
  return { name, version, license: 'MIT', purl: `pkg:generic/${name}@${version}` };
}
