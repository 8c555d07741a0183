import { algorithmOf, registeredAlgorithmOf } from '../../oci/digest.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { digestChecks } from '../support/digest-checks.ts';
import { findingAtValue } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('{algorithm} digest: only sha256 is supported by every client and registry.');

/** sha256 is what every client can verify (descriptor.md, "SHA-256", MUST); the other registered algorithms are optional. */
export const digestPortable: DocumentRule = {
  meta: {
    id: 'digest-portable',
    title: 'Digest algorithm is not sha256',
    kinds: [...descriptorKinds, 'config', 'docker-config'],
    severity: 'information',
    profile: 'portable',
    clauses: ['digest-use-sha256', 'digest-sha256-supported'],
    fixable: false,
    messages: { default: message },
  },
  ...digestChecks(checkOther),
};

function checkOther(digest: JsonNode, text: string): Finding | undefined {
  const algorithm = algorithmOf(text);
  if (algorithm === undefined || algorithm === 'sha256' || !registeredAlgorithmOf(algorithm)) return undefined;
  return findingAtValue(digest, message({ algorithm }), { clause: 'digest-sha256-supported' });
}
