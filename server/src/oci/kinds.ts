import { itemsOf, type JsonNode, memberOf, stringAt, valueOf, writtenOf } from '../syntax/tree.ts';
import type { Kind } from './kind.ts';

/** What a descriptor is for, where it is written. */
export type Role = 'manifest' | 'config' | 'layer' | 'subject' | 'descriptor';

/** Where descriptors stand in a kind of document. `''` is the document itself. */
export interface DescriptorPlace {
  readonly member: string;
  readonly role: Role;
  readonly isArray: boolean;
}

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
  /** Name of the schema in `schemas/`; absent for kinds that are recognised only. */
  readonly schema?: string;
}

const subject: DescriptorPlace = { member: 'subject', role: 'subject', isArray: false };
const config: DescriptorPlace = { member: 'config', role: 'config', isArray: false };
const layers: DescriptorPlace = { member: 'layers', role: 'layer', isArray: true };
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
    hasShape: (root) => writtenOf(valueOf(root, 'schemaVersion')) === '1' && has(root, 'fsLayers'),
    descriptors: [],
  },
  {
    kind: 'manifest',
    title: 'image manifest',
    mediaTypes: ['application/vnd.oci.image.manifest.v1+json'],
    statesMediaType: true,
    hasShape: (root) =>
      isVersion2(root) ? isObject(root, 'config') || isDescriptorArray(root, 'layers') : hasLooseContent(root),
    descriptors: [config, layers, subject],
    schema: 'manifest',
  },
  {
    kind: 'index',
    title: 'image index',
    mediaTypes: ['application/vnd.oci.image.index.v1+json'],
    statesMediaType: true,
    hasShape: (root) => (isVersion2(root) && has(root, 'manifests')) || hasLooseEntries(root),
    descriptors: [manifests, subject],
    schema: 'index',
  },
  {
    kind: 'docker-manifest',
    title: 'Docker manifest, schema 2',
    mediaTypes: ['application/vnd.docker.distribution.manifest.v2+json'],
    statesMediaType: true,
    hasShape: () => false,
    descriptors: [config, layers],
    schema: 'docker-manifest',
  },
  {
    kind: 'docker-manifest-list',
    title: 'Docker manifest list',
    mediaTypes: ['application/vnd.docker.distribution.manifest.list.v2+json'],
    statesMediaType: true,
    hasShape: () => false,
    descriptors: [manifests],
    schema: 'docker-manifest-list',
  },
  {
    kind: 'layout-header',
    title: 'OCI layout header',
    mediaTypes: ['application/vnd.oci.layout.header.v1+json'],
    statesMediaType: false,
    hasShape: (root) => has(root, 'imageLayoutVersion'),
    descriptors: [],
    schema: 'layout-header',
  },
  {
    kind: 'docker-config',
    title: 'Docker image config',
    mediaTypes: ['application/vnd.docker.container.image.v1+json'],
    statesMediaType: false,
    hasShape: (root) => hasRootfs(root) && (has(root, 'docker_version') || has(root, 'container_config')),
    descriptors: [],
    schema: 'docker-config',
  },
  {
    kind: 'config',
    title: 'image config',
    mediaTypes: ['application/vnd.oci.image.config.v1+json'],
    statesMediaType: false,
    hasShape: (root) => hasRootfs(root) || (has(root, 'architecture') && has(root, 'os') && has(root, 'config')),
    descriptors: [],
    schema: 'config',
  },
  {
    kind: 'descriptor',
    title: 'descriptor',
    mediaTypes: ['application/vnd.oci.descriptor.v1+json'],
    statesMediaType: false,
    hasShape: (root) => isDescriptorLike(root),
    descriptors: [{ member: '', role: 'descriptor', isArray: false }],
    schema: 'descriptor',
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

const rowsByKind = new Map(kindRows.map((row) => [row.kind, row]));
const rowsByMediaType = new Map(kindRows.flatMap((row) => row.mediaTypes.map((type) => [type, row] as const)));

/** The row of a kind. */
export function kindRowOf(kind: Kind): KindRow {
  return rowsByKind.get(kind)!;
}

/** The kind of document that a descriptor with this media type points at; undefined for content that is none of ours. */
export function kindOfMediaType(mediaType: string | undefined): Kind | undefined {
  return mediaType === undefined ? undefined : rowsByMediaType.get(mediaType)?.kind;
}

function has(root: JsonNode, name: string): boolean {
  return memberOf(root, name) !== undefined;
}

function isObject(root: JsonNode, name: string): boolean {
  return valueOf(root, name)?.type === 'object';
}

function isVersion2(root: JsonNode): boolean {
  return writtenOf(valueOf(root, 'schemaVersion')) === '2';
}

/** `rootfs` alone is too common a word: an image config has it as an object with one of its two members. */
function hasRootfs(root: JsonNode): boolean {
  const rootfs = valueOf(root, 'rootfs');
  return memberOf(rootfs, 'diff_ids') !== undefined || stringAt(rootfs, 'type') === 'layers';
}

function isDescriptorArray(root: JsonNode, name: string): boolean {
  const array = valueOf(root, name);
  const [first] = itemsOf(array);
  return first?.type === 'object' && isDescriptorLike(first);
}

/** A manifest that lacks its `schemaVersion`: a config that points somewhere beside layers, or the other way round. */
function hasLooseContent(root: JsonNode): boolean {
  const [config, layers] = [valueOf(root, 'config'), valueOf(root, 'layers')];
  if (config?.type !== 'object' || layers?.type !== 'array') return false;
  return pointsSomewhere(config) || pointsSomewhere(itemsOf(layers)[0]);
}

/** An index that lacks its `schemaVersion`: its first entry points somewhere. */
function hasLooseEntries(root: JsonNode): boolean {
  return pointsSomewhere(itemsOf(valueOf(root, 'manifests'))[0]);
}

/** Whether a value has a digest, and one other member of a descriptor. */
function pointsSomewhere(node: JsonNode | undefined): boolean {
  const isDigest = stringAt(node, 'digest')?.includes(':') === true;
  return isDigest && ['mediaType', 'size', 'platform'].some((name) => memberOf(node, name) !== undefined);
}

function isDescriptorLike(node: JsonNode): boolean {
  const digest = stringAt(node, 'digest');
  if (digest === undefined || stringAt(node, 'mediaType') === undefined) return false;
  return memberOf(node, 'size') !== undefined || digest.includes(':');
}

/** The media type of a kind, where it has more than one the usual. */
export function mediaTypeOfKind(kind: Kind): string {
  return kindRowOf(kind).mediaTypes[0]!;
}
