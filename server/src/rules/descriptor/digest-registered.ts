import { algorithmOf, registeredAlgorithmOf } from '../../oci/digest.ts';
import { stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { algorithmMeantBy } from '../support/digest-names.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Digest algorithm {algorithm} is not registered. Use sha256.');

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
    messages: { default: message },
  },
  reads: ['digest'],
  checkDescriptor({ digest }) {
    const text = stringOf(digest);
    if (text?.startsWith('sha256:')) return;
    const algorithm = algorithmOf(text);
    if (digest === undefined || algorithm === undefined || registeredAlgorithmOf(algorithm)) return;
    // digest-unsupported reports those that nobody knows.
    if (algorithmMeantBy(algorithm) !== undefined) return;
    return findingAtValue(digest, message({ algorithm: quoted(algorithm, 30) }), {
      clause: 'digest-register-algorithm',
    });
  },
};
