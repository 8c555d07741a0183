import { algorithmOf, registeredAlgorithmOf } from '../../oci/digest.ts';
import { stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorPartsOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';

/** sha256 is what everybody verifies (descriptor.md, "SHA-256", MUST); the other registered algorithms are optional. */
export const digestPortable: DocumentRule = {
  meta: {
    id: 'digest-portable',
    title: 'Digests are sha256, which every reader verifies',
    kinds: [
      'index',
      'manifest',
      'descriptor',
      'docker-manifest',
      'docker-manifest-list',
      'artifact-manifest',
      'oras-artifact-manifest',
    ],
    severity: 'information',
    profile: 'portable',
    clauses: ['digest-use-sha256', 'digest-sha256-supported'],
    fixable: false,
  },
  *check(document) {
    for (const { digest } of descriptorPartsOf(document)) {
      const text = stringOf(digest);
      if (text?.startsWith('sha256:')) continue;
      const algorithm = algorithmOf(text);
      if (
        digest === undefined ||
        algorithm === undefined ||
        algorithm === 'sha256' ||
        !registeredAlgorithmOf(algorithm)
      )
        continue;
      const since = algorithm === 'blake3' ? ' blake3 was registered after v1.1.1 of the specification.' : '';
      const message = `This digest is ${algorithm}. Only sha256 must be understood everywhere: skopeo 1.9 and umoci 0.4 fail on layouts with others, and registries may refuse them.${since}`;
      yield findingAtValue(digest, message, { clause: 'digest-sha256-supported' });
    }
  },
};
