import type { JsonNode } from '../syntax/tree.ts';
import type { Kind } from './kind.ts';
import * as shapes from './shapes.ts';

/** The role of a descriptor, given by its location. */
export type Role = 'manifest' | 'config' | 'layer' | 'blob' | 'subject' | 'descriptor';

/** Where a kind of document has descriptors. `''` is the document itself. */
export interface DescriptorProperty {
  readonly member: string;
  readonly role: Role;
  readonly isArray: boolean;
}

/** Properties and capabilities of a kind. All other code distinguishes kinds by these rather than by name. */
export type Trait =
  /** The format's owner. */
  | 'oci'
  | 'docker'
  /** An image or a set of images: can be listed in an index and pulled. */
  | 'is-image'
  /** References manifests for clients to choose from by platform. */
  | 'lists-manifests'
  /** Has a config and layers. */
  | 'has-layers'
  /** Has blobs but no config. */
  | 'has-blobs'
  /** May use the empty config, in which case `artifactType` identifies its type. */
  | 'takes-empty-config'
  /** Its descriptors may embed content. */
  | 'embeds-data'
  /** Describes how to run an image and on which platform. */
  | 'is-image-config'
  /** The document is itself a descriptor. */
  | 'is-descriptor'
  /** Lists the images in a `docker save` archive. */
  | 'lists-saved-images';

/** Everything that distinguishes a kind of document. */
export interface KindRow {
  readonly kind: Kind;
  /** The display name: "image index". */
  readonly title: string;
  /**
   * Media types of descriptors that reference this kind, the canonical one first. Also the possible values of its own
   * `mediaType`.
   */
  readonly mediaTypes: readonly string[];
  /** Whether documents of this kind have a top-level `mediaType`. */
  readonly statesMediaType: boolean;
  /** Detects documents without a media type by shape. Evaluated in table order. */
  readonly hasShape: (root: JsonNode) => boolean;
  readonly descriptors: readonly DescriptorProperty[];
  readonly traits: readonly Trait[];
  /** Name of the schema in `schemas/`; absent for kinds that are only detected. */
  readonly schema?: string;
}

const subject: DescriptorProperty = { member: 'subject', role: 'subject', isArray: false };
const config: DescriptorProperty = { member: 'config', role: 'config', isArray: false };
const layers: DescriptorProperty = { member: 'layers', role: 'layer', isArray: true };
const blobs: DescriptorProperty = { member: 'blobs', role: 'blob', isArray: true };
const manifests: DescriptorProperty = { member: 'manifests', role: 'manifest', isArray: true };

