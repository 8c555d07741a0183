import { algorithmOf, registeredAlgorithmOf } from '../../oci/digest.ts';
import { itemsOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorPartsOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';

/** sha256 is what everybody verifies (descriptor.md, "SHA-256", MUST); the other registered algorithms are optional. */
export const digestPortable: DocumentRule = {
  meta: {
    id: 'digest-portable',
    title: 'Digest algorithm is not sha256',
    kinds: [
      'index',
      'manifest',
      'descriptor',
      'docker-manifest',
      'docker-manifest-list',
      'artifact-manifest',
      'oras-artifact-manifest',
      'config',
      'docker-config',
    ],
    severity: 'information',
    profile: 'portable',
    clauses: ['digest-use-sha256', 'digest-sha256-supported'],
    fixable: false,
  },
  *check(document) {
    const diffIds = itemsOf(valueOf(valueOf(document.root, 'rootfs'), 'diff_ids'));
    for (const digest of [...descriptorPartsOf(document).map((parts) => parts.digest), ...diffIds]) {
      const text = stringOf(digest);
      if (digest === undefined || text === undefined || text.startsWith('sha256:')) continue;
      const algorithm = algorithmOf(text);
      if (algorithm === undefined || algorithm === 'sha256' || !registeredAlgorithmOf(algorithm)) continue;
      const message = `${algorithm} digest: only sha256 is supported by every client and registry.`;
      yield findingAtValue(digest, message, { clause: 'digest-sha256-supported' });
    }
  },
};
