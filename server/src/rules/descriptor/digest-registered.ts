import { algorithmOf, registeredAlgorithmOf } from '../../oci/digest.ts';
import { stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { algorithmMeantBy } from '../support/digest-names.ts';
import { findingAtValue, quoted } from '../support/finding.ts';

/** An algorithm outside the table SHOULD be submitted for registration (descriptor.md, "Registered Algorithms"). */
export const digestRegistered: DocumentRule = {
  meta: {
    id: 'digest-registered',
    title: 'Digest algorithm is not registered',
    kinds: descriptorKinds,
    severity: 'hint',
    profile: 'strict',
    clauses: ['digest-register-algorithm'],
    fixable: false,
  },
  checkDescriptor({ digest }) {
    const text = stringOf(digest);
    if (text?.startsWith('sha256:')) return;
    const algorithm = algorithmOf(text);
    if (digest === undefined || algorithm === undefined || registeredAlgorithmOf(algorithm)) return;
    // Of those that nobody knows, digest-unsupported speaks.
    if (algorithmMeantBy(algorithm) !== undefined) return;
    const message = `Digest algorithm ${quoted(algorithm, 30)} is not registered. Use sha256.`;
    return findingAtValue(digest, message, { clause: 'digest-register-algorithm' });
  },
};
