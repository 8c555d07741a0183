import { profileOf } from '../../oci/facts/artifact-profiles.ts';
import { memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingMissing } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('{artifact} has no `subject`. Add the manifest that it is about.');

/** Types of artifacts whose tools find them by their subject only, and write none without one. */
const foundBySubject = new Set([
  'notation-signature',
  'notation-signature-config',
  'sigstore-bundle',
  'cosign-signature-1.1',
  'buildkit-attestation',
]);

/** Signatures and attestations are about another manifest (Notary Project signature specification; Sigstore bundle specification). */
export const artifactSubjectMissing: DocumentRule = {
  meta: {
    id: 'artifact-subject-missing',
    title: 'Signature or attestation has no subject',
    kinds: ['manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['config.mediaType'],
  *check({ root }) {
    if (root === undefined || memberOf(root, 'subject') !== undefined) return;
    const configMediaType = stringAt(valueOf(root, 'config'), 'mediaType');
    const profile = profileOf({ artifactType: stringAt(root, 'artifactType'), configMediaType });
    if (profile === undefined || !foundBySubject.has(profile.id)) return;
    yield findingMissing(
      root,
      'subject',
      message({ artifact: profile.title.replace(/, (?:config|referrer) form$/, '') }),
    );
  },
};
