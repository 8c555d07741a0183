import { algorithmOf } from '../../oci/digest.ts';
import { itemsOf, type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { algorithmMeantBy } from '../support/digest-names.ts';
import { findingAtValue } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Clients do not support {algorithm} digests. Use {meant}.');

/** The grammar lets any algorithm pass, and no client verifies these (go-digest `ErrDigestUnsupported`). */
export const digestUnsupported: DocumentRule = {
  meta: {
    id: 'digest-unsupported',
    title: 'Digest algorithm is not supported by clients',
    kinds: [...descriptorKinds, 'config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: ['digest-use-sha256'],
    fixable: false,
    messages: { default: message },
  },
  reads: ['digest'],
  checkDescriptor({ digest }) {
    return checkDigest(digest);
  },
  *check({ root }) {
    for (const item of itemsOf(valueOf(valueOf(root, 'rootfs'), 'diff_ids'))) {
      const finding = checkDigest(item);
      if (finding !== undefined) yield finding;
    }
  },
};

function checkDigest(digest: JsonNode | undefined): Finding | undefined {
  const text = stringOf(digest);
  if (digest === undefined || text === undefined || text.startsWith('sha256:')) return undefined;
  const algorithm = algorithmOf(text);
  const meant = algorithm === undefined ? undefined : algorithmMeantBy(algorithm);
  if (meant === undefined) return undefined;
  return findingAtValue(digest, message({ algorithm: algorithm ?? '', meant }), { clause: 'digest-use-sha256' });
}
