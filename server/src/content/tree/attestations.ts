import { toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { attestedDigestOf } from '../../oci/index-entry.ts';
import type { TreeNode } from './tree-node.ts';

type Attestations = ReadonlyMap<string, readonly WrittenDescriptor[]>;

/** The entries of an index that attest others of it, by the digest of these. Worked out once a document. */
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

/** A document's descriptors without the attestations that stand below another. */
export function withoutAttestations(document: OciDocument): readonly WrittenDescriptor[] {
  const below = new Set([...attestationsIn(document).values()].flat());
  return below.size === 0 ? document.descriptors : document.descriptors.filter((entry) => !below.has(entry));
}

/** The node of an entry of an index, with what the index says of attestations: they may be here without what they attest. */
export function withAttested(node: TreeNode, index: OciDocument): TreeNode {
  const isAttested = (attestationsIn(index).get(node.digest ?? '') ?? []).length > 0;
  return isAttested && node.role === 'manifest' ? { ...node, hasChildren: true } : node;
}
