import type { OciDocument } from '../../oci/document.ts';
import type { Role } from '../../oci/kinds.ts';
import { keeping } from '../../syntax/kept.ts';
import { type JsonMember, type JsonNode, membersOf, parentOf, stringOf, valueOf } from '../../syntax/tree.ts';
import { once } from './once.ts';

/** The kinds of documents that have descriptors, and a descriptor alone. */
export const descriptorKinds = [
  'index',
  'manifest',
  'descriptor',
  'docker-manifest',
  'docker-manifest-list',
  'artifact-manifest',
  'oras-artifact-manifest',
] as const;

/** The members of a written descriptor, well-formed or not: found once, because many rules ask for them. */
export interface DescriptorParts {
  readonly node: JsonNode;
  readonly role: Role;
  readonly mediaType: JsonNode | undefined;
  /** The text of `mediaType`. */
  readonly type: string | undefined;
  readonly digest: JsonNode | undefined;
  readonly size: JsonNode | undefined;
  readonly urls: JsonNode | undefined;
  readonly annotations: JsonNode | undefined;
  readonly data: JsonMember | undefined;
  readonly artifactType: JsonMember | undefined;
  readonly platform: JsonMember | undefined;
}

/** The parts of every descriptor of a document, in its order. */
export const descriptorPartsOf = once(({ descriptors }: OciDocument): readonly DescriptorParts[] =>
  descriptors.map(({ node, role }) => {
    const known = knownParts.of(node);
    if (known?.role === role) return known;
    const parts = partsOf(node, role);
    knownParts.keep(node, parts);
    return parts;
  }),
);

const knownParts = keeping<DescriptorParts>();

/** Tells the descriptors of a document from its other values. */
export const isDescriptorIn = once(({ root, row }: OciDocument): ((node: JsonNode) => boolean) => {
  const lists = new Set<JsonNode>();
  const single = new Set<JsonNode>();
  for (const { member, isArray } of row?.descriptors ?? []) {
    const value = member === '' ? root : valueOf(root, member);
    if (value?.type === 'array' && isArray) lists.add(value);
    else if (value?.type === 'object' && !isArray) single.add(value);
  }
  return (node) => {
    const list = node.type === 'object' ? parentOf(node) : undefined;
    return (list !== undefined && lists.has(list)) || single.has(node);
  };
});

/** The descriptors of a document by their media types: an index of thousands of entries has few. */
export const descriptorsByType = once((document): ReadonlyMap<string, readonly DescriptorParts[]> => {
  const byType = new Map<string, DescriptorParts[]>();
  for (const parts of descriptorPartsOf(document)) {
    if (parts.type === undefined) continue;
    const same = byType.get(parts.type);
    if (same === undefined) byType.set(parts.type, [parts]);
    else same.push(parts);
  }
  return byType;
});

/** The layers of a manifest. */
export const layersOf = once((document) => descriptorPartsOf(document).filter(({ role }) => role === 'layer'));

/** One pass over the members; of duplicates the last counts. */
function partsOf(node: JsonNode, role: Role): DescriptorParts {
  let mediaType: JsonNode | undefined;
  let digest: JsonNode | undefined;
  let size: JsonNode | undefined;
  let urls: JsonNode | undefined;
  let annotations: JsonNode | undefined;
  let data: JsonMember | undefined;
  let artifactType: JsonMember | undefined;
  let platform: JsonMember | undefined;
  for (const member of membersOf(node)) {
    switch (member.name) {
      case 'mediaType':
        mediaType = member.value;
        break;
      case 'digest':
        digest = member.value;
        break;
      case 'size':
        size = member.value;
        break;
      case 'urls':
        urls = member.value;
        break;
      case 'annotations':
        annotations = member.value;
        break;
      case 'data':
        data = member;
        break;
      case 'artifactType':
        artifactType = member;
        break;
      case 'platform':
        platform = member;
        break;
    }
  }
  const type = stringOf(mediaType);
  return { node, role, mediaType, type, digest, size, urls, annotations, data, artifactType, platform };
}
