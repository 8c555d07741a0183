import { readDigest } from '../../oci/digest.ts';
import { emptyContent } from '../../oci/empty.ts';
import { readSize } from '../../oci/size.ts';
import { wellKnownContentOf } from '../../oci/well-known-content.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonNode, spanOf, stringOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { descriptorsByDigest } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Size conflict: the same digest has size {size} above. Correct one of them.');

/** Content has one size: if two descriptors of one digest disagree on it, one is wrong (descriptor.md, `size`). */
export const descriptorSizeConflict: DocumentRule = {
  meta: {
    id: 'descriptor-size-conflict',
    title: 'One digest has two sizes',
    kinds: [
      'index',
      'manifest',
      'docker-manifest',
      'docker-manifest-list',
      'artifact-manifest',
      'oras-artifact-manifest',
    ],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['mediaType', 'digest', 'size', 'data'],
  *check(document) {
    for (const twins of descriptorsByDigest(document).twins) {
      if (readDigest(stringOf(twins[0]?.digest)) === undefined) continue;
      const [earlier, ...others] = twins.flatMap((twin) => sizeInDoubtOf(twin) ?? []);
      if (earlier === undefined) continue;
      for (const size of others) if (sizeOf(size) !== sizeOf(earlier)) yield findingOf(size, earlier);
    }
  },
};

/** The size of a descriptor, unless another rule knows that it is wrong. */
function sizeInDoubtOf({ digest, size, type, data }: DescriptorParts): JsonNode | undefined {
  const value = sizeOf(size);
  const known = wellKnownContentOf(stringOf(digest))?.text;
  const isSaid = type === emptyContent.mediaType ? value !== emptyContent.size : value === 0n && data === undefined;
  return value === undefined || known === '' || (isSaid && known !== undefined) || (value === 0n && isSaid)
    ? undefined
    : size;
}

function sizeOf(node: JsonNode | undefined): bigint | undefined {
  return readSize(writtenOf(node));
}

function findingOf(size: JsonNode, earlier: JsonNode): Finding {
  const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: 'The other size' }];
  return findingAtValue(size, message({ size: writtenOf(earlier) ?? '' }), { related });
}