/** The table of kinds. A new kind needs a row here, a name in `kind.ts` and a schema. */
export const kindRows: readonly KindRow[] = [
  {
    kind: 'docker-schema1',
    title: 'Docker manifest, schema 1',
    mediaTypes: [
      'application/vnd.docker.distribution.manifest.v1+json',
      'application/vnd.docker.distribution.manifest.v1+prettyjws',
    ],
    statesMediaType: false,
    hasShape: shapes.isDockerSchema1,
    descriptors: [],
    traits: ['docker'],
  },
  {
    kind: 'manifest',
    title: 'image manifest',
    mediaTypes: ['application/vnd.oci.image.manifest.v1+json'],
    statesMediaType: true,
    hasShape: shapes.isManifest,
    descriptors: [config, layers, subject],
    traits: ['oci', 'is-image', 'has-layers', 'takes-empty-config', 'embeds-data'],
    schema: 'manifest',
  },
  {
    kind: 'index',
    title: 'image index',
    mediaTypes: ['application/vnd.oci.image.index.v1+json'],
    statesMediaType: true,
    hasShape: shapes.isIndex,
    descriptors: [manifests, subject],
    traits: ['oci', 'is-image', 'lists-manifests', 'embeds-data'],
    schema: 'index',
  },
  {
    kind: 'docker-manifest',
    title: 'Docker manifest, schema 2',
    mediaTypes: ['application/vnd.docker.distribution.manifest.v2+json'],
    statesMediaType: true,
    hasShape: () => false,
    descriptors: [config, layers],
    traits: ['docker', 'is-image', 'has-layers'],
    schema: 'docker-manifest',
  },
  {
    kind: 'docker-manifest-list',
    title: 'Docker manifest list',
    mediaTypes: ['application/vnd.docker.distribution.manifest.list.v2+json'],
    statesMediaType: true,
    hasShape: () => false,
    descriptors: [manifests],
    traits: ['docker', 'is-image', 'lists-manifests'],
    schema: 'docker-manifest-list',
  },
  {
    kind: 'artifact-manifest',
    title: 'OCI artifact manifest',
    mediaTypes: ['application/vnd.oci.artifact.manifest.v1+json'],
    statesMediaType: true,
    hasShape: shapes.isArtifactManifest,
    descriptors: [blobs, subject],
    traits: ['oci', 'has-blobs'],
    schema: 'artifact-manifest',
  },
  {
    kind: 'oras-artifact-manifest',
    title: 'ORAS artifact manifest',
    mediaTypes: ['application/vnd.cncf.oras.artifact.manifest.v1+json'],
    statesMediaType: true,
    hasShape: () => false,
    descriptors: [blobs, subject],
    traits: ['has-blobs'],
    schema: 'oras-artifact-manifest',
  },
  {
    kind: 'layout-header',
    title: 'OCI layout header',
    mediaTypes: ['application/vnd.oci.layout.header.v1+json'],
    statesMediaType: false,
    hasShape: shapes.isLayoutHeader,
    descriptors: [],
    traits: ['oci'],
    schema: 'layout-header',
  },
  {
    kind: 'docker-config',
    title: 'Docker image config',
    mediaTypes: ['application/vnd.docker.container.image.v1+json'],
    statesMediaType: false,
    hasShape: shapes.isDockerConfig,
    descriptors: [],
    traits: ['docker', 'is-image-config'],
    schema: 'docker-config',
  },
  {
    kind: 'config',
    title: 'image config',
    mediaTypes: ['application/vnd.oci.image.config.v1+json'],
    statesMediaType: false,
    hasShape: shapes.isConfig,
    descriptors: [],
    traits: ['oci', 'is-image-config'],
    schema: 'config',
  },
  {
    kind: 'descriptor',
    title: 'descriptor',
    mediaTypes: ['application/vnd.oci.descriptor.v1+json'],
    statesMediaType: false,
    hasShape: shapes.isDescriptor,
    descriptors: [{ member: '', role: 'descriptor', isArray: false }],
    traits: ['oci', 'is-descriptor', 'embeds-data'],
    schema: 'descriptor',
  },
  {
    kind: 'docker-save',
    title: 'manifest of docker save',
    mediaTypes: [],
    statesMediaType: false,
    hasShape: () => false,
    descriptors: [],
    traits: ['docker', 'lists-saved-images'],
  },
  {
    kind: 'foreign-config',
    title: 'document of another format',
    mediaTypes: [],
    statesMediaType: false,
    hasShape: () => false,
    descriptors: [],
    traits: [],
  },
];

/** The properties that distinguish kinds, for reporting on documents that have some of them but match no kind. */
export const documentMembers = [
  'schemaVersion',
  'manifests',
  'config',
  'layers',
  'blobs',
  'subject',
  'rootfs',
  'digest',
] as const;

const rowsByKind = Object.fromEntries(kindRows.map((row) => [row.kind, row])) as Readonly<Record<Kind, KindRow>>;
const rowsByMediaType = new Map(kindRows.flatMap((row) => row.mediaTypes.map((type) => [type, row] as const)));

/** The table row of a kind. */
export function kindRowOf(kind: Kind): KindRow {
  return rowsByKind[kind];
}

/** Whether a kind has all of the given traits. Foreign documents have none. */
export function hasTraits(kind: Kind | undefined, ...traits: readonly Trait[]): boolean {
  if (kind === undefined) return false;
  const { traits: own } = kindRowOf(kind);
  return traits.every((trait) => own.includes(trait));
}

/** The kind referenced by a descriptor with this media type; undefined for other content. */
export function kindOfMediaType(mediaType: string | undefined): Kind | undefined {
  return mediaType === undefined ? undefined : rowsByMediaType.get(mediaType)?.kind;
}

/** The canonical media type of a kind. */
export function mediaTypeOfKind(kind: Kind): string {
  return kindRowOf(kind).mediaTypes[0] ?? '';
}
