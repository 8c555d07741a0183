import { readDigest } from '../../oci/digest.ts';
import { readSize } from '../../oci/size.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonNode, spanOf, stringOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorPartsOf } from '../support/descriptor-parts.ts';
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
    const first = new Map<string, JsonNode>();
    for (const { digest, size } of descriptorPartsOf(document)) {
      const text = stringOf(digest);
      if (size === undefined || text === undefined || readSize(writtenOf(size)) === undefined) continue;
      const earlier = first.get(text);
      if (earlier === undefined) {
        if (readDigest(text) !== undefined) first.set(text, size);
      } else if (readSize(writtenOf(earlier)) !== readSize(writtenOf(size))) {
        const message = `Size conflict: the same digest has size ${writtenOf(earlier)} above. Correct one of them.`;
        const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: 'The other size' }];
        yield findingAtValue(size, message, { related });
      }
    }
  },
};
