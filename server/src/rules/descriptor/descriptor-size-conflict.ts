import { readDigest } from '../../oci/digest.ts';
import { readSize } from '../../oci/size.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonNode, spanOf, stringOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { descriptorsByDigest } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';

/** Content has one size: of two descriptors with one digest and two sizes, one is wrong (descriptor.md, `size`). */
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
  },
  *check(document) {
    for (const twins of descriptorsByDigest(document).twins) {
      if (readDigest(stringOf(twins[0]?.digest)) === undefined) continue;
      const [earlier, ...others] = twins.flatMap(({ size }) => (sizeOf(size) === undefined ? [] : size!));
      for (const size of others) if (sizeOf(size) !== sizeOf(earlier)) yield findingOf(size, earlier!);
    }
  },
};

function sizeOf(node: JsonNode | undefined): bigint | undefined {
  return readSize(writtenOf(node));
}

function findingOf(size: JsonNode, earlier: JsonNode): Finding {
  const message = `Size conflict: the same digest has size ${writtenOf(earlier)} above. Correct one of them.`;
  const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: 'The other size' }];
  return findingAtValue(size, message, { related });
}
