import type { OciDocument } from '../../oci/document.ts';
import type { Kind } from '../../oci/kind.ts';
import type { Role } from '../../oci/kinds.ts';
import { inheriting } from '../../syntax/kept.ts';
import { type JsonMember, type JsonNode, membersOf, parentOf, stringOf, valueOf } from '../../syntax/tree.ts';
import { Forms, followersIn } from './descriptor-forms.ts';
import type { DescriptorParts, Marks } from './descriptor-part-members.ts';
import { changedBits, freshMarks, marksAfter } from './member-marks.ts';
import { once } from './once.ts';
import { type KeyOf, Tally } from './tally.ts';

/** The kinds of documents that have descriptors, including a standalone descriptor. */
export const descriptorKinds = [
  'index',
  'manifest',
  'descriptor',
  'docker-manifest',
  'docker-manifest-list',
  'artifact-manifest',
  'oras-artifact-manifest',
] as const;

/** The descriptors of one version of a document, with their tallies. */
interface Roll {
  readonly kind: Kind | undefined;
  readonly parts: readonly DescriptorParts[];
  /** For all descriptors together. */
  readonly marks: Marks;
  tallies: Map<KeyOf, Tally>;
}

const rolls = inheriting<Roll>();

/** Derived from that of the previous version, if there is one, because most of it is unchanged. */
const rollOf = once((document: OciDocument): Roll => {
  const { root, kind } = document;
  const before = root && rolls.of(root);
  const roll = before === undefined || before.kind !== kind ? newRoll(document) : continued(before, document);
  if (root !== undefined) rolls.keep(root, roll);
  return roll;
});

/** So few descriptors are judged sooner than compared. */
const few = 3;

function newRoll(document: OciDocument): Roll {
  const { kind, descriptors } = document;
  const marks = freshMarks();
  const forms = descriptors.length > few ? new Forms(document) : undefined;
  const parts = descriptors.map(({ node, role }) => partsOf(node, role, marks, forms));
  return { kind, parts, marks, tallies: new Map() };
}

/** Removing more descriptors than this from tallies is slower than counting again. */
const fewRemoved = 100;

function continued(before: Roll, document: OciDocument): Roll {
  const { descriptors } = document;
  const { parts, kind, tallies } = before;
  const [count, newCount] = [parts.length, descriptors.length];
  const length = Math.min(count, newCount);
  let head = 0;
  while (head < length && parts[head]?.node === descriptors[head]?.node) head++;
  let tail = 0;
  while (tail < length - head && parts[count - 1 - tail]?.node === descriptors[newCount - 1 - tail]?.node) tail++;
  const removed = parts.slice(head, count - tail);
  if (removed.length > fewRemoved) return newRoll(document);
  const read = descriptors.slice(head, newCount - tail).map(({ node, role }) => partsOf(node, role, before.marks));
  const changed = changedBits(removed, read);
  const marks = marksAfter(before.marks, changed);
  const [first] = removed;
  const ownMarks = first === undefined ? marks : marksAfter(first.marks, changed);
  const added = read.map((one) => ({ ...one, marks: ownMarks }));
  for (const tally of tallies.values()) {
    for (const one of removed) tally.remove(one);
    for (const one of added) tally.add(one);
  }
  // The previous version computes its own again if it is asked.
  before.tallies = new Map();
  return { kind, parts: parts.slice(0, head).concat(added, parts.slice(count - tail)), marks, tallies };
}

/** The parts of every descriptor of a document, in source order. */
export function descriptorPartsOf(document: OciDocument): readonly DescriptorParts[] {
  return rollOf(document).parts;
}

/** The marks of all descriptors of a document together. */
export function marksOf(document: OciDocument): Marks {
  return rollOf(document).marks;
}

/** The descriptors of a document that the schema accepts if it accepts the others. */
export function followersOf(document: OciDocument): ReadonlySet<JsonNode> {
  return followersIn(descriptorPartsOf(document));
}

/** Groups the descriptors of a document. A later version only counts what an edit has changed. */
export function tallied(keyOf: KeyOf): (document: OciDocument) => Tally {
  return (document) => tallyOf(document, keyOf, false);
}

/** The same by keys that do not depend on digests, sizes and the values of annotations: equal for one form. */
export function talliedByForm(keyOf: KeyOf): (document: OciDocument) => Tally {
  return (document) => tallyOf(document, keyOf, true);
}

function tallyOf(document: OciDocument, keyOf: KeyOf, isOfForm: boolean): Tally {
  const { parts, tallies } = rollOf(document);
  const known = tallies.get(keyOf);
  if (known !== undefined) return known;
  const tally = new Tally(keyOf, isOfForm);
  for (const one of parts) tally.add(one);
  tallies.set(keyOf, tally);
  return tally;
}

/** Returns a predicate for the nodes of a document that are descriptors. */
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

/** The descriptors of a document by media type. An index of thousands of entries has few distinct types. */
export const descriptorsByType = tallied(({ type }) => type);

/** The same by artifact type. */
export const descriptorsByArtifactType = tallied(({ artifactType }) => stringOf(artifactType?.value));

/** The descriptors of a document by digest, as written. */
export const descriptorsByDigest = tallied(({ digest }) => stringOf(digest));

/** The layers of a manifest. */
export const layersOf = once((document) => descriptorPartsOf(document).filter(({ role }) => role === 'layer'));

/** One pass over the members. Of duplicates, the last one counts. */
function partsOf(node: JsonNode, role: Role, marks: Marks, forms?: Forms): DescriptorParts {
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
  const form = (data ?? urls) === undefined ? forms?.of(node, role, digest, size, annotations) : undefined;
  return { node, role, mediaType, type, digest, size, urls, annotations, data, artifactType, platform, marks, form };
}
