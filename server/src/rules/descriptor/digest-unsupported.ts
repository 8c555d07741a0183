import { algorithmOf } from '../../oci/digest.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { digestChecks } from '../support/digest-checks.ts';
import { algorithmMeantBy } from '../support/digest-names.ts';
import { findingAtValue } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Clients do not support {algorithm} digests. Use {meant}.');

/** The grammar allows any algorithm, but no client verifies these (go-digest `ErrDigestUnsupported`). */
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
  ...digestChecks(checkOther),
};

function checkOther(digest: JsonNode, text: string): Finding | undefined {
  const algorithm = algorithmOf(text);
  const meant = algorithm === undefined ? undefined : algorithmMeantBy(algorithm);
  if (algorithm === undefined || meant === undefined) return undefined;
  return findingAtValue(digest, message({ algorithm, meant }), { clause: 'digest-use-sha256' });
}
