import type { JsonNode } from '../syntax/tree.ts';
import type { Kind } from './kind.ts';
import * as shapes from './shapes.ts';

/** What a descriptor is for, where it is written. */
export type Role = 'manifest' | 'config' | 'layer' | 'blob' | 'subject' | 'descriptor';

/** Where descriptors stand in a kind of document. `''` is the document itself. */
export interface DescriptorPlace {
  readonly member: string;
  readonly role: Role;
  readonly isArray: boolean;
}

/** What documents of a kind are and can do: by this, and not by their names, the rest of the program tells kinds apart. */
export type Trait =
  /** Whose format it is. */
  | 'oci'
  | 'docker'
  /** An image or several: what an index lists, and a client can pull. */
  | 'is-image'
  /** Refers to manifests, for platforms to choose from. */
  | 'lists-manifests'
  /** Made of a config and layers. */
  | 'has-layers'
  /** Made of blobs, without a config. */
  | 'has-blobs'
  /** Its config may be the empty one: then `artifactType` says what it is. */
  | 'takes-empty-config'
  /** Its descriptors may have the content with them. */
  | 'embeds-data'
  /** Says what an image runs as, and on which platform. */
  | 'is-image-config'
  /** The document is a descriptor itself. */
  | 'is-descriptor'
  /** Lists what `docker save` put into an archive. */
  | 'lists-saved-images';

/** Everything that makes a kind of document differ from the others. */
export interface KindRow {
  readonly kind: Kind;
  /** How a person calls it: "image index". */
  readonly title: string;
  /** The document's own media type; a descriptor with one of these points at this kind. The first is the canonical one. */
  readonly mediaTypes: readonly string[];
  /** Whether documents of the kind carry their media type as a top-level `mediaType`. */
  readonly statesMediaType: boolean;
  /** The kind's shape, for documents that do not state their media type. Asked in the order of the table. */
  readonly hasShape: (root: JsonNode) => boolean;
  readonly descriptors: readonly DescriptorPlace[];
  readonly traits: readonly Trait[];
  /** Name of the schema in `schemas/`; absent for kinds that are recognised only. */
  readonly schema?: string;
}

const subject: DescriptorPlace = { member: 'subject', role: 'subject', isArray: false };
const config: DescriptorPlace = { member: 'config', role: 'config', isArray: false };
const layers: DescriptorPlace = { member: 'layers', role: 'layer', isArray: true };
const blobs: DescriptorPlace = { member: 'blobs', role: 'blob', isArray: true };
const manifests: DescriptorPlace = { member: 'manifests', role: 'manifest', isArray: true };

/** The one table of kinds. A new kind is a new row, a name in `kind.ts` and a schema. */
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

/** The members that tell the kinds apart, for a document that has some of them and is of none. */
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

/** The row of a kind. */
export function kindRowOf(kind: Kind): KindRow {
  return rowsByKind[kind];
}

/** Whether documents of a kind have all of some traits; what is not one of ours has none. */
export function hasTraits(kind: Kind | undefined, ...traits: readonly Trait[]): boolean {
  return kind !== undefined && traits.every((trait) => kindRowOf(kind).traits.includes(trait));
}

/** The kind of document that a descriptor with this media type points at; undefined for content that is not one of ours. */
export function kindOfMediaType(mediaType: string | undefined): Kind | undefined {
  return mediaType === undefined ? undefined : rowsByMediaType.get(mediaType)?.kind;
}

/** The media type of a kind, where it has more than one the usual. */
export function mediaTypeOfKind(kind: Kind): string {
  return kindRowOf(kind).mediaTypes[0] ?? '';
}
