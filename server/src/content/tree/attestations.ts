import { toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { attestedDigestOf } from '../../oci/index-entry.ts';
import type { TreeNode } from './tree-node.ts';

type Attestations = ReadonlyMap<string, readonly WrittenDescriptor[]>;

/** The attestations of an index by the digest of the image that they describe. Cached per document. */
export function attestationsIn(index: OciDocument): Attestations {
  const known = index.derived.get(attestationsIn);
  if (known !== undefined) return known as Attestations;
  const made = new Map<string, WrittenDescriptor[]>();
  for (const { value } of index.descriptors) if (value !== undefined) made.set(toDigestText(value.digest), []);
  for (const entry of index.descriptors) {
    const attested = attestedDigestOf(entry);
    const isOwn = entry.value !== undefined && toDigestText(entry.value.digest) === attested;
    if (attested !== undefined && !isOwn) made.get(attested)?.push(entry);
  }
  index.derived.set(attestationsIn, made);
  return made;
}

/** The descriptors of a document, without attestations shown below another entry. */
export function withoutAttestations(document: OciDocument): readonly WrittenDescriptor[] {
  const below = new Set([...attestationsIn(document).values()].flat());
  return below.size === 0 ? document.descriptors : document.descriptors.filter((entry) => !below.has(entry));
}

/**
 * Marks the node of an index entry as expandable if the index has attestations for it. They can exist even if the
 * image's content does not.
 */
export function withAttested(node: TreeNode, index: OciDocument): TreeNode {
  const isAttested = (attestationsIn(index).get(node.digest ?? '') ?? []).length > 0;
  return isAttested && node.role === 'manifest' ? { ...node, hasChildren: true } : node;
}
