import { itemsOf, type JsonNode, memberOf, membersOf, stringAt, valueOf, writtenOf } from '../syntax/tree.ts';
import { foreignConfigOf } from './foreign-documents.ts';

/*
 * Detection of documents without a media type. Names such as `config`, `layers` and `manifests` are common elsewhere,
 * so the values have to be descriptors, or nearly.
 */

export function isDockerSchema1(root: JsonNode): boolean {
  return writtenOf(valueOf(root, 'schemaVersion')) === '1' && has(root, 'fsLayers');
}

export function isManifest(root: JsonNode): boolean {
  if (isVersion2(root) && (isObject(root, 'config') || isDescriptorArray(root, 'layers'))) return true;
  const layers = valueOf(root, 'layers');
  if (layers?.type !== 'array') return false;
  if (isNearDescriptor(valueOf(root, 'config'))) return true;
  if (isObject(root, 'config') && isNearDescriptor(itemsOf(layers)[0])) return true;
  return isDescriptorArray(root, 'layers') && ['config', 'subject', 'artifactType'].some((name) => has(root, name));
}

export function isIndex(root: JsonNode): boolean {
  if (isVersion2(root) && has(root, 'manifests')) return true;
  const manifests = valueOf(root, 'manifests');
  return manifests?.type === 'array' && isNearDescriptor(itemsOf(manifests)[0]);
}

/** The artifact manifest of image-spec v1.1.0-rc1 and -rc2. */
export function isArtifactManifest(root: JsonNode): boolean {
  if (has(root, 'config') || has(root, 'layers') || stringAt(root, 'artifactType') === undefined) return false;
  return isDescriptorArray(root, 'blobs');
}

/**
 * The kind of a manifest or index whose names have other capitals, as Go writes structs without tags: `SchemaVersion`. Go reads
 * such a document, so it is one of ours.
 */
export function kindByAnyCase(root: JsonNode): 'manifest' | 'index' | undefined {
  const members = new Map(membersOf(root).map((member) => [member.name.toLowerCase(), member]));
  if (writtenOf(members.get('schemaversion')?.value) !== '2') return undefined;
  if (members.get('manifests')?.value?.type === 'array') return 'index';
  return members.get('config')?.value?.type === 'object' && members.has('layers') ? 'manifest' : undefined;
}

export function isLayoutHeader(root: JsonNode): boolean {
  return has(root, 'imageLayoutVersion');
}

export function isDockerConfig(root: JsonNode): boolean {
  return hasRootfs(root) && (has(root, 'docker_version') || has(root, 'container_config'));
}

export function isConfig(root: JsonNode): boolean {
  if (foreignConfigOf(root) !== undefined) return false;
  if (hasRootfs(root)) return true;
  if (stringAt(root, 'architecture') === undefined || stringAt(root, 'os') === undefined) return false;
  return isObject(root, 'config') || isObject(root, 'rootfs') || valueOf(root, 'history')?.type === 'array';
}

export function isDescriptor(node: JsonNode): boolean {
  const digest = stringAt(node, 'digest');
  if (digest === undefined || stringAt(node, 'mediaType') === undefined) return false;
  return memberOf(node, 'size') !== undefined || digest.includes(':');
}

/** Whether a value is a descriptor that lacks one or two properties, but is still unmistakable. */
function isNearDescriptor(node: JsonNode | undefined): boolean {
  if (node?.type !== 'object') return false;
  if (isDescriptor(node)) return true;
  const mediaType = stringAt(node, 'mediaType') ?? '';
  const hasDigest = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/i.test(stringAt(node, 'digest') ?? '');
  const hasSize = valueOf(node, 'size')?.type === 'number';
  const hasPlatform = valueOf(node, 'platform')?.type === 'object';
  if (hasDigest) return hasSize || hasPlatform || mediaType.includes('/');
  return /^application\/vnd\.(?:oci|docker)\./.test(mediaType) && (hasSize || hasPlatform || has(node, 'digest'));
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

/** `rootfs` alone is too common a name: in an image config it is an object with `diff_ids` or a `type`. */
function hasRootfs(root: JsonNode): boolean {
  const rootfs = valueOf(root, 'rootfs');
  return memberOf(rootfs, 'diff_ids') !== undefined || stringAt(rootfs, 'type') === 'layers';
}

function isDescriptorArray(root: JsonNode, name: string): boolean {
  const array = valueOf(root, name);
  const first = array?.type === 'array' ? itemsOf(array)[0] : undefined;
  return first?.type === 'object' && isDescriptor(first);
}
